import { type Model, REFUSED } from "./model.ts";

/** Whether a row keeps every hard rule of its person, in one pass and without a word why: policy.ts has the words. */
export function rowAllowed(model: Model, p: number, row: Uint8Array): boolean {
  const limits = model.limits[p]!;
  const { days, shifts, duty, off, minutesOf, weekendsBegun, weekendsEnded } = model;
  const { longestRun, shortestRun, shortestBreak, longestBreak, mostWeekends, longestNights, follows, night } = limits;
  let minutes = 0;
  let weekends = 0;
  let latest = 0;
  let length = 0;
  let nights = 0;
  let previous = 0;
  for (let d = 0; d < days; d++) {
    const today = row[d]!;
    const day = p * days + d;
    if (d > 0 && (today === 0) !== (previous === 0)) {
      const opensHorizon = length === d;
      if (
        previous === 0
          ? length > longestBreak || (length < shortestBreak && !opensHorizon)
          : length < shortestRun && !opensHorizon
      )
        return false;
      length = 0;
    }
    length++;
    if (today === 0) {
      if (off[day]! >= REFUSED) return false;
      nights = 0;
    } else {
      const s = today - 1;
      if (length > longestRun || duty[day * shifts + s]! >= REFUSED) return false;
      if (previous !== 0 && follows[(previous - 1) * shifts + s] === 0) return false;
      nights = night[s] ? nights + 1 : 0;
      if (nights > longestNights) return false;
      minutes += minutesOf[s]!;
      const begun = weekendsBegun[d + 1]!;
      if (begun > weekendsEnded[d]! && begun > latest) {
        latest = begun;
        if (++weekends > mostWeekends) return false;
      }
    }
    previous = today;
  }
  if (previous === 0 && length > longestBreak) return false;
  if (minutes < limits.least || minutes > limits.most) return false;
  return countsAllowed(model, p, row) && periodsAllowed(model, p, row);
}

const tally = new Int16Array(256);

function countsAllowed(model: Model, p: number, row: Uint8Array): boolean {
  const { scarce, mostOf } = model.limits[p]!;
  if (scarce.length === 0) return true;
  for (const s of scarce) tally[s + 1] = 0;
  for (let d = 0; d < row.length; d++) tally[row[d]!]!++;
  for (const s of scarce) if (tally[s + 1]! > mostOf[s]!) return false;
  return true;
}

/** Limits of minutes over parts of the horizon. */
export function periodsAllowed(model: Model, p: number, row: Uint8Array): boolean {
  for (const period of model.limits[p]!.periods) {
    let minutes = 0;
    for (let d = period.from; d < period.to; d++) if (row[d] !== 0) minutes += model.minutesOf[row[d]! - 1]!;
    if (minutes < period.least || minutes > period.most) return false;
  }
  return true;
}
