import { newId } from "../../api/src/kernel/id.ts";
import { noon } from "../harness/product.ts";

/** What builders need of a product: a way to run SQL as the owner. */
export interface Ground {
  sql(text: string, values?: unknown[]): Promise<unknown>;
}

const insert = async (ground: Ground, table: string, values: Record<string, unknown>): Promise<void> => {
  const names = Object.keys(values);
  await ground.sql(
    `insert into ${table} (${names.join(", ")}) values (${names.map((_, i) => `$${i + 1}`).join(", ")})`,
    Object.values(values),
  );
};

let last = 0;
/** A number that no other builder of this file's run has given. */
export const serial = (): number => ++last;

export const hours = (count: number): number => count * 3_600_000;

/** Chaoyang (105) and Haidian (108), the skills, and a few specialisms. Once a database. */
export async function aCity(ground: Ground): Promise<void> {
  await ground.sql(`
    insert into district values (105, '110105', '朝阳区', 'Chaoyang'), (108, '110108', '海淀区', 'Haidian');
    insert into skill values (1, 'psychology', '心理支持', 'Psychological support'), (2, 'tutoring', '学业辅导', 'Tutoring'), (3, 'errand', '代办', 'Errands'), (4, 'temperature_check', '测温', 'Temperature check');
    insert into specialism values (1, 2, 'math/junior2', '初二数学', 'Maths, junior 2'), (2, 2, 'math/junior1..junior3', '初中数学', 'Maths, junior'), (3, 2, 'english/junior2', '初二英语', 'English, junior 2')`);
}

export interface PersonGiven {
  readonly name?: string;
  readonly roles?: readonly { readonly role: string; readonly district?: number | null }[];
  readonly district?: number;
  readonly bornOn?: string;
  readonly skills?: readonly { readonly skill: number; readonly specialism?: number; readonly level?: number }[];
  readonly credentials?: readonly { readonly kind: string; readonly from?: string; readonly until?: string }[];
  /** As PostgreSQL writes a multirange of minutes since Monday 00:00. */
  readonly weekly?: string;
  readonly maxWeekMinutes?: number;
}

/** Somebody, by default a volunteer of Chaoyang without any skill. Gives the id. */
export async function aPerson(ground: Ground, given: PersonGiven = {}): Promise<string> {
  const id = newId(noon.getTime());
  const n = serial();
  await insert(ground, "person", {
    id,
    name: given.name ?? `沈${n}`,
    phone_key: Buffer.from(id.replaceAll("-", ""), "hex"),
    phone_last: String(n % 10_000).padStart(4, "0"),
    district_id: given.district ?? 105,
    born_on: given.bornOn ?? "1990-05-04",
    weekly: given.weekly ?? "{}",
    max_week_minutes: given.maxWeekMinutes ?? 1_200,
    made_at: noon,
  });
  for (const { role, district = null } of given.roles ?? [{ role: "volunteer" }])
    await insert(ground, "role_grant", { id: newId(), person_id: id, role, district_id: district, granted_at: noon });
  for (const { skill, specialism = 0, level = 3 } of given.skills ?? [])
    await insert(ground, "person_skill", {
      person_id: id,
      skill_id: skill,
      specialism_id: specialism,
      level,
      district_id: given.district ?? 105,
    });
  for (const credential of given.credentials ?? []) await aCredential(ground, id, credential);
  return id;
}

/** A verified credential, checked by two people made for it. */
export async function aCredential(
  ground: Ground,
  personId: string,
  given: { kind: string; from?: string; until?: string },
): Promise<string> {
  const [first, second] = [await aPerson(ground, { roles: [] }), await aPerson(ground, { roles: [] })];
  const id = newId();
  await insert(ground, "credential", {
    id,
    person_id: personId,
    kind: given.kind,
    issuer: "Beijing",
    valid_from: given.from ?? "2026-06-01",
    valid_until: given.until ?? "2028-06-01",
    state: "verified",
    first_checker_id: first,
    second_checker_id: second,
    first_checked_at: noon,
    second_checked_at: noon,
    made_at: noon,
  });
  return id;
}

/** A counsellor with everything that `aSeat` asks for. */
export const aCounsellor = (ground: Ground, given: PersonGiven = {}): Promise<string> =>
  aPerson(ground, { skills: [{ skill: 1 }], credentials: [{ kind: "psychological_counsellor" }], ...given });

export async function aSite(
  ground: Ground,
  given: { kind?: string; district?: number; nameZh?: string; nameEn?: string } = {},
): Promise<string> {
  const id = newId();
  const n = serial();
  await insert(ground, "site", {
    id,
    district_id: given.district ?? 105,
    kind: given.kind ?? "hotline",
    code: `site-${id}`,
    name_zh: given.nameZh ?? `热线${n}`,
    name_en: given.nameEn ?? `Hotline ${n}`,
  });
  return id;
}

export interface ShiftGiven {
  readonly site: string;
  readonly district?: number;
  readonly startsAt?: Date;
  readonly hours?: number;
  readonly places?: number;
  readonly role?: string;
  readonly picking?: string;
  readonly state?: string;
  readonly minimumCover?: number;
  readonly skill?: number | null;
  readonly credentials?: readonly string[];
  readonly signUpFrom?: Date;
  readonly signUpUntil?: Date;
}

/** A published hotline seat for a licensed counsellor, by default tomorrow at 10:00 for two hours with one place. */
export async function aSeat(ground: Ground, given: ShiftGiven): Promise<string> {
  const id = newId();
  const startsAt = given.startsAt ?? new Date("2026-11-26T02:00:00Z");
  await insert(ground, "shift", {
    id,
    site_id: given.site,
    district_id: given.district ?? 105,
    role: given.role ?? "seat",
    starts_at: startsAt,
    ends_at: new Date(startsAt.getTime() + hours(given.hours ?? 2)),
    state: given.state ?? "published",
    picking: given.picking ?? "claim",
    places: given.places ?? 1,
    minimum_cover: given.minimumCover ?? 1,
    mode: "phone",
    skill_id: given.skill === undefined ? 1 : given.skill,
    credentials: given.credentials ?? ["psychological_counsellor"],
    sign_up_from: given.signUpFrom ?? null,
    sign_up_until: given.signUpUntil ?? null,
    made_at: noon,
  });
  return id;
}
