import pg from "pg";
import { openSecrets, sameBytes } from "./secrets.ts";
import { StartError } from "./start-error.ts";

/**
 * The database remembers, as a hash, the first master key that it worked with. With another one nobody's session, phone
 * number or note could be read, and new ones would be written beside them unreadable for the rest: refuse to start.
 */
export async function refuseOtherMasterKey(ownerUrl: string, masterKey: string): Promise<void> {
  const mark = openSecrets(masterKey).keyOf("master key", "mark");
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query("insert into master_key (mark) values ($1) on conflict do nothing", [mark]);
    const { rows } = await owner.query<{ mark: Buffer }>("select mark from master_key");
    if (sameBytes(rows[0]!.mark, mark)) return;
  } finally {
    await owner.end();
  }
  throw new StartError(
    "This database was begun with another master key: put that one into SHOUWANG_MASTER_KEY, or its file master-key back into SHOUWANG_DATA.",
  );
}
