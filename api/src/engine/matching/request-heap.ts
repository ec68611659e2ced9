/**
 * A 4-ary heap of requests by distance. A request whose distance falls is pushed again; the older entry comes out later and
 * is told by its greater key. Four children share a cache line, which halves the depth of a binary heap.
 */
export class RequestHeap {
  #keys = new Int32Array(1024);
  #nodes = new Int32Array(1024);
  size = 0;

  /** Key of the nearest entry; the heap must not be empty. */
  nearest(): number {
    return this.#keys[0]!;
  }

  push(node: number, key: number): void {
    if (this.size === this.#keys.length) this.#grow();
    const keys = this.#keys;
    const nodes = this.#nodes;
    let at = this.size++;
    while (at > 0) {
      const up = (at - 1) >> 2;
      if (keys[up]! <= key) break;
      keys[at] = keys[up]!;
      nodes[at] = nodes[up]!;
      at = up;
    }
    keys[at] = key;
    nodes[at] = node;
  }

  /** Takes out the nearest entry; the heap must not be empty. */
  pop(): number {
    const keys = this.#keys;
    const nodes = this.#nodes;
    const top = nodes[0]!;
    const size = --this.size;
    const key = keys[size]!;
    const node = nodes[size]!;
    let at = 0;
    for (;;) {
      let child = 4 * at + 1;
      if (child >= size) break;
      let least = keys[child]!;
      for (let next = child + 1, end = Math.min(child + 4, size); next < end; next++) {
        if (keys[next]! < least) {
          least = keys[next]!;
          child = next;
        }
      }
      if (least >= key) break;
      keys[at] = least;
      nodes[at] = nodes[child]!;
      at = child;
    }
    keys[at] = key;
    nodes[at] = node;
    return top;
  }

  clear(): void {
    this.size = 0;
  }

  #grow(): void {
    const keys = new Int32Array(this.#keys.length * 2);
    const nodes = new Int32Array(this.#nodes.length * 2);
    keys.set(this.#keys);
    nodes.set(this.#nodes);
    this.#keys = keys;
    this.#nodes = nodes;
  }
}
