/**
 * Makes an instance in the benchmark's format, for sizes that nobody published: `node test/engine/make-instance.ts PEOPLE WEEKS SHIFTS SEED`.
 * Contracts, cover and wishes follow the shape of the public ones: about as many duties wanted as people can give.
 */
import { pathToFileURL } from "node:url";

export function makeInstance(people: number, weeks: number, shifts: number, seed: number): string {
  const random = generator(seed);
  const below = (n: number) => Math.floor(random() * n);
  const days = weeks * 7;
  const lengths = [480, 480, 480, 600, 720];
  const kinds = Array.from({ length: shifts }, (_, s) => {
    const band = Math.floor((4 * s) / shifts);
    return { id: `s${s}`, length: lengths[(s * 7) % (shifts > 4 ? 5 : 3)]!, band };
  });
  const after = (band: number) => kinds.filter((kind) => kind.band < band).map((kind) => kind.id);
  const staff = Array.from({ length: people }, (_, p) => {
    const part = p % 5 === 4;
    const most = kinds.map(
      ({ id, band }) => `${id}=${below(4) === 0 && p % 3 ? 0 : band === 3 ? Math.ceil(days / 5) : days}`,
    );
    const minutes = (part ? 1500 : 2160) * weeks;
    return [
      `p${p}`,
      most.join("|"),
      minutes,
      minutes - 600 * Math.ceil(weeks / 2),
      5,
      part ? 1 : 2,
      part ? 3 : 2,
      Math.ceil(weeks / 2),
    ];
  });
  const wish = (weight: () => number) =>
    Array.from({ length: Math.floor((people * days) / 12) }, () =>
      [`p${below(people)}`, below(days), `s${below(shifts)}`, weight()].join(","),
    );
  const duties = (people * 4) / shifts / 7;
  const cover = Array.from({ length: days }, (_, day) =>
    kinds.map(({ id }) => [day, id, Math.max(0, Math.floor(duties - 0.5 + 2 * random() * 0.8)), 100, 1].join(",")),
  ).flat();
  return [
    ["SECTION_HORIZON", `${days}`],
    ["SECTION_SHIFTS", ...kinds.map(({ id, length, band }) => `${id},${length},${after(band).join("|")}`)],
    ["SECTION_STAFF", ...staff.map((each) => each.join(","))],
    ["SECTION_DAYS_OFF", ...staff.map(([id]) => [id, ...offDays(weeks, below)].join(","))],
    ["SECTION_SHIFT_ON_REQUESTS", ...wish(() => 1 + below(3))],
    ["SECTION_SHIFT_OFF_REQUESTS", ...wish(() => 1 + below(3))],
    ["SECTION_COVER", ...cover],
  ]
    .map((section) => section.join("\n"))
    .join("\n\n");
}

/** One or two a month, never on the first days. */
function offDays(weeks: number, below: (n: number) => number): number[] {
  return Array.from(
    { length: Math.ceil(weeks / 3) },
    (_, i) => i * 21 + 2 + below(Math.min(18, weeks * 7 - i * 21 - 2)),
  );
}

function generator(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [people, weeks, shifts, seed] = process.argv.slice(2).map(Number);
  console.log(makeInstance(people!, weeks!, shifts!, seed ?? 1));
}
