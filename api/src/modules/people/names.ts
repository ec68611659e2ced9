import type { Context, Viewer } from "../../platform/context.ts";
import { hasRole } from "../../platform/policy.ts";
import type { PersonRow } from "./person.ts";

/** How a person comes into view, where that is closer than to a stranger. */
export interface Seen {
  /** `helper`: the viewer's family is helped by them; `helped`: the viewer helps them. */
  readonly seenAs?: "helper" | "helped";
}

/** Skills, licence state, load and masked phone: for themselves, and for coordinators, who place people everywhere. */
export const isOpenTo = (viewer: Viewer | null, person: Pick<PersonRow, "id">): boolean =>
  viewer !== null && (viewer.personId === person.id || hasRole(viewer, "coordinator"));

/** As much of a name as the viewer may see. */
export function seenBy({ viewer, locale }: Context, person: PersonRow & Seen): string {
  const known =
    isOpenTo(viewer, person) || (viewer !== null && (hasRole(viewer, "checker") || hasRole(viewer, "staff")));
  if (known) return person.name;
  const family = familyName(person.name);
  if (person.seenAs === undefined) return `${family}*`;
  if (locale === "en") return `${person.seenAs === "helper" ? "Volunteer" : "Family"} ${family}`;
  return person.seenAs === "helper" ? `${family}同学` : `${family}家长`;
}

const doubled = ["欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "司徒", "令狐", "夏侯"];

/** The family name: the first character of a Chinese name, or two; the last word of another. */
export function familyName(name: string): string {
  const pair = name.slice(0, 2);
  if (doubled.includes(pair)) return pair;
  return /^\p{Script=Han}/u.test(name) ? name.slice(0, 1) : (name.split(" ").at(-1) ?? name);
}
