import {
  compareConfigurations,
  type ConfigurationHead,
  type ConfigurationRefusal,
  type ConfigurationWrong,
} from "@strideiq/application";
import {
  ConfigurationDiffAnswer,
  ConfigurationDiffQuery,
  ConfigurationAnswer,
  ConfigurationParams,
  ConfigurationRowBody,
  ConfigurationRowParams,
  ConfigurationTextAnswer,
  ConfigurationTextBody,
} from "@strideiq/contracts";
import type { Result } from "@strideiq/engine";
import type { FastifyReply } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { sendProblem } from "../http/problems.ts";
import { coachOf, placed, presentHead, REFUSALS } from "./configuration-answers.ts";
import type { ConfigurationRoutesOptions } from "./configuration-versions.ts";

const tags = ["administration"];
const ADDRESS = "/v1/admin/configuration/versions/:configurationId";
/** Two files of a megabyte each, and what JSON adds to them. */
const BODY_BYTES_MAX = 4 * 1024 * 1024;
const problems = [
  "coach_only",
  "configuration_not_found",
  "configuration_in_force",
  "configuration_changed",
] as const;

/** The YAML of a version, out and in. */
export const configurationTextRoutes: FastifyPluginAsyncZod<ConfigurationRoutesOptions> = async (
  app,
  options,
) => {
  const { doorman, configurations, editConfiguration } = options;

  app.get(
    `${ADDRESS}/export`,
    {
      config: { problems: ["coach_only", "configuration_not_found"] },
      schema: {
        tags,
        summary: "A version as its two YAML files, for coaches",
        params: ConfigurationParams,
        response: { 200: ConfigurationTextAnswer },
      },
    },
    async (request, reply) => {
      if ((await coachOf(doorman, request)) === undefined) return sendProblem(reply, "coach_only");
      const version = await configurations.find(request.params.configurationId);
      if (version === undefined) return sendProblem(reply, "configuration_not_found");
      void reply.header("cache-control", "no-store");
      return { name: version.name, revision: version.revision, ...editConfiguration.texts(version) };
    },
  );

  app.put(
    `${ADDRESS}/text`,
    {
      config: { problems },
      bodyLimit: BODY_BYTES_MAX,
      schema: {
        tags,
        summary:
          "Give a draft the text of one file or of both; mistakes are named with their line, for coaches",
        params: ConfigurationParams,
        body: ConfigurationTextBody,
        response: { 200: ConfigurationAnswer },
      },
    },
    async (request, reply) => {
      const accountId = await coachOf(doorman, request);
      if (accountId === undefined) return sendProblem(reply, "coach_only");
      const { planRules, workoutLibrary, revision, why } = request.body;
      const texts = {
        ...(planRules === undefined ? {} : { planRules }),
        ...(workoutLibrary === undefined ? {} : { workoutLibrary }),
      };
      const { configurationId } = request.params;
      const by = { accountId };
      return answerEdited(
        reply,
        await editConfiguration.replaceTexts(configurationId, revision, texts, { by, why }),
      );
    },
  );
  return Promise.resolve();
};

/** What a version changes, number by number. Which plans it changes its check says. */
export const configurationDiffRoutes: FastifyPluginAsyncZod<ConfigurationRoutesOptions> = async (
  app,
  options,
) => {
  const { doorman, configurations } = options;

  app.get(
    `${ADDRESS}/diff`,
    {
      config: { problems: ["coach_only", "configuration_not_found"] },
      schema: {
        tags,
        summary: "What differs from the version in force, or from another, row by row, for coaches",
        params: ConfigurationParams,
        querystring: ConfigurationDiffQuery,
        response: { 200: ConfigurationDiffAnswer },
      },
    },
    async (request, reply) => {
      if ((await coachOf(doorman, request)) === undefined) return sendProblem(reply, "coach_only");
      const from = request.query.from ?? (await configurations.publishedId()) ?? 0;
      const [before, after] = await Promise.all([
        configurations.find(from),
        configurations.find(request.params.configurationId),
      ]);
      if (before === undefined || after === undefined) return sendProblem(reply, "configuration_not_found");
      void reply.header("cache-control", "no-store");
      const rows = compareConfigurations(before.rows, after.rows);
      return {
        from: before.name,
        to: after.name,
        rows: rows.map(({ values, ...row }) => ({ ...row, values: [...values] })),
      };
    },
  );
  return Promise.resolve();
};

export const configurationRowRoutes: FastifyPluginAsyncZod<ConfigurationRoutesOptions> = async (
  app,
  options,
) => {
  const { doorman, editConfiguration } = options;

  app.put(
    `${ADDRESS}/rows/:table/:rowId`,
    {
      config: { problems },
      schema: {
        tags,
        summary: "Change one row of a draft, add it or take it out, for coaches",
        params: ConfigurationRowParams,
        body: ConfigurationRowBody,
        response: { 200: ConfigurationAnswer },
      },
    },
    async (request, reply) => {
      const accountId = await coachOf(doorman, request);
      if (accountId === undefined) return sendProblem(reply, "coach_only");
      const { configurationId, table, rowId } = request.params;
      const { definition, revision, why } = request.body;
      const row = { table, id: rowId, definition };
      const by = { accountId };
      return answerEdited(
        reply,
        await editConfiguration.replaceRow(configurationId, revision, row, { by, why }),
      );
    },
  );
  return Promise.resolve();
};

type Edited = Result<ConfigurationHead, ConfigurationRefusal | ConfigurationWrong>;

function answerEdited(reply: FastifyReply, edited: Edited): FastifyReply | ReturnType<typeof presentHead> {
  if (edited.ok) return presentHead(edited.value);
  return edited.error.type === "Wrong"
    ? sendProblem(reply, "invalid_request", placed(edited.error.problems))
    : sendProblem(reply, REFUSALS[edited.error.type]);
}
