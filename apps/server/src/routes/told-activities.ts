import type { ChangeRuns, Clock } from "@strideiq/application";
import { ToldActivityAnswer, ToldActivityBody } from "@strideiq/contracts";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Doorman } from "../http/athlete.ts";
import { sendProblem } from "../http/problems.ts";
import type { NewIdFor } from "../http/retries.ts";
import { isToCome, NOT_YET } from "./day-to-come.ts";

export interface ToldActivityRoutesOptions {
  readonly doorman: Doorman;
  readonly changeRuns: ChangeRuns;
  readonly newIdFor: NewIdFor;
  readonly today: Clock["today"];
}

export const toldActivityRoutes: FastifyPluginAsyncZod<ToldActivityRoutesOptions> = async (app, options) => {
  const { changeRuns, doorman, newIdFor, today } = options;

  app.post(
    "/v1/activities",
    {
      schema: {
        tags: ["activities"],
        summary: "Tell of a run that no device recorded",
        body: ToldActivityBody,
        response: { 201: ToldActivityAnswer },
      },
    },
    async (request, reply) => {
      const { body } = request;
      if (isToCome(body.day, today))
        return sendProblem(reply, "invalid_request", [{ field: "day", message: NOT_YET }]);
      const { athleteId } = await doorman.admit(request, reply);
      const activityId = newIdFor(request, "activity");
      const told = await changeRuns.tell({ athleteId, activityId }, body);
      if (!told.ok) return sendProblem(reply, "invalid_request", [{ field: "seconds", message: TOO_FAST }]);
      return reply
        .code(201)
        .header("location", `/v1/activities/${activityId}`)
        .header("cache-control", "no-store")
        .send({ activityId });
    },
  );
  return Promise.resolve();
};

const TOO_FAST = "Nobody runs that fast. Check the distance and the time.";
