import type { ChooseOption, RestoreVersion, UndoChange } from "@strideiq/application";
import {
  ChangedAnswer,
  ChangeParams,
  OptionBody,
  PlanParams,
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
const any = ["plan_not_found", "plan_changed"] as const;
const toUndo = [...any, "change_not_found", "change_undone", "change_not_latest", "change_refused"] as const;
const response = { 200: ChangedAnswer };

export const planChangeRoutes: FastifyPluginAsyncZod<PlanChangeRoutesOptions> = async (app, options) => {
  const { doorman } = options;

  app.post(
    "/v1/plans/:planId/restore",
    {
      config: { problems: [...any, "version_not_found", "change_refused"] },
      schema: {
        tags,
        summary: "Go on as an earlier version has it; takes If-Match",
        description:
          "What is past stays as it was run, and what lies ahead is judged with it: a version that breaks a law by now is refused with the law, and with what can be done instead. What was told of pain or illness ends by `resume` alone.",
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
      config: { problems: toUndo },
      schema: {
        tags,
        summary: "Take a change back: the newest one, or any choice of an option; takes If-Match",
        description:
          "What lies ahead goes on as before the change, eased where what was run since asks for it. A word of pain or illness can be taken back on the day it was told; later it ends by `resume`.",
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
      config: { problems: [...any, "session_not_found", "session_past", "no_such_option"] },
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
