import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, type Seat, sit } from "../harness/browser.ts";
import { enterAs, openCity } from "../harness/city.ts";
import { openLine } from "../harness/line.ts";

// Board and schedule can be read from the device when the line is gone, also after a reload; nothing stays after signing out.

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

/** Waits until page and data are on the device, then cuts the line for good and reads the page anew. */
async function reloadWithoutLine(page: Page, line: { cut(): void }): Promise<void> {
  await page.evaluate(async () => {
    const kept = async () =>
      navigator.serviceWorker.controller &&
      (await caches.match("/", { cacheName: "shouwang-page" })) &&
      (await caches.match("/copy", { cacheName: "shouwang-copy" }));
    while (!(await kept())) await new Promise((resolve) => setTimeout(resolve, 50));
  });
  line.cut();
  await page.reload();
}

async function withLine(
  persona: string,
  work: (seat: Seat, line: Awaited<ReturnType<typeof openLine>>) => Promise<void>,
) {
  const line = await openLine(city.url);
  const seat = await sit(browser, line.url);
  try {
    await enterAs(seat, persona);
    await work(seat, line);
  } finally {
    await seat.close();
    await line.close();
  }
}

test(
  "the coordinator's board is there after a reload without a line, says how old it is, and follows again when the line is back",
  () =>
    withLine("coordinator", async (seat, line) => {
      const { page } = seat;
      await page.goto("/board");
      await page.getByText("实时").waitFor();
      const tasks = page.locator("[aria-labelledby=board-tasks] li");
      await tasks.first().waitFor();
      const before = await tasks.allInnerTexts();
      await reloadWithoutLine(page, line);
      await page.getByText(/离线 · 数据截至 \d\d:\d\d/).waitFor();
      expect(await tasks.allInnerTexts()).toEqual(before);
      await seat.picture("offline-board");
      line.mend();
      await page.getByText("实时").waitFor({ timeout: 20_000 });
    }),
  90_000,
);

test(
  "a volunteer's schedule is there after a reload without a line, and nothing stays on the device after signing out",
  () =>
    withLine("counsellor", async (seat, line) => {
      const { page } = seat;
      await page.goto("/schedule");
      await page.getByText("实时").waitFor();
      const before = await page.locator("main h2").allInnerTexts();
      expect(before.length).toBeGreaterThan(0);
      await reloadWithoutLine(page, line);
      await page.getByText(/离线 · 数据截至 \d\d:\d\d/).waitFor();
      expect(await page.locator("main h2").allInnerTexts()).toEqual(before);
      await seat.picture("offline-schedule");
      line.mend();
      await page.reload();
      await page.locator("nav button[aria-haspopup=menu]").filter({ visible: true }).click();
      await page.getByRole("menuitem", { name: "退出登录" }).click();
      await page.waitForURL(/sign-in/);
      expect(await page.evaluate(() => caches.has("shouwang-copy"))).toBe(false);
    }),
  90_000,
);
