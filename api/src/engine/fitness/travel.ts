import type { Point } from "../../kernel/districts.ts";
import type { Place } from "./person.ts";
import type { Policy } from "./policy.ts";

const EARTH_RADIUS_METRES = 6_371_000;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Whole metres as the crow flies (great circle). */
export function metresBetween(a: Point, b: Point): number {
  const dLat = radians(b.latitude - a.latitude);
  const dLon = radians(b.longitude - a.longitude);
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(dLon / 2) ** 2;
  return Math.round(2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h))));
}

/** An estimate, in whole minutes; 0 within one site. No road is asked: a crisis closes roads faster than maps learn. */
export function travelMinutes(a: Place, b: Place, policy: Policy): number {
  if (a.siteId !== null && a.siteId === b.siteId) return 0;
  return policy.travelBaseMinutes + Math.ceil((metresBetween(a, b) / 1000) * policy.travelMinutesPerKm);
}
