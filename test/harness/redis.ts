import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import { eventually } from "./eventually.ts";
import { freePort } from "./free-port.ts";

/** The program of Redis or Valkey on this machine; undefined where there is none (or with TEST_REDIS=stand-in): a stand-in takes its place. */
const programs = process.env.TEST_REDIS === "stand-in" ? [] : ["redis-server", "valkey-server"];
export const redisProgram = programs.find((name) => spawnSync(name, ["--version"], { stdio: "ignore" }).status === 0);

/** A Redis of the test's own on one port, that can go away and come back. */
export class TestRedis {
  readonly port: number;
  #program: ChildProcess | undefined;
  #standIn: StandIn | undefined;

  private constructor(port: number) {
    this.port = port;
  }

  /** Finds a port; nothing listens there before `start`. */
  static async aside(): Promise<TestRedis> {
    return new TestRedis(await freePort());
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    if (redisProgram === undefined) {
      this.#standIn = new StandIn();
      await this.#standIn.listen(this.port);
      return;
    }
    const quiet = ["--save", "", "--appendonly", "no", "--bind", "127.0.0.1"];
    this.#program = spawn(redisProgram, ["--port", String(this.port), ...quiet], { stdio: "ignore" });
    await eventually(() => this.#answers(), "Redis does not start");
  }

  /** Gone at once, with every connection. */
  async kill(): Promise<void> {
    await this.#standIn?.close();
    this.#standIn = undefined;
    const program = this.#program;
    this.#program = undefined;
    if (!program || program.exitCode !== null) return;
    program.kill("SIGKILL");
    await once(program, "exit");
  }

  /** Resolves when so many connections listen to the channel. */
  async listeners(channel: string, wanted: number): Promise<void> {
    const answer = `*2\r\n$${channel.length}\r\n${channel}\r\n:${wanted}\r\n`;
    const listening = async () => (await this.#say(["PUBSUB", "NUMSUB", channel])) === answer;
    await eventually(listening, `${channel} has not ${wanted} listeners`);
  }

  #answers = (): Promise<boolean> => this.#say(["PING"]).then((answer) => answer === "+PONG\r\n");

  /** One command and the first bytes of its answer; empty when nobody answers. */
  async #say(words: readonly string[]): Promise<string> {
    const line = connect(this.port, "127.0.0.1");
    try {
      line.write(spoken(words));
      const [bytes] = await once(line, "data");
      return String(bytes);
    } catch {
      return "";
    } finally {
      line.destroy();
    }
  }
}

const spoken = (words: readonly string[]): string =>
  `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join("")}`;

/** As much of Redis as hints need: who subscribes, and what is published to them. */
class StandIn {
  readonly #lines = new Set<Socket>();
  readonly #subscribed = new Map<string, Set<Socket>>();
  readonly #server: Server = createServer((line) => {
    this.#lines.add(line);
    let waiting = "";
    line.on("data", (bytes) => {
      waiting += bytes;
      for (let command = readCommand(waiting); command; command = readCommand(waiting)) {
        waiting = waiting.slice(command.length);
        line.write(this.#answer(line, command.words));
      }
    });
    line.on("error", () => {});
    line.on("close", () => {
      this.#lines.delete(line);
      for (const lines of this.#subscribed.values()) lines.delete(line);
    });
  });

  async listen(port: number): Promise<void> {
    this.#server.listen(port, "127.0.0.1");
    await once(this.#server, "listening");
  }

  async close(): Promise<void> {
    for (const line of this.#lines) line.destroy();
    this.#server.close();
    await once(this.#server, "close");
  }

  #answer(line: Socket, [verb = "", first = "", second = ""]: readonly string[]): string {
    switch (verb.toUpperCase()) {
      case "PING":
        return "+PONG\r\n";
      case "INFO":
        return "$11\r\nloading:0\r\n\r\n";
      case "SUBSCRIBE":
        this.#subscribed.set(first, (this.#subscribed.get(first) ?? new Set()).add(line));
        return `*3\r\n$9\r\nsubscribe\r\n$${first.length}\r\n${first}\r\n:1\r\n`;
      case "PUBLISH": {
        const lines = this.#subscribed.get(first) ?? new Set();
        for (const one of lines) one.write(spoken(["message", first, second]));
        return `:${lines.size}\r\n`;
      }
      case "PUBSUB":
        return `*2\r\n$${second.length}\r\n${second}\r\n:${this.#subscribed.get(second)?.size ?? 0}\r\n`;
      default:
        return "+OK\r\n";
    }
  }
}

/** The first whole command of what has come so far, ASCII only; undefined while it is not whole. */
function readCommand(text: string): { words: string[]; length: number } | undefined {
  const head = /^\*(\d+)\r\n/.exec(text);
  if (!head) return undefined;
  const words: string[] = [];
  let at = head[0].length;
  for (let left = Number(head[1]); left > 0; left--) {
    const size = /^\$(\d+)\r\n/.exec(text.slice(at));
    if (!size) return undefined;
    const from = at + size[0].length;
    at = from + Number(size[1]) + 2;
    if (at > text.length) return undefined;
    words.push(text.slice(from, at - 2));
  }
  return { words, length: at };
}
