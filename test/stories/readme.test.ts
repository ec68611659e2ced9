import { execFile } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import { openCity } from "../harness/city.ts";

// What README tells a newcomer to type is run as it stands there, against the product as `npm start` brings it up. Only
// the port is another one, and the id that the reader has to fill in.

const readme = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");
const chapter = /^## The API$(.*?)^## /ms.exec(readme)![1]!;
const [signIn, query, mutation, subscription] = [...chapter.matchAll(/(?:^ {4}.*\n)+/gm)].map(([block]) =>
  block.replace(/^ {4}/gm, ""),
) as [string, string, string, string];

let city: Awaited<ReturnType<typeof openCity>>;
let tools: string;

beforeAll(async () => {
  city = await openCity();
  tools = mkdtempSync(join(tmpdir(), "shouwang-tools-"));
  // As much of curl as README uses, for machines without it.
  writeFileSync(
    join(tools, "curl"),
    `#!${process.execPath}
const { values, positionals } = require("node:util").parseArgs({ allowPositionals: true, options: {
  silent: { type: "boolean", short: "s" }, header: { type: "string", short: "H", multiple: true }, data: { type: "string", short: "d" } } });
const headers = Object.fromEntries(values.header.map((line) => line.split(/: ?/)));
fetch("http://" + positionals[0], { method: "POST", headers, body: values.data }).then((answer) => answer.text()).then(console.log);
`,
  );
  chmodSync(join(tools, "curl"), 0o755);
}, 60_000);

afterAll(async () => {
  rmSync(tools, { recursive: true });
  await city.close();
});

const here = (text: string) => text.replaceAll("localhost:4000", new URL(city.url).host);

/** What the last of the pasted blocks prints. */
async function pasted(...blocks: string[]): Promise<string> {
  // Ours comes last: where there is a curl, that one is tried.
  const PATH = [process.env.PATH, dirname(process.execPath), tools].join(":");
  const { stdout } = await promisify(execFile)("sh", ["-c", here(blocks.join(""))], { env: { PATH } });
  return stdout;
}

test("the query shows next week's seats and whether she may take each, and the mutation takes one", async () => {
  const { data, errors } = JSON.parse(await pasted(signIn, query));
  expect(errors).toBeUndefined();
  const seats = data.shifts.edges.map(({ node }: { node: object }) => node);
  expect(seats.length).toBeGreaterThan(0);
  const free = seats.find(({ eligibility }: { eligibility: { allowed: boolean } }) => eligibility.allowed);
  expect(free).toMatchObject({ title: expect.any(String), free: expect.any(Number), eligibility: { reasons: [] } });

  const taken = JSON.parse(await pasted(signIn, mutation.replace("PUT-AN-ID-HERE", free.id)));
  expect(taken).toEqual({
    data: { claimShift: { problems: [], assignment: { id: expect.any(String), state: "CONFIRMED" } } },
  });
  // As README says: safe to send twice.
  expect(JSON.parse(await pasted(signIn, mutation.replace("PUT-AN-ID-HERE", free.id)))).toEqual(taken);
});

test("the subscription shows the board's events, numbered from 1", async () => {
  const signedIn = await fetch(`${city.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: '{"query":"mutation { demoSignIn(input: { persona: \\"coordinator\\" }) { problems { code } } }"}',
  });
  const cookie = signedIn.headers.get("set-cookie")!.split(";")[0]!;
  const shown = await new Promise<string>((resolve) => {
    const browser = {
      // A browser sends its cookie and its page's origin by itself.
      WebSocket: class extends WebSocket {
        constructor(url: string, protocol: string) {
          super(url, protocol, { headers: { cookie } });
        }
      },
      console: { log: (text: string) => text.includes('"next"') && resolve(text) },
    };
    new Function("WebSocket", "console", here(subscription))(browser.WebSocket, browser.console);
  });
  expect(JSON.parse(shown)).toEqual({
    id: "1",
    type: "next",
    payload: { data: { boardEvents: { seq: 1, kind: expect.any(String), summary: expect.any(String) } } },
  });
});
