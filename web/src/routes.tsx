import type { ApolloClient } from "@apollo/client";
import type { MessageId } from "@lingui/core";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import type { OidcProblem } from "./features/sign-in/oidc-problem.tsx";
import { keepHome } from "./lib/last-home.ts";
import { proof, readTicket } from "./lib/proof.ts";
import { currentViewer } from "./lib/session.ts";
import { loadWords } from "./lib/words.ts";
import { placesOf } from "./shell/navigation.ts";
import { NotFound } from "./shell/not-found.tsx";
import { PageError } from "./shell/page-error.tsx";
import { Shell } from "./shell/shell.tsx";

declare module "@tanstack/react-router" {
  interface StaticDataRouteOption {
    /** Names the page in the title and for screen readers. */
    title?: MessageId;
  }
  interface Register {
    router: AppRouter;
  }
}

/** A search parameter that is one of a few words, or absent. */
const oneOf = <Word extends string>(value: unknown, ...words: Word[]): Word | undefined =>
  words.find((word) => word === value);
const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
/** `2026-11-25` */
const day = (value: unknown): string | undefined =>
  typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined;

/** Where to go afterwards: only a path of our own. */
const ownPath = (value: unknown): string | undefined => text(value)?.match(/^\/(?![/\\]).*/)?.[0];

const root = createRootRouteWithContext<{ client: ApolloClient }>()({
  component: Outlet,
  notFoundComponent: NotFound,
  errorComponent: PageError,
});

async function mustBeSignedIn({
  context,
  location,
}: {
  context: { client: ApolloClient };
  location: { href: string };
}) {
  if (!(await currentViewer(context.client))) throw redirect({ to: "/sign-in", search: { next: location.href } });
}

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  staticData: { title: "app.sign-in" },
  validateSearch: (search): { next?: string | undefined; problem?: OidcProblem | undefined } => ({
    next: ownPath(search.next),
    problem: oneOf(search.problem, "OIDC_FAILED", "OIDC_NOT_LINKED", "OIDC_NO_CONTACT", "OIDC_LINKED_ELSEWHERE"),
  }),
  beforeLoad: () => {
    const ticket = readTicket(window.location.hash);
    if (!ticket) return;
    proof.set(ticket);
    throw redirect({ to: "/register", replace: true });
  },
  loader: () => loadWords("sign-in"),
  component: lazyRouteComponent(() => import("./features/sign-in/sign-in-route.tsx"), "SignInRoute"),
});

const register = createRoute({
  getParentRoute: () => root,
  path: "/register",
  staticData: { title: "app.register" },
  validateSearch: (search): { next?: string | undefined } => ({ next: ownPath(search.next) }),
  loader: () => loadWords("register"),
  component: lazyRouteComponent(() => import("./features/register/register-route.tsx"), "RegisterRoute"),
});

/** Everything behind the sign-in. */
const inside = createRoute({
  getParentRoute: () => root,
  id: "inside",
  component: Shell,
  beforeLoad: mustBeSignedIn,
});

const start = createRoute({
  getParentRoute: () => inside,
  path: "/",
  beforeLoad: async ({ context }) => {
    const person = await currentViewer(context.client);
    if (!person) throw redirect({ to: "/sign-in" });
    const { to } = placesOf[person.role][0];
    keepHome(to);
    throw redirect({ to });
  },
});

const home = createRoute({
  getParentRoute: () => inside,
  path: "/home",
  staticData: { title: "app.home" },
  loader: () => loadWords("volunteer"),
  component: lazyRouteComponent(() => import("./features/volunteer/home-page.tsx"), "HomePage"),
});

const schedule = createRoute({
  getParentRoute: () => inside,
  path: "/schedule",
  staticData: { title: "app.calendar" },
  /** `from`: the first day of the four weeks, today unless told. */
  validateSearch: (search): { from?: string | undefined } => ({ from: day(search.from) }),
  loader: () => loadWords("volunteer"),
  component: lazyRouteComponent(() => import("./features/volunteer/schedule-route.tsx"), "ScheduleRoute"),
});

const inbox = createRoute({
  getParentRoute: () => inside,
  path: "/inbox",
  staticData: { title: "app.inbox" },
  loader: () => loadWords("volunteer"),
  component: lazyRouteComponent(() => import("./features/volunteer/inbox-page.tsx"), "InboxPage"),
});

/** `first`: they have just registered, and are asked one thing after the other. */
const firstTime = (search: Record<string, unknown>): { first?: true | undefined } => ({
  first: search.first === true || undefined,
});

const skills = createRoute({
  getParentRoute: () => inside,
  path: "/skills",
  staticData: { title: "app.skills" },
  validateSearch: firstTime,
  loader: () => loadWords("skills"),
  component: lazyRouteComponent(() => import("./features/skills/skills-page.tsx"), "SkillsPage"),
});

const availability = createRoute({
  getParentRoute: () => inside,
  path: "/availability",
  staticData: { title: "app.availability" },
  validateSearch: firstTime,
  loader: () => loadWords("volunteer"),
  component: lazyRouteComponent(() => import("./features/volunteer/availability-page.tsx"), "AvailabilityPage"),
});

export type SlotsSearch = {
  week?: string | undefined;
  view?: "grid" | "list" | undefined;
  from?: string | undefined;
  site?: string | undefined;
};
const slots = createRoute({
  getParentRoute: () => inside,
  path: "/slots",
  staticData: { title: "app.slots" },
  /** `week`: a day in it; `from`: the first of the three days on a phone; `site`: the hotline. */
  validateSearch: (search): SlotsSearch => ({
    week: day(search.week),
    view: oneOf(search.view, "grid", "list"),
    from: day(search.from),
    site: text(search.site),
  }),
  loader: () => loadWords("slots"),
  component: lazyRouteComponent(() => import("./features/slots/slots-page.tsx"), "SlotsPage"),
});

const requests = createRoute({
  getParentRoute: () => inside,
  path: "/requests",
  staticData: { title: "app.requests" },
  loader: () => loadWords("requests"),
  component: lazyRouteComponent(() => import("./features/requests/requests-page.tsx"), "RequestsPage"),
});

/** Outside the shell: a wizard fills the screen. */
const newRequest = createRoute({
  getParentRoute: () => root,
  path: "/requests/new/$step",
  staticData: { title: "app.new-request" },
  beforeLoad: mustBeSignedIn,
  loader: () => loadWords("requests"),
  component: lazyRouteComponent(() => import("./features/requests/request-wizard.tsx"), "RequestWizard"),
});

const request = createRoute({
  getParentRoute: () => inside,
  path: "/requests/$id",
  staticData: { title: "app.request" },
  loader: () => loadWords("requests"),
  component: lazyRouteComponent(() => import("./features/requests/request-page.tsx"), "RequestPage"),
});

export type BoardSearch = {
  day?: string | undefined;
  district?: string | undefined;
  view?: "timeline" | "table" | undefined;
  /** How much of the day the timeline shows. */
  hours?: "half" | "whole" | undefined;
  /** What the fill panel is about: `shift/<id>` or `request/<id>`. */
  fill?: string | undefined;
};
const board = createRoute({
  getParentRoute: () => inside,
  path: "/board",
  staticData: { title: "app.board" },
  validateSearch: (search): BoardSearch => ({
    day: day(search.day),
    district: text(search.district),
    view: oneOf(search.view, "timeline", "table"),
    hours: oneOf(search.hours, "half", "whole"),
    fill: text(search.fill),
  }),
  loader: () => loadWords("board"),
  component: lazyRouteComponent(() => import("./features/board/board-page.tsx"), "BoardPage"),
});

/** What waits for a checker; `open`: the one that is looked at; `of`: the number of the volunteer whose they are. */
const credentials = createRoute({
  getParentRoute: () => inside,
  path: "/credentials",
  staticData: { title: "app.credentials" },
  validateSearch: (search): { open?: string | undefined; of?: number | undefined } => ({
    open: text(search.open),
    of: Number.isSafeInteger(search.of) ? (search.of as number) : undefined,
  }),
  loader: () => loadWords("credentials"),
  component: lazyRouteComponent(() => import("./features/credentials/queue-page.tsx"), "QueuePage"),
});

const myCredentials = createRoute({
  getParentRoute: () => inside,
  path: "/credentials/mine",
  staticData: { title: "app.my-credentials" },
  loader: () => loadWords("credentials"),
  component: lazyRouteComponent(() => import("./features/credentials/mine-page.tsx"), "MinePage"),
});

const matcher = createRoute({
  getParentRoute: () => inside,
  path: "/matcher",
  staticData: { title: "app.match" },
  /** `district`: whose runs, for whoever coordinates several. */
  validateSearch: (search): { district?: string | undefined } => ({ district: text(search.district) }),
  loader: () => loadWords("match"),
  component: lazyRouteComponent(() => import("./features/match/runs-route.tsx"), "RunsRoute"),
});

export type RunSearch = {
  tab?: "added" | "moved" | "unfilled" | undefined;
  /** The proposal whose reasons are open. */
  open?: string | undefined;
};
const matchRun = createRoute({
  getParentRoute: () => inside,
  path: "/matcher/$runId",
  staticData: { title: "app.match" },
  validateSearch: (search): RunSearch => ({
    tab: oneOf(search.tab, "added", "moved", "unfilled"),
    open: text(search.open),
  }),
  loader: () => loadWords("match"),
  component: lazyRouteComponent(() => import("./features/match/run-route.tsx"), "RunRoute"),
});

/** Development only: a build drops it and its samples. */
const gallery = import.meta.env.DEV
  ? [
      createRoute({
        getParentRoute: () => root,
        path: "/gallery",
        component: lazyRouteComponent(() => import("./gallery/gallery.tsx"), "Gallery"),
      }),
      createRoute({
        getParentRoute: () => root,
        path: "/gallery/sign-in",
        loader: () => loadWords("sign-in"),
        component: lazyRouteComponent(() => import("./gallery/sign-in-sample.tsx"), "SignInSample"),
      }),
    ]
  : [];

const tree = root.addChildren([
  signIn,
  register,
  newRequest,
  inside.addChildren([
    start,
    home,
    schedule,
    inbox,
    availability,
    skills,
    slots,
    requests,
    request,
    board,
    matcher,
    matchRun,
    credentials,
    myCredentials,
  ]),
  ...gallery,
]);

export function createAppRouter(client: ApolloClient) {
  return createRouter({
    routeTree: tree,
    context: { client },
    defaultPreload: "intent",
    scrollRestoration: true,
    defaultPendingMs: 300,
  });
}
export type AppRouter = ReturnType<typeof createAppRouter>;
