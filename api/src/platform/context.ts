import type { EntityManager } from "@mikro-orm/postgresql";
import type { Locale } from "../kernel/reason.ts";
import type { Platform } from "./platform.ts";

export type Role = "volunteer" | "family" | "coordinator" | "checker" | "staff";

/** `districtId` null: the whole city. */
export interface RoleGrant {
  readonly role: Role;
  readonly districtId: number | null;
}

/** Who asks. Read afresh for every request and every delivered event: a right that is lost is lost at once. */
export interface Viewer {
  readonly personId: string;
  readonly sessionId: string;
  readonly roles: readonly RoleGrant[];
  /** The number of the newest event on their own board; read before anything else is. */
  readonly seq: number;
}

/** What every use case may know about the call that it serves. One per HTTP request or subscription event. */
export interface Context {
  readonly em: EntityManager;
  readonly platform: Platform;
  readonly viewer: Viewer | null;
  /** Aborts when the operation has taken too long; undefined for work that belongs to none: jobs, the process itself. */
  readonly deadline?: AbortSignal | undefined;
  readonly locale: Locale;
  /** The injected clock. */
  readonly now: () => Date;
  readonly requestId: string;
  /** The caller's address, for limits only: never logged, never stored. */
  readonly address: string;
  /** Gives the browser its session, or takes it away; only over HTTP. */
  readonly setCookie?: (token: string | null) => void;
}

/** A context whose viewer is known. */
export type Signed = Context & { readonly viewer: Viewer };
