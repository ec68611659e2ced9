/** The columns of a linear program whose entries are all 1 or all -1, kept as lists: cover is counted in people. */
export class Columns {
  readonly cost: number[] = [];
  /** Cost shaken a little, and what a column costs on top for having been ruled out. */
  readonly shaken: number[] = [];
  readonly penalty: number[] = [];
  readonly entries: Int32Array[] = [];
  readonly signs: (1 | -1)[] = [];
  basic = new Uint8Array(1024);
  banned = new Uint8Array(1024);

  get length(): number {
    return this.cost.length;
  }

  add(cost: number, shake: number, entries: Int32Array, sign: 1 | -1): number {
    const column = this.cost.push(cost) - 1;
    this.shaken.push(cost + shake);
    this.penalty.push(0);
    this.entries.push(entries);
    this.signs.push(sign);
    if (column >= this.basic.length) {
      this.basic = twiceAsLong(this.basic);
      this.banned = twiceAsLong(this.banned);
    }
    return column;
  }

  price(column: number): number {
    return this.shaken[column]! + this.penalty[column]!;
  }

  reduced(column: number, dual: Float64Array): number {
    const entries = this.entries[column]!;
    let sum = 0;
    for (let i = 0; i < entries.length; i++) sum += dual[entries[i]!]!;
    return this.shaken[column]! + this.penalty[column]! - this.signs[column]! * sum;
  }
}

function twiceAsLong(flags: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const longer = new Uint8Array(flags.length * 2);
  longer.set(flags);
  return longer;
}
