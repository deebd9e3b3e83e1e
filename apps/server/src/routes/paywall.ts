import type { Paywall } from "@strideiq/access";
import type { ConfigurationProblem, Entitlements, PaywallStore } from "@strideiq/application";
import { PaywallAnswer, PaywallBody, TrialAnswer } from "@strideiq/contracts";
import type { Result } from "@strideiq/engine";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Doorman } from "../http/athlete.ts";
import { sendProblem } from "../http/problems.ts";
import { adminOf } from "./admin-jobs.ts";

export interface PaywallRoutesOptions {
  readonly doorman: Doorman;
  readonly paywallStore: Pick<PaywallStore, "read" | "change">;
  /** Prices as somebody wrote them, or what is wrong with them. */
  readonly readPaywall: (definition: unknown) => Result<Paywall, readonly ConfigurationProblem[]>;
}

export interface TrialRoutesOptions {
  readonly doorman: Doorman;
  readonly entitlements: Pick<Entitlements, "startTrial">;
  readonly paywall: () => Paywall;
}

const tags = ["administration"];

export const paywallRoutes: FastifyPluginAsyncZod<PaywallRoutesOptions> = async (app, options) => {
  const { doorman, paywallStore, readPaywall } = options;

  app.get(
    "/v1/admin/paywall",
    {
      config: { problems: ["admin_only", "configuration_not_found"] },
      schema: {
        tags,
        summary: "Who may use what, and what it costs, for administrators",
        response: { 200: PaywallAnswer },
      },
    },
    async (request, reply) => {
      if ((await adminOf(doorman, request)) === undefined) return sendProblem(reply, "admin_only");
      void reply.header("cache-control", "no-store");
      return (await paywallStore.read()) ?? sendProblem(reply, "configuration_not_found");
    },
  );

  app.put(
    "/v1/admin/paywall",
    {
      config: { problems: ["admin_only", "configuration_changed"] },
      schema: {
        tags,
        summary: "Change who may use what, and what it costs, in all processes within two seconds",
        body: PaywallBody,
        response: { 200: PaywallAnswer },
      },
    },
    async (request, reply) => {
      const accountId = await adminOf(doorman, request);
      if (accountId === undefined) return sendProblem(reply, "admin_only");
      const { revision, why } = request.body;
      const read = readPaywall(request.body.definition);
      if (!read.ok) {
        const errors = read.error.map(({ path, message }) => ({
          field: path === "" ? "definition" : `definition.${path}`,
          message,
        }));
        return sendProblem(reply, "invalid_request", errors);
      }
      const changed = await paywallStore.change({ definition: read.value, revision, by: { accountId }, why });
      return changed.ok ? changed.value : sendProblem(reply, "configuration_changed");
    },
  );
  return Promise.resolve();
};

export const trialRoutes: FastifyPluginAsyncZod<TrialRoutesOptions> = async (app, options) => {
  const { doorman, entitlements, paywall } = options;

  app.post(
    "/v1/me/trial",
    {
      config: { problems: ["sign_in_needed", "no_trial"] },
      schema: {
        tags: ["own data"],
        summary: "Try what is sold, once, for some days",
        response: { 200: TrialAnswer },
      },
    },
    async (request, reply) => {
      const visitor = await doorman.visitorOf(request);
      if (visitor?.kind !== "account") return sendProblem(reply, "sign_in_needed");
      const { mode, trial } = paywall();
      if (mode === "open" || trial.days === 0) return sendProblem(reply, "no_trial");
      const isStarted = await entitlements.startTrial(visitor.athleteId, trial.product, trial.days);
      return isStarted ? { ...trial } : sendProblem(reply, "no_trial");
    },
  );
  return Promise.resolve();
};
