import { type RefObject, useLayoutEffect, useRef } from "react";

/**
 * For what appears beside a control without being a dialog: when it goes while the focus is inside, the focus returns to where
 * it was before, instead of to the top of the page.
 */
export function useReturnFocus<Box extends HTMLElement>(): RefObject<Box | null> {
  const box = useRef<Box>(null);
  useLayoutEffect(() => {
    const here = box.current;
    const before = document.activeElement as HTMLElement | null;
    return () => {
      if (here?.contains(document.activeElement)) before?.focus();
    };
  }, []);
  return box;
}
