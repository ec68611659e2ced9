import { newId } from "../../api/src/kernel/id.ts";
import { aCounsellor, aPerson, aSeat, serial } from "../given/city.ts";
import { accept, aFamily, anOffer, aPair, aRequest, aTutor, lessons } from "../given/requests.ts";
import type { Product } from "../harness/product.ts";

/** Who is there to ask: the second of each kind has no business with what the first does. */
export interface World {
  readonly one: Product;
  readonly site: string;
  /** Tokens. The strange coordinator coordinates another district. */
  readonly coordinator: string;
  readonly strangeCoordinator: string;
  readonly family: string;
  readonly volunteer: string;
  readonly checker: string;
}

type Change = Readonly<Record<string, unknown>>;
type Wrong = readonly [what: string, change: Change, code: string, path: readonly string[]];

export interface Row {
  /** Somebody who may, and an input that would do. */
  readonly given: (world: World) => Promise<{ readonly as?: string; readonly input: Record<string, unknown> }>;
  /** Somebody of the same kind whose business it is not; absent where everybody speaks for themselves alone. */
  readonly stranger?: "strangeCoordinator" | "family" | "volunteer";
  /** Ids that may name nothing without being refused, with the reason. */
  readonly ignores?: Readonly<Record<string, string>>;
  /** What is wrong in a way that only this mutation knows. */
  readonly wrong?: readonly Wrong[];
}

const key = () => `a-good-key-${serial()}`;
const long = (characters: number) => "长".repeat(characters);
const ended = new Date("2026-11-24T02:00:00Z");

async function anApplication({ one, site }: World) {
  const shift = await aSeat(one, { site, picking: "apply" });
  const id = newId();
  await one.sql(
    `insert into assignment (id, person_id, shift_id, district_id, state, source, made_at) values ($1, $2, $3, 105, 'applied', 'applied', now())`,
    [id, await aCounsellor(one), shift],
  );
  return id;
}

async function aClaim({ one, site }: World, startsAt?: Date) {
  const who = await aCounsellor(one);
  const as = await one.tokenOf(who);
  const shift = await aSeat(one, { site, ...(startsAt && { startsAt }) });
  const claim = `mutation ($shift: ID!, $key: String!) { claimShift(input: { shift: $shift, idempotencyKey: $key }) { assignment { id } } }`;
  const { claimShift } = await one.get(claim, { shift, key: key() }, { as });
  return { as, assignment: claimShift.assignment.id as string };
}

async function aFreshOffer({ one, coordinator }: World) {
  const [tutor, family] = [await aTutor(one), await aFamily(one)];
  const request = await aRequest(one, family.as);
  const made = await anOffer(one, coordinator, { request: request.id, person: tutor.id });
  return { tutor, family, request: request.id, made };
}

async function anAcceptedOffer(world: World) {
  const { family, request, made, tutor } = await aFreshOffer(world);
  await world.one.get(accept, { assignment: made.id, key: key() }, { as: tutor.as });
  const [{ version }] = await world.one.sql("select version from request where id = $1", [request]);
  return { family, request, version };
}

async function aCredentialOf({ one }: World, state: "submitted" | "verified") {
  const [id, checkers] = [newId(), [await aPerson(one), await aPerson(one)]];
  const checked = state === "verified" ? checkers : [null, null];
  await one.sql(
    `insert into credential (id, person_id, kind, issuer, valid_from, valid_until, state, first_checker_id, second_checker_id, first_checked_at, second_checked_at, made_at)
     values ($1, $2, 'psychological_counsellor', 'Beijing', '2026-01-01', '2028-01-01', $3, $4, $5, $6, $6, now())`,
    [id, await aPerson(one), state, ...checked, state === "verified" ? new Date() : null],
  );
  return id;
}

/** Only one run a district is under way: those of other rows are put away first. */
async function aRun({ one, coordinator }: World, isReady: boolean) {
  await one.sql(
    "update match_run set state = 'discarded', finished_at = now() where state in ('queued', 'running', 'ready')",
  );
  if (isReady) {
    await aRequest(one, (await aFamily(one)).as);
    await aTutor(one);
  }
  const start = `mutation ($key: String!) { startMatchRun(input: { district: "105", idempotencyKey: $key }) { problems { code } matchRun { id } } }`;
  const { startMatchRun } = await one.get(start, { key: key() }, { as: coordinator });
  if (isReady) await one.work();
  const { id } = startMatchRun.matchRun;
  const read = `query ($id: ID!) { matchRun(id: $id) { version proposals(first: 50, kind: ADDED) { edges { node { id } } } } }`;
  const { matchRun } = await one.get(read, { id }, { as: coordinator });
  const proposals = matchRun.proposals.edges.map(({ node }: { node: { id: string } }) => node.id);
  return { matchRun: id as string, expectedVersion: matchRun.version as number, proposals };
}

async function aCode({ one }: World): Promise<{ contact: string; code: string }> {
  const contact = `137${String(10_000_000 + serial())}`;
  await one.get("mutation ($contact: String!) { requestCode(input: { contact: $contact }) { problems { code } } }", {
    contact,
  });
  const letter = one.letters.findLast(({ to }) => to.startsWith(contact));
  return { contact, code: /\d{6}/.exec(letter!.text)![0] };
}

const asked = (change: Change = {}): Wrong[] => [
  ["both a shift and a request", { shift: crypto.randomUUID(), ...change }, "ONE_WORK", ["shift"]],
  ["neither a shift nor a request", { request: null }, "ONE_WORK", ["shift"]],
  ["an endless reason", { overrideReason: long(501) }, "TOO_LONG", ["overrideReason"]],
];
const choice = async ({ one, coordinator }: World) => ({
  as: coordinator,
  input: {
    idempotencyKey: key(),
    request: (await aRequest(one, (await aFamily(one)).as)).id,
    person: (await aTutor(one)).id,
  },
});
const seat = async ({ one, site, coordinator }: World, given: object = {}) => ({
  as: coordinator,
  input: { shift: await aSeat(one, { site, ...given }), expectedVersion: 1 },
});
/** What is answered about a shift that is over; the shift is as it would have to be, were it not. */
export const endedShifts: Readonly<Record<string, readonly [code: string, path: string, shift: object]>> = {
  claimShift: ["WORK_ENDED", "shift", {}],
  applyForShift: ["WORK_ENDED", "shift", { picking: "apply" }],
  publishShift: ["SHIFT_HAS_STARTED", "shift", { state: "draft" }],
  changeShift: ["SHIFT_HAS_STARTED", "shift", {}],
  cancelShift: ["SHIFT_HAS_STARTED", "shift", {}],
  makeOffer: ["WORK_ENDED", "person", {}],
  assignPerson: ["WORK_ENDED", "person", {}],
};
export const anEndedShift = ({ one, site }: World, given: object): Promise<string> =>
  aSeat(one, { site, startsAt: ended, ...given });

const own = "what is not the viewer's is left out of the answer";

/** A row for each mutation: test/attacks/bad-input.test.ts walks the schema and fails where one is missing. */
export const rows: Readonly<Record<string, Row | "takes no input">> = {
  signOut: "takes no input",
  requestCode: {
    given: async () => ({ input: { contact: `136${String(10_000_000 + serial())}` } }),
    wrong: [
      ["half a number", { contact: "1380013" }, "CONTACT_INVALID", ["contact"]],
      ["half an address", { contact: "li@" }, "CONTACT_INVALID", ["contact"]],
    ],
  },
  signIn: {
    given: async (world) => ({ input: { ...(await aRegistered(world)), bearer: true } }),
    wrong: [["another code", { code: "no" }, "CODE_WRONG", ["code"]]],
  },
  demoSignIn: {
    given: async ({ one }) => {
      const code = `persona-${serial()}`;
      await one.sql("insert into persona values ($1, $2, 1, 'volunteer', '志愿者', 'Volunteer')", [
        code,
        await aPerson(one),
      ]);
      return { input: { persona: code, bearer: true } };
    },
    wrong: [["nobody", { persona: "nobody" }, "PERSONA_UNKNOWN", ["persona"]]],
  },
  register: {
    given: async (world) => ({
      input: {
        ...(await aCode(world)),
        idempotencyKey: key(),
        name: "张梅",
        bornOn: "1990-05-04",
        district: "105",
        roles: ["VOLUNTEER"],
        consents: ["PRIVACY", "MATCHING"],
        bearer: true,
      },
    }),
    wrong: [
      ["a birth to come", { bornOn: "2027-01-01" }, "BORN_ON_INVALID", ["bornOn"]],
      ["a child of 13", { bornOn: "2013-11-26" }, "REGISTER_TOO_YOUNG", ["bornOn"]],
      ["a role that is granted", { roles: ["COORDINATOR"] }, "ROLE_IS_GRANTED", ["roles"]],
      ["no consent", { consents: [] }, "CONSENT_MISSING", ["consents"]],
    ],
  },
  giveConsent: {
    given: async ({ volunteer }) => ({ as: volunteer, input: { kind: "MATCHING" } }),
    wrong: [["for somebody else's child", { kind: "GUARDIAN", person: crypto.randomUUID() }, "NOT_FOUND", ["person"]]],
  },
  withdrawConsent: {
    given: async ({ volunteer }) => ({ as: volunteer, input: { kind: "MATCHING" } }),
    wrong: [["what keeps the account", { kind: "PRIVACY" }, "CONSENT_KEEPS_ACCOUNT", ["kind"]]],
  },
  setLocale: { given: async ({ volunteer }) => ({ as: volunteer, input: { locale: "EN" } }) },
  setAvailability: {
    given: async ({ one }) => ({
      as: await one.tokenOf(await aPerson(one)),
      input: { weekly: [], exceptions: [], maxWeekMinutes: 600, maxAssignments: 2, expectedVersion: 1 },
    }),
    wrong: [
      ["minutes below none", { maxWeekMinutes: -1 }, "OUT_OF_RANGE", ["maxWeekMinutes"]],
      ["too many families", { maxAssignments: 51 }, "OUT_OF_RANGE", ["maxAssignments"]],
    ],
  },
  setSkills: {
    given: async ({ volunteer }) => ({ as: volunteer, input: { skills: [{ skill: "1", level: 3 }] } }),
    wrong: [
      ["a skill that is none", { skills: [{ skill: "999", level: 3 }] }, "NOT_FOUND", ["skills", "0", "skill"]],
      ["a level beyond the last", { skills: [{ skill: "1", level: 6 }] }, "OUT_OF_RANGE", ["skills", "0", "level"]],
    ],
  },
  submitCredential: {
    given: async ({ volunteer }) => ({
      as: volunteer,
      input: {
        idempotencyKey: key(),
        kind: "first_aid",
        issuer: "北京市红十字会",
        validFrom: "2026-01-01",
        validUntil: "2028-01-01",
      },
    }),
    wrong: [
      ["one that has expired", { validUntil: "2026-11-01" }, "TIME_PAST", ["validUntil"]],
      ["an end before the beginning", { validUntil: "2025-12-31" }, "VALIDITY_INVALID", ["validUntil"]],
      ["a kind with blanks", { kind: "First Aid" }, "KIND_INVALID", ["kind"]],
      ["nobody who issued it", { issuer: "  " }, "REQUIRED", ["issuer"]],
      ["an endless number", { number: "9".repeat(61) }, "TOO_LONG", ["number"]],
    ],
  },
  checkCredential: {
    given: async (world) => ({
      as: world.checker,
      input: { credential: await aCredentialOf(world, "submitted"), expectedVersion: 1, approve: true },
    }),
    wrong: [["no without a reason", { approve: false }, "REASON_REQUIRED", ["reason"]]],
  },
  revokeCredential: {
    given: async (world) => ({
      as: world.checker,
      input: { credential: await aCredentialOf(world, "verified"), expectedVersion: 1, reason: "伪造" },
    }),
    wrong: [["no reason", { reason: " " }, "REASON_REQUIRED", ["reason"]]],
  },
  revealCredentialNumber: {
    given: async (world) => ({ as: world.checker, input: { credential: await aCredentialOf(world, "submitted") } }),
  },
  createShift: {
    given: async ({ coordinator, site }) => ({
      as: coordinator,
      input: {
        idempotencyKey: key(),
        site,
        role: "SEAT",
        startsAt: "2026-12-01T12:00:00Z",
        endsAt: "2026-12-01T14:00:00Z",
        places: 3,
        minimumCover: 2,
        picking: "CLAIM",
        mode: "PHONE",
        skill: "1",
      },
    }),
    stranger: "strangeCoordinator",
    wrong: [
      [
        "a beginning in the past",
        { startsAt: "2026-11-24T12:00:00Z", endsAt: "2026-11-24T14:00:00Z" },
        "TIME_PAST",
        ["startsAt"],
      ],
      ["an end before the beginning", { endsAt: "2026-12-01T11:00:00Z" }, "TIME_ORDER", ["endsAt"]],
      ["31 days on end", { endsAt: "2027-01-01T12:00:00Z" }, "TIME_TOO_LONG", ["endsAt"]],
      ["no places", { places: 0 }, "OUT_OF_RANGE", ["places"]],
      ["more cover than places", { minimumCover: 4 }, "COVER_ABOVE_PLACES", ["minimumCover"]],
    ],
  },
  publishShift: { given: (world) => seat(world, { state: "draft" }), stranger: "strangeCoordinator" },
  changeShift: {
    given: async (world) => {
      const { as, input } = await seat(world);
      return { as, input: { ...input, places: 4 } };
    },
    stranger: "strangeCoordinator",
    wrong: [["fewer than none", { places: -1 }, "OUT_OF_RANGE", ["places"]]],
  },
  cancelShift: {
    given: async (world) => {
      const { as, input } = await seat(world);
      return { as, input: { ...input, reason: "停电" } };
    },
    stranger: "strangeCoordinator",
    wrong: [
      ["no reason", { reason: "" }, "REASON_REQUIRED", ["reason"]],
      ["an endless reason", { reason: long(1_000) }, "TOO_LONG", ["reason"]],
    ],
  },
  claimShift: {
    given: async ({ one, site }) => ({
      as: await one.tokenOf(await aCounsellor(one)),
      input: { idempotencyKey: key(), shift: await aSeat(one, { site }) },
    }),
  },
  applyForShift: {
    given: async ({ one, site }) => ({
      as: await one.tokenOf(await aCounsellor(one)),
      input: { idempotencyKey: key(), shift: await aSeat(one, { site, picking: "apply" }) },
    }),
  },
  approveApplication: {
    given: async (world) => ({
      as: world.coordinator,
      input: { assignment: await anApplication(world), expectedVersion: 1, approve: true },
    }),
    stranger: "strangeCoordinator",
    wrong: [
      ["no without a reason", { approve: false }, "REASON_REQUIRED", ["reason"]],
      ["an endless reason", { reason: long(201) }, "TOO_LONG", ["reason"]],
    ],
  },
  releaseShift: {
    given: async (world) => {
      const { as, assignment } = await aClaim(world);
      return { as, input: { idempotencyKey: key(), assignment } };
    },
    stranger: "volunteer",
  },
  revealPhone: {
    given: async (world) => ({
      as: world.coordinator,
      input: { assignment: (await aClaim(world)).assignment, purpose: "询问到岗时间" },
    }),
    stranger: "strangeCoordinator",
    wrong: [
      ["no purpose", { purpose: " " }, "PURPOSE_REQUIRED", ["purpose"]],
      ["an endless purpose", { purpose: long(201) }, "TOO_LONG", ["purpose"]],
    ],
  },
  makeOffer: { given: choice, stranger: "strangeCoordinator", wrong: asked() },
  assignPerson: { given: choice, stranger: "strangeCoordinator", wrong: asked() },
  withdrawOffer: {
    given: async (world) => {
      const { made } = await aFreshOffer(world);
      return { as: world.coordinator, input: { assignment: made.id, expectedVersion: made.version } };
    },
    stranger: "strangeCoordinator",
  },
  acceptOffer: {
    given: async (world) => {
      const { made, tutor } = await aFreshOffer(world);
      return { as: tutor.as, input: { idempotencyKey: key(), assignment: made.id } };
    },
    stranger: "volunteer",
  },
  declineOffer: {
    given: async (world) => {
      const { made, tutor } = await aFreshOffer(world);
      return { as: tutor.as, input: { idempotencyKey: key(), assignment: made.id } };
    },
    stranger: "volunteer",
    wrong: [["an endless reason", { reason: long(201) }, "TOO_LONG", ["reason"]]],
  },
  pinAssignment: {
    given: async (world) => {
      const { made } = await aFreshOffer(world);
      return { as: world.coordinator, input: { assignment: made.id, expectedVersion: made.version, pinned: true } };
    },
    stranger: "strangeCoordinator",
  },
  submitRequest: {
    given: async ({ one }) => ({ as: (await aFamily(one)).as, input: { ...lessons, idempotencyKey: key() } }),
    wrong: [
      ["an end in the past", { untilOn: "2026-11-24" }, "TIME_PAST", ["untilOn"]],
      ["an end before the beginning", { fromOn: "2026-12-10", untilOn: "2026-12-01" }, "TIME_ORDER", ["untilOn"]],
      ["no consent", { consent: false }, "CONSENT_MISSING", ["consent"]],
      ["an urgency beyond today", { urgency: 4 }, "OUT_OF_RANGE", ["urgency"]],
      ["an eighth session", { sessionsPerWeek: 8 }, "OUT_OF_RANGE", ["sessionsPerWeek"]],
      ["no length", { sessionMinutes: 0 }, "OUT_OF_RANGE", ["sessionMinutes"]],
      ["an eighth day", { weekly: [{ weekday: 8, fromMinute: 0, toMinute: 600 }] }, "WINDOW_INVALID", ["weekly"]],
      ["no hours", { weekly: [] }, "WINDOWS_MISSING", ["weekly"]],
      ["a grade that is none", { grade: "junior9" }, "CHOICE_INVALID", ["grade"]],
      ["a telephone number in the note", { note: "请打13800138000" }, "NOTE_HAS_CONTACT", ["note"]],
      ["an endless note", { note: long(121) }, "TOO_LONG", ["note"]],
    ],
  },
  saveDraft: {
    given: async ({ one }) => ({ as: (await aFamily(one)).as, input: { answers: { kind: "TUTORING" } } }),
    wrong: [["a draft that is not there", { expectedVersion: 3 }, "VERSION_STALE", ["expectedVersion"]]],
  },
  confirmHelper: {
    given: async (world) => {
      const { family, request, version } = await anAcceptedOffer(world);
      return { as: family.as, input: { idempotencyKey: key(), request, expectedVersion: version } };
    },
    stranger: "family",
  },
  cancelRequest: {
    given: async ({ one }) => {
      const family = await aFamily(one);
      const { id, version } = await aRequest(one, family.as);
      return { as: family.as, input: { request: id, expectedVersion: version, reason: "OTHER" } };
    },
    stranger: "family",
  },
  refuseHelper: {
    given: async ({ one, coordinator }) => {
      const { family, assignment } = await aPair(one, coordinator);
      const input = { idempotencyKey: key(), assignment: assignment.id, expectedVersion: assignment.version };
      return { as: family.as, input: { ...input, reason: "OTHER" } };
    },
    stranger: "family",
  },
  leaveRequest: {
    given: async ({ one, coordinator }) => {
      const { tutor, assignment } = await aPair(one, coordinator);
      const input = { idempotencyKey: key(), assignment: assignment.id, expectedVersion: assignment.version };
      return { as: tutor.as, input: { ...input, reason: "OTHER" } };
    },
    stranger: "volunteer",
  },
  startMatchRun: {
    given: async ({ one, coordinator }) => {
      await one.sql(
        "update match_run set state = 'discarded', finished_at = now() where state in ('queued', 'running', 'ready')",
      );
      return { as: coordinator, input: { idempotencyKey: key(), district: "105" } };
    },
    stranger: "strangeCoordinator",
    wrong: [["a seed below none", { seed: -1 }, "OUT_OF_RANGE", ["seed"]]],
  },
  stopMatchRun: {
    given: async (world) => {
      const { matchRun, expectedVersion } = await aRun(world, false);
      return { as: world.coordinator, input: { matchRun, expectedVersion } };
    },
    stranger: "strangeCoordinator",
  },
  discardMatchRun: {
    given: async (world) => {
      const { matchRun, expectedVersion } = await aRun(world, true);
      return { as: world.coordinator, input: { matchRun, expectedVersion } };
    },
    stranger: "strangeCoordinator",
  },
  applyMatchRun: {
    given: async (world) => {
      const { matchRun, proposals } = await aRun(world, true);
      return { as: world.coordinator, input: { idempotencyKey: key(), matchRun, proposals } };
    },
    stranger: "strangeCoordinator",
    wrong: [["no proposals", { proposals: [] }, "REQUIRED", ["proposals"]]],
  },
  markNoticesRead: {
    given: async ({ one }) => {
      const [id, person] = [newId(), await aPerson(one)];
      await one.sql(
        "insert into notice (id, person_id, cause, channel, kind, facts, made_at) values ($1, $2, $3, 'inbox', 'claimed', '{}', now())",
        [id, person, `cause-${id}`],
      );
      return { as: await one.tokenOf(person), input: { notices: [id] } };
    },
    ignores: { notices: own },
    wrong: [
      ["more than a hundred", { notices: Array.from({ length: 101 }, () => newId()) }, "TOO_MANY_ITEMS", ["notices"]],
    ],
  },
};

/** Somebody who is registered under a contact, and the code that was sent to it. */
async function aRegistered(world: World): Promise<{ contact: string; code: string }> {
  const { contact, code } = await aCode(world);
  const register = `mutation ($input: RegisterInput!) { register(input: $input) { problems { code } } }`;
  const input = { contact, code, idempotencyKey: key(), name: "李雷", bornOn: "1990-05-04", district: "105" };
  const rest = { roles: ["VOLUNTEER"], consents: ["PRIVACY", "MATCHING"], bearer: true };
  await world.one.get(register, { input: { ...input, ...rest } });
  world.one.clock.advance(61_000);
  await world.one.get(
    "mutation ($contact: String!) { requestCode(input: { contact: $contact }) { problems { code } } }",
    { contact },
  );
  const letter = world.one.letters.findLast(({ to }) => to.startsWith(contact));
  return { contact, code: /\d{6}/.exec(letter!.text)![0] };
}
