import { StartError } from "../start-error.ts";

const causes: [RegExp, (folder: string) => string][] = [
  [
    /No space left on device|ENOSPC|Check free disk space/,
    (folder) => `The disk that holds ${folder} is full: free some space and start again.`,
  ],
  [
    /database files are incompatible/,
    (folder) =>
      `${folder} was made by another PostgreSQL version: move it away, or name another folder in SHOUWANG_DATA.`,
  ],
  [
    /could not .*(shared memory|semaphores)/,
    () =>
      "The machine has no shared memory left for the database: close other programs (or other databases) and start again.",
  ],
  [
    /Permission denied|EACCES|EPERM/,
    (folder) =>
      `The account that runs the database may not use ${folder}: give it the folder, or name another one in SHOUWANG_DATA.`,
  ],
  [
    /password authentication failed/,
    (folder) =>
      `The password kept in ${folder} does not fit its database: put the file back, or name another folder in SHOUWANG_DATA.`,
  ],
];

/** Turns what PostgreSQL's programs said into one line for the person who starts the product. */
export function explain(error: unknown, folder: string): Error {
  if (error instanceof StartError || !(error instanceof Error)) return error as Error;
  const cause = causes.find(([pattern]) => pattern.test(error.message));
  if (cause) return new StartError(cause[1](folder));
  const said = error.message.split("\n").findLast((line) => /FATAL|PANIC|error:|Error/.test(line)) ?? error.message;
  return new StartError(`The embedded database does not start: ${said.trim()} (more in ${folder}/log)`);
}
