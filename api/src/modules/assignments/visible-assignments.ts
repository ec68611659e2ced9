import { batch } from "../../platform/batch.ts";
import type { Context } from "../../platform/context.ts";
import { coordinates, hasRole } from "../../platform/policy.ts";
import { requestsById } from "../requests/store.ts";
import type { AssignmentRow } from "./assignment.ts";
import { assignmentsById } from "./store.ts";

const onDuty: ReadonlySet<string> = new Set(["confirmed", "checked_in", "completed"]);

/**
 * May the viewer know that this binding exists? The person and their coordinators may; volunteers know who serves beside
 * them on a shift, and a family who has helped it. Who was asked, who applied and who said no is nobody else's business.
 */
export async function isVisible(ctx: Context, assignment: AssignmentRow): Promise<boolean> {
  const { viewer } = ctx;
  const { personId, districtId, state, requestId, confirmedAt } = assignment;
  if (viewer === null) return false;
  if (personId === viewer.personId || coordinates(viewer, districtId) || hasRole(viewer, "staff")) return true;
  if (!requestId) return onDuty.has(state) && hasRole(viewer, "volunteer");
  return confirmedAt != null && (await batch(ctx, requestsById, requestId))?.requesterId === viewer.personId;
}

/** One that the viewer may see; any other looks as if it were not there. */
export async function visibleAssignment(ctx: Context, id: string): Promise<AssignmentRow | undefined> {
  const found = await batch(ctx, assignmentsById, id);
  return found && (await isVisible(ctx, found)) ? found : undefined;
}
