import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { openBrowser, type Seat, sit } from "../harness/browser.ts";
import { enter, openCity } from "../harness/city.ts";
import { type Given, somethingToSee } from "./given.ts";
import { type Persona, type Screen, screens } from "./screens.ts";

// Every screen and its states, in both languages and themes, on a desk and on a phone: no violation of accessibility and no
// sideways scroll. PICTURES=1 also takes a picture of each to look at; SCREENS=board chooses by name.

interface Look {
  readonly locale: "zh-CN" | "en";
  readonly width: number;
}
const looks = {
  desk: { locale: "zh-CN", width: 1440 },
  phone: { locale: "en", width: 360 },
  englishDesk: { locale: "en", width: 1440 },
  chinesePhone: { locale: "zh-CN", width: 390 },
} as const;
/** Each screen in both languages; LOOKS=all adds the other two for those that are no mere state of another. */
const looksAt = ({ state }: Screen): readonly Look[] => {
  if (state === "desk") return [looks.desk, looks.englishDesk];
  return process.env.LOOKS === "all" && !state ? Object.values(looks) : [looks.desk, looks.phone];
};

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
type RunOptions = { runOnly: { type: "tag" | "rule"; values: readonly string[] } };
type AxeResults = { violations: { id: string; nodes: { target: string[] }[] }[] };

const packaged = createRequire(createRequire(import.meta.url).resolve("@axe-core/playwright"));
const axe = readFileSync(packaged.resolve("axe-core/axe.min.js"), "utf8");

let city: Awaited<ReturnType<typeof openCity>>;
let browser: Browser;
let given: Given;
const signedIn = {} as Record<NonNullable<Persona>, BrowserContext>;
const seats = new Map<Look, Promise<Seat>>();

beforeAll(async () => {
  city = await openCity();
  browser = await openBrowser();
  for (const who of ["counsellor", "family", "volunteer", "coordinator", "checker", "staff"] as const) {
    signedIn[who] = await browser.newContext({ baseURL: city.webUrl });
    await enter(signedIn[who], who);
  }
  given = await somethingToSee(signedIn);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await city?.close();
});

test("every route of the web client has a screen here", () => {
  const source = readFileSync(join(import.meta.dirname, "../../web/src/routes.tsx"), "utf8");
  const routes = [...source.matchAll(/^ {2}path: "([^"]+)"/gm)].map(([, path]) => path!);
  expect([...new Set(screens.map(({ route }) => route))].toSorted()).toEqual(routes.toSorted());
});

describe.each(screens.filter(({ name }) => new RegExp(process.env.SCREENS ?? "").test(name)))("$name", (screen) => {
  test("is accessible and fits, however it is looked at", async () => {
    const faults = await Promise.all(looksAt(screen).map((look) => faultsOf(screen, look)));
    expect(faults.flat()).toEqual([]);
  }, 60_000);
});

/** One browser context a look: what it has loaded once serves every person and screen. */
async function seatOf(who: Persona, look: Look): Promise<Seat> {
  const opened = seats.get(look) ?? newSeat(look);
  seats.set(look, opened);
  const seat = await opened;
  const context = seat.page.context();
  await context.clearCookies();
  if (who) await context.addCookies(await signedIn[who].cookies());
  return seat;
}

async function newSeat({ locale, width }: Look): Promise<Seat> {
  const seat = await sit(browser, city.webUrl, { width, height: width > 760 ? 900 : 844, still: true });
  const remember = (locale: string) => localStorage.setItem("shouwang.preferences", JSON.stringify({ locale }));
  await seat.page.context().addInitScript(remember, locale);
  return seat;
}

async function faultsOf(screen: Screen, look: Look): Promise<string[]> {
  const seat = await seatOf(screen.as, look);
  const { page } = seat;
  const name = `${screen.name}-${look.width}`;
  const language = look.locale === "en" ? "en" : "zh";
  try {
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto(typeof screen.path === "string" ? screen.path : screen.path(given));
    await atRest(page);
    await screen.open?.(page);
    await atRest(page);
    await page.evaluate(axe);
    // Behind a dialog or menu stands what is looked at elsewhere.
    const where = screen.state ? "[role=dialog], [role=alertdialog], [role=menu]" : null;
    const faults = await violations(page, where, { runOnly: { type: "tag", values: tags } });
    if (process.env.PICTURES) await seat.picture(`${name}-light-${language}`);
    await page.emulateMedia({ colorScheme: "dark" });
    const inTheDark = await violations(page, where, { runOnly: { type: "rule", values: ["color-contrast"] } });
    if (process.env.PICTURES) await seat.picture(`${name}-dark-${language}`);
    return [
      ...faults,
      ...inTheDark.map((fault) => `in the dark: ${fault}`),
      ...(await tooWide(page, "")),
      ...(await stretched(page, look)),
    ].map((fault) => `${look.locale} ${look.width}: ${fault}`);
  } catch (error) {
    await seat.picture(`${name}-${language}-stuck`);
    throw error;
  } finally {
    await page.context().setOffline(false);
    await page.unrouteAll();
  }
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
