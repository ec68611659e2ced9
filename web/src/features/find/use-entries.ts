import { useNavigate } from "@tanstack/react-router";
import { BadgeCheck, Languages, LogOut, SunMoon } from "lucide-react";
import { setPreference } from "../../lib/preferences.ts";
import type { Viewer } from "../../lib/viewer.ts";
import { useWords } from "../../lib/words.ts";
import { placesOf } from "../../shell/navigation.ts";
import { useSignOut } from "../../shell/sign-out.ts";
import type { Entry } from "./entry.ts";
import { useThings } from "./use-things.ts";

/** Screens first, then what can be found, then what can be done anywhere. */
export function useEntries(viewer: Viewer, typed: string): readonly Entry[] {
  const { t, locale } = useWords();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const things = useThings();
  const dark = document.documentElement.dataset.theme === "dark";
  return [
    ...placesOf[viewer.role].map(({ to, word, icon }) => ({
      key: to,
      label: t(word),
      note: t("find.screen"),
      icon,
      go: () => void navigate({ to }),
    })),
    ...(viewer.role === "checker" && /^\d{5,12}$/.test(typed.trim()) ? [credentialsOf(typed.trim())] : []),
    ...things,
    {
      key: "language",
      label: t("find.language"),
      note: t("find.command"),
      icon: Languages,
      go: () => setPreference("locale", locale === "en" ? "zh-CN" : "en"),
    },
    {
      key: "theme",
      label: t(dark ? "find.light" : "find.dark"),
      note: t("find.command"),
      icon: SunMoon,
      go: () => setPreference("theme", dark ? "light" : "dark"),
    },
    { key: "sign-out", label: t("app.sign-out"), note: t("find.command"), icon: LogOut, go: () => void signOut() },
  ];

  function credentialsOf(number: string): Entry {
    return {
      key: "credentials-of",
      label: t("find.credentials", { number }),
      icon: BadgeCheck,
      go: () => void navigate({ to: "/credentials", search: { of: Number(number) } }),
    };
  }
}
