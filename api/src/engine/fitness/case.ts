import type { Instant, Interval } from "../../kernel/interval.ts";
import { type Room, room } from "./flexible.ts";
import type { Commitment, PersonFacts } from "./person.ts";
import type { Policy } from "./policy.ts";
import { type Standing, standing } from "./standing.ts";
import type { WorkFacts } from "./work.ts";

/**
 * Who asks. Somebody who picks for *herself* is bound by the sign-up window but not by her own weekly pattern,
 * which is only a wish; a *coordinator* and the *matcher* are bound by the pattern but not by the window.
 */
export type Ask = "self" | "coordinator" | "matcher";

/** One person before one piece of work: what every rule looks at. Times are worked out once, and only if a rule asks. */
export class Case {
  readonly person: PersonFacts;
  readonly work: WorkFacts;
  readonly now: Instant;
  readonly ask: Ask;
  readonly policy: Policy;
  #standing: Standing | null | undefined;
  #room: Room | null | undefined;
  #others: readonly Commitment[] | undefined;

  constructor(person: PersonFacts, work: WorkFacts, now: Instant, ask: Ask) {
    this.person = person;
    this.work = work;
    this.now = now;
    this.ask = ask;
    this.policy = work.policy;
  }

  /** From the first moment of the work to the last. */
  get period(): Interval {
    const { time } = this.work;
    if (time.kind !== "dated") return time.period;
    return { startsAt: time.spans[0]?.startsAt ?? this.now, endsAt: time.spans.at(-1)?.endsAt ?? this.now };
  }

  /** Does the person's own pattern count? */
  get bindsAvailability(): boolean {
    return this.ask !== "self";
  }

  /** Null unless the work is weekly. */
  get standing(): Standing | null {
    if (this.#standing === undefined) {
      const { time } = this.work;
      this.#standing =
        time.kind === "weekly" ? standing(this.person, this.work, time, this.bindsAvailability, this.now) : null;
    }
    return this.#standing;
  }

  /** Null unless the work is flexible. */
  get room(): Room | null {
    if (this.#room === undefined) {
      const { time } = this.work;
      this.#room =
        time.kind === "flexible" ? room(this.person, this.work, time, this.bindsAvailability, this.now) : null;
    }
    return this.#room;
  }

  /** The spans that would bind the person; none where the time is still to be agreed. */
  get spans(): readonly Interval[] {
    const { time } = this.work;
    return time.kind === "dated" ? time.spans : (this.standing?.spans ?? []);
  }

  /** Commitments to any other work. */
  get others(): readonly Commitment[] {
    this.#others ??= this.person.commitments.filter((c) => c.workId !== this.work.id);
    return this.#others;
  }
}
