import type { PlanShelf, PlanSummary } from "@strideiq/application";
import { Done, PlanListAnswer, PlanListQuery, PlanParams } from "@strideiq/contracts";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Doorman } from "../http/athlete.ts";
import { expectedRevision } from "../http/preconditions.ts";
import { sendProblem } from "../http/problems.ts";
import { keyOf } from "./plan-key.ts";
import { pageOf, shownPage } from "./page-of.ts";

export interface PlanListRoutesOptions {
  readonly doorman: Doorman;
  readonly shelf: PlanShelf;
}

const tags = ["plans"];

export const planListRoutes: FastifyPluginAsyncZod<PlanListRoutesOptions> = async (app, options) => {
  const { doorman, shelf } = options;

  app.get(
    "/v1/plans",
    {
      schema: {
        tags,
        summary: "Your plans, newest first",
        querystring: PlanListQuery,
        response: { 200: PlanListAnswer },
      },
    },
    async (request, reply) => {
      void reply.header("cache-control", "no-store");
      const visitor = await doorman.visitorOf(request);
      if (visitor === undefined) return { plans: [], next: null };
      const plans = await shelf.list(visitor, pageOf(request.query));
      const { items, next } = shownPage(plans, request.query, ({ planId }) => planId);
      return { plans: items.map(presentSummary), next };
    },
  );

  app.delete(
    "/v1/plans/:planId",
    {
      config: { problems: ["plan_not_found", "plan_changed"] },
      schema: {
        tags,
        summary: "Delete a plan with its versions and what was told of its sessions; takes If-Match",
        params: PlanParams,
        response: { 200: Done },
      },
    },
    async (request, reply) => {
      const key = await keyOf(doorman, request);
      if (key === undefined) return sendProblem(reply, "plan_not_found");
      const removed = await shelf.remove(key, expectedRevision(request, key.planId));
      if (removed === "removed") return { status: "done" } as const;
      return sendProblem(reply, removed === "changed" ? "plan_changed" : "plan_not_found");
    },
  );
  return Promise.resolve();
};

/** One plan in a list, as it travels. */
export const presentSummary = ({ state, acceptedAt, ...plan }: PlanSummary) => ({
  ...plan,
  status: state,
  acceptedAt: acceptedAt.toISOString(),
});
