import type { Problem } from "../../../api/src/engine/matching/problem.ts";
import { normal, randomFrom, whole } from "./random.ts";

export interface CitySize {
  readonly requests: number;
  readonly people: number;
  /** Candidates of each request. */
  readonly candidates: number;
  /** Every need is multiplied by this. */
  readonly needTimes: number;
}

const DISTRICTS = 17;
const SKILLS = 6;
const CLASSES = 4;
/** Cost of an open place of class 0; far above any path of a city whose candidates are within a few kilometres. */
export const OPEN_STEP = 1_000_000;
const CITY_METRES = 60_000;

interface Points {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly skill: Uint8Array;
}

/**
 * A city: people live and requests arise around the centres of 17 districts of unequal weight; a request's candidates are
 * people with its skill among the nearest; a cost is the distance in tens of metres and up to 200 units for
 * everything else. Rows come in no geographic order, as they would from a database.
 */
export function city(size: CitySize, seed: number): Problem {
  const random = randomFrom(seed);
  const centres = Array.from({ length: DISTRICTS }, () => ({
    x: (0.1 + 0.8 * random()) * CITY_METRES,
    y: (0.1 + 0.8 * random()) * CITY_METRES,
    spread: 1500 + 4500 * random(),
    weight: 0.3 + random(),
  }));
  const people = scatter(size.people, centres, random);
  const sites = scatter(
    size.requests,
    centres.map((centre) => ({ ...centre, spread: 0.8 * centre.spread })),
    random,
  );
  const near = nearest(sites, people, size.candidates, random);
  const edges = size.requests * size.candidates;
  const urgency = Uint8Array.from({ length: size.requests }, () => whole(random, 0, CLASSES - 1));
  const edgeCost = new Int32Array(edges);
  for (let e = 0; e < edges; e++) {
    const r = Math.floor(e / size.candidates);
    const p = near[e]!;
    const metres = Math.hypot(sites.x[r]! - people.x[p]!, sites.y[r]! - people.y[p]!);
    edgeCost[e] = Math.round(metres / 10) + whole(random, 0, 200);
  }
  return {
    need: Int32Array.from({ length: size.requests }, () => whole(random, 1, 4) * size.needTimes),
    urgency,
    unfilledCost: Int32Array.from(urgency, (u) => OPEN_STEP * (u + 1)),
    capacity: Int32Array.from({ length: size.people }, () => places(random)),
    edgeStart: Int32Array.from({ length: size.requests + 1 }, (_, r) => r * size.candidates),
    edgePerson: near,
    edgeCost,
    hold: new Uint8Array(edges),
  };
}

/** Most people take one place; one in ten takes two, and one in ten has just become busy. */
function places(random: () => number): number {
  const pick = random();
  return pick < 0.1 ? 0 : pick < 0.9 ? 1 : 2;
}

type Centre = { readonly x: number; readonly y: number; readonly spread: number; readonly weight: number };

function scatter(count: number, centres: readonly Centre[], random: () => number): Points {
  const total = centres.reduce((sum, centre) => sum + centre.weight, 0);
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  const skill = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    let pick = random() * total;
    let at = 0;
    while (at + 1 < centres.length && pick > centres[at]!.weight) pick -= centres[at++]!.weight;
    const centre = centres[at]!;
    x[i] = centre.x + centre.spread * normal(random);
    y[i] = centre.y + centre.spread * normal(random);
    skill[i] = whole(random, 0, SKILLS - 1);
  }
  return { x, y, skill };
}

/** For each site, half of the 2 × count nearest people with its skill (the others are not free), in the order of their numbers. */
function nearest(sites: Points, people: Points, count: number, random: () => number): Int32Array {
  const grids = Array.from({ length: SKILLS }, (_, skill) => new Grid(people, skill));
  const found = new Int32Array(sites.x.length * count);
  for (let r = 0; r < sites.x.length; r++) {
    const near = grids[sites.skill[r]!]!.nearest(sites.x[r]!, sites.y[r]!, 2 * count);
    for (let at = 0; at < count; at++) {
      const pick = whole(random, at, near.length - 1);
      [near[at], near[pick]] = [near[pick]!, near[at]!];
    }
    const chosen = near.slice(0, count).sort((a, b) => a - b);
    found.set(chosen, r * count);
  }
  return found;
}

/**
 * People of one skill by the square they live in. Lists of numbers, not of objects: a million of those would weigh more than
 * the solver that is to be measured.
 */
class Grid {
  readonly #points: Points;
  readonly #side: number;
  readonly #cells = new Map<number, number>();
  /** People cell by cell; those of cell c are `start[c] .. start[c + 1]`. */
  readonly #people: Int32Array;
  readonly #start: Int32Array;
  /** People met around a place, and how far away they are. */
  readonly #met: number[] = [];
  readonly #away: number[] = [];

  constructor(points: Points, skill: number) {
    this.#points = points;
    this.#side = (CITY_METRES / Math.sqrt(points.x.length / SKILLS)) * 2;
    const sizes: number[] = [];
    for (let i = 0; i < points.x.length; i++) if (points.skill[i] === skill) this.#count(this.#keyOf(i), sizes);
    this.#start = new Int32Array(sizes.length + 1);
    for (const [cell, size] of sizes.entries()) this.#start[cell + 1] = this.#start[cell]! + size;
    this.#people = new Int32Array(this.#start.at(-1)!);
    const end = this.#start.slice();
    for (let i = 0; i < points.x.length; i++) {
      if (points.skill[i] !== skill) continue;
      const cell = this.#cells.get(this.#keyOf(i))!;
      this.#people[end[cell]!] = i;
      end[cell]! += 1;
    }
  }

  nearest(x: number, y: number, count: number): number[] {
    const column = Math.floor(x / this.#side);
    const row = Math.floor(y / this.#side);
    this.#met.length = 0;
    this.#away.length = 0;
    for (let ring = 0; ; ring++) {
      for (let dx = -ring; dx <= ring; dx++) {
        const step = Math.abs(dx) === ring ? 1 : 2 * ring;
        for (let dy = -ring; dy <= ring; dy += Math.max(1, step)) this.#collect(column + dx, row + dy, x, y);
      }
      const sure: number[] = [];
      for (let at = 0; at < this.#met.length; at++) if (this.#away[at]! <= ring * this.#side) sure.push(at);
      if (sure.length < count) continue;
      sure.sort((a, b) => this.#away[a]! - this.#away[b]!);
      return sure.slice(0, count).map((at) => this.#met[at]!);
    }
  }

  #count(key: number, sizes: number[]): void {
    const cell = this.#cells.get(key);
    if (cell !== undefined) {
      sizes[cell]! += 1;
      return;
    }
    this.#cells.set(key, sizes.length);
    sizes.push(1);
  }

  #collect(column: number, row: number, x: number, y: number): void {
    const cell = this.#cells.get(this.#key(column, row));
    if (cell === undefined) return;
    for (let at = this.#start[cell]!; at < this.#start[cell + 1]!; at++) {
      const person = this.#people[at]!;
      this.#met.push(person);
      this.#away.push(Math.hypot(this.#points.x[person]! - x, this.#points.y[person]! - y));
    }
  }

  #keyOf(i: number): number {
    return this.#key(Math.floor(this.#points.x[i]! / this.#side), Math.floor(this.#points.y[i]! / this.#side));
  }

  #key(column: number, row: number): number {
    return (column + 20_000) * 100_003 + row;
  }
}
