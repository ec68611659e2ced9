import { batch } from "../../platform/batch.ts";
import type { Context } from "../../platform/context.ts";
import { requestsById } from "../requests/store.ts";
import type { AssignmentRow } from "./assignment.ts";

/** Is this somebody who helps the viewer's own family? Then they are closer than a stranger. */
export async function helpsViewer(ctx: Context, { requestId }: AssignmentRow): Promise<boolean> {
  const request = requestId ? await batch(ctx, requestsById, requestId) : undefined;
  return request !== undefined && request.requesterId === ctx.viewer?.personId;
}
