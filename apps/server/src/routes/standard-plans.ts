import type { CheckAccess, NewPlan, PreviewStandardPlan, RequestPlan } from "@strideiq/application";
import {
  PlacingBody,
  PlanAccepted,
  PlanWish,
  PreviewAnswer,
  requestOfWish,
  StandardPlanListAnswer,
  StandardPlanListQuery,
  StandardPlanParams,
  StandardPlanQuery,
  type WishContext,
} from "@strideiq/contracts";
import { type StandardPlan, standardPlanName, standardRequest } from "@strideiq/engine";
import type { FastifyRequest } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Doorman } from "../http/athlete.ts";
import { spendsPlan } from "../http/gate.ts";
import { switchedOffFor } from "../http/offered.ts";
import { sendProblem } from "../http/problems.ts";
import type { NewIdFor } from "../http/retries.ts";
import { sendRequested } from "./plans.ts";
import { sendPreview } from "./previews.ts";
import { shownPage } from "./page-of.ts";

export interface StandardPlanRoutesOptions {
  readonly doorman: Doorman;
  /** Those of the configuration in force, which can be another at the next request. */
  readonly standardPlans: () => readonly StandardPlan[];
  readonly requestPlan: RequestPlan;
  readonly previewStandardPlan: PreviewStandardPlan;
  readonly wishContext: () => WishContext;
  readonly newIdFor: NewIdFor;
  readonly plansPerMinute: number;
  readonly checkAccess: CheckAccess;
}

const tags = ["standard plans"];

/** A race whose plans are switched off for somebody is in no list of theirs; what has to be bought is. */
async function offeredTo(
  request: FastifyRequest,
  { doorman, checkAccess }: Pick<StandardPlanRoutesOptions, "doorman" | "checkAccess">,
): Promise<(plan: StandardPlan) => boolean> {
  const off = await switchedOffFor(await doorman.visitorOf(request), checkAccess);
  return ({ distance }) => !off.has(`plan.standard.${distance}`);
}

const findPlan = (plans: readonly StandardPlan[], id: string): StandardPlan | undefined =>
  plans.find((plan) => standardPlanName(plan) === id);

export const standardPlanListRoutes: FastifyPluginAsyncZod<
  Pick<StandardPlanRoutesOptions, "standardPlans" | "doorman" | "checkAccess">
> = async (app, { standardPlans, ...deps }) => {
  app.get(
    "/v1/standard-plans",
    {
      config: { anybody: true },
      schema: {
        tags,
        summary: "The standard plans, by id",
        querystring: StandardPlanListQuery,
        response: { 200: StandardPlanListAnswer },
      },
    },
    async (request) => {
      const { after = "", limit } = request.query;
      const isOffered = await offeredTo(request, deps);
      const plans = standardPlans()
        .filter(isOffered)
        .map((plan) => ({ id: standardPlanName(plan), ...plan }))
        .filter(({ id }) => id > after)
        .toSorted((one, other) => (one.id < other.id ? -1 : 1))
        .slice(0, limit + 1);
      const { items, next } = shownPage(plans, request.query, ({ id }) => id);
      return { plans: [...items], next };
    },
  );
  return Promise.resolve();
};

export const standardPlanRoutes: FastifyPluginAsyncZod<StandardPlanRoutesOptions> = async (app, options) => {
  const { standardPlans, doorman, requestPlan, wishContext, newIdFor, plansPerMinute } = options;
  const rateLimit = { max: plansPerMinute, timeWindow: "1 minute" };

  app.get<{ Params: { standardPlanId: string }; Querystring: StandardPlanQuery; Reply: Buffer }>(
    "/v1/standard-plans/:standardPlanId",
    {
      config: { anybody: true, problems: ["standard_plan_not_found"], rateLimit },
      schema: {
        tags,
        summary: "A standard plan with its days, for a race on the day that is named; nothing is stored",
        params: StandardPlanParams,
        querystring: StandardPlanQuery,
        response: { 200: PreviewAnswer },
      },
    },
    async (request, reply) => {
      const isOffered = await offeredTo(request, options);
      const standard = findPlan(standardPlans().filter(isOffered), request.params.standardPlanId);
      const { raceDate, units } = request.query;
      return standard === undefined
        ? sendProblem(reply, "standard_plan_not_found")
        : sendPreview(reply, options.previewStandardPlan(standardRequest(standard, raceDate, units)), units);
    },
  );

  app.post(
    "/v1/standard-plans/:standardPlanId/place",
    {
      config: { problems: ["standard_plan_not_found"], rateLimit },
      schema: {
        tags,
        summary: "Make a standard plan yours, for your race and your days; it is made in the background",
        params: StandardPlanParams,
        body: PlacingBody,
        response: { 202: PlanAccepted },
      },
    },
    async (request, reply) => {
      const standard = findPlan(standardPlans(), request.params.standardPlanId);
      if (standard === undefined) return sendProblem(reply, "standard_plan_not_found");
      const { distance, tier, weeks, daysPerWeek } = standard;
      const wish = requestOfWish(
        PlanWish.parse({ ...request.body, distance, tier, weeks, daysPerWeek }),
        wishContext(),
      );
      const forAthlete = async (): Promise<NewPlan> => {
        const whose = await doorman.expect(request, reply);
        const ids = { planId: newIdFor(request, "plan"), jobId: newIdFor(request, "job") };
        return { ...whose, ...ids, spendsPlan: spendsPlan(request) };
      };
      const requested = await requestPlan(wish, forAthlete, request.id);
      return sendRequested(request, reply, requested, wish.units);
    },
  );
  return Promise.resolve();
};
