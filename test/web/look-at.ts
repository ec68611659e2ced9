import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, type Seat, sit } from "../harness/browser.ts";
import { enter, openCity } from "../harness/city.ts";
import { somethingToSee } from "./given.ts";
import type { Persona, Screen } from "./screens.ts";

export interface Look {
  readonly locale: "zh-CN" | "en";
  readonly width: number;
}

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
type RunOptions = { runOnly: { type: "tag" | "rule"; values: readonly string[] } };
type AxeResults = { violations: { id: string; nodes: { target: string[] }[] }[] };

const packaged = createRequire(createRequire(import.meta.url).resolve("@axe-core/playwright"));
const axe = readFileSync(packaged.resolve("axe-core/axe.min.js"), "utf8");

/**
 * Looks at these screens, one after another: no violation of accessibility in light or dark, and no sideways scroll.
 * PICTURES=1 also takes a picture of each to look at; SCREENS=board chooses by name.
 */
export function lookAt(screens: readonly Screen[], looksAt: (screen: Screen) => readonly Look[]): void {
  let eyes: Eyes;
  beforeAll(async () => {
    eyes = await openEyes();
  }, 120_000);
  afterAll(() => eyes?.close());

  const chosen = screens.filter(({ name }) => new RegExp(process.env.SCREENS ?? "").test(name));
  describe.each(chosen.filter((screen) => looksAt(screen).length > 0))("$name", (screen) => {
    test.each(looksAt(screen))(
      "is accessible and fits: $locale, $width px",
      async (look) => {
        expect(await faultsOf(eyes, screen, look)).toEqual([]);
      },
      60_000,
    );
  });
}

type Eyes = Awaited<ReturnType<typeof openEyes>>;

async function openEyes() {
  const city = await openCity();
  const browser = await openBrowser();
  const signedIn = {} as Record<NonNullable<Persona>, BrowserContext>;
  for (const who of ["counsellor", "family", "volunteer", "coordinator", "checker", "staff"] as const) {
    signedIn[who] = await browser.newContext({ baseURL: city.webUrl });
    await enter(signedIn[who], who);
  }
  return {
    city,
    browser,
    signedIn,
    given: await somethingToSee(signedIn),
    seats: new Map<Look, Seat>(),
    async close(): Promise<void> {
      await browser.close();
      await city.close();
    },
  };
}

/** One browser context a look: what it has loaded once serves every person and screen. */
async function seatOf({ browser, city, signedIn, seats }: Eyes, who: Persona, look: Look): Promise<Seat> {
  const { width, locale } = look;
  let seat = seats.get(look);
  if (!seat) {
    const height = width > 760 ? 900 : 844;
    seat = await sit(browser, city.webUrl, { width, height, still: true, serviceWorkers: "block" });
    const remember = (locale: string) => localStorage.setItem("shouwang.preferences", JSON.stringify({ locale }));
    await seat.page.context().addInitScript(remember, locale);
    seats.set(look, seat);
  }
  const context = seat.page.context();
  await context.clearCookies();
  if (who) await context.addCookies(await signedIn[who].cookies());
  return seat;
}

async function faultsOf(eyes: Eyes, screen: Screen, look: Look): Promise<string[]> {
  const seat = await seatOf(eyes, screen.as, look);
  const { page } = seat;
  const name = `${screen.name}-${look.width}`;
  const language = look.locale === "en" ? "en" : "zh";
  try {
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto(typeof screen.path === "string" ? screen.path : screen.path(eyes.given));
    await atRest(page);
    await screen.open?.(page);
    await atRest(page);
    await page.evaluate(axe);
    // Behind a dialog or menu stands what is looked at elsewhere.
    const where = screen.state ? "[role=dialog], [role=alertdialog], [role=menu]" : null;
    const faults = await violations(page, where, { runOnly: { type: "tag", values: tags } });
    if (process.env.PICTURES) await seat.picture(`${name}-light-${language}`);
    const inTheDark = screen.state && look.width < 760 ? [] : await faultsInTheDark(page, where);
    if (process.env.PICTURES) await seat.picture(`${name}-dark-${language}`);
    return [
      ...faults,
      ...inTheDark.map((fault) => `in the dark: ${fault}`),
      ...(await tooWide(page, "")),
      ...(await stretched(page, look)),
    ];
  } catch (error) {
    await seat.picture(`${name}-${language}-stuck`);
    throw error;
  } finally {
    await page.context().setOffline(false);
    await page.unrouteAll();
  }
}

/** Colours alone differ in the dark. They are the same on a phone, so a state of a screen is looked at on the desk. */
async function faultsInTheDark(page: Page, where: string | null): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "dark" });
  return violations(page, where, { runOnly: { type: "rule", values: ["color-contrast"] } });
}

/** The page has its heading, and nothing on it is still loading. */
async function atRest(page: Page): Promise<void> {
  await page.locator("h1").first().waitFor({ state: "attached" });
  await page.waitForFunction(
    () =>
      document.querySelector("[aria-busy='true'], [data-skeleton], .boot") === null && document.querySelector("#main"),
  );
}

const tooWide = (page: Page, when: string): Promise<string[]> =>
  page.evaluate((when) => {
    const over = document.documentElement.scrollWidth - innerWidth;
    return over > 0 ? [`${over} px too wide${when}`] : [];
  }, when);

/** On a desk at 200 % zoom (half as wide), on a phone in a language that is longer by two fifths: nothing sideways, no word cut. */
async function stretched(page: Page, { width }: Look): Promise<string[]> {
  if (width > 760) {
    await page.setViewportSize({ width: width / 2, height: 450 });
    const faults = await tooWide(page, " at 200 %");
    await page.setViewportSize({ width, height: 900 });
    return faults;
  }
  const cut = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node.nodeValue?.trim()) node.nodeValue += ` ${"lang".repeat(40).slice(0, node.nodeValue.length * 0.4)}`;
    const buttons = [...document.querySelectorAll<HTMLElement>("button, a, label, [role=tab]")];
    return buttons
      .filter((button) => button.getClientRects().length > 0 && getComputedStyle(button).textOverflow !== "ellipsis")
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
      .map(({ textContent }) => `cut when words are longer: ${textContent}`);
  });
  return [...cut, ...(await tooWide(page, " when words are longer"))];
}

/** Only what is wrong crosses over from the page: a whole answer of axe is megabytes. */
function violations(page: Page, where: string | null, options: RunOptions): Promise<string[]> {
  return page.evaluate(
    async ([where, options]) => {
      const { axe } = window as unknown as { axe: { run(on: Node, how: object): Promise<AxeResults> } };
      const place = (where && document.querySelector(where)) || document;
      const { violations } = await axe.run(place, { ...options, resultTypes: ["violations"] });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
    },
    [where, options] as const,
  );
}
