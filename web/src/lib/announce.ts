import { createStore } from "./store.ts";

/** Long enough that a burst of events is one sentence. */
const QUIET = 3_000;

export const spoken = createStore({ polite: "", assertive: "" });
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says a summary to screen readers once things are quiet for 3 s; a newer summary replaces one not yet said. */
export function announce(summary: string): void {
  clearTimeout(timer);
  timer = setTimeout(() => say("polite", summary), QUIET);
}

/** At once, but without interrupting: the answer to what the person just did, or the name of a new page. */
export function announceNow(text: string): void {
  say("polite", text);
}

/** Interrupts. Only for what hits the person's own shift. */
export function interrupt(text: string): void {
  say("assertive", text);
}

/** The same text twice would not be read: a trailing no-break space makes it another text. */
function say(how: "polite" | "assertive", text: string): void {
  const before = spoken.get();
  spoken.set({ ...before, [how]: before[how] === text ? `${text}\u00a0` : text });
}
