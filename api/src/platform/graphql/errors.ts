import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";
import type { Locale } from "../../kernel/reason.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { messageOf } from "../words.ts";

/** Codes that a client may see. What is not one of these is INTERNAL, and says no more than an id to ask about. */
const open = new Set([
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  "BAD_USER_INPUT",
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "PERSISTED_QUERY_NOT_SUPPORTED",
  "OPERATION_RESOLUTION_FAILURE",
  "BAD_REQUEST",
  "RATE_LIMITED",
  "TOO_COMPLEX",
  "UNAVAILABLE",
  "LINE_CLOSED",
]);

/** Lost or refused connections, a server that stops or is full: the same operation may go through in a moment. */
const away = /^(08|57P|53|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE)/;

/** The operation's own deadline, or the database's for a single statement. */
const overdue = new Set(["DEADLINE", "57014"]);

const said = {
  UNAUTHENTICATED: { "zh-CN": "请先登录。", en: "Please sign in first." },
  FORBIDDEN: { "zh-CN": "你的身份不能进行此操作。", en: "Your role does not allow this." },
  UNAVAILABLE: {
    "zh-CN": "服务暂时不可用，请稍后再试。",
    en: "The service is not available right now. Please try again in a moment.",
  },
  DEADLINE: {
    "zh-CN": "用时过长，已停止；未完成的部分没有作任何更改。请稍后再试。",
    en: "This took too long and was stopped. Nothing half done was kept. Please try again in a moment.",
  },
  INTERNAL: {
    "zh-CN": "出了点问题，未作任何更改。请稍后再试，并报上编号 {id}。",
    en: "Something went wrong and nothing was changed. Try again, or report it with the number {id}.",
  },
} as const;

export const unauthenticated = (locale: Locale) =>
  new GraphQLError(said.UNAUTHENTICATED[locale], { extensions: { code: "UNAUTHENTICATED" } });
export const forbidden = (locale: Locale) =>
  new GraphQLError(said.FORBIDDEN[locale], { extensions: { code: "FORBIDDEN" } });

/**
 * What leaves the house: never a stack, SQL, a constraint's name, a path or somebody's data. `original` is what was
 * thrown, `requestId` the number under which the log has it.
 */
export function masked(
  formatted: GraphQLFormattedError,
  original: unknown,
  at: { requestId: string; locale: Locale; log: Logger },
): GraphQLFormattedError {
  const cause = original instanceof GraphQLError ? (original.originalError ?? original) : original;
  const place = {
    ...(formatted.locations && { locations: formatted.locations }),
    ...(formatted.path && { path: formatted.path }),
  };
  if (cause instanceof Refusal) {
    const [problem] = cause.problems;
    const code = problem?.code === "NOT_FOUND" ? "NOT_FOUND" : "BAD_USER_INPUT";
    return {
      ...place,
      message: problem ? messageOf(problem, at.locale) : code,
      extensions: { code, problem: problem?.code, path: problem?.path ?? [] },
    };
  }
  const code = formatted.extensions?.code;
  if (
    cause instanceof GraphQLError &&
    cause.originalError === undefined &&
    (code === undefined || code === "INTERNAL_SERVER_ERROR" || open.has(String(code)))
  ) {
    // Thrown by the library or by us with a meaning: the text is about the operation, not about the house.
    if (open.has(String(code))) return { ...place, message: formatted.message, extensions: { code } };
    return { ...place, message: formatted.message, extensions: { code: "BAD_USER_INPUT" } };
  }
  if (open.has(String(code))) return { ...place, message: formatted.message, extensions: { code } };
  const { code: driverCode, name } = (cause ?? {}) as { code?: string; name?: string };
  const kind = overdue.has(driverCode ?? "") ? "DEADLINE" : away.test(driverCode ?? "") ? "UNAVAILABLE" : "INTERNAL";
  at.log.error(
    { requestId: at.requestId, error: name, code: driverCode, frames: framesOf(cause) },
    "an operation failed",
  );
  return {
    ...place,
    message: said[kind][at.locale].replace("{id}", at.requestId),
    extensions: { code: kind, requestId: at.requestId },
  };
}

/** Where it happened, without the message: a driver's message can quote a row. */
const framesOf = (error: unknown): string[] =>
  ((error as Error | undefined)?.stack ?? "")
    .split("\n")
    .filter((line) => line.trimStart().startsWith("at "))
    .slice(0, 6)
    .map((line) => line.trim());
