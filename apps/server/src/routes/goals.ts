import type { Changed, Goal, Goals } from "@strideiq/application";
import { Done, GoalAnswer, GoalBody, GoalListAnswer, GoalParams, IdPageQuery } from "@strideiq/contracts";
import type { FastifyReply } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Doorman } from "../http/athlete.ts";
import { expectedRevision, planTag } from "../http/preconditions.ts";
import { sendProblem } from "../http/problems.ts";
import type { NewIdFor } from "../http/retries.ts";
import { pageOf, shownPage } from "./page-of.ts";

export interface GoalRoutesOptions {
  readonly doorman: Doorman;
  readonly goals: Goals;
  readonly newIdFor: NewIdFor;
}

const tags = ["goals"];

export const goalRoutes: FastifyPluginAsyncZod<GoalRoutesOptions> = async (app, options) => {
  const { doorman, goals, newIdFor } = options;

  app.get(
    "/v1/goals",
    {
      schema: {
        tags,
        summary: "The races you want to run, newest first",
        querystring: IdPageQuery,
        response: { 200: GoalListAnswer },
      },
    },
    async (request, reply) => {
      void reply.header("cache-control", "no-store");
      const visitor = await doorman.visitorOf(request);
      if (visitor === undefined) return { goals: [], next: null };
      const found = await goals.list(visitor, pageOf(request.query));
      const { items, next } = shownPage(found, request.query, ({ id }) => id);
      return { goals: items.map(present), next };
    },
  );

  app.post(
    "/v1/goals",
    {
      schema: {
        tags,
        summary: "Name a race that you want to run",
        body: GoalBody,
        response: { 201: GoalAnswer },
      },
    },
    async (request, reply) => {
      const visitor = await doorman.admit(request, reply);
      const goal = await goals.add(visitor, newIdFor(request, "goal"), request.body);
      return sendGoal(reply.code(201).header("location", `/v1/goals/${goal.id}`), goal);
    },
  );
  return Promise.resolve();
};

export const goalItemRoutes: FastifyPluginAsyncZod<GoalRoutesOptions> = async (app, { doorman, goals }) => {
  app.get(
    "/v1/goals/:goalId",
    {
      config: { problems: ["goal_not_found"] },
      schema: { tags, summary: "One goal", params: GoalParams, response: { 200: GoalAnswer } },
    },
    async (request, reply) => {
      const visitor = await doorman.visitorOf(request);
      const goal = visitor && (await goals.find(visitor, request.params.goalId));
      return goal === undefined ? sendProblem(reply, "goal_not_found") : sendGoal(reply, goal);
    },
  );

  app.put(
    "/v1/goals/:goalId",
    {
      config: { problems: ["goal_not_found", "changed_meanwhile"] },
      schema: {
        tags,
        summary: "Change a goal; takes If-Match",
        params: GoalParams,
        body: GoalBody,
        response: { 200: GoalAnswer },
      },
    },
    async (request, reply) => {
      const { goalId } = request.params;
      const visitor = await doorman.visitorOf(request);
      if (visitor === undefined) return sendProblem(reply, "goal_not_found");
      const changed = await goals.change(visitor, goalId, request.body, expectedRevision(request, goalId));
      return changed.state === "changed"
        ? sendGoal(reply, changed.value)
        : sendUnchanged(reply, changed.state);
    },
  );

  app.delete(
    "/v1/goals/:goalId",
    {
      config: { problems: ["goal_not_found", "changed_meanwhile"] },
      schema: {
        tags,
        summary: "Delete a goal; takes If-Match",
        params: GoalParams,
        response: { 200: Done },
      },
    },
    async (request, reply) => {
      const { goalId } = request.params;
      const visitor = await doorman.visitorOf(request);
      if (visitor === undefined) return sendProblem(reply, "goal_not_found");
      const removed = await goals.remove(visitor, goalId, expectedRevision(request, goalId));
      return removed.state === "changed"
        ? ({ status: "done" } as const)
        : sendUnchanged(reply, removed.state);
    },
  );
  return Promise.resolve();
};

const sendUnchanged = (
  reply: FastifyReply,
  state: Exclude<Changed<Goal>["state"], "changed">,
): FastifyReply => sendProblem(reply, state === "not_found" ? "goal_not_found" : "changed_meanwhile");

const sendGoal = (reply: FastifyReply, goal: Goal): FastifyReply =>
  reply
    .header("etag", planTag(goal.id, goal.revision))
    .header("cache-control", "no-store")
    .send(present(goal));

const present = ({ createdAt, ...goal }: Goal) => ({ ...goal, createdAt: createdAt.toISOString() });
