import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { settingsTable } from "../../api/src/platform/settings-table.ts";

const root = join(import.meta.dirname, "../..");
const file = readFileSync(join(root, "docker-compose.yml"), "utf8");
const { services, volumes, configs } = parse(file, { merge: true });
const chosen = {
  POSTGRES_PASSWORD: "a-password-for-the-test",
  SHOUWANG_MASTER_KEY: "a master key for tests alone, 32+ characters",
  PUBLIC_URL: "https://shouwang.invalid",
};
const compose = (...args: string[]) =>
  spawnSync("docker", ["compose", ...args], {
    cwd: root,
    encoding: "utf8",
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...chosen },
  });

test("docker compose is given a database, Valkey, two APIs and a worker, and only settings that the product knows", () => {
  expect(Object.keys(services).toSorted()).toEqual(["api", "balancer", "postgres", "valkey", "worker"]);
  expect(services.postgres.image).toMatch(/^postgres:18/);
  expect(services.api.deploy.replicas).toBe(2);
  expect([services.api, services.worker].map(({ environment }) => environment.SHOUWANG_ROLE)).toEqual([
    "api",
    "worker",
  ]);
  const known = Object.values(settingsTable).map(({ name }) => name);
  for (const { environment } of [services.api, services.worker])
    expect(known).toEqual(expect.arrayContaining(Object.keys(environment)));
});

test("what its services lean on is there", () => {
  const needed = Object.values<Record<string, unknown>>(services).flatMap(({ depends_on = [] }) =>
    Array.isArray(depends_on) ? depends_on : Object.keys(depends_on as object),
  );
  expect(Object.keys(services)).toEqual(expect.arrayContaining(needed));
  expect(Object.keys(volumes)).toContain("postgres");
  expect(Object.keys(configs)).toEqual(["balancer"]);
  for (const name of Object.keys(chosen)) expect(file).toContain(`\${${name}:?`);
});

// Where there is no client the two tests above are all that can be known.
test.runIf(compose("version").status === 0)("docker compose itself finds nothing wrong with it", () => {
  const { status, stderr } = compose("config", "--quiet");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});
