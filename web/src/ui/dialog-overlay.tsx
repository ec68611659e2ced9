import { X } from "lucide-react";
import { Dialog as AriaDialog, Heading, I18nProvider, Modal, ModalOverlay } from "react-aria-components";
import { Button } from "./button.tsx";
import styles from "./dialog.module.css";
import type { DialogProps } from "./dialog.tsx";
import { Icon } from "./icon.tsx";

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
            {actions && <footer className={styles.actions}>{actions}</footer>}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  );
}
