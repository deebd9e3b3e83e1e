import type { Result } from "@strideiq/engine";
import { useQuery } from "@tanstack/react-query";
import type { Answers } from "@strideiq/client";
import { type ApiProblem, ask } from "./client.ts";

type PlanListAnswer = Answers["GET /v1/plans"];
export type PlanInList = PlanListAnswer["plans"][number];

/** More plans than anybody keeps; the list says when there are others. */
const PLANS_SHOWN = 50;
const RETRY_MS = 2000;

/** The visitor's plans, newest first. */
export const usePlanList = (): Result<PlanListAnswer, ApiProblem> | undefined =>
  useQuery({
    queryKey: ["plans"],
    queryFn: () => ask("GET /v1/plans", { query: { limit: PLANS_SHOWN } }),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.ok === false ||
      state.data?.value.plans.some(({ status }) => status === "generating") === true
        ? RETRY_MS
        : false,
  }).data;
