import { describe, expect, test } from "vitest";
import { solve } from "../../api/src/engine/matching/solve.ts";
import { DimacsError, readDimacs, writeDimacs } from "../bench/matching/dimacs.ts";
import { INSTANCES } from "../bench/matching/instances.ts";

/** The text in pieces that end in the middle of lines. */
function bytes(text: string): Uint8Array[] {
  const all = new TextEncoder().encode(text);
  return Array.from({ length: Math.ceil(all.length / 1000) }, (_, at) => all.subarray(1000 * at, 1000 * (at + 1)));
}

const GOOD = [
  "p min 4 5",
  "n 1 2",
  "n 4 -2",
  "a 1 2 0 1 5",
  "a 1 3 0 1 7",
  "a 1 4 0 2 100",
  "a 2 4 0 1 0",
  "a 3 4 0 1 0",
];

function complaintAbout(lines: readonly string[]): string {
  try {
    readDimacs(bytes(lines.join("\n")));
    return "";
  } catch (error) {
    if (error instanceof DimacsError) return error.message;
    throw error;
  }
}

const changed = (line: number, text: string) => GOOD.with(line - 1, text);

test("a file written is read as the same problem", () => {
  const problem = INSTANCES.S!(3);
  const { problem: read } = readDimacs(bytes([...writeDimacs(problem)].join("")));
  expect(solve(read).objective).toBe(solve(problem).objective);
  expect(read.edgeCost).toEqual(problem.edgeCost);
  expect(read.edgePerson).toEqual(problem.edgePerson);
  expect(read.capacity).toEqual(problem.capacity);
});

test("a small file is solved", () => {
  expect(solve(readDimacs(bytes(GOOD.join("\n"))).problem).objective).toBe(12);
});

describe("a bad file is refused by line and reason", () => {
  test.each([
    [1, "p max 4 5", "line 1: the problem line must be `p min NODES ARCS`"],
    [2, "n 9 2", 'line 2: the node must be a whole number from 1 to 4, not "9"'],
    [3, "n 4 -3", "line 3: supplies must add up to 0, not -1"],
    [4, "a 1 2 0 2 5", "line 4: an arc from a request to a person must have capacity 1"],
    [4, "a 1 2 0 1 x", 'line 4: the cost must be a whole number from 0 to 1073741823, not "x"'],
    [5, "a 1 2 0 1 7", "line 5: a second arc from 1 to 2"],
    [6, "a 1 4 0 1 100", "line 6: the open places of request 1 must be able to take its whole supply 2"],
    [7, "a 2 3 0 1 0", "line 7: node 2 has no supply, so it is a person; its only arc must go to the sink 4"],
    [7, "a 2 4 0 1 1", "line 7: the arc from person 2 to the sink must cost 0"],
    [8, "z", 'line 8: unknown line type "z"; use c, p, n or a'],
  ])("line %i: %s", (line, text, complaint) => {
    expect(complaintAbout(changed(line, text))).toBe(complaint);
  });
});
