import { useWords } from "../../lib/words.ts";
import { buttonClass } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";

export const oidcProblems = ["OIDC_FAILED", "OIDC_NOT_LINKED", "OIDC_NO_CONTACT", "OIDC_LINKED_ELSEWHERE"] as const;
export type OidcProblem = (typeof oidcProblems)[number];

/** Why coming back from the city's identity service did not end inside, and what to do next. */
export function OidcProblemNotice(props: {
  problem: OidcProblem;
  /** Only its owner's own will links an identity to an account: never ticked for them. */
  link: boolean;
  onLink: (link: boolean) => void;
}) {
  const { t } = useWords();
  const { problem, link, onLink } = props;
  // Linking is begun by somebody signed in, who still is.
  const goOn = (
    <a className={buttonClass({ small: true })} href="/">
      {t("sign-in.problem.go-on")}
    </a>
  );
  return (
    <div className="stack stack-2">
      <Notice
        tone="warn"
        role="alert"
        title={t(`sign-in.problem.${problem}`)}
        {...(problem === "OIDC_LINKED_ELSEWHERE" && { actions: goOn })}
      >
        {t(`sign-in.problem.${problem}.next`)}
      </Notice>
      {problem === "OIDC_NOT_LINKED" && (
        <Checkbox checked={link} onChange={(event) => onLink(event.target.checked)}>
          {t("sign-in.link")}
        </Checkbox>
      )}
    </div>
  );
}
