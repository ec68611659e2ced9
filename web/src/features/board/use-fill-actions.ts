import { intents } from "../../lib/intents.ts";
import { toast } from "../../lib/toasts.ts";
import { useWords } from "../../lib/words.ts";
import {
  AnswerApplicationDocument,
  AssignPersonDocument,
  InvitePersonDocument,
  PinAssignmentDocument,
  type PlacedFragment,
  WithdrawOfferDocument,
} from "./fill.generated.ts";
import { useAsk } from "./use-ask.ts";
import type { Work } from "./work.ts";

type Person = { id: string; name: string };

/** Everything that can be done about one piece of work. Each says whether it happened; a refusal stands until the next press. */
export function useFillActions(work: Work, refetch: () => Promise<unknown>) {
  const { t } = useWords();
  const { ask, busy, refused } = useAsk(refetch);

  const choiceOf = (person: Person, overrideReason = "") => ({
    person: person.id,
    shift: work.noun === "shift" ? work.id : null,
    request: work.noun === "request" ? work.id : null,
    overrideReason: overrideReason || null,
  });

  const withdraw = async (placed: PlacedFragment): Promise<void> => {
    const done = await ask({
      key: placed.person.id,
      name: placed.person.name,
      mutation: WithdrawOfferDocument,
      variables: { input: { assignment: placed.id, expectedVersion: placed.version } },
      problemsOf: (data) => data.withdrawOffer.problems,
    });
    if (done) toast(t("board.withdrawn", { name: placed.person.name }));
  };

  const invite = async (person: Person, overrideReason?: string): Promise<boolean> => {
    const choice = choiceOf(person, overrideReason);
    const done = await ask({
      key: person.id,
      name: person.name,
      mutation: InvitePersonDocument,
      variables: { input: { ...choice, idempotencyKey: intents.keyFor("makeOffer", choice) } },
      problemsOf: (data) => data.makeOffer.problems,
      onAnswer: () => intents.answered("makeOffer", choice),
    });
    const offer = done?.makeOffer.assignment;
    if (offer)
      toast(t("board.invited", { name: person.name }), { label: t("app.undo"), onUndo: () => void withdraw(offer) });
    return !!offer;
  };

  const assign = async (person: Person, overrideReason?: string): Promise<boolean> => {
    const choice = choiceOf(person, overrideReason);
    const done = await ask({
      key: person.id,
      name: person.name,
      mutation: AssignPersonDocument,
      variables: { input: { ...choice, idempotencyKey: intents.keyFor("assignPerson", choice) } },
      problemsOf: (data) => data.assignPerson.problems,
      onAnswer: () => intents.answered("assignPerson", choice),
    });
    if (done) toast(t("board.assigned", { name: person.name }));
    return !!done;
  };

  /** The first refusal stops: it is about the places that are left more often than about the person. */
  const inviteInTurn = async (people: readonly Person[]): Promise<void> => {
    for (const person of people) if (!(await invite(person))) return;
  };

  const pin = async (placed: PlacedFragment): Promise<void> => {
    const { id, version, pinned, person } = placed;
    const shown = { ...placed, pinned: !pinned };
    await ask({
      key: person.id,
      name: person.name,
      mutation: PinAssignmentDocument,
      variables: { input: { assignment: id, expectedVersion: version, pinned: !pinned } },
      problemsOf: (data) => data.pinAssignment.problems,
      optimistic: { pinAssignment: { __typename: "AssignmentPayload", assignment: shown, problems: [] } },
    });
  };

  const answer = async ({ id, version, person }: PlacedFragment, approve: boolean, reason = ""): Promise<boolean> => {
    const done = await ask({
      key: person.id,
      name: person.name,
      mutation: AnswerApplicationDocument,
      variables: { input: { assignment: id, expectedVersion: version, approve, reason: reason || null } },
      problemsOf: (data) => data.approveApplication.problems,
    });
    return !!done;
  };

  return { busy, refused, invite, assign, inviteInTurn, withdraw, pin, answer };
}

export type FillActions = ReturnType<typeof useFillActions>;
