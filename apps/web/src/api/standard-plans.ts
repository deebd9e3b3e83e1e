import type { Answers } from "@strideiq/client";
import type { CalendarDate, Result, Units } from "@strideiq/engine";
import { useQuery } from "@tanstack/react-query";
import { type ApiProblem, ask } from "./client.ts";

export type StandardPlan = Answers["GET /v1/standard-plans"]["plans"][number];
type Preview = Answers["GET /v1/standard-plans/{standardPlanId}"];

const ALL = 100;

/** The standard plans; undefined until they are here. */
export const useStandardPlans = (): Result<Answers["GET /v1/standard-plans"], ApiProblem> | undefined =>
  useQuery({
    queryKey: ["standard-plans"],
    queryFn: () => ask("GET /v1/standard-plans", { query: { limit: ALL } }),
    refetchInterval: ({ state }) => (state.data?.ok === false ? 2000 : false),
  }).data;

interface Wanted {
  readonly standardPlanId: string;
  readonly raceDate: CalendarDate;
  readonly units: Units;
}

/** One of them with its days, for a race on a day. Nothing is stored. */
export const useStandardPlan = ({
  standardPlanId,
  raceDate,
  units,
}: Wanted): Result<Preview, ApiProblem> | undefined =>
  useQuery({
    queryKey: ["standard-plan", standardPlanId, raceDate, units],
    queryFn: () =>
      ask("GET /v1/standard-plans/{standardPlanId}", {
        path: { standardPlanId },
        query: { raceDate, units },
      }),
    enabled: standardPlanId !== "",
    placeholderData: (previous) => previous,
  }).data;
