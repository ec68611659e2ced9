import type { MessageId } from "@lingui/core";
import { digitsMissing, readContact } from "../../lib/contact.ts";

export type NewRole = "VOLUNTEER" | "FAMILY";

/** What a new person says of themselves; texts as typed. */
export type Answers = {
  roles: readonly NewRole[];
  name: string;
  /** `1990-05-04`, or empty. */
  bornOn: string;
  district: string;
  guardianContact: string;
  guardianCode: string;
  guardianName: string;
  privacy: boolean;
  matching: boolean;
};

export const nothingSaid: Answers = {
  roles: [],
  name: "",
  bornOn: "",
  district: "",
  guardianContact: "",
  guardianCode: "",
  guardianName: "",
  privacy: false,
  matching: false,
};

/** The fields in the order in which they stand; each is also the id of its control. */
export const fields = [
  ...(["code", "roles", "name", "bornOn", "district"] as const),
  ...(["guardianContact", "guardianCode", "guardianName", "privacy"] as const),
] as const;
export type Field = (typeof fields)[number];
export type Errors = Partial<Record<Field, MessageId>>;

const LEAST_AGE = 14;
const ADULT_AGE = 18;

/** Whole years on a day, both as `2026-11-25`; `undefined` while the date is not complete. */
export function ageOn(bornOn: string, day: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(bornOn)) return undefined;
  const had = day.slice(5) >= bornOn.slice(5);
  return Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4)) - (had ? 0 : 1);
}

export function needsGuardian({ bornOn }: Pick<Answers, "bornOn">, today: string): boolean {
  const age = ageOn(bornOn, today);
  return age !== undefined && age >= LEAST_AGE && age < ADULT_AGE;
}

/** What is missing before it is worth asking the server, which has the last word. */
export function errorsIn(answers: Answers, today: string): Errors {
  const age = ageOn(answers.bornOn, today);
  const isMinor = needsGuardian(answers, today);
  const checks: readonly (readonly [Field, boolean, MessageId])[] = [
    ["roles", answers.roles.length === 0, "register.error.roles"],
    ["roles", isMinor && answers.roles.includes("FAMILY"), "register.error.family"],
    ["name", answers.name.trim() === "", "register.error.name"],
    ["bornOn", age === undefined || age < 0 || age > 120, "register.error.born-on"],
    ["bornOn", age !== undefined && age >= 0 && age < LEAST_AGE, "register.error.too-young"],
    ["district", answers.district === "", "register.error.district"],
    ["guardianContact", isMinor && !readContact(answers.guardianContact), "register.error.guardian-contact"],
    ["guardianCode", isMinor && digitsMissing(answers.guardianCode) > 0, "register.error.guardian-code"],
    ["privacy", !answers.privacy, "register.error.privacy"],
  ];
  const errors: Errors = {};
  for (const [field, isWrong, word] of checks) if (isWrong) errors[field] ??= word;
  return errors;
}

const places: Readonly<Record<string, Field>> = {
  code: "code",
  contact: "code",
  roles: "roles",
  name: "name",
  bornOn: "bornOn",
  district: "district",
  consents: "privacy",
  guardian: "guardianContact",
  "guardian.contact": "guardianContact",
  "guardian.code": "guardianCode",
  "guardian.name": "guardianName",
};

/** The field that a problem of the server is about; `undefined`: none of them. */
export const fieldOf = (path: readonly string[]): Field | undefined => places[path.join(".")];
