import pg from "pg";
import { openSecrets } from "../platform/secrets.ts";
import { type Calendar, calendarAt, dateText } from "./calendar.ts";
import { type Load, write } from "./copy.ts";
import { ground, siteIdsOf } from "./ground.ts";
import { personaIds, personas } from "./personas.ts";
import { type CityPlan, planCity } from "./plan.ts";
import { firstRequestNumber, requests } from "./requests.ts";
import { type Making, residents } from "./residents.ts";
import { type Roster, rosters } from "./roster.ts";

export interface CityOptions {
  readonly ownerUrl: string;
  /** Seals the invented telephone numbers, as it seals real ones. */
  readonly masterKey: string;
  /** One volunteer for each so many of the 1.2 million. */
  readonly scale: number;
  /** The same seed, scale and day make the same city. */
  readonly seed: number;
  readonly now: Date;
  readonly log: { info(message: string): void };
}

export interface CityMade {
  readonly people: number;
  readonly shifts: number;
  readonly requests: number;
  readonly seconds: number;
}

/** Writers beside each other: one core invents while the others write. */
const lanes = 3;

/** Fills an empty, migrated database with a city. Whoever calls holds the city's lock (city.ts). */
export async function fill(options: CityOptions): Promise<CityMade> {
  const began = performance.now();
  const plan = planCity(options.scale, options.seed);
  const calendar = calendarAt(options.now);
  const clients = await connect(options.ownerUrl);
  try {
    await writeCity(clients, plan, calendar, options);
    const shifts = await settle(clients[0]!, plan);
    const seconds = Math.round((performance.now() - began) / 100) / 10;
    return { people: plan.people, shifts, requests: plan.requests, seconds };
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

async function writeCity(
  clients: pg.Client[],
  plan: CityPlan,
  calendar: Calendar,
  { masterKey, seed, log }: CityOptions,
) {
  const ids = personaIds(seed, calendar);
  const siteIds = siteIdsOf(plan, calendar);
  const making: Making = {
    plan,
    calendar,
    secrets: openSecrets(masterKey),
    checkers: [ids.get("checker")!, ids.get("checker-2")!],
  };
  const roster: Roster = { plan, calendar, siteIds, personas: ids };
  log.info(`Inventing a city of ${plan.people} people for the week of ${dateText(calendar.monday)}.`);
  await write(clients[0]!, ground(plan, calendar, siteIds));
  await write(clients[0]!, personas(making));
  await writeAll(clients, residents(making));
  await writeAll(clients, rosters(roster));
  await writeAll(clients, requests(roster));
}

/** Each client takes the next load as soon as it has written its last. */
async function writeAll(clients: readonly pg.Client[], loads: Iterator<Load>): Promise<void> {
  await Promise.all(
    clients.map(async (client) => {
      for (let next = loads.next(); !next.done; next = loads.next()) await write(client, next.value);
    }),
  );
}

/** Numbers go on where the city ends, and the planner knows its tables before the first visitor. */
async function settle(client: pg.Client, plan: CityPlan): Promise<number> {
  await client.query("select setval('person_number', (select max(number) from person))");
  await client.query("select setval('request_number', $1, true)", [firstRequestNumber + plan.requests - 1]);
  for (const table of [
    "person",
    "role_grant",
    "consent",
    "person_skill",
    "credential",
    "site",
    "shift",
    "request",
    "assignment",
    "commitment",
  ])
    await client.query(`analyze ${table}`);
  const { rows } = await client.query<{ count: number }>("select count(*)::int from shift");
  return rows[0]!.count;
}

/** What was committed becomes durable with the city's mark, which is written last and waits for the disk. */
async function connect(connectionString: string): Promise<pg.Client[]> {
  return Promise.all(
    Array.from({ length: lanes }, async () => {
      const client = new pg.Client({ connectionString, application_name: "shouwang demonstration" });
      await client.connect();
      await client.query("set synchronous_commit = off");
      return client;
    }),
  );
}
