import type { Answers, Question } from "@strideiq/client";
import type { Result } from "@strideiq/engine";
import { keepPreviousData, type QueryClient, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { type ApiProblem, ask } from "../api/client.ts";
import { browserTimeZone } from "../wish/race-date.ts";

type Told<O extends keyof Answers> = Result<Answers[O], ApiProblem>;
export type Run = Answers["GET /v1/activities"]["activities"][number];
export type RunDetail = Answers["GET /v1/activities/{activityId}"];
export type Import = Answers["GET /v1/imports"]["imports"][number];
export type FileReport = Answers["GET /v1/imports/{importId}/reports"]["reports"][number];

export const RUNS = ["runs"];
const SHOWN = 30;
const REPORTS_SHOWN = 100;

export interface Runs {
  /** Undefined while nothing is known. */
  readonly runs: readonly Run[] | undefined;
  readonly isAway: boolean;
  /** Shows older ones; null when these are all. */
  readonly showOlder: (() => void) | null;
}

/** What was run, newest first, a page after the other. */
export function useRuns(): Runs {
  const { data, fetchNextPage, hasNextPage } = useInfiniteQuery({
    queryKey: [...RUNS, "list"],
    queryFn: ({ pageParam }) =>
      ask("GET /v1/activities", {
        query: { limit: SHOWN, ...(pageParam === "" ? {} : { after: pageParam }) },
      }),
    initialPageParam: "",
    getNextPageParam: (last) => (last.ok ? last.value.next : null),
    staleTime: 0,
  });
  return {
    runs: data?.pages.flatMap((page) => (page.ok ? page.value.activities : [])),
    isAway: data?.pages[0]?.ok === false,
    showOlder: hasNextPage ? () => void fetchNextPage() : null,
  };
}

export const useRun = (activityId: string): Told<"GET /v1/activities/{activityId}"> | undefined =>
  useQuery({
    queryKey: [...RUNS, activityId],
    queryFn: () => ask("GET /v1/activities/{activityId}", { path: { activityId } }),
    staleTime: 0,
  }).data;

export type FitnessDay = Answers["GET /v1/me/fitness"]["days"][number];
/** How many days back. */
export const FITNESS_SPANS = ["90", "180", "730"] as const;
export type FitnessSpan = (typeof FITNESS_SPANS)[number];

export const useFitness = (span: FitnessSpan): Told<"GET /v1/me/fitness"> | undefined =>
  useQuery({
    queryKey: [...RUNS, "fitness", span],
    queryFn: () => ask("GET /v1/me/fitness", { query: { days: Number(span), timeZone: browserTimeZone() } }),
    placeholderData: keepPreviousData,
  }).data;

/** Beats a minute; null while none is kept, undefined while nothing is known. */
export function useThresholdHeartRate(): number | null | undefined {
  const { data } = useQuery({
    queryKey: [...RUNS, "threshold-heart-rate"],
    queryFn: () => ask("GET /v1/me/threshold-heart-rate"),
  });
  return data?.ok === true ? data.value.thresholdHeartRate : undefined;
}

export const keepThresholdHeartRate = (
  beats: number | null,
): Promise<Told<"PUT /v1/me/threshold-heart-rate">> =>
  ask("PUT /v1/me/threshold-heart-rate", { body: { thresholdHeartRate: beats } });

const IMPORTS_SHOWN = 5;

export const useImports = (): Told<"GET /v1/imports"> | undefined =>
  useQuery({
    queryKey: [...RUNS, "imports"],
    queryFn: () => ask("GET /v1/imports", { query: { limit: IMPORTS_SHOWN } }),
    staleTime: 0,
  }).data;

export const useReports = (importId: string): Told<"GET /v1/imports/{importId}/reports"> | undefined =>
  useQuery({
    queryKey: [...RUNS, "reports", importId],
    queryFn: () =>
      ask("GET /v1/imports/{importId}/reports", { path: { importId }, query: { limit: REPORTS_SHOWN } }),
  }).data;

export const undoImport = (importId: string): Promise<Told<"DELETE /v1/imports/{importId}">> =>
  ask("DELETE /v1/imports/{importId}", { path: { importId } });

export const removeRun = (activityId: string): Promise<Told<"DELETE /v1/activities/{activityId}">> =>
  ask("DELETE /v1/activities/{activityId}", { path: { activityId } });

export const unlinkRun = (activityId: string): Promise<Told<"PUT /v1/activities/{activityId}/session">> =>
  ask("PUT /v1/activities/{activityId}/session", { path: { activityId }, body: { session: null } });

export const linkRun = (
  activityId: string,
  session: NonNullable<Run["session"]>,
): Promise<Told<"PUT /v1/activities/{activityId}/session">> =>
  ask("PUT /v1/activities/{activityId}/session", { path: { activityId }, body: { session } });

type Decision = Question<"POST /v1/activities/{activityId}/decisions">["body"];

/** A day, or which recordings are of one run. */
export const decideRun = (
  activityId: string,
  body: Decision,
): Promise<Told<"POST /v1/activities/{activityId}/decisions">> =>
  ask("POST /v1/activities/{activityId}/decisions", { path: { activityId }, body });

export type ToldRun = Question<"POST /v1/activities">["body"];

export const tellRun = (body: ToldRun): Promise<Told<"POST /v1/activities">> =>
  ask("POST /v1/activities", { body });

/** What was run has changed, and with it what is done of every plan. */
export const refreshRuns = (client: QueryClient): Promise<unknown> =>
  Promise.all([
    client.invalidateQueries({ queryKey: RUNS }),
    client.invalidateQueries({ queryKey: ["completions"] }),
  ]);
