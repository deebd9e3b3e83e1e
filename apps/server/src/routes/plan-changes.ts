import type { ChooseOption, RestoreVersion, UndoChange } from "@strideiq/application";
import {
  ChangedAnswer,
  ChangeParams,
  OptionBody,
  PlanParams,
  Problem,
  RestoreBody,
  SessionParams,
  UndoBody,
} from "@strideiq/contracts";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Doorman } from "../http/athlete.ts";
import { keyOf } from "./plan-key.ts";
import { sendChanged } from "./send-changed.ts";

export interface PlanChangeRoutesOptions {
  readonly doorman: Doorman;
  readonly restoreVersion: RestoreVersion;
  readonly chooseOption: ChooseOption;
  readonly undoChange: UndoChange;
}

const tags = ["changes"];
const response = { 200: ChangedAnswer, 404: Problem, 409: Problem, 412: Problem, 422: Problem };

export const planChangeRoutes: FastifyPluginAsyncZod<PlanChangeRoutesOptions> = async (app, options) => {
  const { doorman } = options;

  app.post(
    "/v1/plans/:planId/restore",
    {
      schema: {
        tags,
        summary: "Make an earlier version the newest one; takes If-Match",
        params: PlanParams,
        body: RestoreBody,
        response,
      },
    },
    async (request, reply) =>
      sendChanged(request, reply, await keyOf(doorman, request), (key, note) =>
        options.restoreVersion(key, request.body.version, note),
      ),
  );

  app.post(
    "/v1/plans/:planId/changes/:changeId/undo",
    {
      schema: {
        tags,
        summary: "Take a change back: the newest one, or any choice of an option; takes If-Match",
        params: ChangeParams,
        body: UndoBody,
        response,
      },
    },
    async (request, reply) =>
      sendChanged(request, reply, await keyOf(doorman, request), (key, note) =>
        options.undoChange(key, request.params.changeId, note),
      ),
  );

  app.put(
    "/v1/plans/:planId/sessions/:sessionId/option",
    {
      schema: {
        tags,
        summary: "Choose option A or B of a session; takes If-Match",
        params: SessionParams,
        body: OptionBody,
        response,
      },
    },
    async (request, reply) =>
      sendChanged(request, reply, await keyOf(doorman, request), (key, note) =>
        options.chooseOption(key, request.params.sessionId, request.body.option, note),
      ),
  );
  return Promise.resolve();
};
