import { expect, test } from "vitest";
import type { SignedInFragment } from "./sign-in.generated.ts";
import { viewerOf } from "./viewer-of.ts";

type RoleName = SignedInFragment["roles"][number]["role"];
const signedIn = (roles: RoleName[], skills: string[] = []): SignedInFragment => ({
  __typename: "Viewer",
  locale: "ZH_CN",
  person: {
    __typename: "Person",
    id: "p",
    name: "林静",
    skills: skills.map((code) => ({ __typename: "PersonSkill", skill: { __typename: "Skill", id: code, code } })),
  },
  roles: roles.map((role) => ({ __typename: "RoleGrant", role })),
});

test("a volunteer with the hotline's skill is a counsellor first and a volunteer too", () => {
  expect(viewerOf(signedIn(["VOLUNTEER"], ["psychology"]))).toMatchObject({
    role: "counsellor",
    roles: ["counsellor", "volunteer"],
  });
  expect(viewerOf(signedIn(["VOLUNTEER"], ["tutoring"])).roles).toEqual(["volunteer"]);
});

test("who holds several roles arrives with the widest, each once", () => {
  expect(viewerOf(signedIn(["FAMILY", "COORDINATOR", "COORDINATOR", "CHECKER", "STAFF"]))).toMatchObject({
    role: "coordinator",
    roles: ["coordinator", "staff", "checker", "family"],
  });
});
