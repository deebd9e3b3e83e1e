import type { ConfigurationChecks, ConfigurationStore, EditConfiguration } from "@strideiq/application";
import {
  ConfigurationAnswer,
  ConfigurationCheckAnswer,
  ConfigurationListAnswer,
  ConfigurationListQuery,
  ConfigurationParams,
  ConfigurationWhyBody,
  Done,
  DraftBody,
} from "@strideiq/contracts";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Doorman } from "../http/athlete.ts";
import { sendProblem } from "../http/problems.ts";
import { adminOf } from "./admin-jobs.ts";
import { coachOf, presentHead, REFUSALS } from "./configuration-answers.ts";
import { pageOf, shownPage } from "./page-of.ts";
import { presentCheck } from "./present-check.ts";

export interface ConfigurationRoutesOptions {
  readonly doorman: Doorman;
  readonly configurations: Pick<
    ConfigurationStore,
    "list" | "find" | "publishedId" | "draft" | "drop" | "publish"
  >;
  readonly configurationChecks: Pick<ConfigurationChecks, "find" | "ask">;
  readonly editConfiguration: EditConfiguration;
}

const tags = ["administration"];
const ITEM = "/v1/admin/configuration/versions/:configurationId";

/** Versions of the numbers that train runners: looked at and drafted. */
export const configurationRoutes: FastifyPluginAsyncZod<ConfigurationRoutesOptions> = async (
  app,
  options,
) => {
  const { doorman, configurations } = options;

  app.get(
    "/v1/admin/configuration/versions",
    {
      config: { problems: ["coach_only"] },
      schema: {
        tags,
        summary: "Versions of the configuration, newest first, for coaches",
        querystring: ConfigurationListQuery,
        response: { 200: ConfigurationListAnswer },
      },
    },
    async (request, reply) => {
      if ((await coachOf(doorman, request)) === undefined) return sendProblem(reply, "coach_only");
      const found = await configurations.list(pageOf(request.query));
      void reply.header("cache-control", "no-store");
      const { items, next } = shownPage(found, request.query, ({ id }) => String(id));
      return { versions: items.map(presentHead), next };
    },
  );

  app.post(
    "/v1/admin/configuration/versions",
    {
      config: { problems: ["coach_only", "configuration_not_found"] },
      schema: {
        tags,
        summary: "Draft a version from the one in force, or from another, for coaches",
        body: DraftBody,
        response: { 201: ConfigurationAnswer },
      },
    },
    async (request, reply) => {
      const accountId = await coachOf(doorman, request);
      if (accountId === undefined) return sendProblem(reply, "coach_only");
      const { from, why } = request.body;
      const base = from ?? (await configurations.publishedId()) ?? 0;
      const drafted = await configurations.draft(base, { by: { accountId }, why });
      if (!drafted.ok) return sendProblem(reply, "configuration_not_found");
      return reply.code(201).send(presentHead(drafted.value));
    },
  );
  return Promise.resolve();
};

export const configurationItemRoutes: FastifyPluginAsyncZod<ConfigurationRoutesOptions> = async (
  app,
  options,
) => {
  const { doorman, configurations } = options;

  app.post(
    `${ITEM}/drop`,
    {
      config: { problems: ["coach_only", "configuration_not_found", "configuration_in_force"] },
      schema: {
        tags,
        summary: "Drop a draft, for coaches",
        params: ConfigurationParams,
        body: ConfigurationWhyBody,
        response: { 200: Done },
      },
    },
    async (request, reply) => {
      const accountId = await coachOf(doorman, request);
      if (accountId === undefined) return sendProblem(reply, "coach_only");
      const { configurationId } = request.params;
      const dropped = await configurations.drop(configurationId, {
        by: { accountId },
        why: request.body.why,
      });
      return dropped.ok ? ({ status: "done" } as const) : sendProblem(reply, REFUSALS[dropped.error.type]);
    },
  );
  return Promise.resolve();
};

/** What the laws say of a draft. */
export const configurationCheckRoutes: FastifyPluginAsyncZod<ConfigurationRoutesOptions> = async (
  app,
  options,
) => {
  const { doorman, configurationChecks: checks } = options;

  app.post(
    `${ITEM}/check`,
    {
      config: { problems: ["coach_only", "configuration_not_found", "configuration_in_force"] },
      schema: {
        tags,
        summary: "Have a draft judged by the standard plans and by made-up athletes, for coaches",
        params: ConfigurationParams,
        body: ConfigurationWhyBody,
        response: { 202: ConfigurationAnswer },
      },
    },
    async (request, reply) => {
      const accountId = await coachOf(doorman, request);
      if (accountId === undefined) return sendProblem(reply, "coach_only");
      const asked = await checks.ask(request.params.configurationId, {
        by: { accountId },
        why: request.body.why,
      });
      if (!asked.ok) return sendProblem(reply, REFUSALS[asked.error.type]);
      return reply.code(202).send(presentHead(asked.value));
    },
  );

  app.get(
    `${ITEM}/check`,
    {
      config: { problems: ["coach_only", "configuration_not_found"] },
      schema: {
        tags,
        summary: "How far a check has come, what is wrong, and which plans would change and how, for coaches",
        params: ConfigurationParams,
        response: { 200: ConfigurationCheckAnswer },
      },
    },
    async (request, reply) => {
      if ((await coachOf(doorman, request)) === undefined) return sendProblem(reply, "coach_only");
      const check = await checks.find(request.params.configurationId);
      if (check === undefined) return sendProblem(reply, "configuration_not_found");
      void reply.header("cache-control", "no-store");
      return presentCheck(check);
    },
  );
  return Promise.resolve();
};

/** Putting a version in force. */
export const configurationForceRoutes: FastifyPluginAsyncZod<ConfigurationRoutesOptions> = async (
  app,
  options,
) => {
  const { doorman, configurations } = options;

  app.post(
    `${ITEM}/publish`,
    {
      config: { problems: ["admin_only", "configuration_not_found", "configuration_unchecked"] },
      schema: {
        tags,
        summary: "Put a checked draft in force, or once more what was before it, for administrators",
        params: ConfigurationParams,
        body: ConfigurationWhyBody,
        response: { 200: ConfigurationAnswer },
      },
    },
    async (request, reply) => {
      const accountId = await adminOf(doorman, request);
      if (accountId === undefined) return sendProblem(reply, "admin_only");
      const published = await configurations.publish(request.params.configurationId, {
        by: { accountId },
        why: request.body.why,
      });
      if (published.ok) return presentHead(published.value);
      const isUnknown = published.error.type === "NotFound";
      return sendProblem(reply, isUnknown ? "configuration_not_found" : "configuration_unchecked");
    },
  );
  return Promise.resolve();
};
