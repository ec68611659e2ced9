import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { type Failure, failureOf } from "../../lib/errors.ts";
import type { RefusalFragment } from "./fill.generated.ts";

/** What the last press about somebody was refused for, or why nothing was answered. */
export type Refused = { name: string; problems: readonly RefusalFragment[]; failure?: Failure["kind"] };

type Ask<Data, Variables> = {
  /** Marks the control that waits. */
  key: string;
  /** Whom it is about. */
  name: string;
  mutation: TypedDocumentNode<Data, Variables>;
  variables: Variables;
  problemsOf: (data: Data) => readonly RefusalFragment[];
  /** The server has answered, good or bad. */
  onAnswer?: () => void;
  /** What to show until then. */
  optimistic?: Data;
};

/** Sends mutations of one panel: which controls wait, and what was refused. `ask` gives the data where it happened. */
export function useAsk(afterwards: () => Promise<unknown>) {
  const client = useApolloClient();
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<Refused>();

  const ask = async <Data, Variables extends OperationVariables>(
    asked: Ask<Data, Variables>,
  ): Promise<Data | undefined> => {
    const { key, name, mutation, variables, problemsOf, onAnswer, optimistic } = asked;
    setBusy((now) => new Set(now).add(key));
    setRefused(undefined);
    try {
      const { data } = await client.mutate<Data, OperationVariables>({
        mutation,
        variables,
        ...(optimistic && { optimisticResponse: optimistic as never }),
      });
      onAnswer?.();
      const problems = data ? problemsOf(data as Data) : [];
      if (problems.length > 0) setRefused({ name, problems });
      // The event says so too; where the line is away this is the only way to see it.
      await afterwards().catch(() => {});
      return problems.length === 0 ? ((data ?? undefined) as Data | undefined) : undefined;
    } catch (error) {
      setRefused({ name, problems: [], failure: failureOf(error).kind });
      return undefined;
    } finally {
      setBusy((now) => new Set([...now].filter((one) => one !== key)));
    }
  };
  return { busy, refused, ask };
}
