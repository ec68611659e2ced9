import type { Locator, Page } from "playwright-core";
import type { Given } from "./given.ts";

/** Somebody of the demonstration city; null: nobody is signed in. */
export type Persona = "counsellor" | "family" | "volunteer" | "coordinator" | "checker" | "staff" | null;

export interface Screen {
  readonly name: string;
  /** As web/src/routes.tsx writes it: every route has a screen here. */
  readonly route: string;
  readonly as: Persona;
  readonly path: string | ((given: Given) => string);
  /** What is done on the page before it is looked at: a dialog opened, a line cut. Works in both languages. */
  readonly open?: (page: Page) => Promise<void>;
  /** A state of another screen, or a dialog on it; `desk`: it exists on a desk alone. */
  readonly state?: true | "desk";
}

const shown = (place: Locator): Locator => place.filter({ visible: true }).first();
const button = (page: Page, name: RegExp): Locator => shown(page.getByRole("button", { name }));
const press = (name: RegExp) => (page: Page) => button(page, name).click();
const inDialog = async (page: Page) => {
  await page.getByRole("dialog").or(page.getByRole("alertdialog")).waitFor();
};
const pressed = (name: RegExp) => async (page: Page) => {
  await press(name)(page);
  await inDialog(page);
};
/** Everything of this operation fails from now on, as when the server is ill; then the page is opened anew. */
const failing = (operation: string) => async (page: Page) => {
  await page.route("**/graphql", (route) =>
    (route.request().postData() ?? "").includes(`query ${operation}`)
      ? route.fulfill({ status: 500, contentType: "application/json", body: '{"errors":[{"message":"x"}]}' })
      : route.continue(),
  );
  await page.reload();
  await shown(page.getByRole("button", { name: /再试一次|Try again/ })).waitFor();
};
const withoutLine = async (page: Page) => {
  // A socket that is just being opened would not notice.
  await shown(page.getByText(/^(实时|Live)/)).waitFor();
  await page.context().setOffline(true);
  await shown(page.getByText(/离线 · 数据截至|Offline/)).waitFor();
};
const openFill = async (page: Page) => {
  await press(/^(补位|Fill) /)(page);
  await shown(page.getByRole("button", { name: /^(邀请|Invite|仍要指派|Assign anyway)/ })).waitFor();
};

export const screens: readonly Screen[] = [
  { name: "sign-in", route: "/sign-in", as: null, path: "/sign-in" },
  { name: "register", route: "/register", as: null, path: "/register" },
  { name: "not-found", route: "/", as: null, path: "/nowhere", state: true },

  { name: "slots", route: "/slots", as: "counsellor", path: ({ nextWeek }) => `/slots?week=${nextWeek}` },
  {
    name: "slots-list",
    route: "/slots",
    as: "counsellor",
    path: ({ nextWeek }) => `/slots?week=${nextWeek}&view=list`,
  },
  {
    name: "slots-picked",
    route: "/slots",
    as: "counsellor",
    path: ({ nextWeek }) => `/slots?week=${nextWeek}&view=list`,
    open: press(/热线班.*(余\d位|仅余1位|急缺)|hotline shift.*(free|Last one|Need)/),
    state: true,
  },
  {
    name: "slots-release",
    route: "/slots",
    as: "counsellor",
    path: ({ nextWeek }) => `/slots?week=${nextWeek}`,
    open: pressed(/^(释放 |Release )/),
    state: "desk",
  },
  { name: "slots-empty", route: "/slots", as: "counsellor", path: "/slots?week=2030-06-03", state: true },
  { name: "schedule", route: "/schedule", as: "counsellor", path: "/schedule" },
  {
    name: "schedule-release",
    route: "/schedule",
    as: "counsellor",
    path: "/schedule",
    open: pressed(/^(来不了|Can.t come)/),
    state: true,
  },
  { name: "schedule-empty", route: "/schedule", as: "staff", path: "/schedule?from=2030-06-03", state: true },

  { name: "home", route: "/home", as: "volunteer", path: "/home" },
  {
    name: "home-decline",
    route: "/home",
    as: "volunteer",
    path: "/home",
    open: async (page) => {
      await press(/^(婉拒|Decline)/)(page);
      await page.getByRole("menu").waitFor();
    },
    state: true,
  },
  { name: "home-offline", route: "/home", as: "volunteer", path: "/home", open: withoutLine, state: true },
  { name: "inbox", route: "/inbox", as: "volunteer", path: "/inbox" },
  { name: "inbox-empty", route: "/inbox", as: "staff", path: "/inbox", state: true },
  { name: "inbox-failed", route: "/inbox", as: "volunteer", path: "/inbox", open: failing("Inbox"), state: true },
  { name: "availability", route: "/availability", as: "volunteer", path: "/availability" },
  { name: "availability-first", route: "/availability", as: "staff", path: "/availability?first=true", state: true },
  { name: "skills", route: "/skills", as: "volunteer", path: "/skills" },
  { name: "skills-first", route: "/skills", as: "staff", path: "/skills?first=true", state: true },
  {
    name: "account",
    route: "/availability",
    as: "volunteer",
    path: "/availability",
    open: async (page) => {
      await shown(page.locator("nav button[aria-haspopup=menu]")).click();
      await page.getByRole("menu").waitFor();
    },
    state: true,
  },

  { name: "requests", route: "/requests", as: "family", path: "/requests" },
  { name: "requests-refused", route: "/requests", as: "staff", path: "/requests", state: true },
  { name: "request-open", route: "/requests/$id", as: "family", path: ({ open }) => `/requests/${open}` },
  { name: "request-matched", route: "/requests/$id", as: "family", path: ({ matched }) => `/requests/${matched}` },
  {
    name: "request-over",
    route: "/requests/$id",
    as: "family",
    path: ({ closed }) => `/requests/${closed}`,
    state: true,
  },
  {
    name: "request-cancel",
    route: "/requests/$id",
    as: "family",
    path: ({ open }) => `/requests/${open}`,
    open: pressed(/^(关闭需求|Close request)/),
    state: true,
  },
  {
    name: "request-missing",
    route: "/requests/$id",
    as: "family",
    path: "/requests/00000000-0000-7000-8000-000000000000",
    state: true,
  },
  ...(["child", "subject", "time", "how", "check"] as const).map(
    (step): Screen => ({
      name: `wizard-${step}`,
      route: "/requests/new/$step",
      as: "family",
      path: `/requests/new/${step}`,
    }),
  ),
  {
    name: "wizard-refused",
    route: "/requests/new/$step",
    as: "family",
    path: "/requests/new/check",
    open: async (page) => {
      await press(/^(提交需求|Send request|Send|Post request|Submit)/)(page);
      await shown(page.getByRole("region", { name: /\d/ })).waitFor();
    },
    state: true,
  },

  { name: "board", route: "/board", as: "coordinator", path: "/board" },
  { name: "board-table", route: "/board", as: "coordinator", path: "/board?view=table&hours=whole", state: "desk" },
  { name: "board-fill", route: "/board", as: "coordinator", path: "/board", open: openFill },
  {
    name: "board-override",
    route: "/board",
    as: "coordinator",
    path: ({ open }) => `/board?fill=request/${open}`,
    open: async (page) => {
      await pressed(/^(仍要指派|Assign anyway)/)(page);
    },
    state: "desk",
  },
  {
    name: "board-keys",
    route: "/board",
    as: "coordinator",
    path: "/board",
    open: pressed(/^(快捷键|Keyboard shortcuts)$/),
    state: "desk",
  },
  {
    name: "board-find",
    route: "/board",
    as: "coordinator",
    path: "/board",
    open: async (page) => {
      await shown(page.locator("h1")).waitFor();
      await page.keyboard.press("Control+k");
      await shown(page.getByRole("option").nth(4)).waitFor();
    },
    state: true,
  },
  {
    name: "board-filter",
    route: "/board",
    as: "coordinator",
    path: "/board",
    open: (page) => shown(page.getByRole("searchbox")).fill("zzz"),
    state: true,
  },
  { name: "board-empty", route: "/board", as: "coordinator", path: "/board?day=2030-06-03", state: "desk" },
  { name: "board-nowhere", route: "/board", as: "volunteer", path: "/board", state: true },
  { name: "board-failed", route: "/board", as: "coordinator", path: "/board", open: failing("Board("), state: true },
  { name: "board-offline", route: "/board", as: "coordinator", path: "/board", open: withoutLine, state: true },

  { name: "credentials", route: "/credentials", as: "checker", path: "/credentials" },
  {
    name: "credentials-of",
    route: "/credentials",
    as: "checker",
    path: ({ counsellorNumber }) => `/credentials?of=${counsellorNumber}`,
  },
  {
    name: "credentials-revoke",
    route: "/credentials",
    as: "checker",
    path: ({ counsellorNumber }) => `/credentials?of=${counsellorNumber}`,
    open: async (page) => {
      // On a phone the list comes first.
      if ((page.viewportSize()?.width ?? 0) < 760) await shown(page.locator("[data-line]")).click();
      await pressed(/^(撤销这项资质|Revoke this credential)/)(page);
    },
    state: true,
  },
  { name: "credentials-unknown", route: "/credentials", as: "checker", path: "/credentials?of=7", state: true },
  { name: "credentials-refused", route: "/credentials", as: "volunteer", path: "/credentials", state: true },
  { name: "my-credentials", route: "/credentials/mine", as: "volunteer", path: "/credentials/mine" },

  { name: "runs", route: "/matcher", as: "coordinator", path: "/matcher" },
  { name: "run", route: "/matcher/$runId", as: "coordinator", path: ({ run }) => `/matcher/${run}` },
  {
    name: "run-why",
    route: "/matcher/$runId",
    as: "coordinator",
    path: ({ run, proposal }) => `/matcher/${run}?open=${proposal}`,
    state: true,
  },
  {
    name: "run-unfilled",
    route: "/matcher/$runId",
    as: "coordinator",
    path: ({ run }) => `/matcher/${run}?tab=unfilled`,
    state: true,
  },
  {
    name: "run-discard",
    route: "/matcher/$runId",
    as: "coordinator",
    path: ({ run }) => `/matcher/${run}`,
    open: pressed(/^(放弃方案|Put away)/),
    state: true,
  },
  {
    name: "run-missing",
    route: "/matcher/$runId",
    as: "coordinator",
    path: "/matcher/00000000-0000-7000-8000-000000000000",
    state: true,
  },
];
