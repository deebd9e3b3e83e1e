import type { PluginList, PluginRefusal, SwitchPlugins } from "@strideiq/application";
import {
  PluginBody,
  PluginListAnswer,
  PluginParams,
  PluginSwitchBody,
  type ProblemCode,
} from "@strideiq/contracts";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Doorman } from "../http/athlete.ts";
import { sendProblem } from "../http/problems.ts";
import { adminOf } from "./admin-jobs.ts";
import { coachOf, placed } from "./configuration-answers.ts";

export interface PluginRoutesOptions {
  readonly doorman: Doorman;
  readonly switchPlugins: SwitchPlugins;
}

const tags = ["administration"];
/** Four files of 200,000 characters each, and what JSON adds to them. */
const BODY_BYTES_MAX = 2 * 1024 * 1024;

const REFUSALS = {
  NotFound: "plugin_not_found",
  ChangedMeanwhile: "configuration_changed",
  VersionTaken: "plugin_version_taken",
} as const satisfies Readonly<Record<PluginRefusal["type"], ProblemCode>>;

export const pluginRoutes: FastifyPluginAsyncZod<PluginRoutesOptions> = async (app, options) => {
  const { doorman, switchPlugins } = options;

  app.get(
    "/v1/admin/plugins",
    {
      config: { problems: ["coach_only"] },
      schema: {
        tags,
        summary: "The plugins of this installation, on or off, for coaches",
        response: { 200: PluginListAnswer },
      },
    },
    async (request, reply) => {
      if ((await coachOf(doorman, request)) === undefined) return sendProblem(reply, "coach_only");
      void reply.header("cache-control", "no-store");
      return present(await switchPlugins.list());
    },
  );

  app.post(
    "/v1/admin/plugins",
    {
      config: { problems: ["coach_only", "plugin_version_taken", "configuration_not_found"] },
      bodyLimit: BODY_BYTES_MAX,
      schema: {
        tags,
        summary: "Hand in a plugin as YAML, switched off; mistakes are named with their line, for coaches",
        body: PluginBody,
        response: { 201: PluginListAnswer },
      },
    },
    async (request, reply) => {
      const accountId = await coachOf(doorman, request);
      if (accountId === undefined) return sendProblem(reply, "coach_only");
      const { files, why } = request.body;
      const { plugin, ...others } = files;
      const given = Object.fromEntries(Object.entries(others).filter(([, text]) => text !== undefined));
      const kept = await switchPlugins.upload({ plugin, ...given }, { by: { accountId }, why });
      if (kept.ok) return reply.code(201).send(present(kept.value));
      if (kept.error.type === "Wrong")
        return sendProblem(reply, "invalid_request", placed(kept.error.problems));
      const isUnready = kept.error.type === "NotFound";
      return sendProblem(reply, isUnready ? "configuration_not_found" : "plugin_version_taken");
    },
  );
  return Promise.resolve();
};

export const pluginItemRoutes: FastifyPluginAsyncZod<PluginRoutesOptions> = async (app, options) => {
  const { doorman, switchPlugins } = options;

  app.put(
    "/v1/admin/plugins/:pluginId",
    {
      config: {
        problems: ["admin_only", "plugin_not_found", "configuration_changed", "plugin_version_taken"],
      },
      schema: {
        tags,
        summary: "Switch a plugin on or off, in all processes within two seconds, for administrators",
        params: PluginParams,
        body: PluginSwitchBody,
        response: { 200: PluginListAnswer },
      },
    },
    async (request, reply) => {
      const accountId = await adminOf(doorman, request);
      if (accountId === undefined) return sendProblem(reply, "admin_only");
      const { why, ...wanted } = request.body;
      const by = { accountId };
      const changed = await switchPlugins.change(request.params.pluginId, wanted, { by, why });
      if (changed.ok) return present(changed.value);
      return changed.error.type === "Wrong"
        ? sendProblem(reply, "invalid_request", placed(changed.error.problems))
        : sendProblem(reply, REFUSALS[changed.error.type]);
    },
  );
  return Promise.resolve();
};

const present = ({ revision, plugins, broken }: PluginList) => ({
  revision,
  broken: broken.map(({ place, problems }) => ({ place, problems: [...problems] })),
  plugins: plugins.map((plugin) => ({ ...plugin, versions: [...plugin.versions] })),
});
