import { useWords } from "../../lib/words.ts";
import { Button } from "../../ui/button.tsx";
import { CandidateTable } from "../../ui/candidate-table.tsx";
import { Notice } from "../../ui/notice.tsx";
import styles from "./board.module.css";
import { type Candidate, mayOverride, stateOf, ticksOf } from "./candidate-rows.ts";
import { OfferCountdown } from "./offer-countdown.tsx";
import type { Fill } from "./use-fill.ts";
import type { FillActions } from "./use-fill-actions.ts";

type Props = { fill: Fill; actions: FillActions; frozen: boolean; onOverride: (candidate: Candidate) => void };

/** The ranking. Where nobody fits, what to give way on comes first. */
export function Candidates({ fill, actions, frozen, onOverride }: Props) {
  const { t } = useWords();
  const { list, fitting, found, relaxations } = fill.candidates;
  const inOrder = list.filter((candidate) => stateOf(candidate) !== "blocked");
  const rows = list.map((candidate) => ({
    key: candidate.id,
    state: stateOf(candidate),
    name: candidate.person.name,
    contact: candidate.person.phoneMasked ?? candidate.person.number,
    ticks: ticksOf(candidate),
    why: stateOf(candidate) === "blocked" ? t("board.blocked", { rule: candidate.headline }) : candidate.headline,
    whyNote: candidate.detail,
    action: (
      <Choice
        candidate={candidate}
        place={inOrder.indexOf(candidate) + 1}
        full={fill.free <= 0}
        busy={actions.busy.has(candidate.person.id)}
        frozen={frozen}
        actions={actions}
        onOverride={onOverride}
      />
    ),
  }));
  return (
    <>
      {fitting === 0 && relaxations.length > 0 && (
        <Notice tone="need" title={t("board.nobody")}>
          {relaxations.map(({ label }) => label).join(t("board.comma"))}
        </Notice>
      )}
      <div className={styles.candidates}>
        <CandidateTable
          caption={t("board.candidates")}
          heads={{
            key: t("board.key"),
            person: t("board.person"),
            rules: t("board.rules"),
            why: t("board.why"),
            action: t("board.action"),
          }}
          rows={rows}
        />
      </div>
      {found > list.length && (
        <p className={`tiny muted ${styles.still}`}>{t("board.found", { found, shown: list.length })}</p>
      )}
    </>
  );
}

function Choice(props: {
  candidate: Candidate;
  place: number;
  full: boolean;
  busy: boolean;
  frozen: boolean;
  actions: FillActions;
  onOverride: (candidate: Candidate) => void;
}) {
  const { t } = useWords();
  const { candidate, actions, busy, frozen } = props;
  const { person, assignment } = candidate;
  const state = stateOf(candidate);
  const stopped = frozen ? "board.frozen" : props.full ? "board.full" : undefined;
  const label = (word: string) => (stopped ? `${word}: ${t(stopped)}` : `${word} ${person.name}`);
  if (state === "sent" && assignment)
    return (
      <OfferCountdown
        placed={assignment}
        busy={busy}
        frozen={frozen}
        onWithdraw={() => void actions.withdraw(assignment)}
      />
    );
  if (state === "blocked")
    return mayOverride(candidate) ? (
      <Button
        small
        disabled={!!stopped}
        aria-label={label(t("board.anyway"))}
        onClick={() => props.onOverride(candidate)}
      >
        {t("board.anyway")}
      </Button>
    ) : null;
  return (
    <span className={styles.choices}>
      <Button
        small
        tone="quiet"
        disabled={!!stopped || busy}
        aria-label={label(t("board.assign"))}
        onClick={() => void actions.assign(person)}
      >
        {t("board.assign")}
      </Button>
      <Button
        small
        busy={busy}
        disabled={!!stopped}
        data-invite={props.place}
        aria-label={label(t("board.invite"))}
        onClick={() => void actions.invite(person)}
      >
        {t("board.invite")}
      </Button>
    </span>
  );
}
