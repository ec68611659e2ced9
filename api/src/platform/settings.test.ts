import { describe, expect, test } from "vitest";
import { readSettings } from "./settings.ts";

const production = {
  SHOUWANG_MODE: "production",
  PUBLIC_URL: "https://shouwang.example.org",
  SMTP_URL: "smtp://mail.example.org",
};

test("without any setting the demonstration runs on port 4000 with a database of its own", () => {
  expect(readSettings({}, [])).toMatchObject({
    port: 4000,
    mode: "demonstration",
    role: "all",
    scale: 100,
    fresh: false,
    data: ".data",
    databaseUrl: undefined,
    redisUrl: undefined,
    deadline: 10_000,
  });
});

test("the environment sets, a flag wins over it, and an empty value is none", () => {
  const env = { PORT: "5000", SHOUWANG_SCALE: "1:1", REDIS_URL: "", DATABASE_URL: " postgres://a:b@db/c " };
  expect(readSettings(env, ["--scale", "1:10", "--role=worker"])).toMatchObject({
    port: 5000,
    scale: 10,
    role: "worker",
    redisUrl: undefined,
    databaseUrl: "postgres://a:b@db/c",
  });
});

test("--fresh is a flag and never a setting of the environment, where it would throw data away at every start", () => {
  expect(readSettings({}, ["--fresh"]).fresh).toBe(true);
  expect(() => readSettings({ SHOUWANG_FRESH: "yes" }, [])).toThrow("SHOUWANG_FRESH is not a setting");
});

describe("what cannot be used is told in one line that names it", () => {
  test.each([
    [{ PORT: "http" }, [], 'PORT must be a whole number from 0 to 65535, but is "http".'],
    [{ PORT: "65536" }, [], 'PORT must be a whole number from 0 to 65535, but is "65536".'],
    [{ SHOUWANG_SCALE: "1/100" }, [], 'SHOUWANG_SCALE must be a ratio such as 1:100, but is "1/100".'],
    [{ SHOUWANG_SCALE: "1:0" }, [], 'SHOUWANG_SCALE must be a ratio such as 1:100, but is "1:0".'],
    [{ SHOUWANG_MODE: "prod" }, [], 'SHOUWANG_MODE must be one of demonstration, production, but is "prod".'],
    [{ SHOUWANG_PORT: "4000" }, [], "SHOUWANG_PORT is not a setting: see the table of settings in README.md."],
    [{ MAIL_FROM: "x\r\nBcc: y@z" }, [], 'MAIL_FROM must be an e-mail address, but is "x\\r\\nBcc: y@z".'],
    [
      { DATABASE_APP_URL: "postgres://a@b/c" },
      [],
      "DATABASE_URL must be set, because DATABASE_APP_URL is: migrations need the owner.",
    ],
    [{ OIDC_ISSUER: "https://id.example.org" }, [], "OIDC_CLIENT_ID must be set, because OIDC_ISSUER is."],
    [{}, ["--role", "both"], 'SHOUWANG_ROLE must be one of all, api, worker, but is "both".'],
    [{}, ["--frseh"], "Unknown option '--frseh'. See the table of settings in README.md."],
    [
      { DATABASE_URL: "postgres://a:b@c/d" },
      ["--fresh"],
      "--fresh is for the embedded database: empty the one in DATABASE_URL yourself.",
    ],
  ])("%j %j", (env, argv, message) => {
    expect(() => readSettings(env, argv)).toThrow(expect.objectContaining({ name: "SettingsError", message }));
  });

  test("and never repeats an address, which may hold a password", () => {
    expect(() => readSettings({ DATABASE_URL: "mysql://root:hunter2@db" }, [])).toThrow(
      "DATABASE_URL must be a URL that begins with postgres:// or postgresql://, but is something else.",
    );
  });
});

describe("production", () => {
  test("starts with generated secrets", () => {
    expect(readSettings(production, [])).toMatchObject({ mode: "production", masterKey: undefined });
  });

  test("starts with long random ones", () => {
    const secret = "f3c1d2b0a9e84756f3c1d2b0a9e84756";
    expect(readSettings({ ...production, SHOUWANG_MASTER_KEY: secret }, []).masterKey).toBe(secret);
  });

  test.each([
    [{ SHOUWANG_MASTER_KEY: "short" }, "SHOUWANG_MASTER_KEY must be at least 32 random characters in production."],
    [
      { SHOUWANG_MASTER_KEY: "change-me-change-me-change-me-change-me" },
      "SHOUWANG_MASTER_KEY must be at least 32 random characters in production.",
    ],
    [
      { SHOUWANG_MASTER_KEY: "a".repeat(31) },
      "SHOUWANG_MASTER_KEY must be at least 32 random characters in production.",
    ],
    [{ PUBLIC_URL: "" }, "PUBLIC_URL must be set in production."],
    [{ SMTP_URL: "" }, "SMTP_URL must be set in production: sign-in codes are sent by mail."],
  ])("refuses %j", (env, message) => {
    expect(() => readSettings({ ...production, ...env }, [])).toThrow(message);
  });

  test("refuses to throw data away", () => {
    expect(() => readSettings(production, ["--fresh"])).toThrow(
      "--fresh throws data away: it is refused in production.",
    );
  });
});
