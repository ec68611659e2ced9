import type { EventKind } from "../../platform/events.ts";
import * as assignments from "../assignments/events.ts";
import * as matching from "../matching/events.ts";
import * as notices from "../notices/events.ts";
import * as requests from "../requests/events.ts";
import * as shifts from "../shifts/events.ts";
import * as skills from "../skills/events.ts";

/** Every kind of event that a board can carry. */
export const eventKinds: readonly string[] = [skills, shifts, requests, assignments, matching, notices]
  .flatMap((module) => Object.values<EventKind>(module))
  .map((kind) => kind.name);
