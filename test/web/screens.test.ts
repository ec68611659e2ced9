import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser } from "playwright-core";
import { openBrowser, sit } from "../harness/browser.ts";
import { enterAs, openCity } from "../harness/city.ts";

// Every screen, in both languages and themes, on a desk and on a phone: no violation of accessibility, no sideways scroll,
// and a picture to look at.

let city: Awaited<ReturnType<typeof openCity>>;
let browser: Browser;

beforeAll(async () => {
  city = await openCity();
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await city?.close();
});

const screens = [
  { name: "sign-in", as: null, path: "/sign-in" },
  { name: "slots", as: "counsellor", path: "/slots" },
  { name: "requests", as: "family", path: "/requests" },
  { name: "wizard", as: "family", path: "/requests/new/child" },
  { name: "home", as: "volunteer", path: "/" },
  { name: "board", as: "coordinator", path: "/board" },
  { name: "matcher", as: "coordinator", path: "/matcher" },
] as const;

const looks = [
  { locale: "zh-CN", theme: "light", width: 1440, height: 900 },
  { locale: "en", theme: "dark", width: 1440, height: 900 },
  { locale: "zh-CN", theme: "dark", width: 360, height: 740 },
  { locale: "en", theme: "light", width: 390, height: 844 },
] as const;

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

describe.each(screens)("$name", ({ name, as, path }) => {
  test.each(looks)(
    "$locale, $theme, $width px wide",
    async (look) => {
      const seat = await sit(browser, city.url.replace("127.0.0.1", "localhost"), look);
      try {
        if (as) await enterAs(seat, as);
        await seat.page.goto(path);
        await seat.page.getByRole("heading", { level: 1 }).first().waitFor();
        await seat.page.waitForFunction(() => document.querySelector("[aria-busy='true'], [data-skeleton]") === null);
        await seat.picture(`${name}-${look.width}-${look.theme}-${look.locale === "en" ? "en" : "zh"}`);
        const { violations } = await new AxeBuilder({ page: seat.page }).withTags(rules).analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`),
        ).toEqual([]);
        const sideways = await seat.page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(sideways).toBeLessThanOrEqual(0);
      } finally {
        await seat.close();
      }
    },
    60_000,
  );
});
