import type { Ask } from "../../engine/fitness/case.ts";
import { openCase } from "../../engine/fitness/open-case.ts";
import type { PersonFacts } from "../../engine/fitness/person.ts";
import type { WorkFacts } from "../../engine/fitness/work.ts";
import type { Instant, Interval } from "../../kernel/interval.ts";
import type { Range } from "../../kernel/ranges.ts";
import { refuse } from "../../kernel/refusal.ts";
import { readRanges, windowsOf, writeRanges } from "../../platform/ranges.ts";

/** The weekly times to propose to somebody: in their own hours where they have room there, else wherever they are not taken. */
export function chosenSessions(person: PersonFacts, work: WorkFacts, now: Instant): readonly Range[] {
  if (work.time.kind !== "weekly") return [];
  const { sessionsPerWeek } = work.time;
  const within = (ask: Ask) => openCase(person, work, now, ask).standing?.sessions ?? [];
  const own = within("coordinator");
  return own.length >= sessionsPerWeek ? own : within("self");
}

/** As an assignment's row keeps them; null for dated work. */
export const keptSessions = (sessions: readonly Range[]): string | null =>
  sessions.length === 0 ? null : writeRanges(sessions);

/** The work, narrowed to the weekly times that were agreed. */
export const atSessions = (work: WorkFacts, weekly: string | null | undefined): WorkFacts =>
  work.time.kind === "weekly" && weekly
    ? { ...work, time: { ...work.time, windows: windowsOf(readRanges(weekly)) } }
    : work;

/** Every dated span that the work takes of the person, through the weeks that are agreed now. */
export function spansTaken(person: PersonFacts, work: WorkFacts, now: Instant): readonly Interval[] {
  const { spans } = openCase(person, work, now, "self");
  return spans.length > 0 ? spans : refuse("NO_SESSION_LEFT");
}
