import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { must, root, run, Trouble } from "./run.mjs";

const node = { major: 22, minor: 18, version: "24.21.0" };
const pnpm = { major: 12, version: "12.21.0" };

const folder = join(root, ".tools");
const bin = join(folder, "node_modules", ".bin");
const ending = process.platform === "win32" ? ".cmd" : "";

/** Puts a new enough Node and pnpm first on the PATH; installs, in .tools of this checkout, only what the machine lacks. */
export async function bringTools() {
  process.env.PATH = [bin, process.env.PATH].join(delimiter);
  const missing = [];
  if (!brought("node") && !newEnough(process.versions.node)) missing.push(`${nodePackage()}@${node.version}`);
  if (!brought("pnpm") && !(await pnpmOnPath())) missing.push(`pnpm@${pnpm.version}`);
  if (missing.length === 0) return;
  console.error(`Installing ${missing.join(" and ")} in .tools …`);
  const quick = [
    "--no-save",
    "--no-package-lock",
    "--no-audit",
    "--no-fund",
    "--fetch-retries=2",
    "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000",
  ];
  await must("Installing tools", "npm", ["install", "--prefix", folder, ...quick, ...missing]);
}

function brought(name) {
  return existsSync(join(bin, name)) || existsSync(join(bin, name + ending));
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
