import type { Locale } from "../../kernel/reason.ts";
import type { Misfit } from "./fit.ts";
import type { Stage } from "./rule.ts";
import { type ReasonCode, rules } from "./rules.ts";

/** The stages that thin out the candidates, in the order in which they are told; `spare` is last: not needed more urgently elsewhere. */
export const steps = ["skill", "credential", "person", "free", "rest", "load", "reach", "wish", "spare"] as const;
export type Step = (typeof steps)[number];

export interface FunnelStep {
  readonly step: Step;
  /** How many are left after this step and all before it. */
  readonly left: number;
  /** How many this step alone keeps back among those who came so far. */
  readonly lost: number;
}

/** What is known of one candidate. */
export interface Judged {
  readonly reasons: readonly Misfit[];
  /** Would fit, but the plan has them on work that is more urgent or cheaper for the city. */
  readonly busyElsewhere: boolean;
}

const stageOf = new Map<ReasonCode, Stage>(rules.map(({ code, stage }) => [code, stage]));

/** Reasons that hold for the work whoever comes (cancelled, full, no consent) are no step: tell them first. */
export const isAboutWork = ({ code }: Misfit): boolean => stageOf.get(code) === "open";

/** How the candidates dwindle, step by step. */
export function funnel(candidates: readonly Judged[]): FunnelStep[] {
  const lost = new Map<Step | null, number>();
  for (const candidate of candidates) {
    const at = firstLost(candidate);
    lost.set(at, (lost.get(at) ?? 0) + 1);
  }
  let left = candidates.length;
  return steps.map((step) => {
    const here = lost.get(step) ?? 0;
    left -= here;
    return { step, left, lost: here };
  });
}

function firstLost({ reasons, busyElsewhere }: Judged): Step | null {
  const stages = new Set(reasons.map(({ code }) => stageOf.get(code)));
  return steps.find((step) => (step === "spare" ? busyElsewhere : stages.has(step))) ?? null;
}

/** 资质和培训有效 · credentials and training valid */
export const stepWords = (step: Step, locale: Locale): string => words[step][locale === "en" ? 1 : 0];

const words: Readonly<Record<Step, readonly [zh: string, en: string]>> = {
  skill: ["有所需技能", "have the skill"],
  credential: ["资质和培训有效", "credentials and training valid"],
  person: ["符合年龄等条件", "of age and serving"],
  free: ["这个时间有空", "free at the time"],
  rest: ["休息充足", "rested"],
  load: ["未到时长上限", "below their limits"],
  reach: ["方式和地点合适", "within reach"],
  wish: ["符合求助意愿", "as wished"],
  spare: ["未被更紧急的工作占用", "not needed more urgently"],
};
