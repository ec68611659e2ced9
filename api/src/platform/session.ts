import type { EntityManager } from "@mikro-orm/postgresql";
import { sql } from "kysely";
import { newId } from "../kernel/id.ts";
import type { Context, RoleGrant, Viewer } from "./context.ts";
import { row, rows } from "./database.ts";
import { seqOnBoard } from "./events.ts";
import { newToken, type Secrets } from "./secrets.ts";
import type { Tx } from "./transaction.ts";

export const cookieName = "shouwang";
/** A browser's or program's session ends this long after sign-in. */
export const sessionSeconds = 30 * 24 * 3_600;

const keyOf = (secrets: Secrets, token: string) => secrets.keyOf("session", token);

/** Opens a session and returns its token: the only time that it exists in clear. */
export async function openSession(tx: Tx, personId: string, kind: "cookie" | "bearer"): Promise<string> {
  const token = newToken();
  const now = tx.now();
  await row(
    tx,
    sql`insert into session (id, person_id, token_key, kind, made_at, seen_at, expires_at)
        values (${newId(now.getTime())}, ${personId}, ${keyOf(tx.platform.secrets, token)}, ${kind}, ${now}, ${now},
                ${new Date(now.getTime() + sessionSeconds * 1_000)})`,
  );
  return token;
}

interface ViewerRow {
  readonly personId: string;
  readonly sessionId: string;
  readonly locale: Context["locale"];
  readonly roles: RoleGrant[];
  readonly seq: number;
}

const viewerColumns = sql`
  s.person_id as "personId", s.id as "sessionId", p.locale,
  coalesce((select jsonb_agg(jsonb_build_object('role', g.role, 'districtId', g.district_id))
            from role_grant g where g.person_id = p.id and g.revoked_at is null), '[]') as roles,
  ${seqOnBoard("person", "p")}`;

/** Who holds this token, with the roles of this moment; one statement. Null: nobody, expired or signed out. */
export async function viewerOfToken(
  em: EntityManager,
  secrets: Secrets,
  token: string,
  now: Date,
): Promise<ViewerRow | null> {
  if (token === "" || token.length > 100) return null;
  const found = await row<ViewerRow>(
    { em: em.fork() },
    sql`select ${viewerColumns} from session s join person p on p.id = s.person_id
        where s.token_key = ${keyOf(secrets, token)} and s.revoked_at is null and s.expires_at > ${now}`,
  );
  return found ?? null;
}

/** The same for sessions that are already known: how long-lived sockets learn that a right was lost. */
export async function viewersOfSessions(
  em: EntityManager,
  ids: readonly string[],
  now: Date,
): Promise<Map<string, Viewer>> {
  const found = await rows<ViewerRow>(
    { em: em.fork() },
    sql`select ${viewerColumns} from session s join person p on p.id = s.person_id
        where s.id = any(${ids}) and s.revoked_at is null and s.expires_at > ${now}`,
  );
  return new Map(found.map((viewer) => [viewer.sessionId, viewer]));
}

export const closeSession = (tx: Tx, sessionId: string) =>
  row(tx, sql`update session set revoked_at = ${tx.now()} where id = ${sessionId} and revoked_at is null`);
