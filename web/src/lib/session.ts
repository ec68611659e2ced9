import type { ApolloClient } from "@apollo/client";
import { failureOf } from "./errors.ts";
import { setViewer, type Viewer, viewer } from "./viewer.ts";

type Session = {
  /** Who the server says we are; `null` = nobody. */
  ask: (client: ApolloClient) => Promise<Viewer | null>;
  /** The server has just signed somebody in: from here on everything is read as them. */
  enter: (client: ApolloClient) => Promise<void>;
  /** Ends the session on the server. */
  end: (client: ApolloClient) => Promise<void>;
};

/** The feature sign-in fills this in with its documents when it loads (see features/sign-in/session.ts): lib knows no document. */
export const session: Session = { ask: async () => null, enter: async () => {}, end: async () => {} };

/** The person signed in, asked for once a visit; without a line, whoever's copy is on the device. */
export async function currentViewer(client: ApolloClient): Promise<Viewer | null> {
  if (viewer() === undefined) setViewer(await session.ask(client).catch((error: unknown) => fromCopy(client, error)));
  return viewer() ?? null;
}

async function fromCopy(client: ApolloClient, error: unknown): Promise<Viewer> {
  const person = failureOf(error).kind === "offline" ? await (await import("./copy.ts")).showCopy(client) : null;
  if (!person) throw error;
  return person;
}
