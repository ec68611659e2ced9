import { WHOLE_HORIZON } from "./construct.ts";
import type { Model } from "./model.ts";
import type { Random } from "./random.ts";
import type { Outcome, Window } from "./window-search.ts";

/** Lengths in days of the windows, and the whole horizon at last. */
const LENGTHS = [7, 10, 14, 17, 21];
/** Rows of the linear master (people + slots) up to which a window is worth its time. */
const LARGEST = 260;
const LARGEST_WHOLE = 420;
/** With fewer people than this a window is not worth trying. */
const FEWEST = 12;
/** How much an attempt without gain puts a window back, in rungs of the ladder of lengths. */
const TIRED = { proven: 3, worse: 1.5, same: 1.5, better: 0 } as const;
const EXHAUSTED = 6;

interface Place {
  readonly from: number;
  readonly to: number;
  readonly size: number;
  readonly rung: number;
  tired: number;
}

/**
 * Which window to rebuild next: short ones first, for they are quick, then longer ones; those that gave nothing lately come
 * later. A gain anywhere wakes the others up by half.
 */
export class WindowChoice {
  private readonly model: Model;
  private readonly random: Random;
  private places: Place[] = [];
  private place!: Place;

  constructor(model: Model, random: Random) {
    this.model = model;
    this.random = random;
    const slots = slotsPerDay(model);
    const edges = periodEdges(model);
    LENGTHS.forEach((length, rung) => {
      const size = Math.min(model.people, Math.floor(LARGEST - length * slots));
      if (length >= model.days || (rung > 0 && size < FEWEST)) return;
      for (let from = 0; from + length <= model.days; from++) this.add(from, from + length, Math.max(size, FEWEST), rung);
    });
    if (edges.length > 2) {
      this.places = [];
      for (let i = 1; i < edges.length; i++) this.add(edges[i - 1]!, edges[i]!, LARGEST, 0);
    } else if (this.wholeFits) this.add(0, model.days, model.people, LENGTHS.length);
  }

  get wholeFits(): boolean {
    const { model } = this;
    return (
      model.days <= WHOLE_HORIZON &&
      periodEdges(model).length === 2 &&
      model.people + slotsPerDay(model) * model.days <= LARGEST_WHOLE
    );
  }

  private add(from: number, to: number, size: number, rung: number): void {
    if (cutsWeekend(this.model, from) || cutsWeekend(this.model, to)) return;
    this.places.push({ from, to, size: Math.min(size, this.model.people), rung, tired: 0 });
  }

  /** No window has been left untried for long. */
  get exhausted(): boolean {
    return this.places.every((place) => place.rung + place.tired > EXHAUSTED);
  }

  next(): Window {
    const { places, random } = this;
    let least = Number.POSITIVE_INFINITY;
    for (const place of places) {
      const rank = place.rung + place.tired + random.unit();
      if (rank < least) {
        least = rank;
        this.place = place;
      }
    }
    const { from, to, size } = this.place;
    return { from, to, people: this.choosePeople(size) };
  }

  private choosePeople(size: number): number[] {
    const { random, model } = this;
    const people = Array.from({ length: model.people }, (_, p) => p);
    if (size >= people.length) return people;
    for (let i = 0; i < size; i++) {
      const j = i + random.below(people.length - i);
      [people[i], people[j]] = [people[j]!, people[i]!];
    }
    return people.slice(0, size);
  }

  told(outcome: Outcome): void {
    const { place, places, model } = this;
    if (outcome === "better") for (const each of places) each.tired /= 2;
    else place.tired += place.size < model.people ? 1 : TIRED[outcome];
  }

  wake(): void {
    for (const place of this.places) place.tired = 0;
  }
}

function slotsPerDay(model: Model): number {
  let slots = 0;
  for (let slot = 0; slot < model.wanted.length; slot++)
    if (model.wanted[slot]! * model.under[slot]! + model.over[slot]! > 0) slots++;
  return slots / model.days;
}

function cutsWeekend(model: Model, day: number): boolean {
  return day > 0 && day < model.days && (model.problem.firstWeekday + 6 * model.past + day) % 7 === 6;
}

/** Days on which anybody's period of minutes begins or ends; a window never reaches across. */
function periodEdges(model: Model): number[] {
  const edges = new Set([0, model.days]);
  for (const limits of model.limits) for (const { from, to } of limits.periods) edges.add(from).add(to);
  return [...edges].sort((a, b) => a - b);
}
