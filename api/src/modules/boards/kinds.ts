import type { EventKind } from "../../platform/events.ts";
import * as assignments from "../assignments/events.ts";
import * as matching from "../matching/events.ts";
import * as requests from "../requests/events.ts";

/** Every kind of event that a board can carry. */
export const eventKinds: readonly string[] = [requests, assignments, matching]
  .flatMap((module) => Object.values<EventKind>(module))
  .map((kind) => kind.name);
