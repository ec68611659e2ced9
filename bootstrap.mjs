// npm start | test | check | bench | solve. Runs on Node 18 or newer without any package: brings Node 24 and pnpm 12 where
// they are missing, installs and builds what changed since the last time, then hands over.

import { build } from "./bootstrap/build.mjs";
import { check } from "./bootstrap/check.mjs";
import { install } from "./bootstrap/install.mjs";
import { handOver, Trouble } from "./bootstrap/run.mjs";
import { bringTools } from "./bootstrap/tools.mjs";

const [verb, ...args] = process.argv.slice(2);

const verbs = {
  async start() {
    await prepare("start", ["schema", "api", "web"]);
    await handOver("node", ["--enable-source-maps", "api/dist/main.js", ...args]);
  },
  async test() {
    await prepare("everything", ["schema", "api", "web"]);
    await handOver("node", ["test/run.mjs", ...args]);
  },
  async check() {
    await prepare("everything", ["schema"]);
    await check();
  },
  async schema() {
    await prepare("everything", ["api"]);
    await handOver("node", ["schema/print.ts"]);
  },
  async bench() {
    await prepare("everything", ["schema", "api", "web"]);
    await handOver("node", ["test/bench/main.ts", ...args]);
  },
  async solve() {
    await prepare("everything", []);
    await handOver("node", ["test/bench/solve.ts", ...args]);
  },
};

async function prepare(scope, packages) {
  const tools = bringTools();
  await Promise.all([tools.node, tools.pnpm.then(() => install(scope))]);
  await build(packages);
}

try {
  const run = verbs[verb];
  if (!run) throw new Trouble(`Say one of: npm start, npm test, npm run check, npm run bench, npm run solve.`);
  await run();
} catch (error) {
  if (!(error instanceof Trouble)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
