import { getRouteApi, useNavigate } from "@tanstack/react-router";
import type { SignInActions } from "./sign-in-actions.ts";
import { SignInPage } from "./sign-in-page.tsx";

const route = getRouteApi("/sign-in");

/** The documents of the data phase go here: until then every way in honestly says that it does not work. */
const actions: SignInActions = {
  sendCode: async () => "failed",
  enter: async () => "failed",
};

export function SignInRoute() {
  const { next } = route.useSearch();
  const navigate = useNavigate();
  return <SignInPage actions={actions} people={[]} onEntered={() => void navigate({ to: next ?? "/" })} />;
}
