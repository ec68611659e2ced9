import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { unpackedChromium } from "./unpacked-chromium.ts";

/** Where pictures of the screens go; the folder is not committed. */
export const pictures = join(import.meta.dirname, "../../test-results/screens");

/**
 * The Chromium that npm brings: built without windows, it takes a third less of the processor than a whole one. TEST_BROWSER
 * is the path of another.
 */
export async function openBrowser(): Promise<Browser> {
  mkdirSync(pictures, { recursive: true });
  const { TEST_BROWSER } = process.env;
  if (TEST_BROWSER) return chromium.launch({ executablePath: TEST_BROWSER, args: quiet });
  const folder = unpackedChromium();
  return chromium.launch({
    executablePath: join(folder, "chromium"),
    // The libraries that a bare machine lacks. Not the package's own arguments: in one process for all, all fall with one page.
    env: { ...process.env, LD_LIBRARY_PATH: join(folder, "al2023/lib") },
    // Fewer processes and threads beside each other: on two processors a tenth less work.
    args: ["--no-zygote", "--in-process-gpu", "--js-flags=--always-sparkplug --single-threaded-gc", ...quiet],
  });
}

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export interface Seat {
  readonly page: Page;
  /** Takes a picture of what this person sees. */
  picture(name: string): Promise<void>;
  /** Cuts the person's line, sockets included, or mends it. */
  line(up: boolean): Promise<void>;
  close(): Promise<void>;
}

export interface SeatOptions {
  readonly locale?: "zh-CN" | "en";
  readonly theme?: "light" | "dark";
  readonly width?: number;
  readonly height?: number;
  /** Without transitions: what is looked at stands still. */
  readonly still?: boolean;
  /** Whether the page may keep itself for offline use. */
  readonly serviceWorkers?: "allow" | "block";
}

/** A person at a browser of their own. */
export async function sit(
  browser: Browser,
  url: string,
  {
    locale = "zh-CN",
    theme = "light",
    width = 1440,
    height = 900,
    still = false,
    serviceWorkers = "allow",
  }: SeatOptions = {},
): Promise<Seat> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height },
    locale,
    colorScheme: theme,
    timezoneId: "Asia/Shanghai",
    serviceWorkers,
    reducedMotion: still ? "reduce" : "no-preference",
    ...(width < 760 && { isMobile: true, hasTouch: true }),
  });
  const page = await context.newPage();
  return {
    page,
    picture: async (name) => void (await page.screenshot({ path: join(pictures, `${name}.png`) })),
    line: (up) => context.setOffline(!up),
    close: () => context.close(),
  };
}
