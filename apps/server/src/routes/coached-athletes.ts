import { type CoachView, rangeProblem } from "@strideiq/application";
import {
  CalendarAnswer,
  CalendarQuery,
  CoachedParams,
  CoachedPlanParams,
  NotModified,
  PlanAnswer,
  PlanListAnswer,
  PlanListQuery,
} from "@strideiq/contracts";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Doorman } from "../http/athlete.ts";
import { sendProblem } from "../http/problems.ts";
import { explainRange } from "./calendar.ts";
import { coachOf } from "./coach-desk.ts";
import { pageOf, shownPage } from "./page-of.ts";
import { presentSummary } from "./plan-list.ts";
import { sendReading } from "./plans.ts";

export interface CoachedAthletesRoutesOptions {
  readonly doorman: Doorman;
  readonly coachView: CoachView;
}

const tags = ["coaching"];
const config = { personOnly: true } as const;

/** What a coach may see of those who invited them. To anybody else there is nothing here, not even a refusal. */
export const coachedAthletesRoutes: FastifyPluginAsyncZod<CoachedAthletesRoutesOptions> = async (
  app,
  { doorman, coachView },
) => {
  app.get(
    "/v1/coach/athletes/:athleteId/plans",
    {
      config: { ...config, problems: ["not_coached"] },
      schema: {
        tags,
        summary: "The plans of an athlete who invited you, newest first",
        params: CoachedParams,
        querystring: PlanListQuery,
        response: { 200: PlanListAnswer },
      },
    },
    async (request, reply) => {
      const coach = await coachOf(doorman, request);
      const plans = coach && (await coachView.plans({ ...coach, ...request.params }, pageOf(request.query)));
      if (plans === undefined) return sendProblem(reply, "not_coached");
      void reply.header("cache-control", "no-store");
      const { items, next } = shownPage(plans, request.query, ({ planId }) => planId);
      return { plans: items.map(presentSummary), next };
    },
  );

  app.get<{ Params: CoachedPlanParams; Reply: Buffer }>(
    "/v1/coach/athletes/:athleteId/plans/:planId",
    {
      config: { ...config, problems: ["not_coached"] },
      schema: {
        tags,
        summary: "A plan of an athlete who invited you",
        params: CoachedPlanParams,
        response: { 200: PlanAnswer, 304: NotModified },
      },
    },
    async (request, reply) => {
      const coach = await coachOf(doorman, request);
      const reading = coach && (await coachView.plan({ ...coach, ...request.params }));
      if (reading === undefined) return sendProblem(reply, "not_coached");
      return sendReading(request, reply, request.params.planId, reading);
    },
  );
  return Promise.resolve();
};

export const coachedCalendarRoutes: FastifyPluginAsyncZod<CoachedAthletesRoutesOptions> = async (
  app,
  { doorman, coachView },
) => {
  app.get(
    "/v1/coach/athletes/:athleteId/calendar",
    {
      config: { ...config, problems: ["not_coached"] },
      schema: {
        tags,
        summary: "The sessions of an athlete who invited you, between two days",
        params: CoachedParams,
        querystring: CalendarQuery,
        response: { 200: CalendarAnswer },
      },
    },
    async (request, reply) => {
      const { from, to } = request.query;
      const coach = await coachOf(doorman, request);
      if (coach === undefined) return sendProblem(reply, "not_coached");
      const wrong = rangeProblem(from, to);
      if (wrong !== null) return sendProblem(reply, "invalid_request", [explainRange(wrong)]);
      const sessions = await coachView.calendar({ ...coach, ...request.params }, from, to);
      if (sessions === undefined) return sendProblem(reply, "not_coached");
      void reply.header("cache-control", "no-store");
      return { from, to, sessions: [...sessions] };
    },
  );
  return Promise.resolve();
};
