import { createStore } from "./store.ts";

/** Is the palette asked for? Its button stands on a screen, its keys work on all. */
export const palette = createStore(false);

export const isApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent);
