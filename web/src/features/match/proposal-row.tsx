import type { Locale } from "../../lib/preferences.ts";
import { span } from "../../lib/time.ts";
import { weeklyWords } from "../../lib/weekly-words.ts";
import { type Say, useWords } from "../../lib/words.ts";
import { Chip } from "../../ui/chip.tsx";
import type { ProposalRow } from "../../ui/proposal-table.tsx";
import type { ProposalLineFragment } from "./match.generated.ts";
import type { Own } from "./picks.ts";
import { ProposalReasons } from "./proposal-reasons.tsx";

/** The parts that say something in a few words; the rest stands in the long answer. */
const telling = ["waiting", "specialism", "continuity", "wish"];

export function useProposalRow(own: Own): (line: ProposalLineFragment) => ProposalRow {
  const { t, locale } = useWords();
  return (line) => {
    const { id, request, shift, person, state } = line;
    const before = line.kind === "MOVED" ? request?.assignment?.person.name : undefined;
    return {
      key: id,
      need: request
        ? t("match.need", { title: request.title, mode: t(`match.mode.${request.mode}`) })
        : (shift?.title ?? ""),
      number: request?.number ?? "",
      when: <span className="num">{proposalTime(line, locale)}</span>,
      who: person?.name,
      whoNote: before ? t("match.instead", { name: before }) : person?.number,
      reason: statusChip(line, t) ?? shortReason(line),
      reasonNote: line.staleReason ?? line.priceNote,
      checked: state === "APPLIED" || (state === "OPEN" && (own.get(id) ?? line.checked)),
      stale: state === "STALE" || state === "SKIPPED",
      details: <ProposalReasons line={line} />,
    };
  };
}

export function proposalTime({ weekly, shift }: ProposalLineFragment, locale: Locale): string {
  if (shift) return span(shift.startsAt, shift.endsAt, locale);
  return weekly ? weeklyWords([weekly], locale) : "";
}

function shortReason({ parts }: ProposalLineFragment): string {
  const good = parts.filter(({ code, units }) => telling.includes(code) && (code === "waiting" || units === 0));
  const byWeight = good.toSorted((one, other) => telling.indexOf(one.code) - telling.indexOf(other.code));
  return byWeight
    .slice(0, 2)
    .map(({ label }) => label)
    .join(" · ");
}

function statusChip({ state, checked, kind }: ProposalLineFragment, t: Say) {
  if (state === "APPLIED") return <Chip tone="ok">{t("match.line.APPLIED")}</Chip>;
  if (state === "STALE") return <Chip>{t("match.line.STALE")}</Chip>;
  if (state === "SKIPPED") return <Chip>{t("match.line.SKIPPED")}</Chip>;
  return kind === "MOVED" && !checked ? <Chip tone="warn">{t("match.off-by-default")}</Chip> : undefined;
}
