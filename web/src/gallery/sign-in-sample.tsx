import { useNavigate } from "@tanstack/react-router";
import { BadgeCheck } from "lucide-react";
import { SignInPage } from "../features/sign-in/sign-in-page.tsx";
import { usePreferences } from "../lib/preferences.ts";
import { setViewer } from "../lib/viewer.ts";
import { Icon } from "../ui/icon.tsx";
import type { Pick } from "./figure.tsx";
import { door, people } from "./samples.ts";

const serving = [4, 4, 2, 2, 2, 2, 2, 4, 16, 16, 28, 28, 28, 28, 28, 28, 38, 38, 40, 40, 38, 38, 16, 6];

/** The front door with invented people, to compare with the reference; entering wears the role without a server. */
export function SignInSample() {
  const navigate = useNavigate();
  const { locale } = usePreferences();
  const s: Pick = (two) => two[locale === "en" ? 1 : 0];
  const links = (
    <>
      <a href="#main">
        <Icon as={BadgeCheck} /> {s(door.verify)}
      </a>
      <a href="#main">{s(door.emergency)}</a>
      <a href="#main">{s(door.privacy)}</a>
    </>
  );
  return (
    <SignInPage
      actions={{
        sendCode: async () => "sent",
        enter: async () => "unregistered",
        enterAs: async ({ key, name }) => {
          const role = people.find((person) => person.role === key)?.role ?? "volunteer";
          setViewer({ id: key, name, role, roles: [role, "volunteer"] });
          return "entered";
        },
        identityService: "#main",
      }}
      people={people.map(({ role, name, label }) => ({ key: role, name: s(name), label: s(label) }))}
      today={{
        servingNow: 40,
        openPlaces: 126,
        requestsWaiting: 18,
        hours: serving.map((count, hour) => ({
          hour,
          serving: count,
          now: hour === 19,
          need: hour === 20 || hour === 21,
        })),
        gap: { time: "20:00–22:00", count: 2 },
      }}
      links={links}
      onEntered={() => void navigate({ to: "/" })}
      onUnregistered={() => {}}
    />
  );
}
