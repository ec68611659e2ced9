import { useApolloClient } from "@apollo/client/react";
import { useNavigate } from "@tanstack/react-router";
import { setViewer } from "../lib/viewer.ts";

/** Forgets the person on this device. The feature sign-in registers how the server is told (see endSession). */
export function useSignOut(): () => void {
  const client = useApolloClient();
  const navigate = useNavigate();
  return async () => {
    await endSession.current();
    setViewer(null);
    await client.clearStore();
    await navigate({ to: "/sign-in" });
  };
}

export const endSession = { current: async (): Promise<void> => {} };
