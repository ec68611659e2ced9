import { DAY } from "../kernel/interval.ts";
import { type Range, union } from "../kernel/ranges.ts";
import type { HeldSkill } from "./abilities.ts";
import { type Calendar, instantAt } from "./calendar.ts";
import { Load } from "./copy.ts";
import type { HeldCredential } from "./credentials.ts";
import { Random } from "./random.ts";
import { addResident, type Making, type Resident } from "./residents.ts";
import { windowAt } from "./week.ts";

interface Character {
  readonly code: string;
  readonly name: string;
  readonly gender: "female" | "male";
  readonly bornOn: string;
  readonly districtId: number;
  readonly roles: Resident["roles"];
  readonly labels: readonly [zh: string, en: string];
  readonly weekly?: readonly Range[];
  readonly skills?: readonly HeldSkill[];
  readonly credentials?: (today: number) => HeldCredential[];
  readonly maxWeekMinutes?: number;
  readonly maxAssignments?: number;
}

const chaoyang = 105;
const haidian = 108;
const everyDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => windowAt(weekday, 8, 24));

const credential = (
  kind: HeldCredential["kind"],
  issuer: string,
  fromDay: number,
  untilDay: number,
): HeldCredential => ({
  kind,
  issuer,
  state: "verified",
  fromDay,
  untilDay,
});

/** The invented people whom a visitor may enter as, in the order in which they are offered. */
const characters: readonly Character[] = [
  {
    code: "counsellor",
    name: "林静",
    gender: "female",
    bornOn: "1988-04-12",
    districtId: chaoyang,
    roles: [["volunteer", null]],
    labels: ["咨询师 · 选热线班次", "Counsellor: picks hotline shifts"],
    weekly: union(everyDay),
    skills: [
      { skill: "psychology", specialism: "crisis_intervention", level: 3 },
      { skill: "psychology", specialism: "cbt", level: 3 },
    ],
    credentials: (today) => [
      credential("psychological_counsellor", "中国心理学会", today - 500, today + 480),
      credential("training:hotline", "12345健康专家热线", today - 120, today + 240),
    ],
    maxWeekMinutes: 480,
    maxAssignments: 12,
  },
  {
    code: "family",
    name: "赵敏",
    gender: "female",
    bornOn: "1984-09-03",
    districtId: chaoyang,
    roles: [["family", null]],
    labels: ["医护家庭 · 发布辅导需求", "Medic's family: asks for a tutor"],
  },
  {
    code: "volunteer",
    name: "张宁",
    gender: "female",
    bornOn: "2004-11-02",
    districtId: chaoyang,
    roles: [["volunteer", null]],
    labels: ["志愿者 · 回应邀请、看日程", "Volunteer: answers offers, sees the calendar"],
    weekly: [windowAt(2, 18, 22), windowAt(4, 18, 22), windowAt(6, 8, 22), windowAt(7, 8, 22)],
    skills: [
      { skill: "tutoring", specialism: "math/junior1..junior3", level: 4 },
      { skill: "temperature_check", specialism: null, level: 2 },
    ],
    credentials: (today) => [
      credential("background_check", "北京市公安局", today - 100, today + 264),
      credential("training:protection", "中建三局北京公司", today - 60, today + 300),
    ],
    maxAssignments: 5,
  },
  {
    code: "coordinator",
    name: "王敏",
    gender: "female",
    bornOn: "1979-02-20",
    districtId: chaoyang,
    roles: [["coordinator", chaoyang]],
    labels: ["朝阳协调员 · 看空缺、补位", "Coordinator, Chaoyang: sees gaps, fills them"],
  },
  {
    code: "coordinator-haidian",
    name: "刘海燕",
    gender: "female",
    bornOn: "1982-07-15",
    districtId: haidian,
    roles: [["coordinator", haidian]],
    labels: ["海淀协调员", "Coordinator, Haidian"],
  },
  {
    code: "checker",
    name: "陈建国",
    gender: "male",
    bornOn: "1970-05-08",
    districtId: 101,
    roles: [["checker", null]],
    labels: ["资质审核 · 初审", "Checks credentials first"],
  },
  {
    code: "checker-2",
    name: "周丽华",
    gender: "female",
    bornOn: "1975-12-30",
    districtId: 102,
    roles: [["checker", null]],
    labels: ["资质审核 · 复审", "Checks credentials second"],
  },
  {
    code: "staff",
    name: "赵岚",
    gender: "female",
    bornOn: "1977-10-11",
    districtId: 102,
    roles: [["staff", null]],
    labels: ["市级 · 影响报告", "City staff: reads the impact report"],
  },
];

export type PersonaCode = "counsellor" | "family" | "volunteer" | "coordinator" | "checker" | "checker-2";
export type Personas = ReadonlyMap<string, string>;

const madeAt = (calendar: Calendar) => instantAt(calendar.monday, 0) - 320 * DAY;

/** Ids of the personas by code. */
export const personaIds = (seed: number, calendar: Calendar): Personas =>
  new Map(characters.map(({ code }) => [code, new Random(seed, `persona ${code}`).id(madeAt(calendar))]));

export function personas(making: Making): Load {
  const load = new Load();
  const { plan, calendar } = making;
  const ids = personaIds(plan.seed, calendar);
  for (const [at, character] of characters.entries()) {
    const id = ids.get(character.code)!;
    addResident(load, making, residentOf(character, id, at, making));
    load.add("persona", [character.code, id, at, character.roles[0]![0], ...character.labels]);
  }
  return load;
}

/** Numbered and counted behind everybody else, with telephone numbers that a visitor can type. */
function residentOf(character: Character, id: string, at: number, { plan, calendar }: Making): Resident {
  const { name, gender, bornOn, districtId, weekly = [] } = character;
  const index = plan.people + at;
  return {
    person: {
      index,
      id,
      number: 1_000_001 + index,
      name,
      gender,
      bornOn,
      guardian: null,
      phone: `138001380${String(at + 1).padStart(2, "0")}`,
      districtId,
      part: "neighbour",
      site: null,
      weekly,
      madeAt: madeAt(calendar),
    },
    guardianId: null,
    roles: character.roles,
    skills: character.skills ?? [],
    credentials: character.credentials?.(calendar.today) ?? [],
    modes: "{on_site,online,phone}",
    maxWeekMinutes: character.maxWeekMinutes ?? 1200,
    maxAssignments: character.maxAssignments ?? 3,
  };
}
