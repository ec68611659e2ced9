import pg from "pg";
import { StartError } from "../platform/start-error.ts";
import { calendarAt, dateText } from "./calendar.ts";
import { type CityMade, type CityOptions, fill } from "./generate.ts";
import { tellPast } from "./past.ts";

/** A city that is there. `day`: the city's date for which it was invented. */
export interface City {
  readonly scale: number;
  readonly seed: number;
  readonly day: string;
  readonly people: number;
}

/**
 * Makes the demonstration city unless it is there; null: it was. One that was interrupted is thrown away and begun anew.
 * Safe from many processes at once: one works, the others wait. Refuses a database in which somebody lives.
 */
export async function ensureCity(options: CityOptions): Promise<CityMade | null> {
  return withOwner(options.ownerUrl, async (owner) => {
    await owner.query("select pg_advisory_lock(hashtext('shouwang demonstration'))");
    const mark = await markOf(owner);
    if (mark?.finished) return tellAge(mark, options);
    if (mark) await clear(owner);
    else await refuseLivedIn(owner);
    return make(owner, options);
  });
}

/** The same by its other name: always a fresh city, in a database without one. Throws a StartError where one is finished. */
export async function generateCity(options: CityOptions): Promise<CityMade> {
  const made = await ensureCity(options);
  if (made === null)
    throw new StartError("This database holds a demonstration city already: start with --fresh for a new one.");
  return made;
}

async function make(owner: pg.Client, options: CityOptions): Promise<CityMade> {
  const { scale, seed, now, log } = options;
  await owner.query("insert into demonstration_city (scale, seed, day, begun_at) values ($1, $2, $3, $4)", [
    scale,
    seed,
    dateText(calendarAt(now).today),
    now,
  ]);
  const made = await fill(options);
  await owner.query("begin");
  await tellPast(owner);
  await owner.query("update demonstration_city set people = $1, finished_at = clock_timestamp()", [made.people]);
  await owner.query("commit");
  log.info(
    `The city is there: ${made.people} people, ${made.shifts} shifts, ${made.requests} requests in ${made.seconds} s.`,
  );
  return made;
}

/** The finished city of a database; null: there is none. */
export async function cityOf(ownerUrl: string): Promise<City | null> {
  return withOwner(ownerUrl, async (owner) => {
    const mark = await markOf(owner);
    return mark?.finished ? mark : null;
  });
}

export const cityExists = async (ownerUrl: string): Promise<boolean> => (await cityOf(ownerUrl)) !== null;

/** Throws a StartError where a demonstration city stands or was begun: invented people do not belong among real ones. */
export async function refuseCity(ownerUrl: string): Promise<void> {
  const found = await withOwner(ownerUrl, markOf);
  if (found) {
    throw new StartError(
      "This database holds the invented city of a demonstration: give production a database of its own in DATABASE_URL.",
    );
  }
}

type Mark = City & { readonly finished: boolean };

async function markOf(owner: pg.Client): Promise<Mark | undefined> {
  const { rows } = await owner.query<Mark>(
    "select scale, seed::int, day::text, people, finished_at is not null as finished from demonstration_city",
  );
  return rows[0];
}

const staleDays = 7;

/** The city stays what its visitors made of it, so it grows old: say how to have this week's. */
function tellAge({ day, scale }: Mark, { now, log, scale: asked }: CityOptions): null {
  const age = calendarAt(now).today - Date.parse(`${day}T00:00Z`) / 86_400_000;
  if (age > staleDays) log.info(`The demonstration city is of ${day}: start with --fresh for one of this week.`);
  if (scale !== asked)
    log.info(`The demonstration city is at 1:${scale}, not 1:${asked}: start with --fresh to change it.`);
  return null;
}

async function refuseLivedIn(owner: pg.Client): Promise<void> {
  const { rowCount } = await owner.query("select from person limit 1");
  if (rowCount) {
    throw new StartError(
      "This database holds people, so no invented city is put into it: set SHOUWANG_MODE=production, or give the demonstration an empty database.",
    );
  }
}

/**
 * Throws away what an interrupted run left. Nobody was served from it: the product starts after the city. The history of
 * credentials takes no truncation from anybody, so its guard is lifted for this one transaction.
 */
async function clear(owner: pg.Client): Promise<void> {
  await owner.query(`begin;
    alter table credential_history disable trigger credential_history_insert_only;
    truncate demonstration_city, district, programme, skill, specialism, site, person, persona, role_grant, guardianship, consent,
      person_skill, credential, credential_history, shift, request, assignment, commitment cascade;
    alter table credential_history enable trigger credential_history_insert_only;
    commit`);
}

async function withOwner<T>(connectionString: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}
