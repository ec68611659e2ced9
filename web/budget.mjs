/**
 * What each home costs to open for the first time, from the build's manifest: the entry, the home's own chunks and
 * everything they import at once, and the larger language's catalogues. Fails over the budget.
 *
 *   node budget.mjs        after `vite build`
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const KB = 1024;
const SCRIPTS = 200 * KB;
const STYLES = 15 * KB;
const CATALOGUE = 25 * KB;

/** The homes: their page, and the catalogues they load. */
const homes = {
  "front door": { page: "src/features/sign-in/sign-in-route.tsx", words: ["app", "sign-in"] },
  counsellor: { page: "src/features/slots/slots-page.tsx", words: ["app", "slots"] },
  family: { page: "src/features/requests/requests-page.tsx", words: ["app", "requests"] },
  volunteer: { page: "src/features/volunteer/home-page.tsx", words: ["app", "volunteer"] },
  registration: { page: "src/features/register/register-route.tsx", words: ["app", "register"] },
  checker: { page: "src/features/credentials/queue-page.tsx", words: ["app", "credentials"] },
  coordinator: { page: "src/features/board/board-page.tsx", words: ["app", "board"] },
};

const dist = join(import.meta.dirname, "dist");
const manifest = JSON.parse(readFileSync(join(dist, ".vite/manifest.json"), "utf8"));
const sizes = new Map();
let failed = false;

function gzipped(file) {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(join(dist, file)), { level: 9 }).length);
  return sizes.get(file);
}

/** All files that must arrive before these manifest entries run. */
function filesOf(keys) {
  const files = new Set();
  const seen = new Set();
  const visit = (key) => {
    if (seen.has(key)) return;
    seen.add(key);
    const chunk = manifest[key];
    files.add(chunk.file);
    for (const style of chunk.css ?? []) files.add(style);
    for (const next of chunk.imports ?? []) visit(next);
  };
  keys.forEach(visit);
  return [...files];
}

const sum = (files, end) =>
  files.filter((file) => file.endsWith(end)).reduce((total, file) => total + gzipped(file), 0);
const inKB = (bytes) => (bytes / KB).toFixed(1).padStart(6);

function hold(what, bytes, budget) {
  const over = bytes > budget;
  failed ||= over;
  return `${what} ${inKB(bytes)} of ${budget / KB} KB${over ? " OVER" : ""}`;
}

/** The catalogues of a language that exist (a feature without words of its own has none). */
const catalogues = (locale, names) =>
  names.map((name) => `src/words/${locale}/${name}.ts`).filter((key) => key in manifest);

for (const [home, { page, words }] of Object.entries(homes)) {
  if (!(page in manifest)) throw new Error(`no chunk for ${page}: name the home's page in budget.mjs`);
  const [scripts, styles] = [".js", ".css"].map((end) =>
    Math.max(...["zh-CN", "en"].map((locale) => sum(filesOf(["index.html", page, ...catalogues(locale, words)]), end))),
  );
  console.log(`${home.padEnd(12)} ${hold("scripts", scripts, SCRIPTS)}, ${hold("styles", styles, STYLES)}`);
}
for (const key of Object.keys(manifest).filter((name) => /^src\/words\/[\w-]+\/[\w-]+\.ts$/.test(name))) {
  const bytes = gzipped(manifest[key].file);
  if (bytes > CATALOGUE) console.log(hold(key, bytes, CATALOGUE));
}
if (failed) process.exitCode = 1;
