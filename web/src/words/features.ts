import type app from "./zh-CN/app.ts";
import type requests from "./zh-CN/requests.ts";
import type signIn from "./zh-CN/sign-in.ts";

/** One catalogue per feature and language: words/<locale>/<feature>.ts. A new feature adds its two lines here. */
export type Feature = "app" | "requests" | "sign-in";

type Catalogues = typeof app & typeof requests & typeof signIn;

declare module "@lingui/core" {
  interface Register {
    /** So that `t("…")` with an unknown id does not compile. */
    messageIds: keyof Catalogues & string;
  }
}
