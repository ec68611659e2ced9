import { useEffect } from "react";
import { preferences } from "../../lib/preferences.ts";

/** Single keys: j and k walk the queue, a approves, r rejects; each presses what is on the screen too. */
export function useQueueKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (preferences().shortcuts === "off" || isBusy(event.target)) return;
      if (act(event.key)) event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

function act(key: string): boolean {
  if (key === "j") return step(1);
  if (key === "k") return step(-1);
  if (key === "a") return pressed("[data-approve]");
  return key === "r" && pressed("[data-reject]");
}

/** To the next line, and opens it: what is decided is always what is shown. */
function step(by: 1 | -1): boolean {
  const all = [...document.querySelectorAll<HTMLElement>("[data-line]")];
  const here = all.findIndex((line) => line.getAttribute("aria-current") === "true");
  const next = all[here + by];
  next?.focus();
  next?.click();
  return !!next;
}

function pressed(selector: string): boolean {
  const button = document.querySelector<HTMLElement>(selector);
  button?.click();
  return !!button;
}

const isBusy = (target: EventTarget | null): boolean =>
  document.querySelector('[role="dialog"], [role="alertdialog"]') !== null ||
  (target instanceof HTMLElement && target.matches("input, textarea, select"));
