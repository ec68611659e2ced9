import { Keyboard } from "lucide-react";
import { useState } from "react";
import { setPreference, usePreferences } from "../../lib/preferences.ts";
import { useWords } from "../../lib/words.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Checkbox } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import styles from "./board.module.css";

const keys = [
  ["j k", "board.keys.rows"],
  ["g", "board.keys.gaps"],
  ["f", "board.keys.fill"],
  ["1 – 9", "board.keys.invite"],
  ["p", "board.keys.pin"],
  ["/", "board.keys.filter"],
  ["?", "board.keys.help"],
] as const;

/** What the single keys do, and the switch that turns them off. */
export function KeysHelp() {
  const { t } = useWords();
  const { shortcuts } = usePreferences();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button small icon className="desk" data-keys-help="" aria-label={t("board.keys")} onClick={() => setOpen(true)}>
        <Icon as={Keyboard} />
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t("board.keys")} closeLabel={t("app.close")}>
        <div className="stack stack-3">
          <dl className={styles.keys}>
            {keys.map(([key, word]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{t(word)}</dd>
              </div>
            ))}
          </dl>
          <Checkbox
            checked={shortcuts === "on"}
            onChange={(event) => setPreference("shortcuts", event.target.checked ? "on" : "off")}
          >
            {t("board.keys.on")}
          </Checkbox>
        </div>
      </Dialog>
    </>
  );
}
