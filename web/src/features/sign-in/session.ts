import type { ApolloClient } from "@apollo/client";
import { preferences, watchPreferences } from "../../lib/preferences.ts";
import { session } from "../../lib/session.ts";
import { setViewer, viewer } from "../../lib/viewer.ts";
import { AskViewerDocument, SetLocaleDocument, type SignedInFragment, SignOutDocument } from "./sign-in.generated.ts";
import { viewerOf } from "./viewer-of.ts";

session.ask = async (client) => {
  // Not into the cache: what it tells of a skill is less than the skills' own screen has read.
  const { data } = await client.query({ query: AskViewerDocument, fetchPolicy: "no-cache" });
  return data?.viewer ? viewerOf(data.viewer) : null;
};

session.enter = async (client) => {
  const { data } = await client.query({ query: AskViewerDocument, fetchPolicy: "network-only" });
  if (data?.viewer) await enterAs(client, data.viewer);
};

session.end = async (client) => {
  await client.mutate({ mutation: SignOutDocument });
  await restartSocket();
};

/** From here on everything is read and followed as this person; nothing read before stays. */
export async function enterAs(client: ApolloClient, person: SignedInFragment): Promise<void> {
  await client.clearStore();
  await restartSocket();
  setViewer(viewerOf(person));
  if (person.locale !== serverLocale()) await keepLocale(client);
}

/** After a change of language the server is told, and what it has already said is asked for again in the new one. */
export function followLocale(client: ApolloClient): void {
  let before = preferences().locale;
  watchPreferences(() => {
    const { locale } = preferences();
    if (locale === before) return;
    before = locale;
    void restartSocket();
    void keepLocale(client).finally(() => client.refetchQueries({ include: "active" }));
  });
}

/** A notice or a code is then written in this language too. Not worth an error: the screen itself has changed already. */
async function keepLocale(client: ApolloClient): Promise<void> {
  if (!viewer()) return;
  await client
    .mutate({ mutation: SetLocaleDocument, variables: { input: { locale: serverLocale() } } })
    .catch(() => {});
}

const serverLocale = () => (preferences().locale === "en" ? "EN" : "ZH_CN");

/** The open socket still belongs to whoever, and speaks what, it was opened with. */
const restartSocket = () => import("../../lib/socket.ts").then((socket) => socket.restartSocket());
