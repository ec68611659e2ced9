/** What the fill panel is about, as the address says it: `shift/<id>` or `request/<id>`. */
export type Work = { noun: "shift" | "request"; id: string };

export function readWork(text: string | undefined): Work | undefined {
  const [noun, id] = text?.split("/") ?? [];
  return id && (noun === "shift" || noun === "request") ? { noun, id } : undefined;
}

/** What a task asks to be opened; a credential has no panel. */
export function workOf(task: { shift: { id: string } | null; request: { id: string } | null }): string | undefined {
  if (task.shift) return `shift/${task.shift.id}`;
  return task.request ? `request/${task.request.id}` : undefined;
}
