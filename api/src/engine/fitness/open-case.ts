import type { Instant, Interval } from "../../kernel/interval.ts";
import type { Ask, Case, Room, Standing } from "./case.ts";
import { room } from "./flexible.ts";
import type { Commitment, PersonFacts } from "./person.ts";
import type { Policy } from "./policy.ts";
import { spanRules } from "./rules.ts";
import { standing } from "./standing.ts";
import type { WorkFacts } from "./work.ts";

export const openCase = (person: PersonFacts, work: WorkFacts, now: Instant, ask: Ask): Case =>
  new OpenCase(person, work, now, ask);

/** A class for its lazy, remembered fields: `fits` often ends before any of them is needed. */
class OpenCase implements Case {
  readonly person: PersonFacts;
  readonly work: WorkFacts;
  readonly now: Instant;
  readonly ask: Ask;
  readonly policy: Policy;
  readonly period: Interval;
  #standing: Standing | null | undefined;
  #room: Room | null | undefined;
  #others: readonly Commitment[] | undefined;

  constructor(person: PersonFacts, work: WorkFacts, now: Instant, ask: Ask) {
    this.person = person;
    this.work = work;
    this.now = now;
    this.ask = ask;
    this.policy = work.policy;
    this.period = periodOf(work, now);
  }

  get bindsAvailability(): boolean {
    return this.ask !== "self";
  }

  get standing(): Standing | null {
    if (this.#standing === undefined) {
      const { time } = this.work;
      const keepsRules = (spans: readonly Interval[]) => obeys(supposing(this, spans));
      this.#standing = time.kind === "weekly" ? standing(this, time, keepsRules) : null;
    }
    return this.#standing;
  }

  get room(): Room | null {
    if (this.#room === undefined) {
      const { time } = this.work;
      this.#room = time.kind === "flexible" ? room(this, time) : null;
    }
    return this.#room;
  }

  get spans(): readonly Interval[] {
    const { time } = this.work;
    return time.kind === "dated" ? time.spans : (this.standing?.spans ?? []);
  }

  get others(): readonly Commitment[] {
    this.#others ??= this.person.commitments.some((c) => c.workId === this.work.id)
      ? this.person.commitments.filter((c) => c.workId !== this.work.id)
      : this.person.commitments;
    return this.#others;
  }
}

/** The same case with these spans: to try a session before it is chosen. */
const supposing = (
  { person, work, now, ask, policy, period, bindsAvailability, others }: Case,
  spans: readonly Interval[],
): Case => ({
  person,
  work,
  now,
  ask,
  policy,
  period,
  bindsAvailability,
  others,
  spans,
  standing: null,
  room: null,
});

const obeys = (c: Case): boolean => spanRules.every((rule) => rule.obstacle(c) === null);

function periodOf({ time }: WorkFacts, now: Instant): Interval {
  if (time.kind !== "dated") return time.period;
  return { startsAt: time.spans[0]?.startsAt ?? now, endsAt: time.spans.at(-1)?.endsAt ?? now };
}
