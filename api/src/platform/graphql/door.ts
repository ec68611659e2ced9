import type { ApolloServerPlugin } from "@apollo/server";
import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { GraphQLSchema } from "graphql";
import type { Context } from "../context.ts";
import { type OperationLimits, refuseTooComplex, tokenLimit } from "../limits/operation.ts";
import type { Platform } from "../platform.ts";
import { masked } from "./errors.ts";

/** GraphQL over HTTP. Batching stays off, so that one request is one operation to every limit. */
export async function openDoor(
  schema: GraphQLSchema,
  platform: Platform,
  limits: OperationLimits,
): Promise<ApolloServer<Context>> {
  const inProduction = platform.mode === "production";
  const door = new ApolloServer<Context>({
    schema,
    introspection: !inProduction,
    hideSchemaDetailsFromClientErrors: inProduction,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: tokenLimit },
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    logger: {
      debug() {},
      info() {},
      warn() {},
      error: (message) => platform.log.error({ apollo: String(message).slice(0, 200) }, "apollo"),
    },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      limited(limits, platform),
      masking(platform),
      measured(platform),
      plainJson(),
    ],
  });
  await door.start();
  return door;
}

const limited = (limits: OperationLimits, { metrics }: Platform): ApolloServerPlugin<Context> => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ document, operation, request }) {
        const refused = operation && refuseTooComplex(document, operation, request.variables ?? {}, limits);
        if (!refused) return;
        metrics.refused.inc({ why: "too complex" });
        throw refused;
      },
    };
  },
});

/** Last in line before the bytes: whatever an operation or Apollo put into `errors` goes out masked. */
const masking = ({ log }: Platform): ApolloServerPlugin<Context> => ({
  async requestDidStart() {
    return {
      async willSendResponse({ response, errors, contextValue }) {
        if (response.body.kind !== "single" || !response.body.singleResult.errors) return;
        response.body.singleResult.errors = response.body.singleResult.errors.map((formatted, i) =>
          masked(formatted, errors?.[i], { requestId: contextValue.requestId, locale: contextValue.locale, log }),
        );
      },
    };
  },
});

const measured = ({ metrics }: Platform): ApolloServerPlugin<Context> => ({
  async requestDidStart() {
    const end = metrics.operations.startTimer();
    return {
      async willSendResponse({ operationName, operation, errors }) {
        // Names are the client's to choose: only those of operations that ran may become a label.
        end({
          operation: operation ? (operationName ?? "unnamed").slice(0, 60) : "refused",
          outcome: errors ? "error" : "ok",
        });
      },
    };
  },
});

/**
 * Clients that ask for `application/json` get 200 with errors in the body (GraphQL over HTTP, 6.4.1); those that ask for
 * `application/graphql-response+json` get 4xx. Apollo answers both with 4xx.
 */
const plainJson = (): ApolloServerPlugin<Context> => ({
  async requestDidStart() {
    return {
      async willSendResponse({ request, response, errors }) {
        const accept = request.http?.headers.get("accept") ?? "";
        // What is no GraphQL request at all stays 400.
        if (errors?.some(({ extensions }) => extensions.code === "BAD_REQUEST")) return;
        if (!accept.includes("application/graphql-response+json") && response.http.status === 400)
          response.http.status = 200;
      },
    };
  },
});
