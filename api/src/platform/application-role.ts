import { createHmac } from "node:crypto";
import pg from "pg";
import { StartError } from "./start-error.ts";

/** What the migrations grant rights to. It owns nothing, so it can neither change tables nor rewrite history. */
export const applicationRole = "shouwang_app";

/**
 * Makes sure that the application role exists and can sign in; gives the address to sign in with. An operator who keeps
 * own accounts names one in `appUrl`: it becomes a member of the role.
 */
export async function ensureApplicationRole(owner: pg.Client, ownerUrl: string, appUrl?: string): Promise<string> {
  try {
    if (!(await exists(owner, applicationRole))) await owner.query(`create role ${applicationRole} nologin`);
    if (appUrl) {
      await admitMember(owner, appUrl);
      if (!(await canSignIn(appUrl)))
        throw new StartError("The database refuses the sign-in of DATABASE_APP_URL: check its role and password.");
    }
    return appUrl ?? (await ownSignIn(owner, ownerUrl));
  } catch (error) {
    if ((error as { code?: string }).code !== "42501") throw error;
    throw new StartError(
      `The role in DATABASE_URL may not make the role ${applicationRole}: let an administrator run "alter role <owner> createrole".`,
    );
  }
}

async function exists(owner: pg.Client, role: string): Promise<boolean> {
  const { rowCount } = await owner.query("select from pg_roles where rolname = $1", [role]);
  return rowCount === 1;
}

async function admitMember(owner: pg.Client, appUrl: string): Promise<void> {
  const member = decodeURIComponent(new URL(appUrl).username);
  if (!(await exists(owner, member)))
    throw new StartError(`The role ${member} of DATABASE_APP_URL does not exist: create it.`);
  if (member === applicationRole) return;
  const { rows } = await owner.query<{ member: boolean }>("select pg_has_role($1, $2, 'usage') as member", [
    member,
    applicationRole,
  ]);
  if (!rows[0]?.member) await owner.query(`grant ${applicationRole} to ${owner.escapeIdentifier(member)}`);
}

/** The password follows from the owner's, so every process that knows DATABASE_URL comes to the same one. */
async function ownSignIn(owner: pg.Client, ownerUrl: string): Promise<string> {
  const url = new URL(ownerUrl);
  if (!url.password)
    throw new StartError("DATABASE_URL has no password to derive one from: name the working role in DATABASE_APP_URL.");
  url.username = applicationRole;
  url.password = createHmac("sha256", decodeURIComponent(url.password)).update(applicationRole).digest("base64url");
  if (!(await canSignIn(url.href))) {
    await owner.query(`alter role ${applicationRole} login password ${owner.escapeLiteral(url.password)}`);
  }
  return url.href;
}

async function canSignIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch (error) {
    // Role may not sign in, wrong password. Anything else (too many connections) is not mended by a new password.
    if (["28000", "28P01"].includes((error as { code?: string }).code ?? "")) return false;
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}
