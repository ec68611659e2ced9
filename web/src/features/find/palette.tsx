import { type KeyboardEvent, useId, useState } from "react";
import type { Viewer } from "../../lib/viewer.ts";
import { useWords } from "../../lib/words.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Icon } from "../../ui/icon.tsx";
import { matching } from "./entry.ts";
import styles from "./find.module.css";
import { useEntries } from "./use-entries.ts";

type Props = { viewer: Viewer; open: boolean; onClose: () => void };

/** Type, choose, there: every screen of the role, what it may see by name, and what can be done anywhere. */
export function Palette({ viewer, open, onClose }: Props) {
  const { t } = useWords();
  return (
    <Dialog open={open} onClose={onClose} title={t("app.find")} closeLabel={t("app.close")}>
      <Finder viewer={viewer} onClose={onClose} />
    </Dialog>
  );
}

/** A combobox whose list always stands open: the focus stays in the field, the arrows walk the list. */
function Finder({ viewer, onClose }: Omit<Props, "open">) {
  const { t } = useWords();
  const list = useId();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const found = matching(useEntries(viewer, typed), typed);
  const here = Math.min(at, found.length - 1);
  const choose = (index: number) => {
    const entry = found[index];
    if (!entry) return;
    onClose();
    entry.go();
  };
  const walk = (event: KeyboardEvent) => {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (by !== 0 && found.length > 0) {
      event.preventDefault();
      setAt((here + by + found.length) % found.length);
    }
    if (event.key === "Enter" && !event.nativeEvent.isComposing) choose(here);
  };
  return (
    <div className="stack stack-3">
      <input
        className={styles.field}
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={found[here] ? `${list}-${here}` : undefined}
        aria-label={t("find.label")}
        placeholder={t("find.hint")}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: the field is why the dialog was opened
        autoFocus
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setAt(0);
        }}
        onKeyDown={walk}
      />
      {found.length === 0 && <p className="muted">{t("find.none", { text: typed })}</p>}
      <div id={list} role="listbox" aria-label={t("app.find")} className={styles.list}>
        {found.map((entry, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
          <div
            key={entry.key}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === here}
            tabIndex={-1}
            onMouseMove={() => setAt(index)}
            onClick={() => choose(index)}
          >
            <Icon as={entry.icon} />
            <span className="grow">{entry.label}</span>
            {entry.note && <small className="muted">{entry.note}</small>}
          </div>
        ))}
      </div>
    </div>
  );
}
