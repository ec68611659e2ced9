import { useQuery } from "@apollo/client/react";
import { getRouteApi, Navigate } from "@tanstack/react-router";
import { useState } from "react";
import { proof } from "../../lib/proof.ts";
import { useWords } from "../../lib/words.ts";
import { FailurePanel } from "../../shell/failure-panel.tsx";
import { Skeleton } from "../../ui/states.tsx";
import { RegisterFormDocument } from "./register.generated.ts";
import { RegisterPage } from "./register-page.tsx";

const route = getRouteApi("/register");

/** Only with the proof of a contact, which the front door hands over; without it one begins there. */
export function RegisterRoute() {
  const { t } = useWords();
  const { next } = route.useSearch();
  // As it was on arrival: once it has served, the store is emptied while this page still stands.
  const [given] = useState(proof.get);
  const { data, error, refetch } = useQuery(RegisterFormDocument);
  if (!given) return <Navigate to="/sign-in" search={{ next }} replace />;
  if (data) return <RegisterPage first={given} districts={data.districts} next={next} />;
  return (
    <main id="main" className="wrap" tabIndex={-1}>
      <h1 className="vh" tabIndex={-1}>
        {t("register.title")}
      </h1>
      {error ? (
        <FailurePanel error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton rows={6} height={64} label={t("app.loading")} />
      )}
    </main>
  );
}
