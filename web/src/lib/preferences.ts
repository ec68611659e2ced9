import { createStore, useStore } from "./store.ts";

export type Locale = "zh-CN" | "en";
export type Preferences = {
  locale: Locale;
  theme: "system" | "light" | "dark";
  /** `large` = 1.25 × everything (大字版). */
  text: "normal" | "large";
  /** Single-letter shortcuts; some people's input tools trip over them (WCAG 2.1.4). */
  shortcuts: "on" | "off";
};

/** public/boot.js reads the same key before the first paint. */
const KEY = "shouwang.preferences";
const defaults: Preferences = { locale: "zh-CN", theme: "system", text: "normal", shortcuts: "on" };

const store = createStore<Preferences>({ ...defaults, ...read() });

export const preferences = (): Preferences => store.get();
export const usePreferences = (): Preferences => useStore(store);
export const watchPreferences = store.watch;

/** Changes one preference, keeps it for the next visit and shows it at once. */
export function setPreference<Key extends keyof Preferences>(key: Key, value: Preferences[Key]): void {
  store.set({ ...store.get(), [key]: value });
  try {
    localStorage.setItem(KEY, JSON.stringify(store.get()));
  } catch {
    // Private windows may refuse storage: the choice then lasts for this visit.
  }
  showPreferences();
}

/** Puts theme, text size and language on <html>. */
export function showPreferences(): void {
  const { theme, text, locale } = store.get();
  const root = document.documentElement;
  const system = night.matches ? "dark" : "light";
  root.dataset.theme = theme === "system" ? system : theme;
  if (text === "large") root.dataset.text = "large";
  else delete root.dataset.text;
  root.lang = locale;
}

const night = matchMedia("(prefers-color-scheme: dark)");
night.addEventListener("change", showPreferences);

function read(): Partial<Preferences> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Preferences>;
  } catch {
    return {};
  }
}
