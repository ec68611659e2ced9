/** A copy with room for `length` elements; half as much again, so that many small steps cost little, unless `exactly` is given. */
export function grown<T extends Int32Array | Uint8Array>(array: T, length: number, exactly?: number): T {
  const wider = new (array.constructor as new (length: number) => T)(
    exactly ?? Math.max(length, Math.ceil(array.length * 1.5)),
  );
  wider.set(array);
  return wider;
}
