import { useApolloClient } from "@apollo/client/react";
import { useNavigate } from "@tanstack/react-router";
import { session } from "../lib/session.ts";
import { setViewer } from "../lib/viewer.ts";

/** Ends the session and forgets everything read with it: the next person on this device sees nothing of it. */
export function useSignOut(): () => Promise<void> {
  const client = useApolloClient();
  const navigate = useNavigate();
  return async () => {
    await session.end(client);
    setViewer(null);
    await client.clearStore();
    try {
      sessionStorage.clear();
    } catch {
      // Where storage is refused nothing was kept.
    }
    await navigate({ to: "/sign-in" });
  };
}
