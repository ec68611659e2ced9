import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";

const installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Where pictures of the screens go; the folder is not committed. */
export const pictures = join(import.meta.dirname, "../../test-results/screens");

/** An installed Chromium where there is one, else the one that npm brings; that one too with TEST_BROWSER=packed. */
export async function openBrowser(): Promise<Browser> {
  mkdirSync(pictures, { recursive: true });
  const found = process.env.TEST_BROWSER === "packed" ? undefined : installed.find((path) => existsSync(path));
  if (found) return chromium.launch({ executablePath: found, args: quiet });
  return openPackedBrowser();
}

/** With the libraries of its package, which a bare machine lacks, but not its arguments: one process for all falls with one page. */
async function openPackedBrowser(): Promise<Browser> {
  const { default: packed, inflate } = await import("@sparticuz/chromium");
  const libraries = await inflate(join(import.meta.dirname, "../node_modules/@sparticuz/chromium/bin/al2023.tar.br"));
  return chromium.launch({
    executablePath: await packed.executablePath(),
    env: { ...process.env, LD_LIBRARY_PATH: join(libraries, "lib") },
    args: ["--no-zygote", ...quiet],
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
}

/** A person at a browser of their own. */
export async function sit(
  browser: Browser,
  url: string,
  { locale = "zh-CN", theme = "light", width = 1440, height = 900, still = false }: SeatOptions = {},
): Promise<Seat> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height },
    locale,
    colorScheme: theme,
    timezoneId: "Asia/Shanghai",
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
