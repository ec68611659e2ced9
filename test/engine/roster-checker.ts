/**
 * Judges a roster from the text of a Curtois and Qu instance alone. Shares no code with the engine on purpose: an error in the
 * engine's reading of the format or of a rule must show here as a violation or as another cost.
 */
export interface Verdict {
  readonly cost: number;
  readonly violations: readonly string[];
}

interface Staff {
  readonly id: string;
  readonly most: Map<string, number>;
  readonly maxMinutes: number;
  readonly minMinutes: number;
  readonly maxRun: number;
  readonly minRun: number;
  readonly minOff: number;
  readonly maxWeekends: number;
}

/** `roster` holds one line a person in the instance's order: a shift id or "-" per day, separated by spaces. */
export function checkRoster(instance: string, roster: string): Verdict {
  const section = sectionsOf(instance);
  const days = Number(section("HORIZON")[0]);
  const shifts = section("SHIFTS").map((line) => {
    const [id, length, banned] = line.split(",");
    return { id: id!, length: Number(length), banned: (banned ?? "").split("|").filter((each) => each.length > 0) };
  });
  const staff = section("STAFF").map(staffOf);
  const rows = roster
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/));
  const violations: string[] = [];
  if (rows.length !== staff.length) violations.push(`${rows.length} rows for ${staff.length} people`);
  const row = (id: string) => rows[staff.findIndex((person) => person.id === id)] ?? [];
  staff.forEach((person, i) => {
    violations.push(...rowViolations(person, rows[i] ?? [], days, shifts).map((text) => `${person.id}: ${text}`));
  });
  for (const line of section("DAYS_OFF")) {
    const [id, ...off] = line.split(",");
    for (const day of off) if (row(id!)[Number(day)] !== "-") violations.push(`${id}: works on day off ${day}`);
  }
  let cost = 0;
  for (const line of section("SHIFT_ON_REQUESTS")) {
    const [id, day, shift, weight] = line.split(",");
    if (row(id!)[Number(day)] !== shift) cost += Number(weight);
  }
  for (const line of section("SHIFT_OFF_REQUESTS")) {
    const [id, day, shift, weight] = line.split(",");
    if (row(id!)[Number(day)] === shift) cost += Number(weight);
  }
  for (const line of section("COVER")) {
    const [day, shift, needed, under, over] = line.split(",");
    const present = rows.filter((each) => each[Number(day)] === shift).length;
    const gap = Number(needed) - present;
    cost += gap > 0 ? gap * Number(under) : -gap * Number(over);
  }
  return { cost, violations };
}

function sectionsOf(instance: string): (name: string) => string[] {
  const lines = instance
    .split("\n")
    .map((line) => line.replace(/\r$/, "").trim())
    .filter((line) => line.length > 0 && line[0] !== "#");
  return (name) => {
    const start = lines.indexOf(`SECTION_${name}`) + 1;
    let end = start;
    while (end < lines.length && !lines[end]!.startsWith("SECTION_")) end++;
    return lines.slice(start, end);
  };
}

function staffOf(line: string): Staff {
  const parts = line.split(",");
  const number = (i: number) => Number(parts[i]);
  const most = new Map(parts[1]!.split("|").map((each) => [each.split("=")[0]!, Number(each.split("=")[1])]));
  return {
    id: parts[0]!,
    most,
    maxMinutes: number(2),
    minMinutes: number(3),
    maxRun: number(4),
    minRun: number(5),
    minOff: number(6),
    maxWeekends: number(7),
  };
}

function rowViolations(
  person: Staff,
  row: readonly string[],
  days: number,
  shifts: readonly { id: string; length: number; banned: readonly string[] }[],
): string[] {
  const found: string[] = [];
  if (row.length !== days) return [`${row.length} entries for ${days} days`];
  const byId = new Map(shifts.map((shift) => [shift.id, shift]));
  const tally = new Map<string, number>();
  let minutes = 0;
  row.forEach((id, day) => {
    if (id === "-") return;
    const shift = byId.get(id);
    if (!shift) {
      found.push(`unknown shift ${id} on day ${day}`);
      return;
    }
    minutes += shift.length;
    tally.set(id, (tally.get(id) ?? 0) + 1);
    if (shift.banned.includes(row[day + 1] ?? "-")) found.push(`${row[day + 1]} follows ${id} on day ${day + 1}`);
  });
  for (const [id, n] of tally) if (n > (person.most.get(id) ?? days)) found.push(`${n} times ${id}`);
  if (minutes > person.maxMinutes || minutes < person.minMinutes) found.push(`${minutes} minutes`);
  let weekends = 0;
  for (let saturday = 5; saturday < days; saturday += 7)
    if (row[saturday] !== "-" || (row[saturday + 1] ?? "-") !== "-") weekends++;
  if (weekends > person.maxWeekends) found.push(`${weekends} weekends`);
  let start = 0;
  while (start < days) {
    const off = row[start] === "-";
    let end = start;
    while (end < days && (row[end] === "-") === off) end++;
    const length = end - start;
    const inner = start > 0 && end < days;
    if (!off && length > person.maxRun) found.push(`${length} days of duty from day ${start}`);
    if (!off && inner && length < person.minRun) found.push(`only ${length} days of duty from day ${start}`);
    if (off && inner && length < person.minOff) found.push(`only ${length} days off from day ${start}`);
    start = end;
  }
  return found;
}
