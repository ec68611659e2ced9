import { refuse } from "../kernel/refusal.ts";
import type { Context, Role, Signed, Viewer } from "./context.ts";

/**
 * Who may call an operation at all; a use case then asks about the thing itself. Nothing is open by omission: every
 * root field names its audience, and test/building/audiences walks the schema.
 */
export const audiences = ["ANYONE", "SIGNED_IN", "VOLUNTEER", "FAMILY", "COORDINATOR", "CHECKER", "STAFF"] as const;
export type Audience = (typeof audiences)[number];

const roleOf: Record<Exclude<Audience, "ANYONE" | "SIGNED_IN">, Role> = {
  VOLUNTEER: "volunteer",
  FAMILY: "family",
  COORDINATOR: "coordinator",
  CHECKER: "checker",
  STAFF: "staff",
};

export function belongsTo(viewer: Viewer | null, audience: Audience): boolean {
  if (audience === "ANYONE") return true;
  if (viewer === null) return false;
  return audience === "SIGNED_IN" || hasRole(viewer, roleOf[audience]);
}

export const hasRole = (viewer: Viewer, role: Role): boolean => viewer.roles.some((grant) => grant.role === role);

/** Coordinators act in their own district, or everywhere when their grant names none. */
export const coordinates = (viewer: Viewer | null, districtId: number): boolean =>
  holds(viewer, "coordinator", districtId);

export const holds = (viewer: Viewer | null, role: Role, districtId: number | null): boolean =>
  viewer?.roles.some(
    (grant) => grant.role === role && (grant.districtId === null || grant.districtId === districtId),
  ) ?? false;

/** What is not yours looks like what does not exist. */
export function requireCoordinator(ctx: Context, districtId: number, path: readonly string[]): void {
  if (!coordinates(ctx.viewer, districtId)) refuse("NOT_FOUND", path);
}

export function signed(ctx: Context): Signed {
  if (ctx.viewer === null) return refuse("NOT_FOUND");
  return ctx as Signed;
}
