import type { Contract, Cover, Person, RosterProblem, Shift, Wish } from "./problem.ts";
import { type ProblemFault, RosterProblemError } from "./problem-error.ts";

interface Line {
  readonly number: number;
  readonly text: string;
  readonly fields: readonly string[];
}

const sections = [
  "HORIZON",
  "SHIFTS",
  "STAFF",
  "DAYS_OFF",
  "SHIFT_ON_REQUESTS",
  "SHIFT_OFF_REQUESTS",
  "COVER",
] as const;
type Section = (typeof sections)[number];

/** Reads a problem in the text format of the public shift scheduling benchmarks of Curtois and Qu. Throws RosterProblemError with the line. */
export function readBenchmark(text: string): RosterProblem {
  const bySection = splitSections(text);
  const days = readDays(bySection.HORIZON);
  const shifts = bySection.SHIFTS.map(readShift);
  const shiftLines = new Map(shifts.map((shift, i) => [shift.id, bySection.SHIFTS[i]!]));
  refuseTwice(bySection.SHIFTS);
  refuseTwice(bySection.STAFF);
  const shiftIds = new Set(shifts.map((shift) => shift.id));
  for (const shift of shifts)
    for (const id of shift.notFollowedBy) known(shiftIds, id, "unknownShift", shiftLines.get(shift.id)!);
  const daysOff = new Map(bySection.DAYS_OFF.map((line) => [line.fields[0]!, readDayList(line, days)]));
  const longest = Math.max(0, ...shifts.map((shift) => shift.minutes));
  const people = bySection.STAFF.map((line) => readPerson(line, days, shiftIds, daysOff, longest));
  const personIds = new Set(people.map((person) => person.id));
  for (const line of bySection.DAYS_OFF) known(personIds, line.fields[0]!, "unknownPerson", line);
  const wish = (want: "on" | "off") => (line: Line) => readWish(line, want, days, shiftIds, personIds);
  return {
    days,
    firstWeekday: 0,
    shifts,
    people,
    cover: bySection.COVER.map((line) => readCover(line, days, shiftIds)),
    wishes: [...bySection.SHIFT_ON_REQUESTS.map(wish("on")), ...bySection.SHIFT_OFF_REQUESTS.map(wish("off"))],
  };
}

function splitSections(text: string): Record<Section, Line[]> {
  const found = new Map<Section, Line[]>();
  let current: Line[] | undefined;
  text.split(/\r?\n/).forEach((raw, i) => {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) return;
    if (line.startsWith("SECTION_")) {
      const section = sections.find((name) => line === `SECTION_${name}`);
      if (!section) throw new RosterProblemError("unknownSection", line, i + 1);
      current = [];
      found.set(section, current);
    } else if (current)
      current.push({ number: i + 1, text: line, fields: line.split(",").map((field) => field.trim()) });
    else throw new RosterProblemError("malformedLine", line, i + 1);
  });
  for (const section of sections)
    if (!found.has(section)) throw new RosterProblemError("missingSection", `SECTION_${section}`);
  return Object.fromEntries(found) as Record<Section, Line[]>;
}

function readDays(lines: readonly Line[]): number {
  const line = lines[0];
  if (!line) throw new RosterProblemError("emptyHorizon", "SECTION_HORIZON");
  const days = wholeNumber(line.fields[0], line);
  if (days === 0) throw new RosterProblemError("emptyHorizon", line.text, line.number);
  return days;
}

function readShift(line: Line): Shift {
  expectFields(line, 2, 3);
  const [id, minutes, after] = line.fields;
  return { id: id!, minutes: wholeNumber(minutes, line), notFollowedBy: after ? after.split("|") : [] };
}

function readPerson(
  line: Line,
  days: number,
  shiftIds: Set<string>,
  daysOff: Map<string, number[]>,
  longest: number,
): Person {
  expectFields(line, 8, 8);
  const [id, most, ...numbers] = line.fields;
  const [maxMinutes, minMinutes, longestRun, shortestRun, shortestBreak, mostWeekends] = numbers.map((field) =>
    wholeNumber(field, line),
  );
  const contract: Contract = {
    minutes: [{ from: 0, to: days, least: minMinutes!, most: maxMinutes! }],
    mostOf: readMostOf(most!, line, shiftIds),
    longestRun: longestRun!,
    shortestRun: shortestRun!,
    shortestBreak: shortestBreak!,
    mostWeekends: mostWeekends!,
  };
  if (minMinutes! > maxMinutes! || shortestRun! > longestRun!)
    throw new RosterProblemError("limitsCross", line.text, line.number);
  if (minMinutes! > days * longest) throw new RosterProblemError("minutesCannotFit", line.text, line.number);
  return { id: id!, contract, daysOff: daysOff.get(id!) ?? [], pins: [] };
}

function readMostOf(field: string, line: Line, shiftIds: Set<string>): Record<string, number> {
  const most: Record<string, number> = {};
  for (const part of field.split("|").filter((each) => each !== "")) {
    const [id, number, extra] = part.split("=");
    if (extra !== undefined || number === undefined) throw new RosterProblemError("malformedLine", part, line.number);
    known(shiftIds, id!, "unknownShift", line);
    most[id!] = wholeNumber(number, line);
  }
  return most;
}

function readDayList(line: Line, days: number): number[] {
  expectFields(line, 1, Infinity);
  return line.fields
    .slice(1)
    .filter((field) => field !== "")
    .map((field) => dayIn(field, days, line));
}

function readWish(line: Line, want: "on" | "off", days: number, shiftIds: Set<string>, personIds: Set<string>): Wish {
  expectFields(line, 4, 4);
  const [person, day, shift, weight] = line.fields;
  known(personIds, person!, "unknownPerson", line);
  known(shiftIds, shift!, "unknownShift", line);
  return { person: person!, day: dayIn(day, days, line), shift: shift!, want, weight: wholeNumber(weight, line) };
}

function readCover(line: Line, days: number, shiftIds: Set<string>): Cover {
  expectFields(line, 5, 5);
  const [day, shift, wanted, under, over] = line.fields;
  known(shiftIds, shift!, "unknownShift", line);
  return {
    day: dayIn(day, days, line),
    shift: shift!,
    wanted: wholeNumber(wanted, line),
    under: wholeNumber(under, line),
    over: wholeNumber(over, line),
  };
}

function dayIn(field: string | undefined, days: number, line: Line): number {
  const day = wholeNumber(field, line);
  if (day >= days) throw new RosterProblemError("dayOutside", `${field}`, line.number);
  return day;
}

function wholeNumber(field: string | undefined, line: Line): number {
  if (field === undefined || !/^\d+$/.test(field))
    throw new RosterProblemError("notANumber", field || line.text, line.number);
  return Number(field);
}

function expectFields(line: Line, least: number, most: number): void {
  if (line.fields.length < least || line.fields.length > most)
    throw new RosterProblemError("malformedLine", line.text, line.number);
}

function known(ids: Set<string>, id: string, fault: ProblemFault, line: Line): void {
  if (!ids.has(id)) throw new RosterProblemError(fault, id, line.number);
}

function refuseTwice(lines: readonly Line[]): void {
  const seen = new Set<string>();
  for (const line of lines) {
    const id = line.fields[0]!;
    if (seen.has(id)) throw new RosterProblemError("duplicateId", id, line.number);
    seen.add(id);
  }
}
