import { useQuery } from "@apollo/client/react";
import { BoardScopeDocument } from "./board.generated.ts";

export type District = { id: string; name: string };

/** The districts whose boards the viewer may watch: those they coordinate, all for the city's staff. */
export function useDistricts(): { districts: readonly District[] | undefined; error: unknown; retry: () => unknown } {
  const { data, error, refetch } = useQuery(BoardScopeDocument);
  return { districts: data && districtsOf(data), error, retry: () => refetch() };
}

type Scope = {
  viewer: { roles: readonly { role: string; district: District | null }[] } | null;
  districts: readonly District[];
};

export function districtsOf({ viewer, districts }: Scope): readonly District[] {
  const grants = viewer?.roles.filter(({ role }) => role === "COORDINATOR" || role === "STAFF") ?? [];
  if (grants.some(({ district }) => district === null)) return districts;
  const own = new Set(grants.map(({ district }) => district?.id));
  return districts.filter(({ id }) => own.has(id));
}
