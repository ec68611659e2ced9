import { type Answers, nothingSaid } from "./answers.ts";

/** Never the codes, which open an account, nor what is agreed to, which is said each time anew. */
type Kept = Omit<Answers, "guardianCode" | "privacy" | "matching">;

const place = "shouwang.register";

/**
 * What was typed, for this tab alone: a reload, or a code that has run out, costs nobody the form. Given back to the same
 * contact only, so that whoever registers next on the device does not read it.
 */
export function keptAnswers(contact: string, storage: Pick<Storage, "getItem"> = sessionStorage): Answers {
  try {
    const kept = JSON.parse(storage.getItem(place) ?? "null") as { contact: string; answers: Kept } | null;
    return kept?.contact === contact ? { ...nothingSaid, ...kept.answers } : nothingSaid;
  } catch {
    return nothingSaid;
  }
}

export function keepAnswers(
  contact: string,
  answers: Answers,
  storage: Pick<Storage, "setItem"> = sessionStorage,
): void {
  const { guardianCode, privacy, matching, ...kept } = answers;
  try {
    storage.setItem(place, JSON.stringify({ contact, answers: kept }));
  } catch {
    // A full or forbidden storage only means that nothing is kept.
  }
}

export function forgetAnswers(storage: Pick<Storage, "removeItem"> = sessionStorage): void {
  try {
    storage.removeItem(place);
  } catch {
    // Nothing was kept then.
  }
}
