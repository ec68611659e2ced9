import { ApolloLink } from "@apollo/client";
import { CombinedGraphQLErrors } from "@apollo/client/errors";
import { print } from "@apollo/client/utilities";
import { createClient } from "graphql-ws";
import { Observable } from "rxjs";
import { hear, tellLine } from "./connection.ts";
import { REFUSALS } from "./line.ts";
import { preferences } from "./preferences.ts";

/** After this long in the background a phone may have suspended the socket without telling. */
const SUSPENDED = 15_000;

const client = createClient({
  url: () => `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/graphql`,
  connectionParams: () => ({ locale: preferences().locale }),
  lazy: true,
  lazyCloseTimeout: 3_000,
  keepAlive: 10_000,
  retryAttempts: Number.POSITIVE_INFINITY,
  shouldRetry: (event) => !REFUSALS.includes(closeCode(event)),
  retryWait,
  on: {
    connecting: () => tellLine({ type: "connecting" }),
    connected: () => {
      hear();
      tellLine({ type: "connected" });
    },
    message: hear,
    closed: (event) => tellLine({ type: "closed", code: closeCode(event) }),
  },
});

/** 0.5 s, 1 s, 2 s … up to 8 s, each with as much again at random: a returning server meets its clients spread out. */
function retryWait(retries: number): Promise<void> {
  const base = Math.min(8_000, 500 * 2 ** retries);
  return new Promise((resolve) => setTimeout(resolve, base / 2 + Math.random() * base));
}

const closeCode = (event: unknown): number => (event as { code?: number } | null)?.code ?? 0;

/**
 * Carries subscriptions. Instead of the ready-made link, because each reconnect must ask for what came *after* the last event seen:
 * `context.after` is called whenever the subscription is sent, and its answer becomes the variable `after`.
 */
export const socketLink = new ApolloLink(
  ({ query, variables, operationName, extensions, getContext }) =>
    new Observable<ApolloLink.Result>((observer) => {
      const after = getContext().after as (() => number) | undefined;
      const current = after
        ? Object.defineProperty({ ...variables }, "after", { enumerable: true, get: after })
        : variables;
      return client.subscribe(
        { query: print(query), variables: current, operationName: operationName ?? null, extensions },
        {
          next: (result) => observer.next(result as ApolloLink.Result),
          complete: () => observer.complete(),
          error: (cause) => observer.error(asError(cause)),
        },
      );
    }),
);

function asError(cause: unknown): Error {
  if (cause instanceof Error) return cause;
  if (Array.isArray(cause)) return new CombinedGraphQLErrors({ errors: cause });
  return new SocketClosed(closeCode(cause));
}

export class SocketClosed extends Error {
  constructor(readonly code: number) {
    super(`socket closed with ${code}`);
  }
}

let hiddenAt = 0;
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") hiddenAt = Date.now();
  else if (hiddenAt > 0 && Date.now() - hiddenAt > SUSPENDED) client.terminate();
});

/** Signing in or out: the next subscription must be made with the new session. */
export function restartSocket(): void {
  client.terminate();
}
