import { isId } from "../../kernel/id.ts";
import { audit } from "../../platform/audit.ts";
import { batch } from "../../platform/batch.ts";
import type { Signed } from "../../platform/context.ts";
import { coordinates } from "../../platform/policy.ts";
import type { PersonRow } from "./person.ts";
import { peopleById } from "./store.ts";

/** A person whom the viewer may look up, with an audit entry when it is somebody else; null for all others. */
export async function lookAtPerson(ctx: Signed, id: string): Promise<PersonRow | null> {
  const person = isId(id) ? await batch(ctx, peopleById, id) : undefined;
  if (!person) return null;
  if (person.id === ctx.viewer.personId) return person;
  const places = [person.districtId ?? -1, ...person.districts];
  if (!places.some((districtId) => coordinates(ctx.viewer, districtId))) return null;
  await audit(ctx, { action: "look up", resource: "Person", resourceId: person.id, outcome: "read" });
  return person;
}
