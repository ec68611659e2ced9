import {
  AcceptOfferDocument as accept,
  CancelRequestDocument as cancel,
  ConfirmHelperDocument as confirm,
  MakeOfferDocument as offer,
  SubmitRequestDocument as submit,
} from "../documents/requests.generated.ts";
import type { Product } from "../harness/product.ts";
import { aPerson, type PersonGiven, serial } from "./city.ts";

export { accept, cancel, confirm, offer, submit };

/** Saturday 09:00–12:00 and Sunday 09:00–12:00, in minutes since Monday 00:00. */
export const weekendMornings = "{[7740,7920),[9180,9360)}";

/** A family of Chaoyang, with its token. */
export async function aFamily(product: Product, given: PersonGiven = {}): Promise<{ id: string; as: string }> {
  const id = await aPerson(product, { roles: [{ role: "family" }], ...given });
  return { id, as: await product.tokenOf(id) };
}

/** A vetted tutor of junior-2 mathematics who is free at weekends, with a token. */
export async function aTutor(product: Product, given: PersonGiven = {}): Promise<{ id: string; as: string }> {
  const id = await aPerson(product, {
    name: `林${serial()}`,
    skills: [{ skill: 2, specialism: 1 }],
    credentials: [{ kind: "background_check", from: "2026-09-01", until: "2028-09-01" }],
    weekly: weekendMornings,
    ...given,
  });
  return { id, as: await product.tokenOf(id) };
}

export async function aCoordinator(product: Product, district: number | null = 105): Promise<string> {
  return product.tokenOf(await aPerson(product, { roles: [{ role: "coordinator", district }] }));
}

/** What a family fills in for junior-2 mathematics, once a week on a Saturday morning. */
export const lessons = {
  kind: "TUTORING" as const,
  forWhom: "MEDIC_FAMILY" as const,
  district: "105",
  mode: "ONLINE" as const,
  urgency: 1,
  skill: "2",
  subjects: ["1"],
  grade: "junior2",
  weekly: [{ weekday: 6, fromMinute: 540, toMinute: 720 }],
  sessionsPerWeek: 1,
  sessionMinutes: 90,
  note: "几何刚开始学，希望有人带着把例题过一遍。",
  consent: true,
};

/** Posts a request through the API; gives its id and version. */
export async function aRequest(
  product: Product,
  as: string,
  given: object = {},
): Promise<{ id: string; version: number }> {
  const { submitRequest } = await product.get(
    submit,
    { input: { ...lessons, ...given, idempotencyKey: `request-${serial()}` } },
    { as },
  );
  if (submitRequest.problems.length > 0) throw new Error(JSON.stringify(submitRequest.problems));
  return submitRequest.request!;
}

/** Asks somebody through the API; gives the offer. */
export async function anOffer(
  product: Product,
  as: string,
  given: { person: string; request?: string; shift?: string; overrideReason?: string },
): Promise<{ id: string; version: number; answerBy: string }> {
  const { makeOffer } = await product.get(
    offer,
    { input: { ...given, idempotencyKey: `offer-key-${serial()}` } },
    { as },
  );
  if (makeOffer.problems.length > 0) throw new Error(JSON.stringify(makeOffer.problems));
  const made = makeOffer.assignment!;
  return { ...made, answerBy: made.answerBy! };
}

/** A tutor who has accepted a family's request for lessons; the family has confirmed unless told otherwise. */
export async function aPair(
  product: Product,
  coordinator: string,
  { confirmed = true, given = {} }: { confirmed?: boolean; given?: object } = {},
) {
  const [family, tutor] = [await aFamily(product), await aTutor(product)];
  const request = await aRequest(product, family.as, given);
  const made = await anOffer(product, coordinator, { request: request.id, person: tutor.id });
  const { acceptOffer } = await product.get(
    accept,
    { assignment: made.id, key: `accepted-${serial()}` },
    { as: tutor.as },
  );
  if (acceptOffer.problems.length > 0) throw new Error(JSON.stringify(acceptOffer.problems));
  const { version } = (await product.sql("select version from request where id = $1", [request.id]))[0];
  if (confirmed) {
    const input = { request: request.id, expectedVersion: version, idempotencyKey: `confirmed-${serial()}` };
    const { confirmHelper } = await product.get(confirm, { input }, { as: family.as });
    if (confirmHelper.problems.length > 0) throw new Error(JSON.stringify(confirmHelper.problems));
  }
  const assignment = acceptOffer.assignment!;
  return { family, tutor, request: request.id, assignment };
}
