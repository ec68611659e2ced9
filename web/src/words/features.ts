import type app from "./zh-CN/app.ts";
import type board from "./zh-CN/board.ts";
import type signIn from "./zh-CN/sign-in.ts";
import type slots from "./zh-CN/slots.ts";

/** One catalogue per feature and language: words/<locale>/<feature>.ts. A new feature adds its two lines here. */
export type Feature = "app" | "board" | "sign-in" | "slots";

type Catalogues = typeof app & typeof board & typeof signIn & typeof slots;

declare module "@lingui/core" {
  interface Register {
    /** So that `t("…")` with an unknown id does not compile. */
    messageIds: keyof Catalogues & string;
  }
}
