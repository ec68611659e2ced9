import { parseArgs } from "node:util";
import { flag } from "./setting-kinds.ts";
import { type Spec, settingsTable } from "./settings-table.ts";
import { StartError } from "./start-error.ts";

/** A setting that cannot be used, in one line that names it. */
export class SettingsError extends StartError {
  override readonly name = "SettingsError";
}

type Table = typeof settingsTable;
type Value<S extends Spec> = S["default"] extends "" ? ReturnType<S["kind"]> | undefined : ReturnType<S["kind"]>;

export type Settings = { readonly [Key in keyof Table]: Value<Table[Key]> };

type Environment = Record<string, string | undefined>;

const specs = Object.entries(settingsTable) as [keyof Table, Spec][];

/** Reads the settings; `argv` is what follows the program's name. Pure: touches neither disk nor network. */
export function readSettings(env: Environment, argv: string[]): Settings {
  refuseUnknownNames(env);
  const flags = readFlags(argv);
  const entries = specs.map(([key, spec]) => [key, readOne(spec, (spec.flag && flags[spec.flag]) || env[spec.name])]);
  const settings = Object.fromEntries(entries) as Settings;
  refuseContradictions(settings);
  return settings;
}

function readOne(spec: Spec, given: string | undefined): unknown {
  const value = given?.trim() || spec.default;
  if (value === "") return undefined;
  try {
    return spec.kind(value);
  } catch (error) {
    throw new SettingsError(`${spec.name} must be ${(error as Error).message}, but is ${shown(spec, value)}.`);
  }
}

/** Addresses and secrets may hold a password: they are never repeated. */
function shown({ name }: Spec, value: string): string {
  return /URL|SECRET|KEY/.test(name) ? "something else" : JSON.stringify(value);
}

/** A misspelt SHOUWANG_… would otherwise be ignored in silence. */
function refuseUnknownNames(env: Environment): void {
  const known = new Set(specs.map(([, { name }]) => name));
  const unknown = Object.keys(env).find((name) => name.startsWith("SHOUWANG_") && !known.has(name));
  if (unknown) throw new SettingsError(`${unknown} is not a setting: see the table of settings in README.md.`);
}

function readFlags(argv: string[]): Record<string, string> {
  const options = specs.flatMap(([, { flag: long, kind }]) =>
    long ? [[long, { type: kind === flag ? "boolean" : "string" } as const] as const] : [],
  );
  try {
    const { values } = parseArgs({ args: argv, options: Object.fromEntries(options), strict: true });
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, value === true ? "yes" : String(value)]),
    );
  } catch (error) {
    throw new SettingsError(`${(error as Error).message.split(". ")[0]}. See the table of settings in README.md.`);
  }
}

const wellKnown = /^(secret|password|change-?me|default|shouwang|test|example)/i;

function refuseContradictions(settings: Settings): void {
  if (settings.oidcIssuer && !settings.oidcClientId) {
    throw new SettingsError("OIDC_CLIENT_ID must be set, because OIDC_ISSUER is.");
  }
  if (settings.fresh && settings.databaseUrl) {
    throw new SettingsError("--fresh is for the embedded database: empty the one in DATABASE_URL yourself.");
  }
  if (settings.databaseAppUrl && !settings.databaseUrl) {
    throw new SettingsError("DATABASE_URL must be set, because DATABASE_APP_URL is: migrations need the owner.");
  }
  if (settings.mode === "production") refuseInProduction(settings);
}

function refuseInProduction(settings: Settings): void {
  const { masterKey } = settings;
  if (masterKey !== undefined && (masterKey.length < 32 || wellKnown.test(masterKey))) {
    throw new SettingsError(`${settingsTable.masterKey.name} must be at least 32 random characters in production.`);
  }
  if (settings.fresh) throw new SettingsError("--fresh throws data away: it is refused in production.");
  if (!settings.publicUrl) throw new SettingsError("PUBLIC_URL must be set in production.");
  if (!settings.smtpUrl) throw new SettingsError("SMTP_URL must be set in production: sign-in codes are sent by mail.");
}
