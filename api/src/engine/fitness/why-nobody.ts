import type { Instant } from "../../kernel/interval.ts";
import { fit, fits, type Misfit } from "./fit.ts";
import { type FunnelStep, funnel, isAboutWork } from "./funnel.ts";
import type { PersonFacts } from "./person.ts";
import { type RelaxationKind, relaxationKinds, variants } from "./relaxations.ts";
import type { ReasonCode } from "./rules.ts";
import { isOverridable } from "./sentence.ts";
import type { WorkFacts } from "./work.ts";

/** One step that would let somebody fit, and how many. */
export interface Relaxation {
  /** `exception`: the request stays as it is, and a volunteer is asked for an exception to one overridable rule. */
  readonly kind: RelaxationKind | "exception";
  /** As in `Variant`; the reason's code for an exception. */
  readonly value: string;
  readonly personIds: readonly string[];
  /** An example of what the exception would be to. */
  readonly reason: Misfit | null;
}

export interface WhyNobody {
  /** What stands against the work itself, whoever came. */
  readonly aboutWork: readonly Misfit[];
  readonly candidates: number;
  readonly funnel: readonly FunnelStep[];
  /** What helps, least asked for first; of the same kind, whoever helps most first. The head is the cheapest. */
  readonly relaxations: readonly Relaxation[];
}

/** Why a request or shift found nobody, and what would help. `busyElsewhere`: people whom the plan needs more elsewhere. */
export function whyNobody(
  work: WorkFacts,
  candidates: readonly PersonFacts[],
  now: Instant,
  busyElsewhere: ReadonlySet<string>,
): WhyNobody {
  const judged = candidates.map((person) => {
    const reasons = fit(person, work, now, "matcher");
    return { person, reasons, busyElsewhere: busyElsewhere.has(person.id) };
  });
  const near = judged.filter(({ reasons, busyElsewhere: busy }) => !busy && reasons.length > 0);
  const aboutWork = new Map(judged.flatMap(({ reasons }) => reasons.filter(isAboutWork)).map((r) => [r.code, r]));
  return {
    aboutWork: [...aboutWork.values()],
    candidates: candidates.length,
    funnel: funnel(judged),
    relaxations: aboutWork.size > 0 ? [] : relaxations(work, near, now),
  };
}

interface Near {
  readonly person: PersonFacts;
  readonly reasons: readonly Misfit[];
}

/** Reasons that a change of the request could cure; whoever has any other is not asked again. */
const negotiable: ReadonlySet<ReasonCode> = new Set([
  "NOT_AVAILABLE",
  "TIME_OVERLAP",
  "TRAVEL_TIME_TOO_SHORT",
  "REST_TOO_SHORT",
  "CONTINUOUS_DUTY_TOO_LONG",
  "DAY_MINUTES_EXCEEDED",
  "WEEK_MINUTES_EXCEEDED",
  "WEEK_DUTIES_EXCEEDED",
  "TOO_MANY_NIGHTS_IN_A_ROW",
  "MODE_NOT_OFFERED",
  "DISTRICT_NOT_SERVED",
  "TRAVEL_TOO_FAR",
  "FIRM_WISH_NOT_MET",
]);

function relaxations(work: WorkFacts, near: readonly Near[], now: Instant): Relaxation[] {
  const curable = near.filter(({ reasons }) => reasons.every(({ code }) => negotiable.has(code)));
  const changes = variants(work).map(({ kind, value, work: variant }): Relaxation => {
    const fitting = curable.filter(({ person }) => fits(person, variant, now, "matcher"));
    return { kind, value, personIds: fitting.map(({ person }) => person.id), reason: null };
  });
  return [...changes, ...exceptions(near)].filter(({ personIds }) => personIds.length > 0).sort(byEffort);
}

/** People whom a single overridable rule keeps back. */
function exceptions(near: readonly Near[]): Relaxation[] {
  const byCode = new Map<ReasonCode, { personIds: string[]; reason: Misfit }>();
  for (const { person, reasons } of near) {
    const [reason] = reasons;
    if (reasons.length !== 1 || !reason || !isOverridable(reason)) continue;
    const found = byCode.get(reason.code) ?? { personIds: [], reason };
    found.personIds.push(person.id);
    byCode.set(reason.code, found);
  }
  return [...byCode].map(([value, found]) => ({ kind: "exception", value, ...found }));
}

const effort = ({ kind }: Relaxation) =>
  kind === "exception" ? relaxationKinds.length : relaxationKinds.indexOf(kind);

const byEffort = (a: Relaxation, b: Relaxation) => effort(a) - effort(b) || b.personIds.length - a.personIds.length;
