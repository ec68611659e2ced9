import { lazy, Suspense, useEffect, useState } from "react";
import { palette } from "../lib/palette.ts";
import { useStore } from "../lib/store.ts";
import type { Viewer } from "../lib/viewer.ts";
import { loadWords } from "../lib/words.ts";

const Palette = lazy(async () => {
  const [{ Palette }] = await Promise.all([import("../features/find/palette.tsx"), loadWords("find")]);
  return { default: Palette };
});

/** Ctrl or Cmd with K, anywhere inside. Its code and words load with the first press. */
export function Finder({ viewer }: { viewer: Viewer }) {
  const open = useStore(palette);
  const [wanted, setWanted] = useState(false);
  if (open && !wanted) setWanted(true);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      palette.set(!palette.get());
    };
    document.addEventListener("keydown", press);
    return () => {
      document.removeEventListener("keydown", press);
      palette.set(false);
    };
  }, []);
  return wanted ? (
    <Suspense fallback={null}>
      <Palette viewer={viewer} open={open} onClose={() => palette.set(false)} />
    </Suspense>
  ) : null;
}
