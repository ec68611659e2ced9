import type { IncomingMessage, Server } from "node:http";
import {
  type DocumentNode,
  type ExecutionArgs,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
} from "graphql";
import { type Extra, useServer } from "graphql-ws/use/ws";
import { type WebSocket, WebSocketServer } from "ws";
import type { Context, Viewer } from "../context.ts";
import { type OperationLimits, refuseTooComplex, tokenLimit } from "../limits/operation.ts";
import type { Platform } from "../platform.ts";
import { masked } from "./errors.ts";

export const closeCodes = {
  signInEnded: 4401,
  rightLost: 4403,
  tooManySockets: 4429,
  goingAway: 1001,
  /** "Try again later": clients connect anew and go on from their last number. */
  readsTooSlowly: 1013,
} as const;

const unheard = new GraphQLError("The line is closed. Connect again.", { extensions: { code: "LINE_CLOSED" } });

const mostSubscriptions = 20;
const mostSockets = 5;
const mostMessageBytes = 64 * 1_024;
/** What waits for a client that does not read; beyond it the client is cut off, and reads the log when it comes back. */
const mostWaitingBytes = 1_024 * 1_024;
/** A socket that does not even read its close frame is ended. */
const closeWithinMs = 3_000;
/** Rights are read again this often, for every open socket in one statement. */
const rightsEveryMs = 3_000;

export interface SocketHost {
  readonly schema: GraphQLSchema;
  readonly platform: Platform;
  readonly limits: OperationLimits;
  readonly allowedOrigin: (origin: string | undefined, host: string | undefined) => boolean;
  /** Who opens this socket: by cookie, or by the bearer token among the connection's parameters. */
  readonly signIn: (request: IncomingMessage, params: Readonly<Record<string, unknown>>) => Promise<Context>;
  /** A new context of the same socket, for the next operation or event. */
  readonly renew: (ctx: Context, viewer: Viewer | null) => Context;
  readonly viewersOf: (sessionIds: readonly string[]) => Promise<ReadonlyMap<string, Viewer>>;
}

interface Line {
  readonly socket: WebSocket;
  base: Context;
  readonly subscriptions: Set<string>;
}

/** The connection that an operation came by; a subscription asks it who watches now. */
export interface Watcher {
  /** Who watches at this moment: roles as last read, at most `rightsEveryMs` old. */
  readonly viewer: () => Viewer | null;
  /** A fresh context for the next event. */
  readonly context: () => Context;
  /** Ends the line: the right to watch is gone. */
  readonly dismiss: () => void;
}
export type Subscribing = Context & { readonly watcher?: Watcher };

type Socket = Extra & Record<PropertyKey, unknown> & { line?: Line };

/** GraphQL over WebSocket (graphql-transport-ws), with the limits and masks of HTTP. */
export function openSockets(server: Server, host: SocketHost) {
  const { platform } = host;
  const lines = new Set<Line>();
  const wss = new WebSocketServer({
    noServer: true,
    maxPayload: mostMessageBytes,
    handleProtocols: (protocols) => (protocols.has("graphql-transport-ws") ? "graphql-transport-ws" : false),
  });

  server.on("upgrade", (request, socket, head) => {
    socket.on("error", () => {});
    if (
      new URL(request.url ?? "/", "http://x").pathname !== "/graphql" ||
      !host.allowedOrigin(request.headers.origin, request.headers.host)
    ) {
      socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n");
      return;
    }
    wss.handleUpgrade(request, socket, head, (opened) => wss.emit("connection", opened, request));
  });

  const graphql = useServer<Record<string, unknown>, Socket>(
    {
      connectionInitWaitTimeout: 3_000,
      async onConnect({ connectionParams, extra }) {
        const base = await host.signIn(extra.request, connectionParams ?? {});
        const mine =
          base.viewer && [...lines].filter((line) => line.base.viewer?.personId === base.viewer?.personId).length;
        if (mine !== null && mine >= mostSockets) {
          extra.socket.close(closeCodes.tooManySockets, "Too many sockets");
          return false;
        }
        const line = { socket: extra.socket, base, subscriptions: new Set<string>() };
        extra.line = line;
        lines.add(line);
        platform.metrics.sockets.inc();
        extra.socket.once("close", () => {
          lines.delete(line);
          platform.metrics.sockets.dec();
        });
        return true;
      },
      // Nothing is done for a line that has been cut off: its requests may still arrive by the hundred.
      onSubscribe: ({ extra }, id, payload) =>
        extra.socket.readyState === extra.socket.OPEN ? prepare(extra.line!, id, payload, host) : [unheard],
      onNext({ extra }, _id, _payload, args, result) {
        if (!result.errors) return;
        return { ...result, errors: maskedAll(result.errors, args, extra.line!, platform) } as FormattedExecutionResult;
      },
      onError: ({ extra }, _id, _payload, errors) => maskedAll(errors as GraphQLError[], null, extra.line!, platform),
      onComplete({ extra }, id) {
        if (extra.line?.subscriptions.delete(id)) platform.metrics.subscriptions.dec();
      },
      onDisconnect({ extra }) {
        if (!extra.line) return;
        platform.metrics.subscriptions.dec(extra.line.subscriptions.size);
        extra.line.subscriptions.clear();
      },
    },
    wss,
    12_000,
  );

  // What a socket does wrong closes it with a code; the library would also print it.
  wss.on("connection", (socket) => {
    socket.removeAllListeners("error").on("error", () => {});
    const send = socket.send.bind(socket) as (data: unknown, sent: () => void) => void;
    socket.send = (data: unknown, sent?: unknown) => {
      cutSlowReader(socket, platform);
      // A line that breaks under what is being sent is closed by that; the library would call it an internal error.
      send(data, () => (sent as (() => void) | undefined)?.());
    };
    // Answers to pings pile up too.
    socket.on("ping", () => cutSlowReader(socket, platform));
  });

  const rights = setInterval(async () => {
    const signed = [...lines].filter((line) => line.base.viewer !== null);
    if (signed.length === 0) return;
    try {
      const viewers = await host.viewersOf([...new Set(signed.map((line) => line.base.viewer!.sessionId))]);
      for (const line of signed) {
        const viewer = viewers.get(line.base.viewer!.sessionId);
        if (viewer) line.base = host.renew(line.base, viewer);
        else line.socket.close(closeCodes.signInEnded, "Signed out");
      }
    } catch (error) {
      platform.log.warn({ code: (error as { code?: string }).code }, "rights could not be read again");
    }
  }, rightsEveryMs);

  return {
    /** Lets every client come back elsewhere, spread over time so that they do not come at once. */
    async drain(spreadMs: number): Promise<void> {
      clearInterval(rights);
      const waiting = [...lines];
      await Promise.all(
        waiting.map(
          ({ socket }, i) =>
            new Promise<void>((resolve) =>
              setTimeout(
                () => {
                  closeSoon(socket, closeCodes.goingAway, "Going away");
                  resolve();
                },
                (i / waiting.length) * spreadMs,
              ),
            ),
        ),
      );
      // Those that never greeted, too: the library gives each half a minute to answer its close frame.
      for (const socket of wss.clients) closeSoon(socket, closeCodes.goingAway, "Going away");
      await graphql.dispose();
      wss.close();
    },
  };
}

function cutSlowReader(socket: WebSocket, { metrics }: Platform): void {
  if (socket.bufferedAmount <= mostWaitingBytes || socket.readyState !== socket.OPEN) return;
  metrics.refused.inc({ why: "reads too slowly" });
  closeSoon(socket, closeCodes.readsTooSlowly, "Reads too slowly");
}

/** Says why, and ends the line even when nobody listens any more. */
function closeSoon(socket: WebSocket, code: number, reason: string): void {
  socket.close(code, reason);
  setTimeout(() => socket.terminate(), closeWithinMs).unref();
}

/** Parses, validates and weighs an operation; gives what to execute or why not. */
function prepare(
  line: Line,
  id: string,
  payload: { query?: unknown; operationName?: unknown; variables?: unknown },
  host: SocketHost,
): ExecutionArgs | GraphQLError[] {
  const { schema, limits, platform } = host;
  let document: DocumentNode;
  try {
    document = parse(String(payload.query), { maxTokens: tokenLimit });
  } catch (error) {
    return [coded(error as GraphQLError, "GRAPHQL_PARSE_FAILED")];
  }
  const rules = platform.mode === "production" ? [...specifiedRules, NoSchemaIntrospectionCustomRule] : specifiedRules;
  const invalid = validate(schema, document, rules, {
    maxErrors: 20,
    ...(platform.mode === "production" && { hideSuggestions: true }),
  });
  if (invalid.length > 0) return invalid.map((error) => coded(error, "GRAPHQL_VALIDATION_FAILED"));
  const operationName = typeof payload.operationName === "string" ? payload.operationName : null;
  const operation = getOperationAST(document, operationName);
  if (!operation)
    return [new GraphQLError("Name the operation to run.", { extensions: { code: "OPERATION_RESOLUTION_FAILURE" } })];
  const variables = (payload.variables ?? {}) as Record<string, unknown>;
  const refused = refuseTooComplex(document, operation, variables, limits);
  if (refused) return [refused];
  const isSubscription = operation.operation === "subscription";
  if (isSubscription && line.subscriptions.size >= mostSubscriptions)
    return [
      new GraphQLError(`At most ${mostSubscriptions} subscriptions a socket.`, {
        extensions: { code: "RATE_LIMITED" },
      }),
    ];
  if (isSubscription) {
    line.subscriptions.add(id);
    platform.metrics.subscriptions.inc();
  }
  const contextValue: Subscribing = {
    ...host.renew(line.base, line.base.viewer),
    watcher: {
      viewer: () => line.base.viewer,
      context: () => host.renew(line.base, line.base.viewer),
      dismiss: () => line.socket.close(closeCodes.rightLost, "Forbidden"),
    },
  };
  return { schema, document, operationName, variableValues: variables, contextValue };
}

/** The codes that HTTP gives. */
const coded = (error: GraphQLError, code: string): GraphQLError => {
  Object.assign(error.extensions, { code });
  return error;
};

function maskedAll(errors: readonly GraphQLError[], args: ExecutionArgs | null, line: Line, { log }: Platform) {
  const { requestId, locale } = (args?.contextValue as Context | undefined) ?? line.base;
  return errors.map((error) =>
    masked("toJSON" in error ? (error as GraphQLError).toJSON() : (error as never), error, { requestId, locale, log }),
  );
}
