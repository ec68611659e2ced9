/** Some people and the days from (inclusive) to (exclusive) in which their rows may change. Never cut between Saturday and Sunday. */
export interface Window {
  readonly people: readonly number[];
  readonly from: number;
  readonly to: number;
}
