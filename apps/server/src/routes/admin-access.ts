import { isFeature, readFlag } from "@strideiq/access";
import type { Clock, Entitlements, FlagStore } from "@strideiq/application";
import {
  Done,
  FlagAnswer,
  FlagBody,
  FlagListAnswer,
  FlagParams,
  GrantAnswer,
  GrantBody,
  GrantParams,
  RevokeBody,
  RevokeParams,
} from "@strideiq/contracts";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Doorman } from "../http/athlete.ts";
import { sendProblem } from "../http/problems.ts";
import { adminOf } from "./admin-jobs.ts";

export interface AdminAccessRoutesOptions {
  readonly doorman: Doorman;
  readonly flagStore: Pick<FlagStore, "readAll" | "change">;
  readonly entitlements: Pick<Entitlements, "grant" | "revoke">;
  readonly now: Clock["now"];
}

const tags = ["administration"];

export const adminFlagRoutes: FastifyPluginAsyncZod<AdminAccessRoutesOptions> = async (app, options) => {
  const { doorman, flagStore } = options;

  app.get(
    "/v1/admin/flags",
    {
      config: { problems: ["admin_only"] },
      schema: {
        tags,
        summary: "How every feature stands, for administrators",
        response: { 200: FlagListAnswer },
      },
    },
    async (request, reply) => {
      if ((await adminOf(doorman, request)) === undefined) return sendProblem(reply, "admin_only");
      void reply.header("cache-control", "no-store");
      return { flags: [...(await flagStore.readAll())] };
    },
  );

  app.put(
    "/v1/admin/flags/:key",
    {
      config: { problems: ["admin_only", "flag_not_found", "flag_changed"] },
      schema: {
        tags,
        summary: "Switch a feature on or off, for some or for all, in all processes within two seconds",
        params: FlagParams,
        body: FlagBody,
        response: { 200: FlagAnswer },
      },
    },
    async (request, reply) => {
      const accountId = await adminOf(doorman, request);
      if (accountId === undefined) return sendProblem(reply, "admin_only");
      const { key } = request.params;
      if (!isFeature(key)) return sendProblem(reply, "flag_not_found");
      const { revision, why } = request.body;
      const definition = readFlag(request.body.definition);
      if (!definition.ok) {
        const errors = definition.error.map(({ path, expected }) => ({
          field: ["definition", ...path].join("."),
          message: `Expected ${expected}.`,
        }));
        return sendProblem(reply, "invalid_request", errors);
      }
      const by = { accountId };
      const changed = await flagStore.change({ key, definition: definition.value, revision, by, why });
      return changed.ok ? changed.value : sendProblem(reply, "flag_changed");
    },
  );
  return Promise.resolve();
};

export const adminGrantRoutes: FastifyPluginAsyncZod<AdminAccessRoutesOptions> = async (app, options) => {
  const { doorman, entitlements, now } = options;

  app.post(
    "/v1/admin/athletes/:athleteId/grants",
    {
      config: { problems: ["admin_only", "athlete_not_found"] },
      schema: {
        tags,
        summary: "Give an athlete a product, for administrators",
        params: GrantParams,
        body: GrantBody,
        response: { 201: GrantAnswer },
      },
    },
    async (request, reply) => {
      const by = await adminOf(doorman, request);
      if (by === undefined) return sendProblem(reply, "admin_only");
      const { product, endsAt, why } = request.body;
      const { athleteId } = request.params;
      const ends = endsAt === null ? null : new Date(endsAt);
      if (ends !== null && ends <= now())
        return sendProblem(reply, "invalid_request", [
          { field: "endsAt", message: "This has passed already." },
        ]);
      const grantId = await entitlements.grant({ athleteId, product, endsAt: ends, by, why });
      if (grantId === undefined) return sendProblem(reply, "athlete_not_found");
      return reply.code(201).send({ grantId });
    },
  );

  app.post(
    "/v1/admin/athletes/:athleteId/grants/:grantId/revoke",
    {
      config: { problems: ["admin_only", "grant_not_found"] },
      schema: {
        tags,
        summary: "Take a grant back, for administrators",
        params: RevokeParams,
        body: RevokeBody,
        response: { 200: Done },
      },
    },
    async (request, reply) => {
      const by = await adminOf(doorman, request);
      if (by === undefined) return sendProblem(reply, "admin_only");
      const { athleteId, grantId } = request.params;
      const isRevoked = await entitlements.revoke(athleteId, grantId, by, request.body.why);
      return isRevoked ? ({ status: "done" } as const) : sendProblem(reply, "grant_not_found");
    },
  );
  return Promise.resolve();
};
