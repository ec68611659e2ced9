import { i18n, type MessageId, type Messages } from "@lingui/core";
import { useLingui } from "@lingui/react";
import type { Feature } from "../words/features.ts";
import { type Locale, preferences } from "./preferences.ts";

/** Each catalogue is a chunk of its own: a person downloads one language of the features she opens. */
const catalogues = import.meta.glob<{ default: Messages }>("../words/*/*.ts");
const wanted = new Set<Feature>();
const loaded = new Set<string>();

/** Makes the words of these features available in the present language. Route loaders call it beside their data. */
export async function loadWords(...features: Feature[]): Promise<void> {
  for (const feature of features) wanted.add(feature);
  await fetchWords(preferences().locale, features);
}

/** Speaks a language: all features opened so far are fetched first, so that no half-translated screen is seen. */
export async function speak(locale: Locale): Promise<void> {
  await fetchWords(locale, [...wanted]);
  i18n.activate(locale);
}

async function fetchWords(locale: Locale, features: readonly Feature[]): Promise<void> {
  await Promise.all(
    features.map(async (feature) => {
      const path = `../words/${locale}/${feature}.ts`;
      if (loaded.has(path)) return;
      const words = await catalogues[path]?.();
      if (!words) throw new Error(`no catalogue ${path}`);
      i18n.load(locale, words.default);
      loaded.add(path);
    }),
  );
}

export type Say = (id: MessageId, values?: Record<string, unknown>) => string;

/** `t("slots.claim")`, `t("slots.free", { count: 2 })`. Redraws when the language changes. */
export function useWords(): { t: Say; locale: Locale } {
  const { i18n: words } = useLingui();
  return { t: (id, values) => words._(id, values), locale: words.locale as Locale };
}

export { Trans } from "@lingui/react";
