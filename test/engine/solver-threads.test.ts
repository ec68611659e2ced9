import { afterAll, expect, test } from "vitest";
import { solve } from "../../api/src/engine/matching/solve.ts";
import { SolverThreads } from "../../api/src/platform/solver/solver-threads.ts";
import { city } from "../bench/matching/city.ts";
import { INSTANCES } from "../bench/matching/instances.ts";

const threads = new SolverThreads(1);
afterAll(() => threads.close());

const problem = INSTANCES.S!(1);
const large = city({ requests: 2_000, people: 20_000, candidates: 30, needTimes: 4 }, 1);

test("a thread returns the plan that the same call here would, and tells how far it is", async () => {
  const heard: number[] = [];
  const plan = await threads.solve({ problem, seed: 3, progress: (placed) => heard.push(placed) });
  expect(plan.objective).toBe(solve(problem, { seed: 3 }).objective);
  expect([...plan.assigned]).toEqual([...solve(problem, { seed: 3 }).assigned]);
  expect(heard).toEqual([1116, 2235, 2500]);
});

test("a run that is no longer wanted stops, and the thread takes the next", async () => {
  const stop = new AbortController();
  const unwanted = threads.solve({ problem: large, signal: stop.signal, progress: () => stop.abort() });
  const next = threads.solve({ problem });
  await expect(unwanted).rejects.toMatchObject({ name: "SolveCancelled" });
  expect((await next).objective).toBe(solve(problem).objective);
});

test("a bad problem comes back as the error that names its bad element", async () => {
  const need = problem.need.with(7, -1);
  await expect(threads.solve({ problem: { ...problem, need } })).rejects.toMatchObject({
    name: "ProblemError",
    code: "need",
    where: { request: 7 },
  });
});

test("a run that was given up before it began never starts", async () => {
  await expect(threads.solve({ problem, signal: AbortSignal.abort() })).rejects.toMatchObject({
    name: "SolveCancelled",
  });
});
