import { useMutation } from "@apollo/client/react";
import { Phone } from "lucide-react";
import { useState } from "react";
import { useConnection } from "../../lib/connection.ts";
import { intents } from "../../lib/intents.ts";
import { span } from "../../lib/time.ts";
import { useWords } from "../../lib/words.ts";
import { FailurePanel } from "../../shell/failure-panel.tsx";
import { Avatar } from "../../ui/avatar.tsx";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Notice } from "../../ui/notice.tsx";
import { RefuseHelper } from "./refuse-helper.tsx";
import { ConfirmHelperDocument, type RequestWholeFragment } from "./request.generated.ts";
import styles from "./requests.module.css";
import { windowLines } from "./week.ts";

type Props = { request: RequestWholeFragment; onStale: () => void };

/** Who helps. Before the family has confirmed there is a name alone; after it the masked contact. */
export function HelperCard({ request, onStale }: Props) {
  const { t, locale } = useWords();
  const { assignment, state } = request;
  if (!assignment) return null;
  const { person, contact, startsAt, endsAt, weeklyTimes } = assignment;
  return (
    <section className="card stack stack-3" aria-labelledby="helper">
      <div className="row">
        <Avatar name={person.name} />
        <div className="grow">
          <h2 id="helper">{person.name}</h2>
          <p className="small muted">{t("requests.helper.number", { number: person.number })}</p>
        </div>
      </div>
      <ul className={styles.helper}>
        <li>{t("requests.helper.times", { times: windowLines(weeklyTimes, locale).join(t("requests.then")) })}</li>
        {startsAt && endsAt && <li>{t("requests.helper.first", { time: span(startsAt, endsAt, locale) })}</li>}
        {contact?.phoneMasked && (
          <li>
            <Icon as={Phone} /> {contact.name} <span className="num">{contact.phoneMasked}</span>
          </li>
        )}
      </ul>
      {state === "MATCHED" && <Confirm request={request} onStale={onStale} />}
      {assignment.state === "CONFIRMED" && <RefuseHelper request={request} onStale={onStale} />}
    </section>
  );
}

function Confirm({ request, onStale }: Props) {
  const { t } = useWords();
  const offline = useConnection().state === "offline";
  const [confirm, { loading, error }] = useMutation(ConfirmHelperDocument);
  const [problem, setProblem] = useState<string>();
  const press = async () => {
    const input = { request: request.id, expectedVersion: request.version };
    const idempotencyKey = intents.keyFor("confirmHelper", input);
    const answer = await confirm({ variables: { input: { ...input, idempotencyKey } } }).catch(() => undefined);
    if (!answer?.data) return;
    intents.answered("confirmHelper", input);
    setProblem(answer.data.confirmHelper.problems[0]?.message);
    if (answer.data.confirmHelper.problems.length > 0) onStale();
  };
  return (
    <>
      <p className="small muted">{t("requests.confirm.note")}</p>
      {problem && <Notice tone="warn" role="status" title={problem} />}
      {error && <FailurePanel error={error} />}
      <Button tone="primary" block busy={loading} disabled={offline} onClick={() => void press()}>
        {t(offline ? "requests.confirm.offline" : "requests.confirm")}
      </Button>
    </>
  );
}
