import { ApolloClient, ApolloLink, HttpLink } from "@apollo/client";
import { ErrorLink } from "@apollo/client/link/error";
import { getMainDefinition } from "@apollo/client/utilities";
import { Observable, type Subscription } from "rxjs";
import { VersionedCache } from "./cache.ts";
import { failureOf } from "./errors.ts";
import { learnServerTime } from "./now.ts";
import { preferences } from "./preferences.ts";
import { possibleTypes, typePolicies } from "./type-policies.ts";

/** The socket's code loads with the first subscription: no home waits for it. */
const lazySocketLink = new ApolloLink(
  (operation) =>
    new Observable<ApolloLink.Result>((observer) => {
      let inner: Subscription | undefined;
      let over = false;
      import("./socket.ts").then(
        ({ socketLink }) => {
          if (!over)
            inner = ApolloLink.execute(socketLink, operation, { client: operation.client }).subscribe(observer);
        },
        (cause) => observer.error(cause),
      );
      return () => {
        over = true;
        inner?.unsubscribe();
      };
    }),
);

/** A header no plain form can send (the server's guard against forged requests), and the language of its messages. */
const headers = new ApolloLink((operation, forward) => {
  operation.setContext((context) => ({
    ...context,
    headers: {
      ...(context.headers as object | undefined),
      "apollo-require-preflight": "true",
      "accept-language": preferences().locale,
    },
  }));
  return forward(operation);
});

const http = new HttpLink({
  uri: "/graphql",
  credentials: "same-origin",
  fetch: async (input, init) => {
    const response = await fetch(input, init);
    const date = Date.parse(response.headers.get("date") ?? "");
    if (date) learnServerTime(date);
    return response;
  },
});

/** `onSignedOut`: an answer said that the sign-in has ended. */
export function createApolloClient(onSignedOut: () => void): ApolloClient {
  const watchSignIn = new ErrorLink(({ error }) => {
    if (failureOf(error).kind === "signed-out") onSignedOut();
  });
  return new ApolloClient({
    cache: new VersionedCache({ typePolicies, possibleTypes }),
    link: ApolloLink.split(isSubscription, lazySocketLink, ApolloLink.from([watchSignIn, headers, http])),
    dataMasking: true,
    assumeImmutableResults: true,
  });
}

function isSubscription({ query }: ApolloLink.Operation): boolean {
  const definition = getMainDefinition(query);
  return definition.kind === "OperationDefinition" && definition.operation === "subscription";
}
