import { address, flag, integer, oneOf, ratio, seconds, text, urlOf } from "./setting-kinds.ts";

export type Spec = {
  name: string;
  flag?: string;
  /** Gives the value, or throws a text that ends the sentence "NAME must be …". */
  kind: (given: string) => unknown;
  /** As it would be written in the environment; empty means "not set", and the setting is then undefined. */
  default: string;
  unit: string;
  meaning: string;
};

/**
 * Every setting of the product; settings.ts alone reads the environment and the command line. `flag` is its
 * short form for `npm start -- --flag`; a flag wins over the environment. README's table is checked against this one.
 */
export const settingsTable = {
  port: {
    name: "PORT",
    flag: "port",
    kind: integer(0, 65_535),
    default: "4000",
    unit: "TCP port",
    meaning: "Where the web client and the API are served; 0 takes any free one",
  },
  host: { name: "HOST", kind: text, default: "0.0.0.0", unit: "address", meaning: "The network address to listen on" },
  publicUrl: {
    name: "PUBLIC_URL",
    kind: urlOf("http:", "https:"),
    default: "",
    unit: "URL",
    meaning:
      "How browsers reach this installation, for links, cookies and the origin check; by default localhost with PORT",
  },
  mode: {
    name: "SHOUWANG_MODE",
    flag: "mode",
    kind: oneOf("demonstration", "production"),
    default: "demonstration",
    unit: "demonstration, production",
    meaning: "Demonstration makes an invented city and demo sign-ins; production refuses both, and weak secrets",
  },
  role: {
    name: "SHOUWANG_ROLE",
    flag: "role",
    kind: oneOf("all", "api", "worker"),
    default: "all",
    unit: "all, api, worker",
    meaning: "What this process does: answer people, run jobs, or both",
  },
  scale: {
    name: "SHOUWANG_SCALE",
    flag: "scale",
    kind: ratio,
    default: "1:100",
    unit: "1:n",
    meaning: "Size of the demonstration city: one invented volunteer for each n of the 1.2 million",
  },
  fresh: {
    name: "--fresh",
    flag: "fresh",
    kind: flag,
    default: "no",
    unit: "yes, no",
    meaning: "Throws the demonstration data away and makes it anew",
  },
  data: {
    name: "SHOUWANG_DATA",
    kind: text,
    default: ".data",
    unit: "folder",
    meaning: "Where the embedded database and generated secrets are kept",
  },
  databaseUrl: {
    name: "DATABASE_URL",
    kind: urlOf("postgres:", "postgresql:"),
    default: "",
    unit: "URL",
    meaning: "The owner's address of an external PostgreSQL ≥ 15; by default one is run in the data folder",
  },
  databaseAppUrl: {
    name: "DATABASE_APP_URL",
    kind: urlOf("postgres:", "postgresql:"),
    default: "",
    unit: "URL",
    meaning:
      "The address the product works through; by default the role shouwang_app with a password derived from the owner's",
  },
  databasePool: {
    name: "DATABASE_POOL",
    kind: integer(2, 1000),
    default: "20",
    unit: "connections",
    meaning: "The most connections this process opens to the database",
  },
  redisUrl: {
    name: "REDIS_URL",
    kind: urlOf("redis:", "rediss:"),
    default: "",
    unit: "URL",
    meaning: "Redis or Valkey that carries live hints between processes; without it PostgreSQL carries them",
  },
  masterKey: {
    name: "SHOUWANG_MASTER_KEY",
    kind: text,
    default: "",
    unit: "≥ 32 characters",
    meaning: "Wraps the keys of encrypted records; the same in every process; by default made in the data folder",
  },
  trustProxy: {
    name: "SHOUWANG_TRUST_PROXY",
    kind: flag,
    default: "no",
    unit: "yes, no",
    meaning: "Believe X-Forwarded-For and -Proto, because every visitor comes through a proxy of yours",
  },
  smtpUrl: {
    name: "SMTP_URL",
    kind: urlOf("smtp:", "smtps:"),
    default: "",
    unit: "URL",
    meaning: "The mail server; without it messages are written to the log in demonstration mode",
  },
  smsDomain: {
    name: "SHOUWANG_SMS_DOMAIN",
    kind: text,
    default: "",
    unit: "domain",
    meaning:
      "Mail domain of an SMS gateway: codes for a phone go to <number>@domain; without it phones cannot sign in in production",
  },
  mailFrom: {
    name: "MAIL_FROM",
    kind: address,
    default: "Shouwang <shouwang@localhost>",
    unit: "e-mail address",
    meaning: "The sender of mail",
  },
  oidcIssuer: {
    name: "OIDC_ISSUER",
    kind: urlOf("https:", "http:"),
    default: "",
    unit: "URL",
    meaning: "OpenID Connect sign-in of an organisation",
  },
  oidcClientId: { name: "OIDC_CLIENT_ID", kind: text, default: "", unit: "text", meaning: "Our name at that issuer" },
  oidcClientSecret: {
    name: "OIDC_CLIENT_SECRET",
    kind: text,
    default: "",
    unit: "text",
    meaning: "Our secret at that issuer",
  },
  logLevel: {
    name: "LOG_LEVEL",
    kind: oneOf("silent", "fatal", "error", "warn", "info", "debug", "trace"),
    default: "info",
    unit: "silent, fatal, error, warn, info, debug, trace",
    meaning: "The least important line that is logged",
  },
  bodyLimit: {
    name: "SHOUWANG_BODY_LIMIT",
    kind: integer(1, 10_000),
    default: "256",
    unit: "KB",
    meaning: "The largest request body",
  },
  depthLimit: {
    name: "SHOUWANG_DEPTH_LIMIT",
    kind: integer(1, 100),
    default: "8",
    unit: "levels",
    meaning: "The deepest GraphQL operation",
  },
  costLimit: {
    name: "SHOUWANG_COST_LIMIT",
    kind: integer(1, 1_000_000),
    default: "5000",
    unit: "points",
    meaning: "The most expensive GraphQL operation",
  },
  deadline: {
    name: "SHOUWANG_DEADLINE",
    kind: seconds(1, 300),
    default: "10",
    unit: "seconds",
    meaning: "How long one operation may take",
  },
  drain: {
    name: "SHOUWANG_DRAIN",
    kind: seconds(0, 300),
    default: "10",
    unit: "seconds",
    meaning: "How long a stopping process waits for operations that are under way",
  },
} as const satisfies Record<string, Spec>;
