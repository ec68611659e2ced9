import { useApolloClient } from "@apollo/client/react";
import { useEffect, useMemo, useRef, useState } from "react";
import { type Answers, answersOf, draftInput, noAnswers } from "./answers.ts";
import { readDeviceDraft, writeDeviceDraft } from "./device-draft.ts";
import { createDraftKeeper, type DraftKeeper, type Keeping } from "./draft-keeper.ts";
import type { Lesson } from "./lessons.ts";
import {
  MyRequestDraftDocument,
  type RequestDraftAnswersFragment,
  SaveRequestDraftDocument,
} from "./wizard.generated.ts";

export type Start = {
  person: string;
  /** Where the family lives; the first answer about the district. */
  district: string | null;
  lessons: readonly Lesson[];
  draft: RequestDraftAnswersFragment | null;
};

export type Draft = {
  answers: Answers;
  change: (part: Partial<Answers>) => void;
  keeping: Keeping;
  saveNow: () => Promise<void>;
  /** After a save elsewhere: take that one, or let this one stand. */
  resolve: (choice: "theirs" | "mine") => Promise<void>;
  /** The request was posted: no draft is left anywhere. */
  end: () => Promise<void>;
};

/** The answers of the wizard, kept on this device at once and on the server 800 ms after input. */
export function useDraft(start: Start): Draft {
  const client = useApolloClient();
  const [first] = useState(() => begin(start));
  const [answers, setAnswers] = useState(first.answers);
  const [keeping, setKeeping] = useState(first.keeping);
  const newest = useRef(answers);
  const version = useRef(first.version);

  const keeper: DraftKeeper<Answers> = useMemo(
    () =>
      createDraftKeeper<Answers>({
        version: first.version,
        tell: setKeeping,
        async save(draft, expectedVersion) {
          const input = { answers: draftInput(draft, start.lessons), expectedVersion };
          const { data } = await client.mutate({ mutation: SaveRequestDraftDocument, variables: { input } });
          const kept = data?.saveDraft.draft;
          if (!kept) {
            if (data?.saveDraft.problems.some(({ code }) => code === "VERSION_STALE")) return "stale";
            throw new Error("The draft was not kept.");
          }
          version.current = kept.version;
          if (newest.current === draft) writeDeviceDraft(start.person, undefined);
          return kept;
        },
      }),
    [client, first, start.lessons, start.person],
  );

  useEffect(() => {
    const retry = () => void keeper.flush();
    addEventListener("online", retry);
    return () => {
      removeEventListener("online", retry);
      void keeper.flush();
    };
  }, [keeper]);

  const show = (next: Answers) => {
    newest.current = next;
    setAnswers(next);
  };

  return {
    answers,
    keeping,
    change(part) {
      const next = { ...newest.current, ...part };
      show(next);
      writeDeviceDraft(start.person, { answers: next, version: version.current });
      if (keeping.state !== "stale") keeper.keep(next);
    },
    saveNow: () => keeper.flush(),
    async resolve(choice) {
      const { data } = await client.query({ query: MyRequestDraftDocument, fetchPolicy: "network-only" });
      const theirs = data?.myDraft;
      version.current = theirs?.version ?? null;
      keeper.follow(version.current);
      if (choice === "theirs" && theirs) {
        show(answersOf(theirs.answers, start.lessons));
        writeDeviceDraft(start.person, undefined);
        return setKeeping({ state: "saved", at: theirs.savedAt });
      }
      keeper.keep(newest.current);
      await keeper.flush();
    },
    async end() {
      await keeper.stop();
      writeDeviceDraft(start.person, undefined);
    },
  };
}

/** What this device kept and the server never got comes first; it conflicts when the server's draft is another one. */
function begin({ person, district, lessons, draft }: Start) {
  const version = draft?.version ?? null;
  const device = readDeviceDraft(person);
  if (device) {
    const keeping: Keeping = { state: device.version === version ? "device" : "stale" };
    return { answers: { ...noAnswers, ...device.answers }, version, keeping };
  }
  if (draft) {
    const keeping: Keeping = { state: "saved", at: draft.savedAt };
    return { answers: answersOf(draft.answers, lessons), version, keeping };
  }
  return { answers: { ...noAnswers, district }, version, keeping: { state: "nothing" } satisfies Keeping };
}
