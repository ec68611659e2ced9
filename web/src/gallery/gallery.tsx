import { usePreferences } from "../lib/preferences.ts";
import { LiveChip } from "../ui/live-chip.tsx";
import { Brand } from "../ui/logo.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { BoardSamples } from "./board-samples.tsx";
import type { Pick } from "./figure.tsx";
import { FormSamples } from "./form-samples.tsx";
import styles from "./gallery.module.css";
import { MatchSamples } from "./match-samples.tsx";
import { OverlaySamples } from "./overlay-samples.tsx";
import { text } from "./samples.ts";
import { SmallSamples } from "./small-samples.tsx";
import { VolunteerSamples } from "./volunteer-samples.tsx";
import { WeekSamples } from "./week-samples.tsx";

/** Every piece in every state, beside the reference pages. Development only: /gallery */
export function Gallery() {
  const { locale } = usePreferences();
  const s: Pick = (two) => two[locale === "en" ? 1 : 0];
  const end = (
    <>
      <LiveChip state="live">{s(text.live)}</LiveChip>
      <LiveChip state="retry">{s(text.retry)}</LiveChip>
      <LiveChip state="off">{s(text.off)}</LiveChip>
    </>
  );
  return (
    <>
      <PageHead title={s(text.title)} end={end}>
        <Brand name="Shouwang" />
      </PageHead>
      <main id="main" className={`wrap ${styles.gallery}`} tabIndex={-1}>
        <SmallSamples s={s} />
        <FormSamples s={s} />
        <WeekSamples s={s} />
        <BoardSamples s={s} />
        <MatchSamples s={s} />
        <VolunteerSamples s={s} />
        <OverlaySamples s={s} />
      </main>
    </>
  );
}
