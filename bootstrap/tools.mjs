import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { must, root, run, Trouble } from "./run.mjs";

const node = { major: 22, minor: 18, version: "24.21.0" };
const pnpm = { major: 12, version: "12.21.0" };

const ending = process.platform === "win32" ? ".cmd" : "";

/**
 * Puts a new enough Node and pnpm first on the PATH; installs, in .tools of this checkout, only what the machine lacks.
 * `pnpm` and `node` settle apart: pnpm is a program of its own and can install packages while Node still comes.
 */
export function bringTools() {
  const ours = join(root, "node_modules", ".bin");
  process.env.PATH = [binOf("node"), binOf("pnpm"), ours, process.env.PATH].join(delimiter);
  return { pnpm: bringPnpm(), node: bringNode() };
}

async function bringPnpm() {
  if (isBrought("pnpm") || (await pnpmOnPath())) return;
  await fetchTool("pnpm", `pnpm@${pnpm.version}`);
}

async function bringNode() {
  if (isBrought("node") || newEnough(process.versions.node)) return;
  await fetchTool("node", `${nodePackage()}@${node.version}`);
}

async function fetchTool(name, spec) {
  console.error(`Fetching ${spec} into .tools …`);
  const quiet = ["--no-save", "--no-package-lock", "--no-audit", "--no-fund"];
  const impatient = ["--fetch-retries=2", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000"];
  await must(`Fetching ${spec}`, "npm", [
    "install",
    "--prefix",
    join(root, ".tools", name),
    ...quiet,
    ...impatient,
    spec,
  ]);
}

function binOf(name) {
  return join(root, ".tools", name, "node_modules", ".bin");
}

function isBrought(name) {
  return existsSync(join(binOf(name), name)) || existsSync(join(binOf(name), name + ending));
}

function newEnough(version) {
  const [major, minor] = version.split(".").map(Number);
  return major > node.major || (major === node.major && minor >= node.minor);
}

async function pnpmOnPath() {
  const { ok, output } = await run("pnpm", ["--version"]);
  return ok && Number.parseInt(output, 10) >= pnpm.major;
}

function nodePackage() {
  const os = process.platform === "win32" ? "win" : process.platform;
  if (["linux", "darwin", "win"].includes(os) && ["x64", "arm64"].includes(process.arch))
    return `node-${os}-${process.arch}`;
  throw new Trouble(`Install Node ${node.version} from nodejs.org: none is published for ${os}-${process.arch}.`);
}
