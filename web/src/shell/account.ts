import { useNavigate } from "@tanstack/react-router";
import { type Locale, type Preferences, setPreference, usePreferences } from "../lib/preferences.ts";
import { type Role, roleWord, type Viewer, wearRole } from "../lib/viewer.ts";
import { useWords } from "../lib/words.ts";
import type { MenuGroup } from "../ui/menu.tsx";
import { placesOf } from "./navigation.ts";
import { useSignOut } from "./sign-out.ts";

/** Each language in its own name, so that whoever is lost in the other one finds it. */
const languages: Record<Locale, string> = { "zh-CN": "\u4e2d\u6587", en: "English" };

/** The account menu: role, language, appearance, text size, shortcuts, sign out. */
export function useAccountMenu(viewer: Viewer): { groups: readonly MenuGroup[]; act: (key: string) => void } {
  const { t } = useWords();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const { locale, theme, text, shortcuts } = usePreferences();
  const roles: MenuGroup = {
    key: "role",
    title: t("app.role"),
    selected: `role:${viewer.role}`,
    items: viewer.roles.map((role) => ({ key: `role:${role}`, label: t(roleWord(role)) })),
  };
  const groups: MenuGroup[] = [
    ...(viewer.roles.length > 1 ? [roles] : []),
    {
      key: "locale",
      title: t("app.language"),
      selected: `locale:${locale}`,
      items: Object.entries(languages).map(([key, label]) => ({ key: `locale:${key}`, label })),
    },
    {
      key: "theme",
      title: t("app.theme"),
      selected: `theme:${theme}`,
      items: (["system", "light", "dark"] as const).map((key) => ({
        key: `theme:${key}`,
        label: t(`app.theme.${key}`),
      })),
    },
    {
      key: "text",
      title: t("app.text"),
      selected: `text:${text}`,
      items: (["normal", "large"] as const).map((key) => ({ key: `text:${key}`, label: t(`app.text.${key}`) })),
    },
    {
      key: "shortcuts",
      title: t("app.shortcuts"),
      selected: `shortcuts:${shortcuts}`,
      items: (["on", "off"] as const).map((key) => ({ key: `shortcuts:${key}`, label: t(`app.shortcuts.${key}`) })),
    },
    { key: "leave", items: [{ key: "sign-out", label: t("app.sign-out") }] },
  ];
  const act = (key: string) => {
    const [what, value] = key.split(":") as [string, string];
    if (what === "sign-out") return void signOut();
    if (what !== "role") return setPreference(what as keyof Preferences, value as never);
    wearRole(value as Role);
    void navigate({ to: placesOf[value as Role][0].to });
  };
  return { groups, act };
}
