import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, type Seat, sit } from "../harness/browser.ts";
import { enterAs, openCity } from "../harness/city.ts";

// The three first journeys without a mouse. The focus is never lost, is always to be seen, and what happens is said.

let city: Awaited<ReturnType<typeof openCity>>;
let browser: Browser;
const seats: Record<string, Seat> = {};

beforeAll(async () => {
  city = await openCity();
  browser = await openBrowser();
  for (const who of ["counsellor", "family", "coordinator"]) {
    const seat = await sit(browser, city.webUrl, { still: true });
    await enterAs(seat, who);
    seats[who] = seat;
  }
}, 120_000);

afterAll(async () => {
  await Promise.all(Object.entries(seats).map(([who, seat]) => seat.picture(`keyboard-end-${who}`)));
  await browser?.close();
  await city?.close();
});

interface Focus {
  readonly tag: string;
  /** What a screen reader would call it, roughly: its label, else its text. */
  readonly name: string;
  /** Is there an outline, on it or (for a hidden native box) on its label? */
  readonly seen: boolean;
}

const focus = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const labels = [...((element as HTMLInputElement).labels ?? [])];
    const name = element.getAttribute("aria-label") ?? labels[0]?.textContent ?? element.textContent ?? "";
    const outlined = (one: Element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
    };
    const group = [element, ...labels, element.nextElementSibling, element.parentElement].filter((one) => !!one);
    return { tag: element.tagName, name: name.trim(), seen: group.some((one) => outlined(one)) };
  });

/** Tabs on until the focus is on what is called so; every stop on the way must be visible. */
async function tabTo(page: Page, name: RegExp, key = "Tab"): Promise<Focus> {
  const passed: string[] = [];
  for (let stop = 0; stop < 60; stop++) {
    await page.keyboard.press(key);
    const now = await focus(page);
    // Past the last stop the browser's own bars come, then it begins anew.
    if (/^(BODY|MAIN|H1|H2)$/.test(now.tag)) continue;
    if (!now.seen) throw new Error(`the focus cannot be seen on ${now.tag} "${now.name}"`);
    if (name.test(now.name)) return now;
    passed.push(now.name.slice(0, 30));
  }
  throw new Error(`no way to ${name}; passed ${passed.join(" | ")}`);
}

async function pressOn(page: Page, name: RegExp, key = "Enter"): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press(key);
}

/** Waits until the focus is on what is called so: it moves by itself after an answer or a change of page. */
async function focusOn(page: Page, name: RegExp): Promise<void> {
  for (const end = Date.now() + 5_000; ; ) {
    const now = await focus(page);
    if (name.test(now.name) && now.tag !== "BODY") return;
    if (Date.now() > end) throw new Error(`the focus is on ${now.tag} "${now.name.slice(0, 80)}", not on ${name}`);
    await page.waitForTimeout(50);
  }
}

/** Waits until one of the page's live regions has said it. */
const said = (page: Page, words: RegExp) =>
  page
    .locator("[role=status], [role=alert], [aria-live=polite]")
    .getByText(words)
    .or(page.locator("[role=status], [role=alert], [aria-live=polite]").filter({ hasText: words }))
    .first()
    .waitFor({ state: "attached", timeout: 8_000 });

test("a counsellor claims a shift and gives it back with the keyboard alone", async () => {
  const { page } = seats.counsellor!;
  await page.goto("/slots");
  await page.getByRole("grid").waitFor();
  // The way past the rail to the page itself.
  await tabTo(page, /跳到正文|跳过/);
  await page.keyboard.press("Enter");
  expect((await focus(page)).tag).toBe("MAIN");
  await tabTo(page, /热线班|无班次|夜班/);
  await page.keyboard.press("PageDown");
  await page.waitForURL(/week=/);
  await focusOn(page, /热线班|无班次|夜班/);
  await walkToFreeCell(page);
  const cell = (await focus(page)).name;
  await page.keyboard.press("Space");
  await page.getByRole("region", { name: "已选班次" }).waitFor();
  await pressOn(page, /^立即认领$/);
  await said(page, /已认领/);
  // Back where it was picked: the same hour, now one's own.
  await focusOn(page, /我的班/);
  expect((await focus(page)).name.slice(0, 12)).toBe(cell.slice(0, 12));

  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await pressOn(page, /^释放…?$/);
  const question = page.getByRole("alertdialog");
  await question.waitFor();
  expect(await question.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
  await page.keyboard.press("Escape");
  await question.waitFor({ state: "detached" });
  await focusOn(page, /我的班/);
}, 60_000);

/** Arrows through the week until a cell can be picked. */
async function walkToFreeCell(page: Page): Promise<void> {
  for (let row = 0; row < 12; row++) {
    await page.keyboard.press("Home");
    for (let column = 0; column < 7; column++) {
      if (/余\d位|仅余1位|急缺/.test((await focus(page)).name)) return;
      await page.keyboard.press("ArrowRight");
    }
    await page.keyboard.press("ArrowDown");
  }
  throw new Error("no free shift in the week");
}

test("a family posts a request with the keyboard alone; what is missing is led to", async () => {
  const { page } = seats.family!;
  await page.goto("/requests");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await pressOn(page, /^发布需求$/);
  await page.waitForURL(/\/requests\/new\/child/);
  await focusOn(page, /几年级/);
  // Enter without an answer: the summary takes the focus and leads to the field.
  await pressOn(page, /^下一步/);
  await focusOn(page, /需要补充/);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await focusOn(page, /年级|一年级|小学|初/);
  await chooseRadio(page, /初二/);
  await tabTo(page, /你们家的情况/);
  await page.keyboard.press("ArrowDown");
  await pressOn(page, /^下一步/);
  await page.waitForURL(/new\/subject/);
  await focusOn(page, /哪些科目/);
  await pressOn(page, /数学/, "Space");
  await pressOn(page, /^下一步/);
  await page.waitForURL(/new\/time/);
  await focusOn(page, /什么时间/);
  await pressOn(page, /(周二|星期二).*19/, "Space");
  await pressOn(page, /(周四|星期四).*19/, "Space");
  await pressOn(page, /^下一步/);
  await page.waitForURL(/new\/how/);
  await focusOn(page, /怎么上课/);
  await tabTo(page, /线上|电话|上门/);
  await page.keyboard.press("Space");
  await pressOn(page, /^下一步/);
  await page.waitForURL(/new\/check/);
  await focusOn(page, /请核对/);
  await pressOn(page, /监护人/, "Space");
  await pressOn(page, /^提交需求$/);
  await page.waitForURL(/\/requests\/[0-9a-f-]{36}/);
  await focusOn(page, /^初二\s*数学/);
  expect((await focus(page)).tag).toBe("H1");
}, 60_000);

/** One tab stop a group; arrows change the choice. */
async function chooseRadio(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 16; step++) {
    const now = await focus(page);
    if (name.test(now.name)) return page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`no choice ${name}`);
}

test("the coordinator opens a gap, asks somebody, and reviews a match run with the keyboard alone", async () => {
  const { page } = seats.coordinator!;
  await page.goto("/board");
  await page.getByText("实时").waitFor();
  await page.keyboard.press("g");
  const gap = await focus(page);
  expect(gap.name).toMatch(/^补位 /);
  expect(gap.seen).toBe(true);
  await page.keyboard.press("f");
  await focusOn(page, /^补位/);
  expect((await focus(page)).tag).toBe("H2");
  await page
    .getByRole("button", { name: /^邀请 / })
    .first()
    .waitFor();
  await page.keyboard.press("1");
  await said(page, /已邀请|没有成功/);
  await page.keyboard.press("Escape");
  await focusOn(page, /^补位|^查看/);
  expect((await focus(page)).tag).toBe("BUTTON");

  await page.keyboard.press("?");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect((await focus(page)).tag).not.toBe("BODY");

  await page.keyboard.press("/");
  expect((await focus(page)).tag).toBe("INPUT");
  await pressOnBack(page, /^运行匹配$/);
  await page.waitForURL(/\/matcher\/[0-9a-f-]{36}/);
  await focusOn(page, /匹配方案/);
  await page.getByRole("button", { name: /^应用选中的/ }).waitFor({ timeout: 20_000 });
  await pressOn(page, /^选中 R-\d+/, "Space");
  expect(await page.getByRole("button", { name: "应用选中的 0 项" }).count()).toBe(1);
  await page.keyboard.press("Space");
  await pressOn(page, /^应用选中的 1 项/);
  await said(page, /正在应用|已发出|已应用/);
  await page
    .getByText(/已应用/)
    .filter({ visible: true })
    .first()
    .waitFor({ timeout: 20_000 });
  expect((await focus(page)).tag).not.toBe("BODY");
}, 90_000);

async function pressOnBack(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name, "Shift+Tab");
  await page.keyboard.press("Enter");
}
