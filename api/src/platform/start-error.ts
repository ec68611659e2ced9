/** Why the product cannot start, in one line that says what to do next. Printed without a stack. */
export class StartError extends Error {
  override readonly name: string = "StartError";
}

/** What the person who starts the product reads: one line where the cause is known, else the whole stack for a report. */
export function toldAtStart(error: unknown): string {
  if (error instanceof StartError) return error.message;
  const { code, port, message, stack } = error as NodeJS.ErrnoException & { port?: number };
  if (code === "EADDRINUSE") return `Port ${port} is taken: stop what listens there, or choose another with PORT.`;
  if (code === "EACCES" && port) return `Port ${port} needs more rights than this user has: choose another with PORT.`;
  if (code === "ENOSPC") return "The disk is full: free some space and start again.";
  return stack ?? message;
}
