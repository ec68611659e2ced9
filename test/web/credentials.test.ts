import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, type Seat, sit } from "../harness/browser.ts";
import { enterAs, openCity } from "../harness/city.ts";

// A proof is handed in on a phone and passes two checkers, each at a desk of their own; another is refused with a reason.

let city: Awaited<ReturnType<typeof openCity>>;
let browser: Browser;
const seats: Record<string, Seat> = {};

beforeAll(async () => {
  city = await openCity();
  browser = await openBrowser();
  const url = city.webUrl;
  seats.volunteer = await sit(browser, url, { width: 390, height: 844 });
  seats.checker = await sit(browser, url);
  seats["checker-2"] = await sit(browser, url, { theme: "dark" });
  for (const [persona, seat] of Object.entries(seats)) {
    seat.page.setDefaultTimeout(10_000);
    await enterAs(seat, persona);
  }
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await city?.close();
});

const page = (who: string): Page => seats[who]!.page;
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const violations = async (who: string) =>
  (await new AxeBuilder({ page: page(who) }).withTags(rules).analyze()).violations.map(({ id }) => id);
let handedIn: string;

async function handIn(kind: string): Promise<void> {
  const volunteer = page("volunteer");
  await volunteer.goto("/credentials/mine");
  await volunteer.getByRole("button", { name: "提交资质" }).click();
  await volunteer.getByLabel("资质类型").selectOption({ label: kind });
  await volunteer.getByLabel("发证机构").fill("北京市教育委员会");
  await volunteer.getByLabel("编号（选填）").fill("BJ-2019-004512");
  await volunteer.getByLabel("有效期从").fill("2019-06-01");
  await volunteer.getByLabel("有效期至").fill("2039-06-01");
  await volunteer.getByRole("button", { name: "提交审核" }).click();
  await volunteer.getByRole("listitem").filter({ hasText: kind }).getByText("等待第一位审核员").waitFor();
  const answer = await volunteer.request.post("/graphql", {
    data: { query: "{ viewer { person { credentials { id } } } }" },
  });
  // The newest comes first.
  handedIn = (await answer.json()).data.viewer.person.credentials[0].id;
}

/** What the volunteer's own page says of it; it changes by itself. */
const mine = (kind: string) => page("volunteer").getByRole("listitem").filter({ hasText: kind });

test("a checker's home is the queue, the longest wait first", async () => {
  const checker = page("checker");
  await checker.goto("/");
  await checker.waitForURL("**/credentials");
  await checker.getByRole("heading", { name: "资质审核" }).waitFor();
  await checker.locator("[data-line]").nth(1).waitFor();
  await checker.getByRole("button", { name: "通过初审" }).waitFor();
  await seats.checker!.picture("credentials-queue");
  expect(await violations("checker")).toEqual([]);
}, 60_000);

test("a proof counts after two checks by two people, with single keys, and its holder sees each step", async () => {
  await handIn("教师资格");
  expect(await violations("volunteer")).toEqual([]);
  const [first, second] = [page("checker"), page("checker-2")];
  await first.goto(`/credentials?open=${handedIn}`);
  await first.getByRole("button", { name: "显示完整编号" }).click();
  await first.getByText("BJ-2019-004512").waitFor();
  await first.getByRole("heading", { name: "教师资格" }).click();
  await first.keyboard.press("a");
  await first.getByText("初审已通过：张宁，教师资格").first().waitFor();
  await mine("教师资格").getByText("第一位审核员已通过").waitFor();
  await first.goto(`/credentials?open=${handedIn}`);
  await first.getByText("第二次审核须由另一位审核员完成。").waitFor();
  expect(await first.getByRole("button", { name: "通过复审" }).count()).toBe(0);
  await second.goto(`/credentials?open=${handedIn}`);
  await second.getByText("陈建国").waitFor();
  await second.getByRole("button", { name: "通过复审，生效" }).click();
  await second.getByText("已生效：张宁，教师资格").first().waitFor();
  await mine("教师资格").getByText("已核验").waitFor();
  await seats.volunteer!.picture("credentials-mine");
}, 60_000);

test("a refusal needs a reason, and its holder reads it", async () => {
  await handIn("健康证明");
  const checker = page("checker");
  await checker.goto(`/credentials?open=${handedIn}`);
  await checker.getByRole("button", { name: "退回" }).click();
  const dialog = checker.getByRole("dialog");
  await dialog.getByRole("button", { name: "退回", exact: true }).click();
  await dialog.getByText("请写明原因。").waitFor();
  expect(await violations("checker")).toEqual([]);
  await dialog.getByLabel("退回的原因").fill("编号在发证机构查不到，请核对后重新提交。");
  await dialog.getByRole("button", { name: "退回", exact: true }).click();
  await checker.getByText("已退回：张宁，健康证明").first().waitFor();
  await mine("健康证明")
    .getByText(/编号在发证机构查不到/)
    .waitFor();
}, 60_000);

test("a checker finds what a volunteer has handed in by their number and takes one away, by keyboard, with a reason that its holder reads", async () => {
  const answer = await page("volunteer").request.post("/graphql", {
    data: { query: "{ viewer { person { number } } }" },
  });
  const { number } = (await answer.json()).data.viewer.person;
  const checker = page("checker-2");
  await checker.goto("/credentials");
  await checker.getByLabel("志愿者编号").fill(number);
  await checker.keyboard.press("Enter");
  await checker.getByRole("heading", { name: "张宁的资质" }).waitFor();
  await checker.locator("[data-line]").filter({ hasText: "教师资格" }).click();
  await checker.getByRole("heading", { name: "教师资格", level: 2 }).waitFor();
  await checker.getByRole("button", { name: "撤销这项资质" }).press("Enter");
  const dialog = checker.getByRole("dialog");
  await dialog.getByRole("button", { name: "确认撤销" }).press("Enter");
  await dialog.getByText("请填写理由。").waitFor();
  await dialog.getByLabel("撤销理由").fill("发证机构答复：查无此证。");
  await dialog.getByRole("button", { name: "确认撤销" }).press("Enter");
  await checker.getByText("已撤销：张宁，教师资格").first().waitFor();
  await checker.getByRole("button", { name: "撤销这项资质" }).waitFor({ state: "detached" });
  await mine("教师资格").getByText("已撤销").waitFor();
  await mine("教师资格")
    .getByText(/查无此证/)
    .waitFor();
}, 60_000);
