import { useNavigate } from "@tanstack/react-router";
import { Search } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useWords } from "../../lib/words.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import styles from "./credentials.module.css";

/** Whose credentials to look at, by the public number: a name is not enough to take something away by. */
export function FindHolder({ of }: { of: number | undefined }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(of?.toString() ?? "");
  const find = (event: FormEvent) => {
    event.preventDefault();
    void navigate({ to: "/credentials", search: { of: typed === "" ? undefined : Number(typed) } });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not known to all readers yet
    <form role="search" className={styles.find} onSubmit={find}>
      <input
        aria-label={t("credentials.find")}
        placeholder={t("credentials.find")}
        inputMode="numeric"
        maxLength={12}
        value={typed}
        onChange={({ target }) => setTyped(target.value.replace(/\D/g, ""))}
      />
      <Button type="submit" icon aria-label={t("credentials.find.do")}>
        <Icon as={Search} />
      </Button>
    </form>
  );
}
