import type { Clock, RunReadings } from "@strideiq/application";
import {
  ActivityDetailAnswer,
  ActivityDetailQuery,
  ActivityListAnswer,
  ActivityListQuery,
  ActivityParams,
  TrainingHistoryAnswer,
  TrainingHistoryQuery,
} from "@strideiq/contracts";
import type { RunningSoFar, VolumeTier } from "@strideiq/engine";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Doorman } from "../http/athlete.ts";
import { sendProblem } from "../http/problems.ts";
import { pageOf, shownPage } from "./page-of.ts";
import { presentActivity, presentDetail } from "./present-activity.ts";

export interface ActivityRoutesOptions {
  readonly doorman: Doorman;
  readonly runReadings: RunReadings;
  readonly today: Clock["today"];
  /** The level that the running so far says; null when nothing is known of it. */
  readonly tierOfRuns: (soFar: RunningSoFar) => VolumeTier | null;
}

const tags = ["activities"];

const NOTHING_RUN = {
  weeklyMetres: null,
  longestMetres: null,
  weeks: [],
  tier: null,
  sources: [],
  cappedWeeks: 0,
} satisfies TrainingHistoryAnswer;

export const activityRoutes: FastifyPluginAsyncZod<ActivityRoutesOptions> = async (app, options) => {
  const { doorman, runReadings, tierOfRuns, today } = options;

  app.get(
    "/v1/activities",
    {
      schema: {
        tags,
        summary: "What was run, newest first; of two recordings of one run both, and which counts",
        querystring: ActivityListQuery,
        response: { 200: ActivityListAnswer },
      },
    },
    async (request, reply) => {
      void reply.header("cache-control", "no-store");
      const visitor = await doorman.visitorOf(request);
      if (visitor === undefined) return { activities: [], next: null };
      const found = await runReadings.list(visitor, pageOf(request.query));
      const { items, next } = shownPage(found, request.query, ({ activity }) => activity.id);
      return { activities: items.map(presentActivity), next };
    },
  );

  app.get(
    "/v1/me/training-history",
    {
      schema: {
        tags,
        summary:
          "What your runs say of the time before a plan: kilometres a week, the longest run, and the level",
        querystring: TrainingHistoryQuery,
        response: { 200: TrainingHistoryAnswer },
      },
    },
    async (request, reply) => {
      void reply.header("cache-control", "no-store");
      const visitor = await doorman.visitorOf(request);
      const day = today(request.query.timeZone ?? "UTC") ?? today("UTC");
      if (visitor === undefined || day === undefined) return NOTHING_RUN;
      const told = await runReadings.history(visitor, day);
      const { cappedWeeks, history, longestMetres, sources, weeklyMetres } = told;
      const { distance } = request.query;
      return {
        weeklyMetres,
        longestMetres,
        weeks: [...(history?.weeks ?? [])],
        tier: distance === undefined ? null : tierOfRuns({ ...told, distance, result: null }),
        sources: [...sources],
        cappedWeeks,
      };
    },
  );
  return Promise.resolve();
};

export const activityItemRoutes: FastifyPluginAsyncZod<ActivityRoutesOptions> = async (app, options) => {
  const { doorman, runReadings } = options;

  app.get(
    "/v1/activities/:activityId",
    {
      config: { problems: ["activity_not_found"] },
      schema: {
        tags,
        summary: "One activity with laps, a track to draw, and how its session went",
        params: ActivityParams,
        querystring: ActivityDetailQuery,
        response: { 200: ActivityDetailAnswer },
      },
    },
    async (request, reply) => {
      void reply.header("cache-control", "no-store");
      const visitor = await doorman.visitorOf(request);
      const key = visitor && { athleteId: visitor.athleteId, activityId: request.params.activityId };
      const found = key && (await runReadings.find(key, request.query.thresholdHeartRate));
      return found === undefined ? sendProblem(reply, "activity_not_found") : presentDetail(found);
    },
  );

  app.get<{ Params: ActivityParams; Reply: Buffer }>(
    "/v1/activities/:activityId/original",
    {
      config: { problems: ["activity_not_found", "file_not_there"] },
      schema: {
        tags,
        summary: "The file that an activity came from, as it came, gzipped",
        params: ActivityParams,
      },
    },
    async (request, reply) => {
      const visitor = await doorman.visitorOf(request);
      const key = visitor && { athleteId: visitor.athleteId, activityId: request.params.activityId };
      if (key === undefined || (await runReadings.find(key)) === undefined)
        return sendProblem(reply, "activity_not_found");
      const content = await runReadings.original(key);
      if (content === undefined) return sendProblem(reply, "file_not_there");
      return reply
        .header("cache-control", "no-store")
        .header("content-disposition", `attachment; filename="${key.activityId}.gz"`)
        .type("application/gzip")
        .send(Buffer.from(content));
    },
  );
  return Promise.resolve();
};
