import type { ApolloClient } from "@apollo/client";
import { enterAs } from "./session.ts";
import { DemoSignInDocument, RequestCodeDocument, SignInDocument } from "./sign-in.generated.ts";
import type { SignInActions } from "./sign-in-actions.ts";

export function signInWith(client: ApolloClient): SignInActions {
  return {
    sendCode: (contact) =>
      orFailed(async () => {
        const { data } = await client.mutate({ mutation: RequestCodeDocument, variables: { input: { contact } } });
        const [problem] = data?.requestCode.problems ?? [];
        return problem ? { refused: problem.message } : "sent";
      }),
    enter: (contact, code) =>
      orFailed(async () => {
        const { data } = await client.mutate({ mutation: SignInDocument, variables: { input: { contact, code } } });
        const [problem] = data?.signIn.problems ?? [];
        if (problem?.code === "PERSON_UNREGISTERED") return "unregistered";
        if (problem) return { refused: problem.message };
        if (!data?.signIn.viewer) return "failed";
        await enterAs(client, data.signIn.viewer);
        return "entered";
      }),
    enterAs: ({ key }) =>
      orFailed(async () => {
        const { data } = await client.mutate({ mutation: DemoSignInDocument, variables: { input: { persona: key } } });
        if (!data?.demoSignIn.viewer) return "failed";
        await enterAs(client, data.demoSignIn.viewer);
        return "entered";
      }),
  };
}

/** Without a line or a server there is no answer: that is a failed try, with its own sentence. */
const orFailed = <Answer>(ask: () => Promise<Answer>): Promise<Answer | "failed"> => ask().catch(() => "failed");
