import { useEffect } from "react";
import { preferences } from "../../lib/preferences.ts";

/**
 * Single keys of the board: j and k walk the list, g goes to the next gap, f opens what is in focus, 1–9 invite, p pins,
 * / filters, ? helps. Each presses a button that is on the screen too. Off where the person has switched them off.
 */
export function useBoardKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (preferences().shortcuts === "off" || isTyping(event.target) || document.querySelector('[role="alertdialog"]'))
        return;
      if (act(event.key)) event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

function act(key: string): boolean {
  switch (key) {
    case "j":
      return step("[data-task]", 1);
    case "k":
      return step("[data-task]", -1);
    case "g":
      return step('[data-task="GAP"]', 1);
    case "f":
      return pressed(document.activeElement?.closest<HTMLElement>("[data-task], [data-bar]") ?? first("[data-task]"));
    case "p":
      return pressed(first(`[data-pin="${CSS.escape(focusedAssignment())}"]`) ?? first("[data-pin]"));
    case "/":
      return focused(first("[data-filter]"));
    case "?":
      return pressed(first("[data-keys-help]"));
    default:
      return /^[1-9]$/.test(key) && pressed(first(`[data-invite="${key}"]`));
  }
}

const first = (selector: string): HTMLElement | null => document.querySelector<HTMLElement>(selector);

/** The assignment of the bar in focus: its key is `assignment/<id>/<of what>`. */
const focusedAssignment = (): string => document.activeElement?.getAttribute("data-bar")?.split("/")[1] ?? "";

/** To the next of a kind after the focus; round at the end. */
function step(selector: string, by: 1 | -1): boolean {
  const all = [...document.querySelectorAll<HTMLElement>(selector)];
  const here = document.activeElement;
  const after = (element: HTMLElement) =>
    !!here && element !== here && !!(here.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
  const started = here?.matches("[data-task]") ?? false;
  if (!started) return focused(by === 1 ? all[0] : all.at(-1));
  const next = by === 1 ? all.find(after) : all.findLast((element) => element !== here && !after(element));
  return focused(next ?? (by === 1 ? all[0] : all.at(-1)));
}

function focused(element: HTMLElement | null | undefined): boolean {
  element?.focus();
  element?.scrollIntoView({ block: "nearest" });
  return !!element;
}

function pressed(element: HTMLElement | null): boolean {
  element?.click();
  return !!element;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
