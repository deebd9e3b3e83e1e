import type { ChangeRuns, Clock } from "@strideiq/application";
import { ActivityParams, DecisionBody, Done, SessionLinkBody } from "@strideiq/contracts";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Doorman } from "../http/athlete.ts";
import { sendProblem } from "../http/problems.ts";
import { isToCome, NOT_YET } from "./day-to-come.ts";

export interface ActivityChangeRoutesOptions {
  readonly doorman: Doorman;
  readonly changeRuns: ChangeRuns;
  readonly today: Clock["today"];
}

const tags = ["activities"];

export const activityChangeRoutes: FastifyPluginAsyncZod<ActivityChangeRoutesOptions> = async (
  app,
  options,
) => {
  const { changeRuns, doorman } = options;

  app.delete(
    "/v1/activities/:activityId",
    {
      config: { problems: ["activity_not_found"] },
      schema: {
        tags,
        summary: "Delete an activity, and with it all that followed from it",
        params: ActivityParams,
        response: { 200: Done },
      },
    },
    async (request, reply) => {
      const visitor = await doorman.visitorOf(request);
      if (visitor === undefined) return sendProblem(reply, "activity_not_found");
      const removed = await changeRuns.removeActivity({
        athleteId: visitor.athleteId,
        activityId: request.params.activityId,
      });
      return removed.ok ? ({ status: "done" } as const) : sendProblem(reply, "activity_not_found");
    },
  );

  app.put(
    "/v1/activities/:activityId/session",
    {
      config: { problems: ["activity_not_found", "session_not_found"] },
      schema: {
        tags,
        summary: "Say which session an activity was, or that it was none; it stays so",
        params: ActivityParams,
        body: SessionLinkBody,
        response: { 200: Done },
      },
    },
    async (request, reply) => {
      const visitor = await doorman.visitorOf(request);
      if (visitor === undefined) return sendProblem(reply, "activity_not_found");
      const { athleteId } = visitor;
      const { session } = request.body;
      const linked = await changeRuns.linkSession(
        { athleteId, activityId: request.params.activityId },
        session && { athleteId, ...session },
      );
      if (linked.ok) return { status: "done" } as const;
      return sendProblem(
        reply,
        linked.error.type === "ActivityNotFound" ? "activity_not_found" : "session_not_found",
      );
    },
  );
  return Promise.resolve();
};

/** What an athlete decides about recordings by hand. */
export const activityDecisionRoutes: FastifyPluginAsyncZod<ActivityChangeRoutesOptions> = async (
  app,
  options,
) => {
  const { changeRuns, doorman, today } = options;

  app.post(
    "/v1/activities/:activityId/decisions",
    {
      config: { problems: ["activity_not_found"] },
      schema: {
        tags,
        summary:
          "Say that two recordings are of one run, that they are not, which is to be believed, or of one its day or sport",
        params: ActivityParams,
        body: DecisionBody,
        response: { 200: Done },
      },
    },
    async (request, reply) => {
      const visitor = await doorman.visitorOf(request);
      if (visitor === undefined) return sendProblem(reply, "activity_not_found");
      const { activityId } = request.params;
      const { body } = request;
      if (body.kind === "day" && isToCome(body.day, today))
        return sendProblem(reply, "invalid_request", [{ field: "day", message: NOT_YET }]);
      if ("other" in body && body.other === activityId)
        return sendProblem(reply, "invalid_request", [
          { field: "other", message: "Name another activity than the one in the address." },
        ]);
      const decided = await changeRuns.decide(
        visitor,
        "other" in body ? { kind: body.kind, pair: [activityId, body.other] } : { ...body, activityId },
      );
      if (decided.ok) return { status: "done" } as const;
      return decided.error.type === "ActivityNotFound"
        ? sendProblem(reply, "activity_not_found")
        : sendProblem(reply, "invalid_request", [{ field: "sport", message: TOO_FAST }]);
    },
  );
  return Promise.resolve();
};

const TOO_FAST = "Nobody runs so far in this time.";
