import type { ApolloClient } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { RouterProvider } from "@tanstack/react-router";
import { spoken } from "../lib/announce.ts";
import { useStore } from "../lib/store.ts";
import { dropToast, toasts } from "../lib/toasts.ts";
import { useWords } from "../lib/words.ts";
import type { AppRouter } from "../routes.tsx";
import { LiveRegion } from "../ui/live-region.tsx";
import { ToastRegion } from "../ui/toast.tsx";

export function App({ client, router }: { client: ApolloClient; router: AppRouter }) {
  return (
    <I18nProvider i18n={i18n}>
      <ApolloProvider client={client}>
        <RouterProvider router={router} context={{ client }} />
        <Regions />
      </ApolloProvider>
    </I18nProvider>
  );
}

/** What is said and shown above every screen. */
function Regions() {
  const { t } = useWords();
  return (
    <>
      <ToastRegion label={t("app.notices")} closeLabel={t("app.close")} toasts={useStore(toasts)} onGone={dropToast} />
      <LiveRegion {...useStore(spoken)} />
    </>
  );
}
