import { LockMode } from "@mikro-orm/core";
import { sql } from "kysely";
import { newId } from "../../kernel/id.ts";
import type { Locale } from "../../kernel/reason.ts";
import { columnsOf } from "../../platform/columns.ts";
import type { Context } from "../../platform/context.ts";
import { row, rows } from "../../platform/database.ts";
import type { Tx } from "../../platform/transaction.ts";
import type { Contact } from "./contact.ts";
import { Person, type PersonRow, PersonSchema } from "./person.ts";
import type { DatedException } from "./rules.ts";
import { contactColumns } from "./sealed-contact.ts";

const columns = columnsOf(PersonSchema, "p");

export async function peopleById(ctx: Context, ids: readonly string[]): Promise<Map<string, PersonRow>> {
  const found = await rows<PersonRow>(ctx, sql`select ${columns} from person p where p.id = any(${ids})`);
  return new Map(found.map((person) => [person.id, person]));
}

export const personByContact = (ctx: Context, kind: "phone" | "email", key: Buffer): Promise<PersonRow | undefined> =>
  row(ctx, sql`select ${columns} from person p where ${sql.ref(`p.${kind}_key`)} = ${key}`);

/** Holds the person until the transaction ends: what is counted of them (hours, assignments) cannot change meanwhile. */
export const lockPerson = (tx: Tx, id: string): Promise<{ id: string; version: number } | undefined> =>
  row(tx, sql`select id, version from person where id = ${id} for update`);

export const personForChange = (tx: Tx, id: string): Promise<Person | null> =>
  tx.em.findOne(Person, id, { lockMode: LockMode.PESSIMISTIC_WRITE });

export const madeAt = async (tx: Tx, id: string): Promise<Date | null> =>
  (await row<{ made_at: Date }>(tx, sql`select made_at from person where id = ${id}`))?.made_at ?? null;

export const districtExists = async (ctx: Context, id: string): Promise<boolean> =>
  /^\d{1,4}$/.test(id) && (await row(ctx, sql`select 1 from district where id = ${Number(id)}`)) !== undefined;

export interface PersonGiven {
  readonly id: string;
  readonly name: string;
  readonly contact: Contact;
  readonly bornOn: string | null;
  readonly district: string;
  readonly roles: readonly string[];
  readonly locale: Locale;
}

/** A new person and their roles. `person_phone_key_key` refuses a contact that somebody has registered meanwhile. */
export async function insertPerson(tx: Tx, given: PersonGiven): Promise<void> {
  const now = tx.now();
  const c = contactColumns(tx.platform.secrets, given.id, given.contact);
  const grants = [...new Set(given.roles)].map((role) => ({ id: newId(now.getTime()), role }));
  await row(
    tx,
    sql`with p as (
          insert into person (id, name, born_on, locale, phone_sealed, phone_key, phone_last, email_sealed, email_key, district_id, made_at)
          values (${given.id}, ${given.name}, ${given.bornOn}, ${given.locale}, ${c.phoneSealed}, ${c.phoneKey}, ${c.phoneLast},
                  ${c.emailSealed}, ${c.emailKey}, ${Number(given.district)}, ${now})
          returning id)
        insert into role_grant (id, person_id, role, granted_at)
        select g.id, p.id, g.role, ${now}::timestamptz from p, jsonb_to_recordset(${JSON.stringify(grants)}::jsonb) as g (id uuid, role text)`,
  );
}

export const insertGuardianship = (tx: Tx, minorId: string, guardianId: string) =>
  row(
    tx,
    sql`insert into guardianship (minor_id, guardian_id, made_at) values (${minorId}, ${guardianId}, ${tx.now()})`,
  );

export const isGuardianOf = async (ctx: Context, guardianId: string, minorId: string): Promise<boolean> =>
  (await row(ctx, sql`select 1 from guardianship where guardian_id = ${guardianId} and minor_id = ${minorId}`)) !==
  undefined;

export const insertConsent = (tx: Tx, personId: string, kind: string, textVersion: string, givenBy: string) =>
  row(
    tx,
    sql`insert into consent (id, person_id, kind, text_version, given_by, given_at)
        values (${newId(tx.now().getTime())}, ${personId}, ${kind}, ${textVersion}, ${givenBy}, ${tx.now()})
        on conflict (person_id, kind, text_version) where withdrawn_at is null do nothing`,
  );

export const endConsent = (tx: Tx, personId: string, kind: string) =>
  row(
    tx,
    sql`update consent set withdrawn_at = ${tx.now()} where person_id = ${personId} and kind = ${kind} and withdrawn_at is null`,
  );

export interface ConsentRow {
  readonly personId: string;
  readonly kind: string;
  readonly textVersion: string;
  readonly givenAt: Date;
}

export async function consentsByPerson(ctx: Context, ids: readonly string[]): Promise<Map<string, ConsentRow[]>> {
  const found = await rows<ConsentRow>(
    ctx,
    sql`select person_id as "personId", kind, text_version as "textVersion", given_at as "givenAt"
        from consent where person_id = any(${ids}) and withdrawn_at is null order by given_at, kind`,
  );
  return Map.groupBy(found, ({ personId }) => personId);
}

export async function updateLocale(tx: Tx, personId: string, locale: Locale): Promise<void> {
  await row(tx, sql`update person set locale = ${locale} where id = ${personId}`);
}

export const updateAvailability = (
  tx: Tx,
  personId: string,
  given: { readonly weekly: string; readonly maxWeekMinutes: number; readonly maxAssignments: number },
) =>
  row(
    tx,
    sql`update person set weekly = ${given.weekly}::int4multirange, max_week_minutes = ${given.maxWeekMinutes},
          max_assignments = ${given.maxAssignments}, version = version + 1 where id = ${personId}`,
  );

export async function replaceExceptions(
  tx: Tx,
  personId: string,
  exceptions: readonly DatedException[],
): Promise<void> {
  await row(tx, sql`delete from availability_exception where person_id = ${personId}`);
  if (exceptions.length === 0) return;
  const drafts = exceptions.map(({ startsAt, endsAt, available }) => ({
    id: newId(tx.now().getTime()),
    starts_at: startsAt,
    ends_at: endsAt,
    available,
  }));
  await row(
    tx,
    sql`insert into availability_exception (id, person_id, starts_at, ends_at, available)
        select id, ${personId}::uuid, starts_at, ends_at, available
        from jsonb_to_recordset(${JSON.stringify(drafts)}::jsonb) as e (id uuid, starts_at timestamptz, ends_at timestamptz, available boolean)`,
  );
}

export interface ExceptionRow extends DatedException {
  readonly id: string;
  readonly personId: string;
}

export async function exceptionsByPerson(ctx: Context, ids: readonly string[]): Promise<Map<string, ExceptionRow[]>> {
  const found = await rows<ExceptionRow>(
    ctx,
    sql`select id, person_id as "personId", starts_at as "startsAt", ends_at as "endsAt", available
        from availability_exception where person_id = any(${ids}) order by starts_at`,
  );
  return Map.groupBy(found, ({ personId }) => personId);
}

// --- identities of the city's own sign-in

export const personOfIdentity = async (ctx: Context, issuer: string, subject: string): Promise<string | null> =>
  (
    await row<{ person_id: string }>(
      ctx,
      sql`select person_id from oidc_identity where issuer = ${issuer} and subject = ${subject}`,
    )
  )?.person_id ?? null;

export const insertIdentity = (tx: Tx, issuer: string, subject: string, personId: string) =>
  row(
    tx,
    sql`insert into oidc_identity (issuer, subject, person_id, made_at) values (${issuer}, ${subject}, ${personId}, ${tx.now()})`,
  );
