import type { Answers } from "@strideiq/client";
import type { CalendarDate, Result } from "@strideiq/engine";
import { useQuery } from "@tanstack/react-query";
import { type ApiProblem, ask } from "./client.ts";

type Calendar = Answers["GET /v1/calendar"];
export type CalendarSession = Calendar["sessions"][number];

/** The sessions of all plans between two days. */
export const useCalendar = (from: CalendarDate, to: CalendarDate): Result<Calendar, ApiProblem> | undefined =>
  useQuery({
    queryKey: ["calendar", from, to],
    queryFn: () => ask("GET /v1/calendar", { query: { from, to } }),
    staleTime: 0,
  }).data;
