import { expect, test } from "vitest";
import { RosterProblemError } from "./problem-error.ts";
import { readBenchmark } from "./read-benchmark.ts";

const text = `# comment
SECTION_HORIZON
7
SECTION_SHIFTS
E,480,
L,480,E
SECTION_STAFF
An,E=7|L=2,2400,960,5,2,2,1
SECTION_DAYS_OFF
An,3
SECTION_SHIFT_ON_REQUESTS
An,0,E,2
SECTION_SHIFT_OFF_REQUESTS
An,6,L,3
SECTION_COVER
0,E,1,100,1
`;

test("a benchmark file becomes a problem", () => {
  const problem = readBenchmark(text.replaceAll("\n", "\r\n"));
  expect(problem).toEqual({
    days: 7,
    firstWeekday: 0,
    shifts: [
      { id: "E", minutes: 480, notFollowedBy: [] },
      { id: "L", minutes: 480, notFollowedBy: ["E"] },
    ],
    people: [
      {
        id: "An",
        contract: {
          minutes: [{ from: 0, to: 7, least: 960, most: 2400 }],
          mostOf: { E: 7, L: 2 },
          longestRun: 5,
          shortestRun: 2,
          shortestBreak: 2,
          mostWeekends: 1,
        },
        daysOff: [3],
        pins: [],
      },
    ],
    cover: [{ day: 0, shift: "E", wanted: 1, under: 100, over: 1 }],
    wishes: [
      { person: "An", day: 0, shift: "E", want: "on", weight: 2 },
      { person: "An", day: 6, shift: "L", want: "off", weight: 3 },
    ],
  });
});

const broken: [string, string, string, number | undefined][] = [
  ["emptyHorizon", "\n7\n", "\n0\n", 3],
  ["malformedLine", "An,0,E,2", "An,0,E", 12],
  ["unknownSection", "SECTION_COVER", "SECTION_COVERS", 15],
  ["missingSection", "SECTION_DAYS_OFF\nAn,3\n", "", undefined],
  ["duplicateId", "L,480,E", "E,480,", 6],
  ["unknownShift", "An,0,E,2", "An,0,X,2", 12],
  ["unknownShift", "L,480,E", "L,480,X", 6],
  ["unknownPerson", "An,6,L,3", "Bo,6,L,3", 14],
  ["dayOutside", "An,6,L,3", "An,7,L,3", 14],
  ["notANumber", "E,480,", "E,long,", 5],
  ["limitsCross", "2400,960", "960,2400", 8],
  ["minutesCannotFit", "2400,960", "9999,3840", 8],
];

test.each(broken)("%s: %s instead of %s is refused with its line", (fault, from, to, line) => {
  let refused: unknown;
  try {
    readBenchmark(text.replace(from, to));
  } catch (error) {
    refused = error;
  }
  expect(refused).toBeInstanceOf(RosterProblemError);
  expect(refused).toMatchObject({ fault, line });
});
