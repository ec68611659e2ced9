import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readBenchmark } from "../../api/src/engine/roster/read-benchmark.ts";
import { RosterSearch } from "../../api/src/engine/roster/search.ts";
import { makeInstance } from "./make-instance.ts";
import { checkRoster } from "./roster-checker.ts";

const ward = readFileSync(new URL("./instances/ward.txt", import.meta.url), "utf8");

function rosterOf(instance: string, slices: number) {
  const search = new RosterSearch(readBenchmark(instance), 1);
  const run = search.run();
  for (let slice = 0; slice < slices && !run.next(slice / slices).done; slice++);
  const text = search.result.roster.map((row) => row.map((shift) => shift ?? "-").join(" ")).join("\n");
  return { text, ...search.result };
}

describe("the independent checker", () => {
  const { text, cost, bound } = rosterOf(ward, 160);

  test("finds nothing wrong with the engine's roster, and the same cost", () => {
    expect(checkRoster(ward, text)).toEqual({ cost, violations: [] });
    expect(bound).toBeLessThanOrEqual(cost);
  });

  test.each([
    ["a day off", 0, 0, "E", /works on day off 0/],
    ["an early duty after a late one", 1, 4, "L E", /E follows L on day 5/],
    ["a shift that a person may not serve", 2, 3, "L", /times L/],
    ["an unknown shift", 3, 4, "X", /unknown shift X/],
    ["too long a run", 3, 3, "E E E E E E", /days of duty from day/],
    ["too many weekends", 6, 5, "E E E - - - - E E", /2 weekends/],
  ])("sees %s", (_, person, day, duties, sentence) => {
    const rows = text.split("\n").map((row) => row.split(" "));
    rows[person]!.splice(day, duties.split(" ").length, ...duties.split(" "));
    const { violations } = checkRoster(ward, rows.map((row) => row.join(" ")).join("\n"));
    expect(violations.join("\n")).toMatch(sentence);
  });

  test("sees a row that is missing", () => {
    expect(checkRoster(ward, text.split("\n").slice(1).join("\n")).violations).toContain("6 rows for 7 people");
  });
});

test("a year for many people has a lawful roster from the start", () => {
  const instance = makeInstance(12, 52, 8, 5);
  const { text, cost } = rosterOf(instance, 1);
  expect(checkRoster(instance, text)).toEqual({ cost, violations: [] });
});
