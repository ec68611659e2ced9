import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, type Seat, sit } from "../harness/browser.ts";
import { enterAs, openCity } from "../harness/city.ts";
import { openLine } from "../harness/line.ts";
import { ask } from "./given.ts";

// The first true story in real browsers side by side: a counsellor, a medic's family, a tutor and a coordinator.

let city: Awaited<ReturnType<typeof openCity>>;
let line: Awaited<ReturnType<typeof openLine>>;
let browser: Browser;
const seats: Record<string, Seat> = {};

beforeAll(async () => {
  city = await openCity();
  line = await openLine(city.url);
  browser = await openBrowser();
  const direct = city.webUrl;
  seats.counsellor = await sit(browser, direct);
  seats.family = await sit(browser, direct, { width: 390, height: 844 });
  seats.volunteer = await sit(browser, direct, { width: 390, height: 844 });
  // The coordinator's line can be cut.
  seats.coordinator = await sit(browser, line.url);
  for (const persona of ["family", "volunteer", "coordinator"]) await enterAs(seats[persona]!, persona);
}, 120_000);

afterAll(async () => {
  await Promise.all(Object.entries(seats).map(([who, seat]) => seat.picture(`story-end-${who}`)));
  await browser?.close();
  await line?.close();
  await city?.close();
});

const page = (who: string) => seats[who]!.page;
const feed = () => page("coordinator").getByRole("log");

/** Milliseconds until the coordinator's feed shows a text. */
async function seenAfter(text: RegExp, since: number): Promise<number> {
  await feed().getByText(text).filter({ visible: true }).first().waitFor({ timeout: 10_000 });
  return performance.now() - since;
}

let requestUrl = "";

test("the coordinator watches her district's board, gaps first", async () => {
  await page("coordinator").goto("/board");
  await page("coordinator")
    .getByRole("heading", { name: /需处理/ })
    .waitFor();
  await page("coordinator").getByText("实时").waitFor();
}, 60_000);

test("a counsellor signs in, sees next week's slots and claims one; the board shows it within a second", async () => {
  const counsellor = page("counsellor");
  await counsellor.goto("/sign-in");
  await counsellor.getByRole("button", { name: /林静/ }).click();
  await counsellor.getByRole("heading", { name: "热线排班" }).waitFor();
  await counsellor.getByRole("button", { name: "下一周" }).click();
  const free = counsellor
    .getByRole("button", { name: /余[1-9]位/ })
    .filter({ visible: true })
    .first();
  await free.waitFor();
  await seats.counsellor!.picture("story-1-slots");
  await free.click();
  const began = performance.now();
  await counsellor.getByRole("button", { name: "立即认领" }).click();
  const took = await seenAfter(/林静认领/, began);
  await counsellor.getByText("我的班").filter({ visible: true }).first().waitFor();
  await seats.counsellor!.picture("story-1-claimed");
  expect(took).toBeLessThan(2_500);
}, 60_000);

test("a medic's family posts a request in five steps and sees an expected wait and a number", async () => {
  const family = page("family");
  await family.goto("/requests/new/child");
  await family.getByRole("radio", { name: /初二/ }).check();
  await family.getByLabel("你们家的情况").selectOption({ label: "医护人员家庭" });
  await family.getByRole("button", { name: /下一步/ }).click();
  await family.getByRole("heading", { name: /哪些科目/ }).waitFor();
  await family.getByRole("checkbox", { name: /数学/ }).check();
  await family.getByRole("button", { name: /下一步/ }).click();
  await family.getByRole("heading", { name: /什么时间/ }).waitFor();
  for (const name of [/周二.*19|星期二.*19/, /周四.*19|星期四.*19/])
    await family.getByRole("checkbox", { name }).filter({ visible: true }).first().check();
  await family.getByRole("button", { name: /下一步/ }).click();
  await family.getByRole("heading", { name: /怎么上课/ }).waitFor();
  await family.getByRole("radio", { name: /线上/ }).check();
  await family.getByRole("combobox", { name: /所在的区/ }).selectOption({ label: "朝阳区" });
  await family.getByRole("button", { name: /下一步/ }).click();
  await family.getByRole("heading", { name: /请核对/ }).waitFor();
  await seats.family!.picture("story-2-check");
  await family.getByRole("checkbox", { name: /监护人/ }).check();
  const began = performance.now();
  await family.getByRole("button", { name: "提交需求" }).click();
  const took = await seenAfter(/新需求 R-\d+/, began);
  await family.getByText(/R-\d+/).filter({ visible: true }).first().waitFor();
  await family
    .getByText(/一半的家庭在/)
    .filter({ visible: true })
    .first()
    .waitFor();
  requestUrl = family.url();
  await seats.family!.picture("story-2-request");
  expect(took).toBeLessThan(2_500);
}, 60_000);

test("she runs the matcher, reviews the proposal and applies it", async () => {
  const coordinator = page("coordinator");
  await coordinator.getByRole("button", { name: "运行匹配" }).click();
  await coordinator.waitForURL(/matcher/);
  await coordinator
    .getByText(/可审阅|已就绪|新增|未满足/)
    .filter({ visible: true })
    .first()
    .waitFor({ timeout: 12_000 })
    .finally(() => seats.coordinator!.picture("story-3-run"));
  await coordinator.getByText("张宁").filter({ visible: true }).first().waitFor({ timeout: 30_000 });
  await seats.coordinator!.picture("story-3-review");
  await coordinator.getByRole("button", { name: /应用/ }).filter({ visible: true }).first().click();
  const sure = coordinator.getByRole("dialog").getByRole("button", { name: /应用/ });
  if (await sure.isVisible().catch(() => false)) await sure.click();
  await coordinator
    .getByText(/已应用/)
    .filter({ visible: true })
    .first()
    .waitFor({ timeout: 20_000 });
  await seats.coordinator!.picture("story-3-applied");
}, 90_000);

test("the tutor gets an offer and accepts; the family's page moves to confirmed without a reload", async () => {
  const volunteer = page("volunteer");
  await volunteer.goto("/home");
  const offer = volunteer
    .getByRole("listitem")
    .or(volunteer.getByRole("article"))
    .filter({ hasText: /初二.*数学|数学.*初二/ })
    .filter({ visible: true })
    .first();
  await offer.waitFor({ timeout: 20_000 });
  await seats.volunteer!.picture("story-4-offer");
  await offer.getByRole("button", { name: "接受" }).click();
  await page("family").getByRole("button", { name: "确认并开始" }).waitFor({ timeout: 10_000 });
  expect(page("family").url()).toBe(requestUrl);
  await seats.family!.picture("story-4-confirmed");
}, 60_000);

test("the line is cut for twenty seconds while three changes happen: the board says so, and comes back equal to the server", async () => {
  const coordinator = page("coordinator");
  await coordinator.goto("/board");
  await feed().getByRole("listitem").first().waitFor();
  await coordinator.getByText("实时").waitFor();
  line.cut();
  await coordinator
    .getByText(/离线|重新连接/)
    .filter({ visible: true })
    .first()
    .waitFor({ timeout: 30_000 });
  await seats.coordinator!.picture("story-5-cut");
  const cut = performance.now();
  for (let i = 0; i < 3; i++) {
    const counsellor = page("counsellor");
    const free = counsellor.getByRole("button", { name: /余[1-9]位/ }).nth(i);
    await free.click();
    await counsellor.getByRole("button", { name: "立即认领" }).click();
    await counsellor
      .getByText(/已认领/)
      .filter({ visible: true })
      .first()
      .waitFor();
    await counsellor
      .getByText(/已认领/)
      .filter({ visible: true })
      .first()
      .waitFor({ state: "hidden", timeout: 20_000 });
  }
  await coordinator.waitForTimeout(Math.max(0, 20_000 - (performance.now() - cut)));
  line.mend();
  await coordinator.getByText("实时").waitFor({ timeout: 30_000 });
  // Equal to the server, number by number: nothing missed, nothing doubled, and the counts are those of now.
  const { board } = await ask(
    coordinator,
    '{ board(district: "105") { seq gapsTonight gapsWeek tasks { id } feed(last: 50) { seq } } }',
  );
  await feed().locator(`li[data-key="${board.seq}"]`).waitFor({ timeout: 20_000 });
  const numbers = await feed()
    .getByRole("listitem")
    .evaluateAll((items) => items.map((item) => Number(item.getAttribute("data-key"))));
  expect(numbers).toEqual(board.feed.map(({ seq }: { seq: number }) => seq).slice(0, numbers.length));
  expect(numbers).toEqual(Array.from(numbers, (_, place) => board.seq - place));
  const texts = await feed().getByRole("listitem").allInnerTexts();
  expect(texts.filter((text) => /林静认领/.test(text))).toHaveLength(4);
  const shown = coordinator.locator("[aria-labelledby=board-tonight]");
  await shown.filter({ hasText: `${board.gapsTonight}今晚空缺${board.gapsWeek}7天空缺` }).waitFor();
  await coordinator.waitForFunction(
    (count) => document.querySelectorAll("[aria-labelledby=board-tasks] li").length === count,
    board.tasks.length,
    { timeout: 5_000 },
  );
  await seats.coordinator!.picture("story-5-back");
}, 180_000);
