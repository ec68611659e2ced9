import { getRouteApi } from "@tanstack/react-router";
import { useEffect } from "react";
import { usePreferences } from "../../lib/preferences.ts";

const route = getRouteApi("/inside/slots");

/** `l` changes between week and list, unless the person has switched single keys off or is writing. */
export function useSlotKeys(view: "grid" | "list"): void {
  const { shortcuts } = usePreferences();
  const navigate = route.useNavigate();
  useEffect(() => {
    if (shortcuts === "off") return;
    const press = (event: KeyboardEvent) => {
      if (event.key !== "l" || event.ctrlKey || event.metaKey || event.altKey) return;
      if ((event.target as Element).closest("input, select, textarea, [role=dialog]")) return;
      void navigate({ search: (now) => ({ ...now, view: view === "grid" ? "list" : "grid" }), replace: true });
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [shortcuts, navigate, view]);
}
