import pg from "pg";
import { keptSecret } from "../kept-secret.ts";
import { StartError } from "../start-error.ts";
import { type Binaries, serverBinaries } from "./binaries.ts";
import { ensureCluster } from "./cluster.ts";
import { explain } from "./explain.ts";
import { type Home, settleHome } from "./home.ts";
import { runningPort, startServer, stopServer } from "./server.ts";

export type Log = { info(message: string): void; warn(message: string): void };

export type EmbeddedPostgres = {
  /** The superuser's address. */
  adminUrl: string;
  /** Stops the server; what was committed is on the disk. */
  stop(): Promise<void>;
};

type Options = { dataDir: string; log: Log; settings?: Record<string, string> };

/**
 * Runs a PostgreSQL of our own on a folder and keeps it running until stop(): started if it is down, adopted if an earlier
 * Shouwang died and left it, started again if it falls. Throws a StartError when another Shouwang uses the folder.
 */
export async function startEmbeddedPostgres({ dataDir, log, settings = {} }: Options): Promise<EmbeddedPostgres> {
  const home = settleHome(dataDir);
  const guard = new Guard(home, await prepared(home, dataDir), log, settings);
  await guard.claim();
  return { adminUrl: guard.adminUrl, stop: () => guard.stop() };
}

async function prepared(home: Home, dataDir: string): Promise<Binaries> {
  try {
    const binaries = await serverBinaries(home.account);
    await ensureCluster(home, binaries);
    return binaries;
  } catch (error) {
    throw explain(error, dataDir);
  }
}

/**
 * Whoever holds the advisory lock of a server owns the server. A process that is killed loses its session and with it the
 * lock, so an orphan can be told from a server in use without trusting a pid that may mean another program by now.
 */
class Guard {
  readonly home: Home;
  readonly binaries: Binaries;
  readonly log: Log;
  readonly settings: Record<string, string>;
  #port = 0;
  #stopping = false;

  constructor(home: Home, binaries: Binaries, log: Log, settings: Record<string, string>) {
    this.home = home;
    this.binaries = binaries;
    this.log = log;
    this.settings = settings;
  }

  get adminUrl(): string {
    return `postgres://postgres:${keptSecret(this.home.path, "password")}@127.0.0.1:${this.#port}/postgres`;
  }

  async claim(): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await this.#lock();
        return;
      } catch (error) {
        if (error instanceof StartError || attempt === 5) throw explain(error, this.home.name);
      }
    }
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await stopServer(this.home, this.binaries);
  }

  /** The session stays open, and with it the lock, until the server or this process ends. */
  async #lock(): Promise<void> {
    const orphan = runningPort(this.home);
    if (orphan === undefined) await startServer(this.home, this.binaries, this.#port, this.settings);
    this.#port = runningPort(this.home) ?? this.#port;
    const session = await connected(this.adminUrl);
    const { rows } = await session.query<{ folder: string; locked: boolean }>(
      "select current_setting('data_directory') as folder, pg_try_advisory_lock(hashtext('shouwang owner')) as locked",
    );
    if (!rows[0]?.locked) {
      await session.end();
      throw new StartError(
        `Another Shouwang runs on ${this.home.name}: stop it, or give this one its own folder with SHOUWANG_DATA.`,
      );
    }
    if (orphan !== undefined) this.log.info("Adopted the database that an earlier run had left running.");
    session.once("end", () => void this.#recover());
  }

  /** The session is gone: the server fell or somebody cut us off. Tries until the server is ours again. */
  async #recover(): Promise<void> {
    for (let pause = 100; !this.#stopping; pause = Math.min(pause * 2, 2000)) {
      this.log.warn("The embedded database went away; starting it again.");
      try {
        await this.claim();
        return;
      } catch (error) {
        this.log.warn((error as Error).message);
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/** A server that is starting up or shutting down refuses for a moment; anything else is told at once. */
async function connected(url: string): Promise<pg.Client> {
  for (let waitsLeft = 300; ; waitsLeft--) {
    const client = new pg.Client({ connectionString: url, application_name: "shouwang owner", keepAlive: true });
    client.on("error", () => {});
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => {});
      if ((error as { code?: string }).code !== "57P03" || waitsLeft === 0) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
