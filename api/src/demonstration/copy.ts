import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from } from "pg-copy-streams";

/** What is filled, parents before children, with the columns that the city gives. */
const tables = {
  district: "id code name_zh name_en",
  programme: "id code name_zh name_en from_on to_on",
  skill: "id code name_zh name_en",
  specialism: "id skill_id code name_zh name_en",
  site: "id district_id kind code name_zh name_en programme_id",
  person:
    "id number name born_on gender locale phone_sealed phone_key phone_last district_id districts modes languages max_week_minutes max_assignments weekly demonstration made_at",
  persona: "code person_id position role label_zh label_en",
  role_grant: "id person_id role district_id granted_at",
  guardianship: "minor_id guardian_id made_at",
  consent: "id person_id kind text_version given_by given_at",
  person_skill: "person_id skill_id specialism_id level district_id",
  credential:
    "id person_id kind issuer number_last valid_from valid_until state first_checker_id first_checked_at second_checker_id second_checked_at version made_at",
  credential_history: "credential_id state actor_id at",
  shift:
    "id site_id district_id role starts_at ends_at state picking places taken releasing minimum_cover mode skill_id level credentials exposure sign_up_from version made_at",
  request:
    "id number requester_id kind state for_whom district_id mode urgency taken skill_id specialisms grade weekly sessions_week session_minutes from_on until_on gender_wish with_minors cancel_reason submitted_at matched_at version made_at",
  assignment:
    "id person_id shift_id request_id district_id state source offered_at answer_by confirmed_at releasing_since decline_reason weekly version made_at",
  commitment: "id assignment_id person_id district_id starts_at ends_at exposure active",
} as const;

export type Table = keyof typeof tables;
const order = Object.keys(tables) as Table[];

type Value = string | number | boolean | null | Buffer;

/** Rows on their way to the database, as COPY reads them. */
export class Load {
  readonly rows = new Map<Table, string[]>();
  count = 0;

  /** Values in the order of the table's columns. */
  add(table: Table, values: readonly Value[]): void {
    const rows = this.rows.get(table);
    const line = `${values.map(written).join("\t")}\n`;
    if (rows) rows.push(line);
    else this.rows.set(table, [line]);
    this.count++;
  }
}

function written(value: Value): string {
  if (value === null) return "\\N";
  if (typeof value === "string") return /[\\\t\n\r]/.test(value) ? escaped(value) : value;
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString("hex")}`;
  return String(value);
}

const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
const escaped = (text: string) => text.replace(/[\\\t\n\r]/g, (character) => escapes[character]!);

/** Writes a load in one transaction. */
export async function write(client: pg.Client, load: Load): Promise<void> {
  await client.query("begin");
  for (const table of order) {
    const rows = load.rows.get(table);
    if (!rows) continue;
    const columns = tables[table].replaceAll(" ", ", ");
    await pipeline(Readable.from(pieces(rows)), client.query(from(`copy ${table} (${columns}) from stdin`)));
  }
  await client.query("commit");
}

/** Few large writes instead of many small ones. */
function* pieces(rows: readonly string[]): Generator<string> {
  for (let at = 0; at < rows.length; at += 500) yield rows.slice(at, at + 500).join("");
}
