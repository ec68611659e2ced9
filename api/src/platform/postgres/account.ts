import { readFileSync, type Stats, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** A system account by number. */
export type Account = { uid: number; gid: number };

const nobody: Account = { uid: 65534, gid: 65534 };

/**
 * PostgreSQL refuses to run as root. The account it runs as instead: the owner of data that is already there,
 * else `postgres`, else nobody. `undefined` where we are not root, or on Windows, where pg_ctl sheds its rights by itself.
 */
export function accountForServer(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return accountNamed("postgres") ?? nobody;
}

function accountNamed(name: string): Account | undefined {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/** May the account enter every folder on the way to `path`, and read `path` itself (if it exists)? */
export function canReach(account: Account | undefined, path: string): boolean {
  if (!account) return true;
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const found = statSync(folder, { throwIfNoEntry: false });
    if (found && !allows(account, found, folder === resolve(path) && !found.isDirectory() ? 0o4 : 0o1)) return false;
    if (folder === dirname(folder)) return true;
  }
}

function allows({ uid, gid }: Account, stats: Stats, bit: number): boolean {
  const shift = stats.uid === uid ? 6 : stats.gid === gid ? 3 : 0;
  return ((stats.mode >> shift) & bit) !== 0;
}
