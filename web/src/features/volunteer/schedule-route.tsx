import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { SchedulePage } from "./schedule-page.tsx";

const route = getRouteApi("/inside/schedule");

export function ScheduleRoute() {
  const { from } = route.useSearch();
  const navigate = useNavigate();
  return <SchedulePage from={from} onFrom={(day) => void navigate({ to: "/schedule", search: { from: day } })} />;
}
