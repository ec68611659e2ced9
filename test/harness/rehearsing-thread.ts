import { inThread } from "../../api/src/platform/in-thread.ts";

/** What a test asks of the thread: how it stands, never to answer, or to die. */
export type Asked = "how" | "wait for ever" | "die";
export type Stands = { readonly rehearsals: number; readonly answers: number };

let rehearsals = 0;
let answers = 0;

inThread<Asked, string, Stands>({
  async work(asked, _read, tell) {
    tell("begun");
    if (asked === "die") throw new Error("died at work");
    if (asked === "wait for ever") await new Promise(() => {});
    return { rehearsals, answers: answers++ };
  },
  async rehearse() {
    rehearsals++;
    throw new Error("the database is away");
  },
});
