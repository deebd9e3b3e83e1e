import type {
  Actor,
  ChangedPlan,
  ChangeNote,
  ChooseOption,
  NoSuchOption,
  PlanChangedMeanwhile,
  PlanKey,
  PlanNotFound,
  RestoreVersion,
  SessionNotFound,
  UndoChange,
  UndoProblem,
  VersionNotFound,
} from "@strideiq/application";
import {
  ChangedAnswer,
  ChangeParams,
  OptionBody,
  PlanParams,
  Problem,
  type ProblemCode,
  RestoreBody,
  SessionParams,
  UndoBody,
} from "@strideiq/contracts";
import type { Result } from "@strideiq/engine";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Doorman } from "../http/athlete.ts";
import { expectedRevision, planTag } from "../http/preconditions.ts";
import { sendProblem } from "../http/problems.ts";
import { keyOf } from "./plan-key.ts";

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

type ChangeProblem =
  PlanNotFound | PlanChangedMeanwhile | VersionNotFound | SessionNotFound | NoSuchOption | UndoProblem;

interface ChangeRequest {
  readonly Params: PlanParams;
  readonly Body: { readonly reason?: string | undefined };
}

async function sendChanged(
  request: FastifyRequest<ChangeRequest>,
  reply: FastifyReply,
  key: PlanKey | undefined,
  change: (key: PlanKey, note: ChangeNote) => Promise<Result<ChangedPlan, ChangeProblem>>,
): Promise<FastifyReply> {
  if (key === undefined) return sendProblem(reply, "plan_not_found");
  const { planId, athleteId } = key;
  const expected = expectedRevision(request, planId);
  const { reason } = request.body;
  const actor: Actor = { kind: "athlete", id: athleteId };
  const changed = await change(key, {
    actor,
    ...(expected === undefined ? {} : { expected }),
    ...(reason === undefined ? {} : { reason }),
  });
  if (!changed.ok) return sendProblem(reply, CODES[changed.error.type]);
  return reply
    .header("etag", planTag(planId, changed.value.revision))
    .header("cache-control", "no-store")
    .send({ planId, ...changed.value });
}

const CODES: Readonly<Record<ChangeProblem["type"], ProblemCode>> = {
  PlanNotFound: "plan_not_found",
  PlanChangedMeanwhile: "plan_changed",
  VersionNotFound: "version_not_found",
  SessionNotFound: "session_not_found",
  NoSuchOption: "no_such_option",
  ChangeNotFound: "change_not_found",
  ChangeUndoneAlready: "change_undone",
  ChangeIsNotTheLatest: "change_not_latest",
};
