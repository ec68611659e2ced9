import { busy, changping, counsellor, dongcheng, type RuleCase } from "./given.ts";

const onSite = { mode: "on_site", district: "101", place: dongcheng } as const;

export const reachCases = {
  MODE_NOT_OFFERED: {
    passes: { person: { modes: ["phone"] } },
    refuses: { person: { modes: ["online"] } },
    facts: { mode: "phone" },
  },
  DISTRICT_NOT_SERVED: {
    passes: { person: { districts: ["108"] }, work: { ...onSite, mode: "phone" } },
    refuses: { person: { districts: ["108"] }, work: onSite },
    facts: { district: "101" },
  },
  TRAVEL_TOO_FAR: {
    passes: { person: { limits: { ...counsellor.limits, travelMinutes: 10 } }, work: onSite },
    refuses: { person: { limits: { ...counsellor.limits, travelMinutes: 60 }, home: changping }, work: onSite },
    facts: { travelMinutes: 144, limitMinutes: 60 },
  },
  TRAVEL_TIME_TOO_SHORT: {
    passes: { person: { commitments: [busy("11-28 18:00", "11-28 20:00", { place: dongcheng })] }, work: onSite },
    refuses: { person: { commitments: [busy("11-28 16:00", "11-28 18:00", { place: changping })] }, work: onSite },
    facts: { travelMinutes: 144, pauseMinutes: 120 },
  },
  FIRM_WISH_NOT_MET: {
    passes: { work: { wishes: { gender: "male", language: null, firm: [] } } },
    refuses: { work: { wishes: { gender: "male", language: null, firm: ["gender"] } } },
    facts: { wish: "gender", wished: "male" },
  },
} satisfies Record<string, RuleCase>;
