import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ClaimShiftMutation, ClaimShiftDocument as claim } from "../documents/shifts.generated.ts";
import { aCity, aCounsellor, aSeat, aSite, hours } from "../given/city.ts";
import type { Answer } from "../harness/ask.ts";
import { type ApiProcess, startApi } from "../harness/process.ts";
import { openProduct, type Product } from "../harness/product.ts";

// Through real processes of the operating system; they live in real time, and so do their shifts.

let ground: Product;
let tokens: string[];

beforeAll(async () => {
  ground = await openProduct();
  ground.clock.set(new Date());
  await aCity(ground);
  const lasting = [{ kind: "psychological_counsellor", from: "2020-01-01", until: "2099-01-01" }];
  const people = await Promise.all(
    Array.from({ length: 200 }, () => aCounsellor(ground, { credentials: lasting, maxWeekMinutes: 6_000 })),
  );
  tokens = await Promise.all(people.map((id) => ground.tokenOf(id)));
}, 60_000);

afterAll(() => ground.close());

interface Race {
  readonly answers: Answer<ClaimShiftMutation>[];
  /** Milliseconds, as the claimants' clocks say: 99 of 100 had their answer by then. */
  readonly p99: number;
}

const winners = ({ answers }: Race) => answers.filter(({ data }) => data!.claimShift.assignment !== null);
const losers = ({ answers }: Race) => answers.filter(({ data }) => data!.claimShift.problems.length > 0);

describe.each([
  ["one process", 1],
  ["two processes", 2],
])("through %s", (_through, count) => {
  let apis: ApiProcess[];
  beforeAll(async () => {
    apis = await Promise.all(Array.from({ length: count }, () => startApi(ground.database.ownerUrl)));
  }, 30_000);
  afterAll(async () => {
    expect(await Promise.all(apis.map((api) => api.stop()))).toEqual(apis.map(() => 0));
  });

  /** Ten in the morning in Beijing, so many days from now; each number of processes has weeks of its own. */
  const morning = (days: number) => new Date(new Date().setUTCHours(2, 0, 0, 0) + hours(24) * (days + 14 * count));

  /** Everybody claims at once, in turn through each process. */
  async function allClaim(shift: string, by: readonly string[]): Promise<Race> {
    const times: number[] = [];
    const answers = await Promise.all(
      by.map(async (as, i) => {
        const began = performance.now();
        const answer = await apis[i % count]!.ask(claim, { shift, key: `claim-${shift}` }, { as });
        times.push(performance.now() - began);
        return answer;
      }),
    );
    times.sort((a, b) => a - b);
    return { answers, p99: times[Math.ceil(times.length * 0.99) - 1]! };
  }

  test("100 people claim one place at once: one has it, 99 are told why not, within a second", async () => {
    const p99s: number[] = [];
    for (let round = 0; round < 3; round++) {
      const startsAt = new Date(morning(1).getTime() + hours(3 * round));
      const shift = await aSeat(ground, { site: await aSite(ground), startsAt });
      const race = await allClaim(shift, tokens.slice(0, 100));
      p99s.push(race.p99);
      expect(winners(race)).toHaveLength(1);
      expect(losers(race)).toHaveLength(99);
      for (const { data, errors } of losers(race)) {
        expect(errors).toBeUndefined();
        expect(data!.claimShift.problems[0]).toMatchObject({ code: "NO_PLACES_LEFT", path: ["shift"] });
      }
      expect(await ground.sql("select taken from shift where id = $1", [shift])).toEqual([{ taken: 1 }]);
      expect(await ground.sql("select count(*)::int as n from assignment where shift_id = $1", [shift])).toEqual([
        { n: 1 },
      ]);
      expect(await ground.sql("select count(*)::int as n from event where facts->>'shiftId' = $1", [shift])).toEqual([
        { n: 3 },
      ]);
    }
    // The first round warms fresh processes; the later ones show how they run.
    console.info(`p99 of 100 claims: ${p99s.map(Math.round).join(", ")} ms`);
    expect(Math.min(...p99s.slice(1))).toBeLessThanOrEqual(1_000);
  }, 60_000);

  test("200 people claim five places: exactly five have one", async () => {
    const shift = await aSeat(ground, { site: await aSite(ground), places: 5, startsAt: morning(2) });
    const race = await allClaim(shift, tokens);
    expect(winners(race)).toHaveLength(5);
    expect(losers(race)).toHaveLength(195);
    expect(await ground.sql("select taken from shift where id = $1", [shift])).toEqual([{ taken: 5 }]);
    expect(
      await ground.sql(
        "select count(distinct m.person_id)::int as n from commitment m join assignment a on a.id = m.assignment_id where shift_id = $1 and active",
        [shift],
      ),
    ).toEqual([{ n: 5 }]);
  });

  test("people who claim two overlapping shifts at once never have both", async () => {
    const startsAt = morning(3);
    const first = await aSeat(ground, { site: await aSite(ground), places: 50, startsAt });
    const second = await aSeat(ground, {
      site: await aSite(ground),
      places: 50,
      startsAt: new Date(startsAt.getTime() + hours(1)),
    });
    const by = tokens.slice(0, 50);
    // The second wave runs the other way round, so that one person's two claims meet in different processes.
    const [ones, others] = await Promise.all([allClaim(first, by), allClaim(second, [...by].reverse())]);
    expect([...winners(ones), ...winners(others)]).toHaveLength(50);
    expect(
      await ground.sql(
        "select count(*)::int as n from (select person_id from assignment where shift_id in ($1, $2) group by 1 having count(*) > 1) both_of_them",
        [first, second],
      ),
    ).toEqual([{ n: 0 }]);
  });

  test("the same key fifty times at once is one claim with one answer", async () => {
    const shift = await aSeat(ground, { site: await aSite(ground), places: 50, startsAt: morning(4) });
    const race = await allClaim(
      shift,
      Array.from({ length: 50 }, () => tokens[0]!),
    );
    expect(new Set(winners(race).map(({ data }) => data!.claimShift.assignment!.id)).size).toBe(1);
    expect(winners(race)).toHaveLength(50);
    expect(await ground.sql("select taken from shift where id = $1", [shift])).toEqual([{ taken: 1 }]);
  });
});
