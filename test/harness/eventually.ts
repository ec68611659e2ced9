import { setTimeout as pause } from "node:timers/promises";

/** Asks again and again until the answer is yes, for what sends no word when it happens; throws `otherwise` after 10 s. */
export async function eventually(question: () => Promise<boolean>, otherwise: string): Promise<void> {
  for (const until = Date.now() + 10_000; !(await question()); await pause(20))
    if (Date.now() > until) throw new Error(otherwise);
}
