import { helperGroup } from "./abilities.ts";
import type { Calendar } from "./calendar.ts";
import type { Inhabitant } from "./inhabitant.ts";
import type { CityPlan } from "./plan.ts";
import { Random } from "./random.ts";

/** Days are counted as in `Calendar`; `untilDay` is the last valid one. */
export interface HeldCredential {
  readonly kind: "psychological_counsellor" | "training:hotline" | "training:protection" | "background_check";
  readonly issuer: string;
  readonly state: "submitted" | "verified" | "expired";
  readonly fromDay: number;
  readonly untilDay: number;
}

const issuers: Readonly<Record<HeldCredential["kind"], string>> = {
  psychological_counsellor: "中国心理学会",
  "training:hotline": "12345健康专家热线",
  "training:protection": "中建三局北京公司",
  background_check: "北京市公安局",
};

const held = (
  kind: HeldCredential["kind"],
  fromDay: number,
  untilDay: number,
  state: HeldCredential["state"] = "verified",
): HeldCredential => ({ kind, issuer: issuers[kind], state, fromDay, untilDay });

export function credentialsOf(plan: CityPlan, { today }: Calendar, person: Inhabitant): HeldCredential[] {
  const random = new Random(plan.seed, "credentials", person.index);
  const licence = (state?: HeldCredential["state"]) =>
    held("psychological_counsellor", today - random.whole(90, 900), today + random.whole(60, 900), state);
  const training = held("training:hotline", today - random.whole(30, 400), today + random.whole(45, 400));
  const check = (age: number) => held("background_check", today - age, today - age + 364);
  const protection = held("training:protection", today - random.whole(20, 200), today + random.whole(60, 300));
  switch (person.part) {
    case "counsellor":
      return [
        lapsing(plan, person.index) ? { ...licence(), untilDay: today + random.whole(1, 3) } : licence(),
        training,
      ];
    case "waiting_counsellor":
      return random.chance(0.75) ? [licence("submitted"), training] : [expired(licence(), today)];
    case "tutor":
      return [check(random.whole(60, 200))];
    case "helper":
      return helperGroup(plan, person.index) === "listening" ? [licence(), check(random.whole(60, 200))] : [protection];
    case "guard":
      return [protection];
    default:
      return random.chance(0.01) ? [{ ...check(random.whole(0, 3)), state: "submitted" }] : [];
  }
}

/** One counsellor in 37 must renew the licence these days. */
export const lapsing = (plan: CityPlan, index: number): boolean => plan.rankOf[index]! % 37 === 5;

const expired = (licence: HeldCredential, today: number): HeldCredential => ({
  ...licence,
  state: "expired",
  fromDay: today - 1_100,
  untilDay: today - 5,
});
