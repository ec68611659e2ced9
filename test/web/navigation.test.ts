import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, sit } from "../harness/browser.ts";
import { enterAs, openCity } from "../harness/city.ts";

// Every place that the shell offers to a role is there, and opens for it.

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

test.each(["counsellor", "family", "volunteer", "coordinator", "checker", "staff"])(
  "no link in the navigation of a %s leads to a missing or closed page",
  async (persona) => {
    const seat = await sit(browser, city.webUrl);
    const { page } = seat;
    await enterAs(seat, persona);
    await page.goto("/");
    const links = page.getByRole("navigation", { name: "主导航" }).getByRole("link").filter({ visible: true });
    await links.first().waitFor();
    const paths = new Set(await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")!)));
    expect(paths.size).toBeGreaterThan(0);
    for (const path of paths) {
      await page.goto(path);
      await page.locator("main#main").waitFor();
      await page.waitForFunction(() => document.querySelector("[data-skeleton], [class*='skeleton']") === null);
      expect([path, await page.getByText(/没有这一页|这里的内容不对你开放/).count()]).toEqual([path, 0]);
      expect([path, await page.locator("main [role=alert]").count()]).toEqual([path, 0]);
    }
    await seat.close();
  },
  60_000,
);
