import type { Account, ApiKey, ApiKeys, ApiKeyScope, AuditLog, Clock } from "@strideiq/application";
import {
  ApiKeyAnswer,
  ApiKeyBody,
  ApiKeyCreatedAnswer,
  ApiKeyListAnswer,
  ApiKeyParams,
  IdPageQuery,
} from "@strideiq/contracts";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Doorman } from "../http/athlete.ts";
import { actorOf } from "../http/audit-actor.ts";
import { sendProblem } from "../http/problems.ts";
import type { NewIdFor } from "../http/retries.ts";
import { pageOf, shownPage } from "./page-of.ts";

export interface ApiKeyRoutesOptions {
  readonly doorman: Doorman;
  readonly apiKeys: ApiKeys;
  readonly audit: AuditLog;
  readonly newIdFor: NewIdFor;
  readonly now: Clock["now"];
}

const tags = ["api keys"];
const HAS_PASSED = { field: "expiresAt", message: "This has passed." };
/** A program cannot make itself another key, or end one. */
const config = { personOnly: true, accountOnly: true } as const;

export const apiKeyRoutes: FastifyPluginAsyncZod<ApiKeyRoutesOptions> = async (app, options) => {
  const { doorman, apiKeys, audit, newIdFor, now } = options;

  app.get(
    "/v1/api-keys",
    {
      config: { ...config, problems: ["sign_in_needed"] },
      schema: {
        tags,
        summary: "Your keys for programs, newest first",
        querystring: IdPageQuery,
        response: { 200: ApiKeyListAnswer },
      },
    },
    async (request, reply) => {
      void reply.header("cache-control", "no-store");
      const visitor = await doorman.visitorOf(request);
      if (visitor?.kind !== "account") return sendProblem(reply, "sign_in_needed");
      const found = await apiKeys.list(visitor, pageOf(request.query));
      const { items, next } = shownPage(found, request.query, ({ id }) => id);
      return { apiKeys: items.map(present), next };
    },
  );

  app.post(
    "/v1/api-keys",
    {
      config: { ...config, problems: ["sign_in_needed", "service_key_for_admins"] },
      schema: {
        tags,
        summary: "Make a key for a program; the key itself is shown this once",
        body: ApiKeyBody,
        response: { 201: ApiKeyCreatedAnswer },
      },
    },
    async (request, reply) => {
      const visitor = await doorman.visitorOf(request);
      if (visitor?.kind !== "account") return sendProblem(reply, "sign_in_needed");
      const { name, scopes, expiresAt } = request.body;
      if (!mayGive(scopes, visitor.account)) return sendProblem(reply, "service_key_for_admins");
      const until = expiresAt === null ? null : new Date(expiresAt);
      if (until !== null && until <= now()) return sendProblem(reply, "invalid_request", [HAS_PASSED]);
      const id = newIdFor(request, "api key");
      const wanted = { id, name, scopes: [...new Set(scopes)], expiresAt: until };
      const { key, secret } = await apiKeys.create(visitor, wanted);
      await audit.write({
        actor: actorOf(visitor),
        action: "api_key.created",
        subject: { kind: "api_key", id },
        after: { scopes: key.scopes },
        requestId: request.id,
      });
      return reply
        .code(201)
        .header("cache-control", "no-store")
        .send({ ...present(key), secret });
    },
  );
  return Promise.resolve();
};

/** A service asks for other people too. */
const mayGive = (scopes: readonly ApiKeyScope[], { role }: Pick<Account, "role">): boolean =>
  role === "admin" || !scopes.includes("evaluate_flags");

export const apiKeyItemRoutes: FastifyPluginAsyncZod<ApiKeyRoutesOptions> = async (app, options) => {
  const { doorman, apiKeys, audit } = options;

  app.post(
    "/v1/api-keys/:apiKeyId/revoke",
    {
      config: { ...config, problems: ["sign_in_needed", "api_key_not_found"] },
      schema: {
        tags,
        summary: "End a key, at once and for good",
        params: ApiKeyParams,
        response: { 200: ApiKeyAnswer },
      },
    },
    async (request, reply) => {
      const visitor = await doorman.visitorOf(request);
      if (visitor?.kind !== "account") return sendProblem(reply, "sign_in_needed");
      const revoked = await apiKeys.revoke(visitor, request.params.apiKeyId);
      if (revoked === undefined) return sendProblem(reply, "api_key_not_found");
      await audit.write({
        actor: actorOf(visitor),
        action: "api_key.revoked",
        subject: { kind: "api_key", id: revoked.id },
        requestId: request.id,
      });
      return present(revoked);
    },
  );
  return Promise.resolve();
};

const present = ({ createdAt, expiresAt, lastUsedAt, revokedAt, scopes, ...key }: ApiKey) => ({
  ...key,
  scopes: [...scopes],
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt?.toISOString() ?? null,
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
  revokedAt: revokedAt?.toISOString() ?? null,
});
