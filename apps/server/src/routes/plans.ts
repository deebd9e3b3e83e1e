import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { NewPlan, PlanReading, ReadPlan, RequestPlan } from "@strideiq/application";
import {
  NotModified,
  PlanAccepted,
  PlanAnswer,
  PlanParams,
  PlanWish,
  requestOfWish,
  type WishContext,
} from "@strideiq/contracts";
import type { Units } from "@strideiq/engine";
import { explainRequestProblem } from "@strideiq/wording";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Doorman } from "../http/athlete.ts";
import { refuseUnpaid, spendsPlan } from "../http/gate.ts";
import { sendProblem } from "../http/problems.ts";
import { acceptsGzip, bytesOf, isStillGood, readyHeaders } from "../http/ready-plan.ts";
import type { NewIdFor } from "../http/retries.ts";
import { presentUnfinished } from "./present-plan.ts";

export interface PlanRoutesOptions {
  readonly doorman: Doorman;
  readonly requestPlan: RequestPlan;
  readonly readPlan: ReadPlan;
  readonly wishContext: () => WishContext;
  /** The id of what a request makes; the same for a request that is sent again. */
  readonly newIdFor: NewIdFor;
  readonly plansPerMinute: number;
}

const tags = ["plans"];

export const planRoutes: FastifyPluginAsyncZod<PlanRoutesOptions> = async (app, options) => {
  const { doorman, requestPlan, readPlan, wishContext, newIdFor, plansPerMinute } = options;

  app.post(
    "/v1/plans",
    {
      config: { rateLimit: { max: plansPerMinute, timeWindow: "1 minute" } },
      schema: {
        tags,
        summary: "Ask for a plan; it is made in the background",
        body: PlanWish,
        response: { 202: PlanAccepted },
      },
    },
    async (request, reply) => {
      const wish = requestOfWish(request.body, wishContext());
      const forAthlete = async (): Promise<NewPlan> => {
        const whose = await doorman.expect(request, reply);
        const ids = { planId: newIdFor(request, "plan"), jobId: newIdFor(request, "job") };
        return { ...whose, ...ids, spendsPlan: spendsPlan(request) };
      };
      const requested = await requestPlan(wish, forAthlete, request.id);
      return sendRequested(request, reply, requested, wish.units);
    },
  );

  app.get<{ Params: PlanParams; Reply: Buffer }>(
    "/v1/plans/:planId",
    {
      config: { problems: ["plan_not_found"] },
      schema: {
        tags,
        summary: "A plan, or how far it has come",
        params: PlanParams,
        response: { 200: PlanAnswer, 304: NotModified },
      },
    },
    async (request, reply) => {
      const { planId } = request.params;
      const visitor = await doorman.visitorOf(request);
      const reading = visitor && (await readPlan({ planId, athleteId: visitor.athleteId }));
      if (reading === undefined) return sendProblem(reply, "plan_not_found");
      return sendReading(request, reply, planId, reading);
    },
  );
  return Promise.resolve();
};

/** Where the plan will be, or why there will be none. */
export async function sendRequested(
  request: FastifyRequest,
  reply: FastifyReply,
  requested: Awaited<ReturnType<RequestPlan>>,
  units: Units,
): Promise<FastifyReply> {
  if (requested.ok) return sendAccepted(reply, requested.value);
  if ("type" in requested.error) return refuseUnpaid(request, reply);
  const errors = requested.error.map((problem) => explainRequestProblem(problem, units));
  return sendProblem(reply, "invalid_request", errors);
}

const sendAccepted = (
  reply: FastifyReply,
  { planId, jobId }: Pick<NewPlan, "planId" | "jobId">,
): FastifyReply =>
  reply.code(202).header("location", `/v1/plans/${planId}`).send({ planId, status: "generating", jobId });

/** A plan that is ready with its tag, or how far it has come. */
export async function sendReading(
  request: FastifyRequest,
  reply: FastifyReply,
  planId: string,
  reading: PlanReading,
): Promise<FastifyReply> {
  if (reading.state !== "ready") {
    const answer = JSON.stringify(presentUnfinished(planId, reading));
    void reply.type("application/json; charset=utf-8").header("cache-control", "no-store");
    return reply.send(Buffer.from(answer));
  }
  const headers = readyHeaders(planId, reading);
  void reply.headers(headers);
  if (isStillGood(request.headers, headers)) return reply.code(304).send();
  if (acceptsGzip(request.headers)) return reply.header("content-encoding", "gzip").send(bytesOf(reading));
  return reply.send(await decompress(reading.snapshot));
}

const decompress = promisify(gunzip);
