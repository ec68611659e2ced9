import { specialismGap } from "../../../engine/fitness/specialism.ts";
import type { WorkFacts } from "../../../engine/fitness/work.ts";
import type { RequestWork } from "../../assignments/request-work.ts";

/** What candidates are looked up by. Requests that want the same share one list of people. */
export interface Wanted {
  readonly skill: number;
  /** Ids of every specialism that serves; 0 stands for the skill as such. */
  readonly specialisms: readonly number[];
  readonly mode: string;
  readonly district: number;
}

/** A specialism of the city's list. */
export interface KnownSpecialism {
  readonly id: number;
  readonly skillId: number;
  readonly code: string;
}

export function wantedFor(request: RequestWork, work: WorkFacts, known: readonly KnownSpecialism[]): Wanted {
  return {
    skill: request.skillId,
    specialisms: serving(request.skillId, work, known),
    mode: work.mode,
    district: request.districtId,
  };
}

function serving(skillId: number, work: WorkFacts, known: readonly KnownSpecialism[]): number[] {
  const ofSkill = known.filter((one) => one.skillId === skillId);
  const needed = work.skills[0]?.specialism ?? null;
  if (needed === null) return [0, ...ofSkill.map(({ id }) => id)];
  return ofSkill.filter(({ code }) => specialismGap(code, needed, work.policy) !== null).map(({ id }) => id);
}

export const keyOf = (wanted: Wanted): string => JSON.stringify(wanted);
