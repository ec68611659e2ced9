import type { Locale } from "../../kernel/reason.ts";
import type { SiteRow } from "../sites/site.ts";
import type { ShiftRow } from "./shift.ts";

const roles: Record<ShiftRow["role"], readonly [zh: string, en: string]> = {
  seat: ["坐席", "seat"],
  supervisor: ["督导", "supervisor"],
  trainee: ["见习", "trainee"],
  post: ["岗", "post"],
};

/** 热线A 坐席 · Hotline A seat */
export function titleOf(site: SiteRow, role: ShiftRow["role"], locale: Locale): string {
  const [zh, en] = roles[role];
  return locale === "en" ? `${site.nameEn} ${en}` : `${site.nameZh} ${zh}`;
}
