import { X } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import styles from "./toast.module.css";

export type ToastText = {
  key: string;
  text: ReactNode /** Milliseconds on screen; the clock stands while it is hovered or focused. */;
  life: number;
  undo?: { label: string; onUndo: () => void };
};

/** What was just done, and a way back. A status region: read once, never stealing the focus. */
export function ToastRegion(props: {
  label: string;
  closeLabel: string;
  toasts: readonly ToastText[];
  onGone: (key: string) => void;
}) {
  return (
    <section className={styles.region} aria-label={props.label}>
      <div role="status" className="stack stack-2">
        {props.toasts.map((toast) => (
          <Toast key={toast.key} toast={toast} closeLabel={props.closeLabel} onGone={props.onGone} />
        ))}
      </div>
    </section>
  );
}

function Toast({ toast, closeLabel, onGone }: { toast: ToastText; closeLabel: string; onGone: (key: string) => void }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => onGone(toast.key), toast.life);
    return () => clearTimeout(timer);
  }, [held, toast, onGone]);
  const hold = {
    onMouseEnter: () => setHeld(true),
    onMouseLeave: () => setHeld(false),
    onFocus: () => setHeld(true),
    onBlur: () => setHeld(false),
  };
  const undo = () => {
    toast.undo?.onUndo();
    onGone(toast.key);
  };
  return (
    <div className={styles.toast} {...hold}>
      <span>{toast.text}</span>
      {toast.undo && (
        <Button small onClick={undo}>
          {toast.undo.label}
        </Button>
      )}
      <Button small icon tone="quiet" aria-label={closeLabel} onClick={() => onGone(toast.key)}>
        <Icon as={X} />
      </Button>
    </div>
  );
}
