/** Each benchmark is a file with a `main(args)`; it is loaded only when asked for. */
const BENCHMARKS: Readonly<Record<string, () => Promise<{ main(args: string[]): Promise<void> }>>> = {
  matching: () => import("./matching/bench.ts"),
  "match-run": () => import("./match-run/bench.ts"),
  roster: async () => {
    const { run } = await import("./roster.ts");
    return {
      async main(given) {
        process.exitCode = await run(given);
      },
    };
  },
};

const [name = "", ...args] = process.argv.slice(2);
const load = BENCHMARKS[name];
if (load === undefined) {
  console.error(`usage: pnpm bench ${Object.keys(BENCHMARKS).join("|")} [options]`);
  process.exitCode = 2;
} else {
  try {
    await (await load()).main(args);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
