import { useApolloClient, useQuery } from "@apollo/client/react";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useNow } from "../../lib/now.ts";
import { proof } from "../../lib/proof.ts";
import { useWords } from "../../lib/words.ts";
import { doorDay } from "./door-day.ts";
import { OidcProblemNotice } from "./oidc-problem.tsx";
import { CityTodayDocument, SignInDoorDocument } from "./sign-in.generated.ts";
import { SignInPage } from "./sign-in-page.tsx";
import { signInWith } from "./sign-in-with.ts";
import { UrgentNumbers } from "./urgent-numbers.tsx";

const route = getRouteApi("/sign-in");

export function SignInRoute() {
  const { next, problem } = route.useSearch();
  const navigate = useNavigate();
  const client = useApolloClient();
  const { locale } = useWords();
  const [link, setLink] = useState(false);
  const door = useQuery(SignInDoorDocument).data;
  const today = useQuery(CityTodayDocument, { pollInterval: 60_000 }).data;
  const now = useNow();
  const actions = signInWith(client);
  const start = door?.singleSignOn ?? undefined;
  const beyond = encodeURIComponent(next ?? "/");
  const onEntered = () => {
    if (link && start) location.assign(`${start}?link=1&next=${beyond}`);
    else void navigate({ to: next ?? "/" });
  };
  return (
    <SignInPage
      actions={{ ...actions, identityService: start && `${start}?next=${beyond}` }}
      people={door?.personas?.map(({ code, name, label }) => ({ key: code, name, label })) ?? []}
      today={today && doorDay(today, now, locale)}
      links={<UrgentNumbers />}
      problem={problem && <OidcProblemNotice problem={problem} link={link} onLink={setLink} />}
      onEntered={onEntered}
      onUnregistered={(contact, code) => {
        proof.set({ contact, code });
        void navigate({ to: "/register", search: { next } });
      }}
    />
  );
}
