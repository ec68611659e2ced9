import { useApolloClient, useQuery } from "@apollo/client/react";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { enterAs } from "./session.ts";
import { DemoSignInDocument, RequestCodeDocument, SignInDocument, SignInDoorDocument } from "./sign-in.generated.ts";
import type { SignInActions } from "./sign-in-actions.ts";
import { SignInPage } from "./sign-in-page.tsx";

const route = getRouteApi("/sign-in");

export function SignInRoute() {
  const { next } = route.useSearch();
  const navigate = useNavigate();
  const door = useQuery(SignInDoorDocument).data;
  const actions = useSignIn();
  return (
    <SignInPage
      actions={{ ...actions, identityService: door?.singleSignOn ?? undefined }}
      people={door?.personas?.map(({ code, name, label }) => ({ key: code, name, label })) ?? []}
      onEntered={() => void navigate({ to: next ?? "/" })}
    />
  );
}

function useSignIn(): SignInActions {
  const client = useApolloClient();
  return {
    sendCode: (contact) =>
      orFailed(async () => {
        const { data } = await client.mutate({ mutation: RequestCodeDocument, variables: { input: { contact } } });
        return data?.requestCode.problems.length === 0 ? "sent" : "failed";
      }),
    enter: (contact, code) =>
      orFailed(async () => {
        const { data } = await client.mutate({ mutation: SignInDocument, variables: { input: { contact, code } } });
        if (!data?.signIn.viewer)
          return data?.signIn.problems.some((problem) => problem.code.startsWith("CODE_")) ? "wrong" : "failed";
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
const orFailed = <Answer,>(ask: () => Promise<Answer>): Promise<Answer | "failed"> => ask().catch(() => "failed");
