import type { Role, Viewer } from "../../lib/viewer.ts";
import type { SignedInFragment } from "./sign-in.generated.ts";

/** The widest hat first: it is worn on arrival. */
const hats: readonly Role[] = ["coordinator", "staff", "checker", "counsellor", "volunteer", "family"];

/** Whoever serves on the hotline works on another screen than other volunteers: the skill tells them apart, not a role. */
export function viewerOf({ person, roles }: SignedInFragment): Viewer {
  const counsels = person.skills?.some(({ skill }) => skill.code === "psychology") ?? false;
  const worn = new Set<Role>(roles.flatMap(({ role }) => hatsOf(role, counsels)));
  const known = hats.filter((hat) => worn.has(hat));
  return { id: person.id, name: person.name, roles: known, role: known[0] ?? "volunteer" };
}

function hatsOf(role: SignedInFragment["roles"][number]["role"], counsels: boolean): readonly Role[] {
  switch (role) {
    case "COORDINATOR":
      return ["coordinator"];
    case "STAFF":
      return ["staff"];
    case "CHECKER":
      return ["checker"];
    case "VOLUNTEER":
      return counsels ? ["counsellor", "volunteer"] : ["volunteer"];
    case "FAMILY":
      return ["family"];
  }
}
