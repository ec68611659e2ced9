import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, type Seat, sit } from "../harness/browser.ts";
import { newestCode, openCity } from "../harness/city.ts";

// Somebody new comes in through the front door; a minor brings a guardian; single sign-on comes back with trouble.

let city: Awaited<ReturnType<typeof openCity>>;
let browser: Browser;
let seat: Seat;

beforeAll(async () => {
  city = await openCity();
  browser = await openBrowser();
  seat = await sit(browser, city.webUrl, { width: 390, height: 844 });
  seat.page.setDefaultTimeout(10_000);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await city?.close();
});

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const violations = async () =>
  (await new AxeBuilder({ page: seat.page }).withTags(rules).analyze()).violations.map(({ id }) => id);

/** From the front door to the form, with a contact that nobody has registered. */
async function arrive(contact: string): Promise<void> {
  const { page } = seat;
  await page.goto("/sign-in");
  await page.getByLabel("手机号或邮箱").fill(contact);
  await page.getByRole("button", { name: "获取验证码" }).click();
  await page.getByLabel("验证码").fill(await codeAfter(() => page.getByLabel("验证码").waitFor()));
  await page.getByRole("button", { name: "登录" }).click();
  await page.getByRole("heading", { name: "还差几项，就能加入" }).waitFor();
}

let last: string | undefined;

/** The code that goes out with this; the log's pipe may be a moment behind the answer. */
async function codeAfter(sent: () => Promise<void>): Promise<string> {
  await sent();
  while (newestCode(city) === last) await new Promise((resolve) => setTimeout(resolve, 20));
  last = newestCode(city);
  return last!;
}

test("a code for an unknown contact leads on to registering, and what is missing is said before anything is sent", async () => {
  const { page } = seat;
  await arrive("13900001001");
  await page.getByText("13900001001 已验证").waitFor();
  expect(new URL(page.url()).search + new URL(page.url()).hash).toBe("");
  await page.getByRole("button", { name: "注册并进入" }).click();
  for (const sentence of ["请至少选一项。", "请填写姓名。", "请选择居住的区。", "同意隐私说明后才能注册。"])
    await page.getByText(sentence).waitFor();
  expect(await page.evaluate(() => document.activeElement?.closest("fieldset")?.id)).toBe("roles");
  expect(await violations()).toEqual([]);
}, 60_000);

test("a new volunteer is asked what she can do and when she is free, and then is at home", async () => {
  const { page } = seat;
  await page.getByRole("checkbox", { name: /帮助别人/ }).check();
  await page.getByLabel("姓名").fill("张梅");
  await page.getByLabel("出生日期").fill("1990-05-04");
  await page.getByLabel("居住的区").selectOption({ label: "朝阳区" });
  // Away and back again: what was typed is still there.
  await page.getByRole("link", { name: "换一个" }).click();
  await page.getByLabel("手机号或邮箱").waitFor();
  await page.goBack();
  expect(await page.getByLabel("姓名").inputValue()).toBe("张梅");
  expect(await page.getByRole("checkbox", { name: /帮助别人/ }).isChecked()).toBe(true);
  await page.getByRole("checkbox", { name: /我已阅读并同意/ }).check();
  await page.getByRole("button", { name: "注册并进入" }).click();
  await page.waitForURL("**/skills?first=true");
  await page.getByRole("checkbox", { name: "送餐", exact: true }).check();
  await page.getByRole("checkbox", { name: "初中数学" }).check();
  await page.getByLabel("初中数学：熟练程度").selectOption({ label: "比较熟练" });
  await page.getByRole("button", { name: "保存，下一步" }).click();
  await page.waitForURL("**/availability?first=true");
  await page.getByRole("button", { name: "周六：全选或全不选" }).click();
  await page.getByRole("button", { name: "保存" }).click();
  await page.waitForURL("**/home");
  await page.getByRole("heading", { name: /张梅/ }).waitFor();
  await seat.picture("register-home");
  await page.goto("/skills");
  expect(await page.getByLabel("初中数学：熟练程度").inputValue()).toBe("3");
  expect(await page.getByRole("checkbox", { name: "送餐", exact: true }).isChecked()).toBe(true);
}, 60_000);

test("a minor comes in once a guardian has given the code that went to them", async () => {
  const { page } = seat;
  await page.context().clearCookies();
  await arrive("13900001002");
  await page.getByRole("checkbox", { name: /帮助别人/ }).check();
  await page.getByLabel("姓名", { exact: true }).fill("李小雨");
  await page.getByLabel("出生日期").fill("2011-01-01");
  await page.getByLabel("居住的区").selectOption({ label: "海淀区" });
  await page.getByLabel("监护人的手机号或邮箱").fill("guardian@example.org");
  await page.getByRole("button", { name: "发送验证码" }).click();
  const sent = page.getByText("已发送到 guardian@example.org");
  await page.getByLabel("监护人收到的验证码").fill(await codeAfter(() => sent.waitFor()));
  await page.getByLabel("监护人姓名").fill("李芳");
  await page.getByRole("checkbox", { name: /我已阅读并同意/ }).check();
  await seat.picture("register-minor");
  expect(await violations()).toEqual([]);
  await page.getByRole("button", { name: "注册并进入" }).click();
  await page.waitForURL("**/skills?first=true");
}, 60_000);

test.each([
  ["OIDC_FAILED", /可以再试一次/],
  ["OIDC_NOT_LINKED", /请先用验证码登录/],
  ["OIDC_NO_CONTACT", /请在这里用手机号或邮箱获取验证码/],
  ["OIDC_LINKED_ELSEWHERE", /请用那个账号登录/],
])("%s comes back as a sentence with the next step", async (problem, next) => {
  const { page } = seat;
  await page.context().clearCookies();
  await page.goto(`/sign-in?problem=${problem}`);
  await page.getByRole("alert").getByText(next).waitFor();
  expect(await page.getByRole("checkbox", { name: "登录后关联我的统一身份" }).count()).toBe(
    problem === "OIDC_NOT_LINKED" ? 1 : 0,
  );
  expect(await violations()).toEqual([]);
});

test("a ticket of the identity service opens the form and leaves the address; an old one sends back to sign-in", async () => {
  const { page } = seat;
  await page.goto("about:blank");
  await page.goto("/sign-in#register&contact=lu%40city.example&ticket=oidc.too-old");
  await page.getByText("城市统一身份服务已确认 lu@city.example").waitFor();
  expect(page.url()).not.toContain("oidc");
  await page.getByRole("checkbox", { name: /为家人求助/ }).check();
  await page.getByLabel("姓名").fill("陆遥");
  await page.getByLabel("出生日期").fill("1990-05-04");
  await page.getByLabel("居住的区").selectOption({ label: "朝阳区" });
  await page.getByRole("checkbox", { name: /我已阅读并同意/ }).check();
  await page.getByRole("button", { name: "注册并进入" }).click();
  await page.getByRole("alert").getByText("离开统一身份服务太久了").waitFor();
  await page.getByRole("link", { name: "回到登录" }).click();
  await page.getByLabel("手机号或邮箱").waitFor();
}, 60_000);
