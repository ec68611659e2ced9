import type { LucideIcon } from "lucide-react";
import { lazy, type ReactNode, Suspense, useRef, useState } from "react";
import { Button, type ButtonLook } from "./button.tsx";

export type MenuItemText = { key: string; label: string; icon?: LucideIcon; disabled?: boolean };
/** A group with `selected` is a choice of one. */
export type MenuGroup = { key: string; title?: string; selected?: string; items: readonly MenuItemText[] };

const Popover = lazy(() => import("./menu-popover.tsx").then((module) => ({ default: module.MenuPopover })));

/** A button and its menu. The popover's code loads on the first press. */
export function MenuButton(props: {
  /** Names the menu. */
  label: string;
  children: ReactNode;
  groups: readonly MenuGroup[];
  onAction: (key: string) => void;
  look?: ButtonLook;
  /** Where it opens; turned over where there is no room. */
  placement?: "bottom start" | "right bottom" | "top end";
  /** Instead of the button look: a rail item, for instance. */
  className?: string | undefined;
}) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState<boolean>();
  const common = {
    ref: trigger,
    "aria-haspopup": "menu",
    "aria-expanded": open ?? false,
    onClick: () => setOpen(!open),
  } as const;
  return (
    <>
      {props.className ? (
        <button type="button" {...common} className={props.className}>
          {props.children}
        </button>
      ) : (
        <Button {...props.look} {...common}>
          {props.children}
        </Button>
      )}
      {open !== undefined && (
        <Suspense fallback={null}>
          <Popover
            trigger={trigger}
            placement={props.placement ?? "bottom start"}
            open={open}
            onOpenChange={setOpen}
            label={props.label}
            groups={props.groups}
            onAction={props.onAction}
          />
        </Suspense>
      )}
    </>
  );
}
