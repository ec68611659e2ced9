/** Why the product cannot start, in one line that says what to do next. Printed without a stack. */
export class StartError extends Error {
  override readonly name: string = "StartError";
}

type Listening = NodeJS.ErrnoException & {
  readonly port?: number;
  readonly address?: string;
  readonly hostname?: string;
};

/** What the person who starts the product reads: one line where the cause is known, else the whole stack for a report. */
export function toldAtStart(error: unknown): string {
  if (error instanceof StartError) return error.message;
  const { code, port, address, message, stack, ...more } = error as Listening;
  if (code === "EADDRINUSE") return `Port ${port} is taken: stop what listens there, or choose another with PORT.`;
  if (code === "EACCES" && port) return `Port ${port} needs more rights than this user has: choose another with PORT.`;
  if (code === "EADDRNOTAVAIL" || (more.syscall === "getaddrinfo" && port === undefined))
    return `HOST names ${address ?? more.hostname}, which is no address of this machine: 0.0.0.0 listens on all of them.`;
  // 53100 is PostgreSQL's own word for it.
  if (code === "ENOSPC" || code === "53100") return "The disk is full: free some space and start again.";
  return stack ?? message;
}
