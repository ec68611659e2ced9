import { useQuery } from "@apollo/client/react";
import { useNavigate } from "@tanstack/react-router";
import { CalendarClock, Inbox, LayoutDashboard, Phone } from "lucide-react";
import { useViewer } from "../../lib/viewer.ts";
import type { Entry } from "./entry.ts";
import {
  FindDistrictsDocument,
  type FindDistrictsQuery,
  FindHotlinesDocument,
  FindRequestsDocument,
  FindTasksDocument,
} from "./find.generated.ts";

/** What the viewer may see by name: her own requests, hotlines, or what waits on her district's board. */
export function useThings(): readonly Entry[] {
  const role = useViewer()?.role;
  const navigate = useNavigate();
  const watches = role === "coordinator" || role === "staff";
  const requests = useQuery(FindRequestsDocument, { skip: role !== "family" });
  const hotlines = useQuery(FindHotlinesDocument, { skip: role !== "counsellor" });
  const scope = useQuery(FindDistrictsDocument, { skip: !watches });
  const districts = scope.data ? watched(scope.data) : [];
  // One district's tasks: whoever watches the whole city chooses a board first.
  const [only] = districts.length === 1 ? districts : [];
  const tasks = useQuery(
    FindTasksDocument,
    only ? { variables: { district: only.id } } : { skip: true, variables: { district: "" } },
  );
  return [
    ...(requests.data?.myRequests.edges ?? []).map(({ node: { id, number, title } }) => ({
      key: id,
      label: `${number} ${title}`,
      icon: Inbox,
      go: () => void navigate({ to: "/requests/$id", params: { id } }),
    })),
    ...(hotlines.data?.sites ?? []).map(({ id, name }) => ({
      key: id,
      label: name,
      icon: Phone,
      go: () => void navigate({ to: "/slots", search: { site: id } }),
    })),
    ...districts.map(({ id, name }) => ({
      key: `district/${id}`,
      label: name,
      icon: LayoutDashboard,
      go: () => void navigate({ to: "/board", search: { district: id } }),
    })),
    ...(tasks.data?.board?.tasks ?? []).flatMap(({ id, title, detail, shift, request }) => {
      const fill = shift ? `shift/${shift.id}` : request ? `request/${request.id}` : undefined;
      const go = () => void navigate({ to: "/board", search: (old) => ({ district: old.district, fill }) });
      return fill ? [{ key: id, label: title, note: detail, icon: shift ? CalendarClock : Inbox, go }] : [];
    }),
  ];
}

/** The districts whose boards are the viewer's to watch; a grant without one is for the whole city. */
function watched({ viewer, districts }: FindDistrictsQuery): FindDistrictsQuery["districts"] {
  const grants = viewer?.roles.filter(({ role }) => role === "COORDINATOR" || role === "STAFF") ?? [];
  const own = new Set(grants.map(({ district }) => district?.id));
  return own.has(undefined) ? districts : districts.filter(({ id }) => own.has(id));
}
