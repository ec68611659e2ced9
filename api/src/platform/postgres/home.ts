import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, lstatSync, mkdirSync, realpathSync, statSync, symlinkSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { StartError } from "../start-error.ts";
import { type Account, accountForServer, canReach } from "./account.ts";

/** The folder that holds one embedded server: its cluster, password, port and log. */
export type Home = {
  path: string;
  cluster: string;
  account: Account | undefined /** As the person wrote it. */;
  name: string;
};

/** Where root keeps what an account without rights must reach, whatever root's umask. Unlike /tmp it survives a reboot. */
export function systemFolder(): string {
  const path = "/var/lib/shouwang";
  mkdirSync(path, { recursive: true });
  chmodSync(path, 0o711);
  return path;
}

/**
 * Makes `folder` the home of a server, owned by the account that runs it. As root under a folder that others may not
 * enter (a checkout in /root), the home lies in the system folder and `folder` is a link to it.
 */
export function settleHome(folder: string): Home {
  const wanted = resolve(folder);
  try {
    const path = existing(wanted) ?? create(wanted);
    const cluster = join(path, "cluster");
    const account = accountForServer(cluster);
    if (account) chownSync(path, account.uid, account.gid);
    return { path, cluster, account, name: folder };
  } catch (error) {
    throw new StartError(`The data folder ${wanted} cannot be used (${reason(error)}): name another in SHOUWANG_DATA.`);
  }
}

function existing(wanted: string): string | undefined {
  const found = lstatSync(wanted, { throwIfNoEntry: false });
  if (!found) return undefined;
  const path = realpathSync(wanted);
  if (!statSync(path).isDirectory()) throw new Error("it is not a folder");
  return path;
}

function create(wanted: string): string {
  mkdirSync(dirname(wanted), { recursive: true, mode: 0o711 });
  const account = accountForServer(wanted);
  const path = canReach(account, dirname(wanted)) ? wanted : join(systemFolder(), randomBytes(8).toString("hex"));
  mkdirSync(path, { recursive: true });
  chmodSync(path, 0o700);
  if (path !== wanted) symlinkSync(path, wanted);
  return path;
}

function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOSPC") return "the disk is full";
  if (code === "EACCES" || code === "EPERM") return "it belongs to another user";
  return code ?? message;
}
