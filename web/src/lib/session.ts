import type { ApolloClient } from "@apollo/client";
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

/** The person signed in, asked for once a visit. */
export async function currentViewer(client: ApolloClient): Promise<Viewer | null> {
  if (viewer() === undefined) setViewer(await session.ask(client));
  return viewer() ?? null;
}
