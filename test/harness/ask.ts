import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { print } from "graphql";
import { type Client, type ClientOptions, createClient } from "graphql-ws";
import { WebSocket } from "ws";

// biome-ignore lint/suspicious/noExplicitAny: what a plain text asks for is asserted, not typed
type Any = any;

export interface Asked {
  /** A bearer token; without one nobody is signed in. */
  readonly as?: string | undefined;
  readonly headers?: Record<string, string>;
}

export interface Answer<Data = Any> {
  readonly status: number;
  readonly data?: Data;
  readonly errors?: { message: string; path?: string[]; extensions: Any }[];
}

/** An operation: typed where it has a document in test/documents, else a text that test/building checks by the schema. */
type Operation<Data, Variables> = string | TypedDocumentNode<Data, Variables>;

/** Asks the API at `url` over HTTP, in English unless the headers say otherwise. */
export const asking = (url: string) => {
  async function ask<Data = Any, Variables extends object = object>(
    operation: Operation<Data, Variables>,
    variables: NoInfer<Variables> = {} as Variables,
    { as, headers }: Asked = {},
  ): Promise<Answer<Data>> {
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "accept-language": "en",
        ...(as && { authorization: `Bearer ${as}` }),
        ...headers,
      },
      body: JSON.stringify({ query: textOf(operation), variables }),
    });
    return { status: response.status, ...((await response.json()) as object) };
  }

  return {
    ask,
    /** Like `ask`, for what must succeed: throws what went wrong. */
    async get<Data = Any, Variables extends object = object>(
      operation: Operation<Data, Variables>,
      variables: NoInfer<Variables> = {} as Variables,
      asked: Asked = {},
    ): Promise<Data> {
      const { data, errors } = await ask<Data, Variables>(operation, variables, asked);
      if (errors) throw new Error(JSON.stringify(errors));
      return data as Data;
    },
  };
};

export const textOf = (operation: string | TypedDocumentNode<unknown, never>): string =>
  typeof operation === "string" ? operation : print(operation);

/** A WebSocket of somebody at the API at `url`; it does not come back by itself unless `extra` says so. */
export const openSocket = (url: string, as?: string, extra: Partial<ClientOptions> = {}): Client =>
  createClient({
    url: `${url.replace("http", "ws")}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { locale: "en", ...(as && { authorization: `Bearer ${as}` }) },
    ...extra,
  });
