import { HOUR, type Instant, MINUTE } from "../kernel/interval.ts";
import { type Calendar, instantText } from "./calendar.ts";
import { skillId } from "./catalogue.ts";
import { Load } from "./copy.ts";
import { choose, type Member, memberOf, serve } from "./crew.ts";
import { type Duty, dutiesOf, leaveGaps } from "./duty.ts";
import type { Personas } from "./personas.ts";
import { type CityPlan, type DistrictPlan, membersOf } from "./plan.ts";
import { Random } from "./random.ts";
import { reserve } from "./reserved.ts";
import type { SiteSpec } from "./sites.ts";

export interface Roster {
  readonly plan: CityPlan;
  readonly calendar: Calendar;
  readonly siteIds: ReadonlyMap<string, string>;
  readonly personas: Personas;
}

const rowsAtOnce = 20_000;

/** Shifts and who serves on them, district by district. */
export function* rosters(roster: Roster): Generator<Load> {
  const { plan, calendar } = roster;
  for (const district of plan.districts) {
    const bySite = new Map(district.sites.map((site) => [site, dutiesOf(site, calendar, plan.seed)]));
    const duties = [...bySite.values()].flat();
    reserve(district.district.id, duties, roster);
    leaveGaps(duties, district.sites.length, calendar, new Random(plan.seed, `gaps ${district.district.id}`));
    let load = new Load();
    for (const [site, own] of bySite) {
      fill(load, site, own, district, roster);
      if (load.count < rowsAtOnce) continue;
      yield load;
      load = new Load();
    }
    yield load;
  }
}

function fill(load: Load, site: SiteSpec, duties: readonly Duty[], district: DistrictPlan, roster: Roster): void {
  const random = new Random(roster.plan.seed, `roster ${site.code}`);
  const crew = membersOf(district, (section) => section.site === site).map((index) =>
    memberOf(roster.plan, roster.calendar, index),
  );
  for (const duty of duties) {
    const chosen = man(crew, duty);
    new Writer(load, duty, roster, random).write(chosen, crew);
  }
}

function man(crew: readonly Member[], duty: Duty): Member[] {
  const chosen: Member[] = [];
  while (chosen.length + duty.reserved.length < duty.target) {
    const member = choose(crew, duty, chosen);
    if (member === null) break;
    chosen.push(member);
  }
  for (const member of chosen) serve(member, duty);
  return chosen;
}

type Live = "confirmed" | "checked_in" | "completed";

/** One shift with everybody on it, so that what is counted is what was written. */
class Writer {
  readonly #load: Load;
  readonly #duty: Duty;
  readonly #roster: Roster;
  readonly #random: Random;
  #taken = 0;
  #releasing = 0;

  constructor(load: Load, duty: Duty, roster: Roster, random: Random) {
    this.#load = load;
    this.#duty = duty;
    this.#roster = roster;
    this.#random = random;
  }

  write(chosen: readonly Member[], crew: readonly Member[]): void {
    for (const id of this.#duty.reserved) this.#serve(id, false);
    for (const { id } of chosen) this.#serve(id, true);
    if (this.#isAhead()) this.#besides(crew, chosen);
    this.#shift();
  }

  #isAhead(): boolean {
    const { now } = this.#roster.calendar;
    return this.#duty.startsAt > now && this.#duty.signUpFrom < now;
  }

  /** People who applied and wait for an answer; one who gave the place back. */
  #besides(crew: readonly Member[], chosen: readonly Member[]): void {
    const { rota } = this.#duty;
    const applies = rota.picking === "apply" && this.#taken < rota.places && this.#random.chance(0.3);
    if (!applies && !this.#random.chance(0.03)) return;
    const other = choose(crew, { ...this.#duty, target: 1 }, chosen);
    if (other === null || chosen.includes(other)) return;
    if (applies) this.#assignment(other.id, "applied", { version: 1 });
    else this.#commitment(this.#assignment(other.id, "released", { version: 2, confirmed: true }), other.id, false);
  }

  #serve(personId: string, mayFail: boolean): void {
    const { startsAt, endsAt, rota, day } = this.#duty;
    const { now, today } = this.#roster.calendar;
    if (endsAt <= now && mayFail && this.#random.chance(0.015)) {
      this.#commitment(this.#assignment(personId, "no_show", { version: 2, confirmed: true }), personId, false);
      return;
    }
    const late = mayFail && this.#random.chance(0.06);
    const state: Live = endsAt <= now ? "completed" : startsAt <= now && !late ? "checked_in" : "confirmed";
    const mayRelease =
      mayFail && startsAt > now && day <= today + 6 && this.#taken - this.#releasing >= rota.minimumCover;
    const releasing = mayRelease && this.#random.chance(0.25);
    const version = state === "completed" ? 3 : state === "checked_in" || releasing ? 2 : 1;
    const id = this.#assignment(personId, state, { version, confirmed: true, releasing });
    this.#commitment(id, personId, true);
    this.#taken++;
    if (releasing) this.#releasing++;
  }

  #assignment(
    personId: string,
    state: Live | "applied" | "released" | "no_show",
    { version, confirmed = false, releasing = false }: { version: number; confirmed?: boolean; releasing?: boolean },
  ): string {
    const { id: shiftId, site, rota } = this.#duty;
    const madeAt = this.#chosenAt();
    const id = this.#random.id(madeAt);
    const at = instantText(madeAt);
    const since = releasing ? instantText(this.#between(madeAt, this.#roster.calendar.now)) : null;
    const source = rota.picking === "apply" ? "applied" : this.#random.chance(0.1) ? "assigned" : "claimed";
    this.#load.add("assignment", [
      id,
      personId,
      shiftId,
      null,
      site.districtId,
      state,
      source,
      null,
      null,
      confirmed ? at : null,
      since,
      null,
      null,
      version,
      at,
    ]);
    return id;
  }

  #commitment(assignmentId: string, personId: string, active: boolean): void {
    const { site, startsAt, endsAt, rota } = this.#duty;
    const span = [instantText(startsAt), instantText(endsAt)];
    const id = this.#random.id(startsAt - 20 * 24 * HOUR);
    this.#load.add("commitment", [id, assignmentId, personId, site.districtId, ...span, rota.exposure, active]);
  }

  /** After the week opened, before the shift began, and not in the future. */
  #chosenAt(): Instant {
    const { signUpFrom, startsAt } = this.#duty;
    return this.#between(signUpFrom, Math.min(this.#roster.calendar.now, startsAt) - MINUTE);
  }

  #between(from: Instant, to: Instant): Instant {
    return from >= to ? to : this.#random.whole(from, to);
  }

  #shift(): void {
    const { id, site, rota, startsAt, endsAt, madeAt, signUpFrom } = this.#duty;
    this.#load.add("shift", [
      id,
      this.#roster.siteIds.get(site.code)!,
      site.districtId,
      rota.role,
      instantText(startsAt),
      instantText(endsAt),
      "published",
      rota.picking,
      rota.places,
      this.#taken,
      this.#releasing,
      rota.minimumCover,
      rota.mode,
      rota.skill === null ? null : skillId(rota.skill),
      rota.level,
      `{${rota.credentials.map((kind) => `"${kind}"`).join(",")}}`,
      rota.exposure,
      instantText(signUpFrom),
      1 + this.#taken + this.#releasing,
      instantText(madeAt),
    ]);
  }
}
