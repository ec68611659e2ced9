import { useApolloClient, useMutation } from "@apollo/client/react";
import { useState } from "react";
import { session } from "../../lib/session.ts";
import { setViewer, viewer } from "../../lib/viewer.ts";
import { type Held, heldOf } from "./choices.ts";
import { type OwnSkillFragment, SetSkillsDocument } from "./skills.generated.ts";

/** What is on the screen until the server holds it. */
export function useSkills(told: readonly OwnSkillFragment[]) {
  const client = useApolloClient();
  const [held, setHeld] = useState(() => heldOf(told));
  const [changed, setChanged] = useState(false);
  const [problems, setProblems] = useState<readonly { code: string; message: string }[]>([]);
  const [send, { loading, error }] = useMutation(SetSkillsDocument);
  return {
    held,
    changed,
    problems,
    loading,
    error,
    change(next: readonly Held[]) {
      setHeld(next);
      setChanged(true);
    },
    undo() {
      setHeld(heldOf(told));
      setChanged(false);
      setProblems([]);
    },
    /** True once the server holds it. */
    async save(): Promise<boolean> {
      const skills = held.map(({ skill, specialism, level }) => ({ skill, specialism, level }));
      const { data } = await send({ variables: { input: { skills } } });
      const found = data?.setSkills.problems ?? [];
      setProblems(found);
      if (!data || found.length > 0) return false;
      setChanged(false);
      // Who can counsel works on the hotline's screens as well: the navigation is asked for anew.
      const asked = await session.ask(client).catch(() => null);
      const role = viewer()?.role;
      if (asked) setViewer({ ...asked, role: role && asked.roles.includes(role) ? role : asked.role });
      return true;
    },
  };
}
