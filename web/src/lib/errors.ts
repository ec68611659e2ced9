import { CombinedGraphQLErrors, ServerError } from "@apollo/client/errors";

/** What a failed operation means for the person. The data-level refusals (`problems`) never come here: they are answers. */
export type Failure = {
  kind: "offline" | "signed-out" | "forbidden" | "limited" | "broken";
  /** To quote when asking for help. */
  correlationId?: string;
};

const kinds: Record<string, Failure["kind"]> = {
  UNAUTHENTICATED: "signed-out",
  FORBIDDEN: "forbidden",
  RATE_LIMITED: "limited",
  TOO_MANY_REQUESTS: "limited",
};
const statuses: Record<number, Failure["kind"]> = {
  401: "signed-out",
  403: "forbidden",
  429: "limited",
  502: "offline",
  503: "offline",
  504: "offline",
};

export function failureOf(error: unknown): Failure {
  if (CombinedGraphQLErrors.is(error)) {
    const extensions = error.errors[0]?.extensions ?? {};
    const failure: Failure = { kind: kinds[String(extensions.code)] ?? "broken" };
    if (typeof extensions.correlationId === "string") failure.correlationId = extensions.correlationId;
    return failure;
  }
  if (ServerError.is(error)) return { kind: statuses[error.statusCode] ?? "broken" };
  if (error instanceof TypeError) return { kind: "offline" }; // fetch says so when nothing answered
  return { kind: "broken" };
}
