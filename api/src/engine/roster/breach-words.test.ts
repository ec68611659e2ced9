import { describe, expect, test } from "vitest";
import { DAY, MINUTE } from "../../kernel/interval.ts";
import type { Case } from "../fitness/case.ts";
import { standardPolicy } from "../fitness/policy.ts";
import { restTooShort } from "../fitness/rules/rest-too-short.ts";
import { tooManyNightsInARow } from "../fitness/rules/too-many-nights-in-a-row.ts";
import { codeOf, tell } from "./breach-words.ts";
import { night, personOf, problemOf } from "./given-problem.ts";
import { breachesOf, policy } from "./policy.ts";
import type { Contract, RosterProblem, Shift } from "./problem.ts";

/** The same duties before both judges: the roster's policy, and the rule of fitness for the last duty among the others. */
function asCase(
  problem: RosterProblem,
  duties: readonly (string | null)[],
  limits: Partial<typeof standardPolicy>,
): Case {
  const spans = duties.flatMap((id, day) => {
    const shift = problem.shifts.find((each) => each.id === id);
    if (shift?.start === undefined) return [];
    const startsAt = day * DAY + shift.start * MINUTE;
    return [{ startsAt, endsAt: startsAt + shift.minutes * MINUTE }];
  });
  const facts = { work: { timeZone: "UTC" }, policy: { ...standardPolicy, restAfterNightMinutes: 0, ...limits } };
  return { ...facts, spans: spans.slice(-1), others: spans.slice(0, -1) } as unknown as Case;
}

const broken = (problem: RosterProblem, duties: readonly (string | null)[], rule: string) =>
  breachesOf(problem, problem.people[0]!, duties).filter((breach) => breach.rule === rule);

const lone = (contract: Partial<Contract>, days: number, shifts: readonly Shift[]) =>
  problemOf(days, { shifts, people: [personOf("Lin", days, contract)] });

describe("a rule that rosters share with fitness", () => {
  test("rest: both judges agree on every pair of starts", () => {
    let refused = 0;
    for (let start = 0; start < 1440; start += 60)
      for (let length = 240; length <= 720; length += 120) {
        const first = { id: "A", minutes: 480, start: 840, notFollowedBy: [] };
        const next = { id: "B", minutes: length, start, notFollowedBy: [] };
        const problem = lone({ rest: 660 }, 2, [first, next]);
        const breaches = broken(problem, ["A", "B"], "rest");
        const obstacle = restTooShort.obstacle(asCase(problem, ["A", "B"], { restMinutes: 660 }));
        expect({ start, length, broken: breaches.length > 0 }).toEqual({ start, length, broken: obstacle !== null });
        if (obstacle) refused++;
      }
    expect(refused).toBeGreaterThan(10);
  });

  test("nights in a row: both judges agree on every pattern of five days", () => {
    let refused = 0;
    for (let pattern = 0; pattern < 16; pattern++) {
      const duties = [0, 1, 2, 3].map((day) => ((pattern >> day) & 1 ? "N" : null));
      const problem = lone({ longestNights: 2 }, 5, [night]);
      const row = [...duties, "N"];
      const obstacle = tooManyNightsInARow.obstacle(asCase(problem, row, { nightsInARow: 2 }));
      const last = broken(problem, row, "nightsInARow").filter(({ day }) => day === 4);
      expect({ row, facts: last.map(({ found, limit }) => ({ nights: found, limit })) }).toEqual({
        row,
        facts: obstacle ? [obstacle] : [],
      });
      if (obstacle) refused++;
    }
    expect(refused).toBe(4);
  });
});

test("a shared breach speaks with the code and the words of fitness", () => {
  const breach = { rule: "nightsInARow", day: 3, found: 4, limit: 3 };
  expect(codeOf(breach)).toBe("TOO_MANY_NIGHTS_IN_A_ROW");
  expect(tell(breach, "zh-CN")).toBe("将连续值夜4晚，上限3晚。请间隔一晚，或选择白天班次。");
  expect(tell({ rule: "rest", day: 1, found: 480, limit: 660 }, "en")).toBe(
    "Only 8 h of rest before the next duty; 11 h are needed. Choose another, or release the next one first.",
  );
  const week = { rule: "minutes", day: 7, found: 2880, limit: 2400 };
  expect(codeOf({ ...week, perWeek: true })).toBe("WEEK_MINUTES_EXCEEDED");
  expect(codeOf(week)).toBeUndefined();
});

test("every rule of the policy can be told in both languages", () => {
  for (const { name } of policy) {
    const breach = { rule: name, found: "x", limit: "y" };
    expect(tell(breach, "en")).toMatch(/^[A-Z].*\.$/);
    expect(tell(breach, "zh-CN")).toMatch(/\p{Script=Han}.*。$/u);
  }
});
