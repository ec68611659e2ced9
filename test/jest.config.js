import { createRequire } from "node:module";
import { dirname } from "node:path";

const rootDir = dirname(import.meta.dirname);
/** What is measured by the clock runs alone, one file after another; the others share the machine and measure nothing. */
const measured = [`${rootDir}/test/races/claim-shift.test.ts`, `${rootDir}/test/web/live-board.test.ts`];
const notMeasured = measured.map((file) => `!${file}`);

/** What every project shares: TypeScript through swc, as ES modules, decorators without metadata. */
const shared = {
  rootDir,
  testEnvironment: "node",
  extensionsToTreatAsEsm: [".ts", ".tsx"],
  transform: {
    "\\.tsx?$": [
      createRequire(import.meta.url).resolve("@swc/jest"),
      {
        jsc: {
          target: "es2023",
          parser: { syntax: "typescript", tsx: true, decorators: true },
          transform: { legacyDecorator: true, useDefineForClassFields: false, react: { runtime: "automatic" } },
        },
        module: { type: "es6" },
        sourceMaps: "inline",
      },
    ],
  },
};

export default {
  rootDir,
  globalSetup: "<rootDir>/test/harness/start-database.mjs",
  globalTeardown: "<rootDir>/test/harness/stop-database.mjs",
  testTimeout: 30_000,
  projects: [
    {
      ...shared,
      displayName: "rules and stories",
      testMatch: [
        "<rootDir>/{api,web}/src/**/*.test.{ts,tsx}",
        "<rootDir>/test/{stories,races,building,engine,faults,attacks}/**/*.test.ts",
        ...notMeasured,
      ],
    },
    { ...shared, displayName: "measured", testMatch: measured },
    { ...shared, displayName: "browser", testMatch: ["<rootDir>/test/web/**/*.test.ts", ...notMeasured] },
  ],
};
