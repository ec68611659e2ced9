import type { Misfit } from "../../../engine/fitness/fit.ts";
import type { FunnelStep } from "../../../engine/fitness/funnel.ts";
import type { PersonFacts } from "../../../engine/fitness/person.ts";
import { type Relaxation, whyNobody } from "../../../engine/fitness/why-nobody.ts";
import type { WorkFacts } from "../../../engine/fitness/work.ts";
import type { Instant } from "../../../kernel/interval.ts";
import type { Cut } from "./cut.ts";

/** Why places stay open, as data; words.ts says it. */
export interface Explanation {
  /** Places that stay open. */
  readonly open: number;
  /** What stands against the request itself, whoever came. */
  readonly aboutWork: readonly Misfit[];
  readonly candidates: number;
  /** There are more than were looked at. */
  readonly more: boolean;
  readonly funnel: readonly FunnelStep[];
  readonly relaxations: readonly ToldRelaxation[];
  readonly cut: Cut | null;
}

export type ToldRelaxation = Omit<Relaxation, "personIds"> & { readonly wouldFit: number };

/** More than this many ways out help nobody to choose. */
const mostRelaxations = 4;

export function explain(
  open: number,
  work: WorkFacts,
  people: readonly PersonFacts[],
  more: boolean,
  now: Instant,
  busyElsewhere: ReadonlySet<string>,
  cut: Cut | null,
): Explanation {
  const { aboutWork, candidates, funnel, relaxations } = whyNobody(work, people, now, busyElsewhere);
  return {
    open,
    aboutWork,
    candidates,
    more,
    funnel,
    relaxations: relaxations
      .slice(0, mostRelaxations)
      .map(({ personIds, ...told }) => ({ ...told, wouldFit: personIds.length })),
    cut,
  };
}
