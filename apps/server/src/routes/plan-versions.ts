import type { CompareVersions, LedgerEntry, PlanHistory, RemakePlan } from "@strideiq/application";
import {
  ChangeListAnswer,
  ChangeListQuery,
  CompareAnswer,
  CompareQuery,
  PlanParams,
  RemadeAnswer,
  VersionAnswer,
  VersionListAnswer,
  VersionListQuery,
  VersionParams,
} from "@strideiq/contracts";
import { explainRemake } from "@strideiq/wording";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Doorman } from "../http/athlete.ts";
import { sendProblem } from "../http/problems.ts";
import { keyOf } from "./plan-key.ts";
import { pageOf, shownPage } from "./page-of.ts";

export interface PlanVersionRoutesOptions {
  readonly doorman: Doorman;
  readonly history: Pick<PlanHistory, "listVersions" | "listChanges" | "findShown">;
  readonly compareVersions: CompareVersions;
  readonly remakePlan: RemakePlan;
  readonly plansPerMinute: number;
}

const tags = ["versions"];

export const planVersionRoutes: FastifyPluginAsyncZod<PlanVersionRoutesOptions> = async (app, options) => {
  const { doorman, history } = options;

  app.get(
    "/v1/plans/:planId/versions",
    {
      config: { problems: ["plan_not_found"] },
      schema: {
        tags,
        summary: "The versions of a plan, newest first",
        params: PlanParams,
        querystring: VersionListQuery,
        response: { 200: VersionListAnswer },
      },
    },
    async (request, reply) => {
      const key = await keyOf(doorman, request);
      const versions = key && (await history.listVersions(key, pageOf(request.query)));
      if (versions === undefined) return sendProblem(reply, "plan_not_found");
      const { items, next } = shownPage(versions, request.query, ({ version }) => version);
      const shown = items.map(({ createdAt, ...version }) => ({
        ...version,
        createdAt: createdAt.toISOString(),
      }));
      return { versions: shown, next };
    },
  );

  app.get<{ Params: { planId: string; version: number }; Reply: Buffer }>(
    "/v1/plans/:planId/versions/:version",
    {
      config: { problems: ["version_not_found"] },
      schema: {
        tags,
        summary: "One version of a plan, with the options that are chosen now",
        params: VersionParams,
        response: { 200: VersionAnswer },
      },
    },
    async (request, reply) => {
      const { planId, version } = request.params;
      const key = await keyOf(doorman, request);
      const plan = key && (await history.findShown(key, version));
      if (plan === undefined) return sendProblem(reply, "version_not_found");
      return reply
        .type("application/json; charset=utf-8")
        .header("cache-control", "private, max-age=0")
        .send(Buffer.from(JSON.stringify({ planId, version, plan })));
    },
  );
  return Promise.resolve();
};

export const planRemakeRoutes: FastifyPluginAsyncZod<PlanVersionRoutesOptions> = async (app, options) => {
  const { doorman, remakePlan, plansPerMinute } = options;

  app.get<{ Params: { planId: string; version: number }; Reply: Buffer }>(
    "/v1/plans/:planId/versions/:version/again",
    {
      config: {
        problems: ["version_not_found"],
        rateLimit: { max: plansPerMinute, timeWindow: "1 minute" },
      },
      schema: {
        tags,
        summary:
          "One version made again with the rules and plugins it was made with, or what was stored of it",
        params: VersionParams,
        response: { 200: RemadeAnswer },
      },
    },
    async (request, reply) => {
      const { planId, version } = request.params;
      const key = await keyOf(doorman, request);
      const remade = key && (await remakePlan(key, version));
      if (remade?.ok !== true) return sendProblem(reply, "version_not_found");
      const { plan, because } = remade.value;
      const source = because === "same_to_the_byte" ? "made_again" : "stored";
      const answer = { planId, version, source, because, text: explainRemake(because), plan };
      return reply
        .type("application/json; charset=utf-8")
        .header("cache-control", "no-store")
        .send(Buffer.from(JSON.stringify(answer)));
    },
  );
  return Promise.resolve();
};

export const planLedgerRoutes: FastifyPluginAsyncZod<PlanVersionRoutesOptions> = async (app, options) => {
  const { doorman, history, compareVersions } = options;

  app.get(
    "/v1/plans/:planId/compare",
    {
      config: { problems: ["version_not_found"] },
      schema: {
        tags,
        summary: "What differs between two versions, by session and week",
        params: PlanParams,
        querystring: CompareQuery,
        response: { 200: CompareAnswer },
      },
    },
    async (request, reply) => {
      const { from, to } = request.query;
      const key = await keyOf(doorman, request);
      const compared = key && (await compareVersions(key, from, to));
      if (compared?.ok !== true) return sendProblem(reply, "version_not_found");
      const { sessions, weeks } = compared.value;
      return { from, to, sessions: [...sessions], weeks: [...weeks] };
    },
  );

  app.get(
    "/v1/plans/:planId/changes",
    {
      config: { problems: ["plan_not_found"] },
      schema: {
        tags,
        summary: "The ledger: every change of a plan, newest first",
        params: PlanParams,
        querystring: ChangeListQuery,
        response: { 200: ChangeListAnswer },
      },
    },
    async (request, reply) => {
      const key = await keyOf(doorman, request);
      const changes = key && (await history.listChanges(key, pageOf(request.query)));
      if (changes === undefined) return sendProblem(reply, "plan_not_found");
      const { items, next } = shownPage(changes, request.query, ({ revision }) => revision);
      return { changes: items.map(presentChange), next };
    },
  );
  return Promise.resolve();
};

const presentChange = ({ actor, createdAt, diff, ...entry }: LedgerEntry) => ({
  ...entry,
  by: actor.kind,
  diff: "sessionId" in diff ? { ...diff } : { sessions: [...diff.sessions], weeks: [...diff.weeks] },
  createdAt: createdAt.toISOString(),
});
