import { type CostPart, partWords } from "../../engine/cost/cost.ts";
import { recordLine } from "../../engine/cost/record-line.ts";
import { acceptedPercent } from "../../engine/cost/response.ts";
import type { Instant } from "../../kernel/interval.ts";
import type { Locale } from "../../kernel/reason.ts";
import { messageOf, shortMessageOf } from "../../platform/words.ts";
import type { Candidate, Candidates } from "./candidates.ts";

type Pair = readonly [zh: string, en: string];

/** In what somebody is first among all who fit. */
const distinctions: readonly { readonly words: Pair; readonly of: (candidate: Candidate, now: Instant) => number }[] = [
  {
    words: ["曾为其服务", "has helped them before"],
    of: ({ cost }) => (factsOf(cost.parts, "continuity").same ? 1 : 0),
  },
  {
    words: ["最久未排", "longest since a duty"],
    of: ({ person }, now) => (person.record.lastServedAt === null ? 0 : now - person.record.lastServedAt),
  },
  { words: ["负荷最低", "lightest load"], of: ({ person }) => -person.record.recentMinutes },
  { words: ["接受率最高", "says yes most often"], of: ({ person }) => acceptedPercent(person.record) ?? 0 },
];

const factsOf = (parts: readonly CostPart[], name: CostPart["name"]): CostPart["facts"] =>
  parts.find((part) => part.name === name)?.facts ?? {};

/** 最久未排，负荷最低: why this person stands where they do; for a blocked one, what blocks them. */
export function headline(candidate: Candidate, { fitting, now }: Candidates, locale: Locale): string {
  const [reason] = candidate.reasons;
  if (reason) return shortMessageOf(reason, locale);
  const first = distinctions.filter(({ of }) => isFirst(candidate, fitting, (one) => of(one, now)));
  if (first.length > 0)
    return sentenceOf(
      first.slice(0, 2).map(({ words }) => words[locale === "en" ? 1 : 0]),
      locale,
    );
  const [best] = [...candidate.cost.parts]
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => a.units * a.weight - b.units * b.weight);
  return best ? sentenceOf([partWords(best, locale)], locale) : "";
}

/** Alone at the top: shared by all it would say nothing. */
function isFirst(candidate: Candidate, among: readonly Candidate[], of: (candidate: Candidate) => number): boolean {
  const mine = of(candidate);
  return among.length > 1 && among.every((other) => other === candidate || of(other) < mine);
}

function sentenceOf(phrases: readonly string[], locale: Locale): string {
  const text = phrases.join(locale === "en" ? ", " : "，");
  return locale === "en" ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/** 上次值班9天前 · 本周1/3班 · 接受率82%; for a blocked one, the sentence of what blocks them. */
export function detail({ person, reasons }: Candidate, { work, now }: Candidates, locale: Locale): string {
  const [reason] = reasons;
  return reason ? messageOf(reason, locale) : recordLine(person, work, now, locale);
}
