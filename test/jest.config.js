import { createRequire } from "node:module";
import { dirname } from "node:path";

const rootDir = dirname(import.meta.dirname);
const measured = `${rootDir}/test/web/live-board.test.ts`;

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

/** What is measured by the clock runs one after another, in "races"; browsers run two at a time and measure nothing. */
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
        "<rootDir>/test/{stories,building,engine,faults,attacks}/**/*.test.ts",
      ],
    },
    { ...shared, displayName: "races", testMatch: ["<rootDir>/test/races/**/*.test.ts", measured] },
    { ...shared, displayName: "browser", testMatch: ["<rootDir>/test/web/**/*.test.ts", `!${measured}`] },
  ],
};
