import { Redis } from "iovalkey";
import pg from "pg";
import type { Logger } from "pino";

/**
 * Tells other processes that boards have news. A hint may be lost, doubled or late: it only says "read the log", so
 * nothing depends on it but speed.
 */
export interface Hints {
  send(boards: readonly string[]): void;
  close(): Promise<void>;
}

type Heard = (boards: readonly string[]) => void;

const channel = "shouwang_hint";
/** Hints made within this time travel together: NOTIFY in every commit cut 5,847 commits/s to 1,266. */
const gatherMs = 10;
const retryMs = 500;
/** PostgreSQL takes 8,000 bytes a notification. */
const mostBytes = 7_000;

/** Gathers boards and hands them over in lines that fit a notification. */
function gather(flush: (line: string) => void): (boards: readonly string[]) => void {
  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const empty = () => {
    timer = undefined;
    let line = "";
    for (const board of waiting) {
      if (line.length + board.length > mostBytes) {
        flush(line);
        line = "";
      }
      line += line === "" ? board : `\n${board}`;
    }
    waiting.clear();
    if (line !== "") flush(line);
  };
  return (boards) => {
    for (const board of boards) waiting.add(board);
    if (waiting.size > 0 && timer === undefined) timer = setTimeout(empty, gatherMs);
  };
}

/** One listening connection a process, opened again whenever it is lost. */
export function postgresHints(url: string, heard: Heard, log: Logger): Hints {
  let client: pg.Client | undefined;
  let closed = false;
  let again: NodeJS.Timeout | undefined;
  const open = async () => {
    const mine = new pg.Client({ connectionString: url, application_name: "shouwang-hints", keepAlive: true });
    const lost = () => {
      if (client === mine) client = undefined;
      mine.removeAllListeners("notification");
      mine.end().catch(() => {});
      if (!closed)
        again ??= setTimeout(() => {
          again = undefined;
          void open();
        }, retryMs);
    };
    mine.on("error", lost);
    mine.on("end", lost);
    mine.on("notification", ({ payload }) => heard((payload ?? "").split("\n")));
    try {
      await mine.connect();
      await mine.query(`listen ${channel}`);
      client = mine;
    } catch (error) {
      log.warn({ code: (error as { code?: string }).code }, "no line for hints; polling until it is back");
      lost();
    }
  };
  void open();
  const send = gather((line) => {
    client?.query("select pg_notify($1, $2)", [channel, line]).catch(() => {});
  });
  return {
    send,
    async close() {
      closed = true;
      clearTimeout(again);
      client?.removeAllListeners("end");
      await client?.end().catch(() => {});
    },
  };
}

/** The same over Redis or Valkey, when there is one. While it is away hints are dropped, and hubs go by their polling. */
export function redisHints(url: string, heard: Heard, log: Logger): Hints {
  const options = {
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    // The library subscribes again only where it once succeeded: not after a start without Redis.
    autoResubscribe: false,
    retryStrategy: () => retryMs,
  };
  const [speaker, listener] = [new Redis(url, options), new Redis(url, options)];
  let away = false;
  for (const line of [speaker, listener])
    line.on("error", (error: { code?: string }) => {
      if (!away) log.warn({ code: error.code }, "no line to Redis; polling until it is back");
      away = true;
    });
  listener.on("ready", () => {
    if (away) log.info("the line to Redis is back");
    away = false;
    listener.subscribe(channel).catch(() => {});
  });
  listener.on("message", (_channel: string, payload: string) => heard(payload.split("\n")));
  return {
    send: gather((line) => void speaker.publish(channel, line).catch(() => {})),
    async close() {
      speaker.disconnect();
      listener.disconnect();
    },
  };
}
