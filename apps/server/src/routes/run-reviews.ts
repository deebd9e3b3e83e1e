import type { Clock, PlanReview, RunReadings } from "@strideiq/application";
import { FitnessAnswer, FitnessQuery, PlanParams, ReviewAnswer, ReviewQuery } from "@strideiq/contracts";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Doorman } from "../http/athlete.ts";
import { sendProblem } from "../http/problems.ts";
import { keyOf } from "./plan-key.ts";

export interface RunReviewRoutesOptions {
  readonly doorman: Doorman;
  readonly runReadings: RunReadings;
  readonly today: Clock["today"];
}

export const runReviewRoutes: FastifyPluginAsyncZod<RunReviewRoutesOptions> = async (app, options) => {
  const { doorman, runReadings, today } = options;
  const dayIn = (timeZone = "UTC") => today(timeZone) ?? today("UTC");

  app.get(
    "/v1/me/fitness",
    {
      schema: {
        tags: ["activities"],
        summary: "Load, fitness and fatigue of each day, up to today",
        querystring: FitnessQuery,
        response: { 200: FitnessAnswer },
      },
    },
    async (request, reply) => {
      void reply.header("cache-control", "no-store");
      const visitor = await doorman.visitorOf(request);
      const day = dayIn(request.query.timeZone);
      if (visitor === undefined || day === undefined) return { days: [] };
      return { days: [...(await runReadings.fitness(visitor, day, request.query.days))] };
    },
  );

  app.get(
    "/v1/plans/:planId/review",
    {
      config: { problems: ["plan_not_found"] },
      schema: {
        tags: ["completions"],
        summary:
          "A plan beside what was run: by week and phase, what is to be asked, and what was run beside it",
        params: PlanParams,
        querystring: ReviewQuery,
        response: { 200: ReviewAnswer },
      },
    },
    async (request, reply) => {
      void reply.header("cache-control", "no-store");
      const key = await keyOf(doorman, request);
      const { timeZone: asked } = request.query;
      const todayIn = (ofPlan: string) => (asked === undefined ? undefined : today(asked)) ?? dayIn(ofPlan);
      const found = key && (await runReadings.review(key, todayIn));
      return found === undefined ? sendProblem(reply, "plan_not_found") : presentReview(found);
    },
  );
  return Promise.resolve();
};

const presentReview = ({
  adherence,
  extra,
  found,
  metresByWeek,
  named,
  questions,
}: PlanReview): ReviewAnswer => ({
  plan: adherence.plan,
  weeks: [...adherence.byWeek].map(([week, one]) => ({
    week,
    ...one,
    doneMetres: metresByWeek.get(week) ?? 0,
  })),
  phases: [...adherence.byPhase].map(([phase, one]) => ({ phase, ...one })),
  questions: questions.map(({ candidates, sessionId, why }) => ({
    sessionId,
    why,
    candidates: candidates.map((ids) => [...ids]),
  })),
  sessions: found.map(({ runIds, score, sessionId }) => ({ sessionId, score, activityIds: [...runIds] })),
  runs: named.flatMap(({ id, metres, movingSeconds, name, source, sport, start }) =>
    start === null
      ? []
      : [
          {
            activityId: id,
            day: start.day,
            clock: source === "manual" ? null : clockOf(start),
            ...{ name, sport, metres, movingSeconds },
          },
        ],
  ),
  extra: extra.flatMap(({ activity: { id, metres, sport, start }, load }) =>
    start === null ? [] : [{ activityId: id, day: start.day, sport, metres, load }],
  ),
});

/** The time of day on the clock of the place. */
const clockOf = ({ at, utcOffsetSeconds }: { readonly at: number; readonly utcOffsetSeconds: number }) =>
  new Date(at + utcOffsetSeconds * 1000).toISOString().slice(11, 16);
