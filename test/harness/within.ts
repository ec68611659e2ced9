import { serverSessions } from "./database.ts";

/**
 * Work that has to end soon. A hook that merely times out leaves nothing to go by: this says what it was that hung, and what
 * the database's sessions were doing.
 */
export async function within<T>(seconds: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), seconds * 1_000);
  });
  const first = await Promise.race([work, late]);
  clearTimeout(timer);
  if (first !== "late") return first;
  throw new Error(`${what} takes more than ${seconds} s:\n${JSON.stringify(await serverSessions(), null, 1)}`);
}
