import { Link } from "@tanstack/react-router";
import { isTicket, type Proof } from "../../lib/proof.ts";
import { useWords } from "../../lib/words.ts";
import { buttonClass } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Problem } from "./use-register.tsx";

/** What no field of the form can put right: the contact has an account already, or single sign-on was too long ago. */
export function RegisterTrouble({ problems, given }: { problems: readonly Problem[]; given: Proof }) {
  const { t } = useWords();
  const told = problems.filter(({ field }) => !field || (field === "code" && isTicket(given)));
  if (told.length === 0) return null;
  const signIn = (
    <Link className={buttonClass({ small: true })} to="/sign-in">
      {t("register.sign-in")}
    </Link>
  );
  return (
    <Notice tone="danger" role="alert" title={t("register.refused")} actions={signIn}>
      {isTicket(given) && told.some(({ code }) => code === "CODE_EXPIRED")
        ? t("register.ticket.expired")
        : told.map(({ message }) => message).join(" ")}
    </Notice>
  );
}
