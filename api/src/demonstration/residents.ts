import { DAY, HOUR } from "../kernel/interval.ts";
import { consentTextVersion } from "../modules/people/consent.ts";
import { contactColumns } from "../modules/people/sealed-contact.ts";
import { writeRanges } from "../platform/ranges.ts";
import type { Secrets } from "../platform/secrets.ts";
import { abilitiesOf, type HeldSkill } from "./abilities.ts";
import { type Calendar, dateText, instantAt, instantText } from "./calendar.ts";
import { skillId, specialismId } from "./catalogue.ts";
import { Load } from "./copy.ts";
import { credentialsOf, type HeldCredential } from "./credentials.ts";
import { blockSize, type Inhabitant, inhabitant } from "./inhabitant.ts";
import type { CityPlan } from "./plan.ts";
import { Random } from "./random.ts";

export interface Making {
  readonly plan: CityPlan;
  readonly calendar: Calendar;
  readonly secrets: Secrets;
  /** The two people who checked every credential. */
  readonly checkers: readonly [string, string];
}

export interface Resident {
  readonly person: Inhabitant;
  readonly guardianId: string | null;
  readonly roles: readonly (readonly [role: string, districtId: number | null])[];
  readonly skills: readonly HeldSkill[];
  readonly credentials: readonly HeldCredential[];
  readonly modes: string;
  readonly maxWeekMinutes: number;
  readonly maxAssignments: number;
}

/** Everybody, block by block: memory holds one block at a time. */
export function* residents(making: Making): Generator<Load> {
  for (let from = 0; from < making.plan.people; from += blockSize) {
    const load = new Load();
    const until = Math.min(from + blockSize, making.plan.people);
    for (let index = from; index < until; index++) addResident(load, making, residentOf(making, index));
    yield load;
  }
}

function residentOf({ plan, calendar }: Making, index: number): Resident {
  const person = inhabitant(plan, calendar, index);
  return {
    person,
    guardianId: person.guardian === null ? null : inhabitant(plan, calendar, person.guardian).id,
    roles: [[person.part === "family" ? "family" : "volunteer", null]],
    skills: abilitiesOf(plan, person),
    credentials: credentialsOf(plan, calendar, person),
    modes: "{on_site,online,phone}",
    maxWeekMinutes: person.part === "counsellor" ? 720 : 1200,
    // Every duty ahead counts as one: people on a roster hold many.
    maxAssignments: person.part === "counsellor" || person.part === "guard" ? 20 : 3,
  };
}

export function addResident(load: Load, making: Making, resident: Resident): void {
  const { person } = resident;
  const random = new Random(making.plan.seed, "rows", person.index);
  addPerson(load, making.secrets, resident, random);
  addConsents(load, resident, random);
  addSkills(load, resident);
  for (const credential of resident.credentials) addCredential(load, making, person, credential, random);
}

function addPerson(load: Load, secrets: Secrets, { person, ...resident }: Resident, random: Random): void {
  const madeAt = instantText(person.madeAt);
  const contact = contactColumns(secrets, person.id, { kind: "phone", text: person.phone });
  load.add("person", [
    person.id,
    person.number,
    person.name,
    person.bornOn,
    person.gender,
    "zh-CN",
    contact.phoneSealed,
    contact.phoneKey,
    contact.phoneLast,
    person.districtId,
    "{}",
    resident.modes,
    "{zh}",
    resident.maxWeekMinutes,
    resident.maxAssignments,
    writeRanges(person.weekly),
    true,
    madeAt,
  ]);
  for (const [role, districtId] of resident.roles)
    load.add("role_grant", [random.id(person.madeAt), person.id, role, districtId, madeAt]);
}

function addConsents(load: Load, { person, guardianId }: Resident, random: Random): void {
  const at = instantText(person.madeAt);
  const consent = (kind: string, givenBy: string) =>
    load.add("consent", [random.id(person.madeAt), person.id, kind, consentTextVersion, givenBy, at]);
  consent("privacy", person.id);
  consent("matching", person.id);
  if (guardianId === null) return;
  load.add("guardianship", [person.id, guardianId, at]);
  consent("guardian", guardianId);
}

function addSkills(load: Load, { person, skills }: Resident): void {
  const seen = new Set<string>();
  for (const { skill, specialism, level } of skills) {
    const key = `${skill} ${specialism}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const about = specialism === null ? 0 : specialismId(specialism);
    load.add("person_skill", [person.id, skillId(skill), about, level, person.districtId]);
  }
}

/** Handed in when it began to count (or yesterday), checked by one person the day after and by another on the third. */
function addCredential(
  load: Load,
  { calendar, checkers }: Making,
  person: Inhabitant,
  held: HeldCredential,
  random: Random,
) {
  const submitted = held.state === "submitted";
  const handedIn = submitted
    ? instantAt(calendar.today - random.whole(1, 4), random.whole(480, 1_200))
    : Math.min(instantAt(held.fromDay, random.whole(480, 1_200)), calendar.now - 4 * DAY);
  const first = handedIn + DAY + HOUR;
  const second = handedIn + 2 * DAY;
  const id = random.id(handedIn);
  const checks = submitted
    ? [null, null, null, null]
    : [checkers[0], instantText(first), checkers[1], instantText(second)];
  load.add("credential", [
    id,
    person.id,
    held.kind,
    held.issuer,
    String(random.whole(0, 9_999)).padStart(4, "0"),
    dateText(held.fromDay),
    dateText(held.untilDay),
    held.state,
    ...checks,
    submitted ? 1 : 3,
    instantText(handedIn),
  ]);
  load.add("credential_history", [id, "submitted", person.id, instantText(handedIn)]);
  if (!submitted) load.add("credential_history", [id, "verified", checkers[1], instantText(second)]);
  if (held.state === "expired")
    load.add("credential_history", [id, "expired", null, instantText(instantAt(held.untilDay + 1, 0))]);
}
