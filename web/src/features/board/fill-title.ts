import { useNow } from "../../lib/now.ts";
import { dayKey, relative, span } from "../../lib/time.ts";
import { useWords } from "../../lib/words.ts";
import type { Fill } from "./use-fill.ts";

/** What is to be filled and how many are missing; under it what is required and how many would do. */
export function useFillTitle(fill: Fill | undefined): { title?: string; note?: string } {
  const { t, locale } = useWords();
  const now = useNow();
  if (!fill) return {};
  const { candidates, shift, request } = fill;
  const counts = t("board.fill.counts", { fitting: candidates.fitting, blocked: candidates.blocked });
  if (shift) {
    const today = dayKey(shift.startsAt) === dayKey(now);
    const when = `${span(shift.startsAt, shift.endsAt, locale)}${today ? ` · ${relative(shift.startsAt, now, locale)}` : ""}`;
    const needs = shift.credentials.join(t("board.comma"));
    const short = Math.max(0, shift.minimumCover - (shift.taken - shift.releasing));
    return {
      title: t(short > 0 ? "board.fill.short" : "board.fill.open", {
        what: shift.title,
        when,
        short,
        free: shift.free,
      }),
      note: needs ? `${t("board.fill.needs", { needs })} · ${counts}` : counts,
    };
  }
  if (!request) return {};
  const left = request.places - request.taken;
  const pace = t("board.fill.pace", { times: request.sessionsPerWeek, minutes: request.sessionMinutes });
  return {
    title: t("board.fill.request", { what: `${request.number} ${request.title}`, left }),
    note: `${pace} · ${counts}`,
  };
}
