import { dayKey } from "../../lib/time.ts";
import type { DutyFragment } from "./home.generated.ts";

/** A session of the schedule: a shift, or a meeting of a standing request. */
export type Duty = DutyFragment & { startsAt: string; endsAt: string };

/** The first that is not over; it may be on now. */
export const nextDuty = (duties: readonly Duty[], now: number): Duty | undefined =>
  duties.find(({ endsAt }) => Date.parse(endsAt) > now);

export const dutiesOf = (schedule: { edges: readonly { node: DutyFragment }[] }): Duty[] =>
  schedule.edges.flatMap(({ node }) => (node.startsAt && node.endsAt ? [node as Duty] : []));

export const dutyTitle = ({ shift, request }: DutyFragment): string => shift?.title ?? request?.title ?? "";
export const dutyMode = ({ shift, request }: DutyFragment) => (shift ?? request)?.mode ?? "ON_SITE";
export const dutyDistrict = ({ shift, request }: DutyFragment): string =>
  (shift?.site.district ?? request?.district)?.name ?? "";
export const dutyKey = (duty: Duty): string => `${duty.startsAt} ${duty.shift?.id ?? duty.request?.id}`;

/** The days that have something, in order, each with its duties. */
export function byDay(duties: readonly Duty[]): { key: string; duties: Duty[] }[] {
  const days = new Map<string, Duty[]>();
  for (const duty of duties) {
    const key = dayKey(duty.startsAt);
    days.set(key, [...(days.get(key) ?? []), duty]);
  }
  return [...days].map(([key, those]) => ({ key, duties: those }));
}
