import { X } from "lucide-react";
import { useEffect } from "react";
import { Dialog as AriaDialog, Heading, I18nProvider, Modal, ModalOverlay } from "react-aria-components";
import { Button } from "./button.tsx";
import styles from "./dialog.module.css";
import type { DialogProps } from "./dialog.tsx";
import { Icon } from "./icon.tsx";

const inDialog = (element: Element | null) => !!element?.closest('[role="dialog"], [role="alertdialog"]');
/** Where the focus was last outside every dialog: one that was opened from another has nothing else to give it back to. */
let outside = document.activeElement;
document.addEventListener("focusin", ({ target }) => {
  if (target instanceof HTMLElement && !inDialog(target)) outside = target;
});

/** Lives as long as the dialog is drawn. */
function GiveBackFocus() {
  useEffect(
    () => () => {
      // The library gives it back within a frame, if it can.
      setTimeout(() => {
        if (document.activeElement === document.body && outside instanceof HTMLElement) outside.focus();
      }, 50);
    },
    [],
  );
  return null;
}

/** Loaded with the first dialog: focus trap, escape, scroll lock, the rest of the page hidden from screen readers. */
export function DialogOverlay({
  open,
  onClose,
  title,
  closeLabel,
  kind = "dialog",
  alert,
  children,
  actions,
}: DialogProps) {
  return (
    <I18nProvider locale={document.documentElement.lang}>
      <ModalOverlay
        className={styles.veil ?? ""}
        data-kind={kind}
        isOpen={open}
        onOpenChange={(next) => !next && onClose()}
        isDismissable={!alert}
      >
        <Modal className={styles.panel ?? ""}>
          <AriaDialog className={styles.dialog ?? ""} role={alert ? "alertdialog" : "dialog"}>
            <header className={styles.head}>
              <Heading slot="title" level={2}>
                {title}
              </Heading>
              <Button icon tone="quiet" aria-label={closeLabel} onClick={onClose}>
                <Icon as={X} />
              </Button>
            </header>
            <div className={styles.body}>{children}</div>
            <GiveBackFocus />
            {actions && <footer className={styles.actions}>{actions}</footer>}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  );
}
