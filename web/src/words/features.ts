import type app from "./zh-CN/app.ts";
import type board from "./zh-CN/board.ts";
import type credentials from "./zh-CN/credentials.ts";
import type find from "./zh-CN/find.ts";
import type match from "./zh-CN/match.ts";
import type register from "./zh-CN/register.ts";
import type requests from "./zh-CN/requests.ts";
import type signIn from "./zh-CN/sign-in.ts";
import type skills from "./zh-CN/skills.ts";
import type slots from "./zh-CN/slots.ts";
import type volunteer from "./zh-CN/volunteer.ts";

/** One catalogue per feature and language: words/<locale>/<feature>.ts. A new feature adds its two lines here. */
export type Feature =
  | "app"
  | "board"
  | "credentials"
  | "find"
  | "match"
  | "register"
  | "requests"
  | "sign-in"
  | "skills"
  | "slots"
  | "volunteer";

type Catalogues = typeof app &
  typeof board &
  typeof credentials &
  typeof find &
  typeof match &
  typeof register &
  typeof requests &
  typeof signIn &
  typeof skills &
  typeof slots &
  typeof volunteer;

declare module "@lingui/core" {
  interface Register {
    /** So that `t("…")` with an unknown id does not compile. */
    messageIds: keyof Catalogues & string;
  }
}
