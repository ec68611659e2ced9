import { HOUR } from "../../kernel/interval.ts";

/** Why a family and its helper part. Whoever leaves need not say more. */
export const partingReasons = ["times_changed", "not_a_match", "did_not_come", "unwell", "other"] as const;
export type PartingReason = (typeof partingReasons)[number];

/** A helper who leaves still gives what begins within this time, in ms: nobody finds a closed door tonight. */
export const leaveNotice = 24 * HOUR;
