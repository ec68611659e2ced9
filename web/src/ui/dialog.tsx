import { lazy, type ReactNode, Suspense, useState } from "react";

export type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  /** Name of the cross: "Close". */
  closeLabel: string;
  /** `sheet` slides from the side on a desk and covers the bottom on a phone. */
  kind?: "dialog" | "sheet";
  /** Must be answered: a press outside does not close it. */
  alert?: boolean;
  children: ReactNode;
  /** Buttons, the primary one last. */
  actions?: ReactNode;
};

const Overlay = lazy(() => import("./dialog-overlay.tsx").then((module) => ({ default: module.DialogOverlay })));

/** A modal question or side sheet. Its machinery loads when the first one opens, so that no home pays for it. */
export function Dialog(props: DialogProps) {
  const [wanted, setWanted] = useState(false);
  if (props.open && !wanted) setWanted(true);
  return wanted ? (
    <Suspense fallback={null}>
      <Overlay {...props} />
    </Suspense>
  ) : null;
}
