import type { LucideIcon } from "lucide-react";

/** A Lucide outline at the size of the text beside it. Always decoration: the word beside it carries the meaning. */
export function Icon({ as: Drawing }: { as: LucideIcon }) {
  return <Drawing className="icon" aria-hidden="true" focusable="false" />;
}
