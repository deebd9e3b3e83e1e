import type { Answers } from "@strideiq/client";
import { useQuery } from "@tanstack/react-query";
import { createContext, useContext, useMemo } from "react";
import { ask } from "../../api/client.ts";
import { RUNS } from "../../runs/run-api.ts";
import type { Judgement } from "../session-state.ts";

type Answer = Answers["GET /v1/plans/{planId}/review"];
export type Question = Answer["questions"][number];
export type NamedRun = Answer["runs"][number];
export type FoundSession = Answer["sessions"][number];

/** A plan beside what was run, ready to be looked things up in. */
export interface Review {
  readonly told: Answer;
  readonly asked: ReadonlyMap<string, Question>;
  readonly found: ReadonlyMap<string, FoundSession>;
  readonly runs: ReadonlyMap<string, NamedRun>;
}

const reviewOf = (told: Answer): Review => ({
  told,
  asked: new Map(told.questions.map((question) => [question.sessionId, question])),
  found: new Map(told.sessions.map((session) => [session.sessionId, session])),
  runs: new Map(told.runs.map((run) => [run.activityId, run])),
});

interface Asked {
  readonly planId: string;
  readonly timeZone: string;
  /** When the page last heard what became of the sessions: then the plan stands otherwise beside the runs, too. */
  readonly heardAt: number;
}

/** What the calendar says of a session by it. */
export const judgementOf = (review: Review | null, sessionId: string): Judgement => ({
  isKnown: review !== null,
  isAsked: review?.asked.has(sessionId) ?? false,
  score: review?.found.get(sessionId)?.score ?? null,
});

/** Null until it has come, and where it cannot be had: the calendar does not wait for it. */
export function useReviewOf({ heardAt, planId, timeZone }: Asked): Review | null {
  const { data } = useQuery({
    queryKey: [...RUNS, "review", planId, heardAt],
    queryFn: () => ask("GET /v1/plans/{planId}/review", { path: { planId }, query: { timeZone } }),
    enabled: heardAt > 0,
    placeholderData: (before) => before,
  });
  return useMemo(() => (data?.ok === true ? reviewOf(data.value) : null), [data]);
}

const ReviewContext = createContext<Review | null>(null);
export const ReviewProvider = ReviewContext.Provider;

/** Null where a plan is only looked at, too. */
export const useReview = (): Review | null => useContext(ReviewContext);
