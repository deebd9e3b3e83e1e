import type { AuditLog, Consent, Consents, Questionnaire, Questionnaires } from "@strideiq/application";
import {
  ConsentAnswer,
  ConsentBody,
  ConsentListAnswer,
  ConsentParams,
  IdPageQuery,
  QuestionnaireAnswer,
  QuestionnaireBody,
  QuestionnaireListAnswer,
} from "@strideiq/contracts";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Doorman } from "../http/athlete.ts";
import { actorOf } from "../http/audit-actor.ts";
import { sendProblem } from "../http/problems.ts";
import type { NewIdFor } from "../http/retries.ts";
import { pageOf, shownPage } from "./page-of.ts";

export interface HealthDataRoutesOptions {
  readonly doorman: Doorman;
  readonly consents: Consents;
  readonly questionnaires: Questionnaires;
  readonly audit: AuditLog;
  readonly newIdFor: NewIdFor;
}

const CONSENTS = ["consents"];

export const consentRoutes: FastifyPluginAsyncZod<HealthDataRoutesOptions> = async (app, options) => {
  const { doorman, consents, audit, newIdFor } = options;

  app.get(
    "/v1/consents",
    {
      schema: {
        tags: CONSENTS,
        summary: "What you have agreed to, newest first",
        querystring: IdPageQuery,
        response: { 200: ConsentListAnswer },
      },
    },
    async (request, reply) => {
      void reply.header("cache-control", "no-store");
      const visitor = await doorman.visitorOf(request);
      if (visitor === undefined) return { consents: [], next: null };
      const found = await consents.list(visitor, pageOf(request.query));
      const { items, next } = shownPage(found, request.query, ({ id }) => id);
      return { consents: items.map(presentConsent), next };
    },
  );

  app.post(
    "/v1/consents",
    {
      schema: {
        tags: CONSENTS,
        summary: "Agree that answers about health are kept, to exactly this text",
        body: ConsentBody,
        response: { 201: ConsentAnswer },
      },
    },
    async (request, reply) => {
      const visitor = await doorman.admit(request, reply);
      const given = await consents.give(visitor, newIdFor(request, "consent"), request.body.textVersion);
      const subject = { kind: "consent", id: given.id };
      await audit.write({
        actor: actorOf(visitor),
        action: "consent.given",
        subject,
        after: { textVersion: given.textVersion },
        requestId: request.id,
      });
      return reply.code(201).send(presentConsent(given));
    },
  );
  return Promise.resolve();
};

export const consentItemRoutes: FastifyPluginAsyncZod<HealthDataRoutesOptions> = async (app, options) => {
  const { doorman, consents, audit } = options;

  app.post(
    "/v1/consents/:consentId/withdraw",
    {
      config: { problems: ["consent_not_found"] },
      schema: {
        tags: CONSENTS,
        summary:
          "Withdraw a consent; every answer that it covered is removed, and plans keep no reason why they are easy",
        params: ConsentParams,
        response: { 200: ConsentAnswer },
      },
    },
    async (request, reply) => {
      const visitor = await doorman.visitorOf(request);
      const withdrawn = visitor && (await consents.withdraw(visitor, request.params.consentId));
      if (visitor === undefined || withdrawn === undefined) return sendProblem(reply, "consent_not_found");
      await audit.write({
        actor: actorOf(visitor),
        action: "consent.withdrawn",
        subject: { kind: "consent", id: withdrawn.id },
        requestId: request.id,
      });
      return presentConsent(withdrawn);
    },
  );
  return Promise.resolve();
};

export const questionnaireRoutes: FastifyPluginAsyncZod<HealthDataRoutesOptions> = async (app, options) => {
  const { doorman, questionnaires, newIdFor } = options;
  const tags = ["questionnaires"];

  app.get(
    "/v1/questionnaires",
    {
      schema: {
        tags,
        summary: "What you have told about yourself, newest first",
        querystring: IdPageQuery,
        response: { 200: QuestionnaireListAnswer },
      },
    },
    async (request, reply) => {
      void reply.header("cache-control", "no-store");
      const visitor = await doorman.visitorOf(request);
      if (visitor === undefined) return { questionnaires: [], next: null };
      const found = await questionnaires.list(visitor, pageOf(request.query));
      const { items, next } = shownPage(found, request.query, ({ id }) => id);
      return { questionnaires: items.map(presentTold), next };
    },
  );

  app.post(
    "/v1/questionnaires",
    {
      config: { problems: ["consent_needed"] },
      schema: {
        tags,
        summary: "Tell about yourself; answers about health need a consent in force",
        body: QuestionnaireBody,
        response: { 201: QuestionnaireAnswer },
      },
    },
    async (request, reply) => {
      const visitor = await doorman.admit(request, reply);
      const told = await questionnaires.add(visitor, {
        id: newIdFor(request, "questionnaire"),
        ...request.body,
      });
      if ("type" in told) return sendProblem(reply, "consent_needed");
      return reply.code(201).send(presentTold(told));
    },
  );
  return Promise.resolve();
};

const presentConsent = ({ givenAt, withdrawnAt, ...consent }: Consent) => ({
  ...consent,
  givenAt: givenAt.toISOString(),
  withdrawnAt: withdrawnAt?.toISOString() ?? null,
});

const presentTold = ({ id, answers, healthAnswers, createdAt }: Questionnaire) => ({
  id,
  answers: { ...answers },
  healthAnswers: healthAnswers && { ...healthAnswers },
  createdAt: createdAt.toISOString(),
});
