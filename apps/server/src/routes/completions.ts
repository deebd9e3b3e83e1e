import type {
  Changed,
  Clock,
  CompletionRecord,
  Completions,
  CompletionTerms,
  OutsideThePlan,
} from "@strideiq/application";
import {
  CompletionAnswer,
  CompletionBody,
  CompletionListAnswer,
  CompletionListQuery,
  CompletionParams,
  Done,
  PlanParams,
} from "@strideiq/contracts";
import type { FastifyReply } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Doorman } from "../http/athlete.ts";
import { completionTag, expectedCompletion } from "../http/preconditions.ts";
import { sendProblem } from "../http/problems.ts";
import { isToCome, NOT_YET } from "./day-to-come.ts";
import { pageOf, shownPage } from "./page-of.ts";
import { keyOf } from "./plan-key.ts";

export interface CompletionRoutesOptions {
  readonly doorman: Doorman;
  readonly completions: Completions;
  readonly today: Clock["today"];
}

const tags = ["completions"];

export const completionRoutes: FastifyPluginAsyncZod<CompletionRoutesOptions> = async (app, options) => {
  const { doorman, completions } = options;

  app.get(
    "/v1/plans/:planId/completions",
    {
      config: { problems: ["plan_not_found"] },
      schema: {
        tags,
        summary: "What became of the sessions of a plan, by session id; what was told by hand wins",
        params: PlanParams,
        querystring: CompletionListQuery,
        response: { 200: CompletionListAnswer },
      },
    },
    async (request, reply) => {
      void reply.header("cache-control", "no-store");
      const key = await keyOf(doorman, request);
      const found = key && (await completions.list(key, pageOf(request.query)));
      if (found === undefined) return sendProblem(reply, "plan_not_found");
      const { items, next } = shownPage(found, request.query, ({ sessionId }) => sessionId);
      return { completions: items.map(present), next };
    },
  );
  app.get(
    "/v1/plans/:planId/sessions/:sessionId/completion",
    {
      config: { problems: ["plan_not_found", "completion_not_found"] },
      schema: {
        tags,
        summary: "What became of a session, with the ETag of what was told of it by hand",
        params: CompletionParams,
        response: { 200: CompletionAnswer },
      },
    },
    async (request, reply) => {
      const { planId, sessionId } = request.params;
      const key = await keyOf(doorman, request);
      if (key === undefined) return sendProblem(reply, "plan_not_found");
      const found = await completions.find(key, sessionId);
      return found === undefined
        ? sendProblem(reply, "completion_not_found")
        : sendCompletion(reply, planId, found);
    },
  );

  return Promise.resolve();
};

export const completionItemRoutes: FastifyPluginAsyncZod<CompletionRoutesOptions> = async (app, options) => {
  const { doorman, completions, today } = options;

  app.put(
    "/v1/plans/:planId/sessions/:sessionId/completion",
    {
      config: { problems: ["plan_not_found", "session_not_found", "changed_meanwhile"] },
      schema: {
        tags,
        summary: "Tell what became of a session; takes If-Match",
        description:
          "The ETag is that of this completion, from the answer to GET or PUT here, and of no other. `If-None-Match: *` tells of a session only if nothing was told of it by hand yet.",
        params: CompletionParams,
        body: CompletionBody,
        response: { 200: CompletionAnswer },
      },
    },
    async (request, reply) => {
      const { planId, sessionId } = request.params;
      const key = await keyOf(doorman, request);
      if (key === undefined) return sendProblem(reply, "plan_not_found");
      const expected = expectedCompletion(request, planId, sessionId);
      const terms = termsOf(request.body);
      if (terms.doneOn !== null && isToCome(terms.doneOn, today))
        return sendProblem(reply, "invalid_request", [{ field: "doneOn", message: NOT_YET }]);
      const told = await completions.tell(key, sessionId, terms, expected);
      if (told.state === "outside_the_plan") return sendOutside(reply, told);
      if (told.state !== "changed") return sendUntold(reply, told.state, "session_not_found");
      return sendCompletion(reply, planId, told.value);
    },
  );

  app.delete(
    "/v1/plans/:planId/sessions/:sessionId/completion",
    {
      config: { problems: ["plan_not_found", "completion_not_found", "changed_meanwhile"] },
      schema: {
        tags,
        summary: "Take back what was told of a session; takes If-Match",
        params: CompletionParams,
        response: { 200: Done },
      },
    },
    async (request, reply) => {
      const { planId, sessionId } = request.params;
      const key = await keyOf(doorman, request);
      if (key === undefined) return sendProblem(reply, "plan_not_found");
      const expected = expectedCompletion(request, planId, sessionId);
      const taken = await completions.takeBack(key, sessionId, expected);
      if (taken.state !== "changed") return sendUntold(reply, taken.state, "completion_not_found");
      return { status: "done" } as const;
    },
  );
  return Promise.resolve();
};

/** What was matched can be told otherwise by hand as long as nothing was. */
const sendCompletion = (reply: FastifyReply, planId: string, record: CompletionRecord): FastifyReply =>
  reply
    .header("etag", completionTag(planId, record.sessionId, record.source === "manual" ? record.revision : 0))
    .header("cache-control", "no-store")
    .send(present(record));

const sendOutside = (reply: FastifyReply, { first, last }: OutsideThePlan): FastifyReply =>
  sendProblem(reply, "invalid_request", [
    { field: "doneOn", message: `This day is not of the plan: choose one from ${first} to ${last}.` },
  ]);

const sendUntold = (
  reply: FastifyReply,
  state: Exclude<Changed<null>["state"], "changed">,
  missing: "session_not_found" | "completion_not_found",
): FastifyReply => sendProblem(reply, state === "not_found" ? missing : "changed_meanwhile");

const termsOf = (body: CompletionBody): CompletionTerms =>
  body.state === "skipped" ? { ...body, doneOn: null, metres: null, seconds: null, effort: null } : body;

const present = ({ updatedAt, ...completion }: CompletionRecord) => ({
  ...completion,
  updatedAt: updatedAt.toISOString(),
});
