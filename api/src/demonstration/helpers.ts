import type { Range } from "../kernel/ranges.ts";
import { helperGroup, tutorsField } from "./abilities.ts";
import type { Calendar } from "./calendar.ts";
import { stageRange } from "./catalogue.ts";
import { inhabitant } from "./inhabitant.ts";
import { type CityPlan, membersOf } from "./plan.ts";

/** Somebody who takes requests. Each request gets an hour of the week of its own, so that none ever clashes with another. */
export interface Helper {
  readonly id: string;
  /** Weekly hours not given away yet. */
  readonly free: Range[];
  /** Requests that are not over. */
  standing: number;
}

const mostStanding = 2;

/** Helpers by what they are asked for: `math/junior1..junior3`, `errands 105`, `words`, `listening`. */
export class Helpers {
  readonly #pools = new Map<string, { readonly people: Helper[]; next: number }>();

  constructor(plan: CityPlan, calendar: Calendar) {
    for (const district of plan.districts) {
      for (const index of membersOf(district, ({ part }) => part === "tutor"))
        this.join(stageRange(...tutorsField(plan, index)), helperOf(plan, calendar, index));
      for (const index of membersOf(district, ({ part }) => part === "helper"))
        this.join(poolOf(helperGroup(plan, index), district.district.id), helperOf(plan, calendar, index));
    }
  }

  /** The next in turn who has an hour left, and that hour; null: nobody has. */
  find(pool: string, standing: boolean): { helper: Helper; window: Range } | null {
    const found = this.#pools.get(pool);
    if (!found) return null;
    for (let tried = 0; tried < found.people.length; tried++) {
      const helper = found.people[found.next++ % found.people.length]!;
      if (helper.free.length === 0 || (standing && helper.standing >= mostStanding)) continue;
      if (standing) helper.standing++;
      return { helper, window: helper.free.shift()! };
    }
    return null;
  }

  join(pool: string, helper: Helper): void {
    const found = this.#pools.get(pool);
    if (found) found.people.push(helper);
    else this.#pools.set(pool, { people: [helper], next: 0 });
  }
}

/** People go to homes and on errands in their own district; words and an open ear reach the whole city. */
export const poolOf = (group: string, districtId: number): string =>
  group === "errands" || group === "homes" ? `${group} ${districtId}` : group;

function helperOf(plan: CityPlan, calendar: Calendar, index: number): Helper {
  const { id, weekly } = inhabitant(plan, calendar, index);
  return { id, free: [...weekly], standing: 0 };
}
