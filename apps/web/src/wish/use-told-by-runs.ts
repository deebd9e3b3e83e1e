import type { RaceDistance } from "@strideiq/engine";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ask } from "../api/client.ts";
import { RUNS } from "../runs/run-api.ts";
import type { ToldByRuns } from "./from-runs.ts";
import { browserTimeZone } from "./race-date.ts";

/** What the visitor's runs say for a race. */
export function useToldByRuns(distance: RaceDistance): ToldByRuns | null {
  const { data } = useQuery({
    queryKey: [...RUNS, "history", distance],
    queryFn: () => ask("GET /v1/me/training-history", { query: { timeZone: browserTimeZone(), distance } }),
    placeholderData: keepPreviousData,
  });
  if (data?.ok !== true) return null;
  const { longestMetres, weeklyMetres, ...rest } = data.value;
  return longestMetres === null || weeklyMetres === null ? null : { ...rest, longestMetres, weeklyMetres };
}
