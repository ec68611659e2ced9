/** Mixes one whole number into a hash; every bit of both reaches every bit of the result. */
function mix(hash: number, value: number): number {
  let h = Math.imul(hash ^ value, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

const hashOf = (text: string, seed: number): number => {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = mix(hash, text.charCodeAt(i));
  return hash;
};

/**
 * Chance that comes out the same each time (sfc32, 128 bits of state). Each thing draws from a stream of its own, named by
 * what it is and its number, so that a person stays who they are whatever else of the city changes.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #count = 1;

  constructor(seed: number, stream: string, index = 0) {
    const root = mix(hashOf(stream, seed >>> 0), index);
    this.#a = mix(root, 1);
    this.#b = mix(root, 2);
    this.#c = mix(root, 3);
    for (let i = 0; i < 8; i++) this.bits();
  }

  /** 32 bits of chance, as a whole number from 0. */
  bits(): number {
    const sum = (this.#a + this.#b + this.#count++) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** From 0 to below 1. */
  unit(): number {
    return this.bits() / 2 ** 32;
  }

  /** A whole number, both ends included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.unit() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.unit() * list.length)]!;
  }

  /** So many different ones, in the order of the list. */
  some<T>(list: readonly T[], count: number): T[] {
    const chosen: T[] = [];
    let left = Math.min(count, list.length);
    for (let i = 0; left > 0; i++) {
      if (this.unit() * (list.length - i) >= left) continue;
      chosen.push(list[i]!);
      left--;
    }
    return chosen;
  }

  /** One of several by its share; shares are positive and need not sum to 1. */
  weighted<T extends string | number>(shares: readonly (readonly [T, number])[]): T {
    let left = this.unit() * shares.reduce((sum, [, share]) => sum + share, 0);
    for (const [value, share] of shares) {
      left -= share;
      if (left < 0) return value;
    }
    return shares.at(-1)![0];
  }

  /** Around 0 with a deviation of 1. */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.unit())) * Math.cos(2 * Math.PI * this.unit());
  }

  shuffle<T extends { length: number; [index: number]: number }>(list: T): T {
    for (let i = list.length - 1; i > 0; i--) {
      const j = Math.floor(this.unit() * (i + 1));
      const kept = list[i]!;
      list[i] = list[j]!;
      list[j] = kept;
    }
    return list;
  }

  /** A version 7 UUID of an instant (ms): like kernel's newId, but the same for the same stream. */
  id(at: number): string {
    const time = at.toString(16).padStart(12, "0");
    const rest = hex(this.bits()) + hex(this.bits());
    const version = ((this.bits() & 0xfff) | 0x7000).toString(16);
    const variant = ((this.bits() & 0x3fff) | 0x8000).toString(16);
    return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${rest.slice(0, 12)}`;
  }
}

const hex = (bits: number): string => bits.toString(16).padStart(8, "0");
