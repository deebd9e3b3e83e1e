import type { AccountRecord, AccountRegister, AuditLog, AuditRecord } from "@strideiq/application";
import {
  AccountListAnswer,
  AccountParams,
  AdministeredAccount,
  AuditAnswer,
  AuditQuery,
  IdPageQuery,
  RoleBody,
} from "@strideiq/contracts";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Doorman } from "../http/athlete.ts";
import { sendProblem } from "../http/problems.ts";
import { adminOf } from "./admin-jobs.ts";
import { pageOf, shownPage } from "./page-of.ts";

export interface AdministrationRoutesOptions {
  readonly doorman: Doorman;
  readonly register: AccountRegister;
  readonly audit: AuditLog;
}

const tags = ["administration"];

export const administrationRoutes: FastifyPluginAsyncZod<AdministrationRoutesOptions> = async (
  app,
  options,
) => {
  const { doorman, register, audit } = options;

  app.get(
    "/v1/admin/accounts",
    {
      config: { problems: ["admin_only"] },
      schema: {
        tags,
        summary: "All accounts, newest first, for administrators",
        querystring: IdPageQuery,
        response: { 200: AccountListAnswer },
      },
    },
    async (request, reply) => {
      if ((await adminOf(doorman, request)) === undefined) return sendProblem(reply, "admin_only");
      const found = await register.list(pageOf(request.query));
      void reply.header("cache-control", "no-store");
      const { items, next } = shownPage(found, request.query, ({ id }) => id);
      return { accounts: items.map(present), next };
    },
  );

  app.put(
    "/v1/admin/accounts/:accountId/role",
    {
      config: { problems: ["admin_only", "account_not_found", "last_admin"] },
      schema: {
        tags,
        summary: "Make somebody athlete, coach or administrator, for administrators",
        params: AccountParams,
        body: RoleBody,
        response: { 200: AdministeredAccount },
      },
    },
    async (request, reply) => {
      const by = await adminOf(doorman, request);
      if (by === undefined) return sendProblem(reply, "admin_only");
      const changed = await register.changeRole(request.params.accountId, request.body.role);
      if (changed === "not_found") return sendProblem(reply, "account_not_found");
      if (changed === "last_admin") return sendProblem(reply, "last_admin");
      const { account, before } = changed;
      await audit.write({
        actor: { kind: "account", id: by },
        action: "role.changed",
        subject: { kind: "account", id: account.id },
        before,
        after: account.role,
        requestId: request.id,
      });
      return present(account);
    },
  );
  return Promise.resolve();
};

export const auditRoutes: FastifyPluginAsyncZod<AdministrationRoutesOptions> = async (app, options) => {
  const { doorman, audit } = options;

  app.get(
    "/v1/admin/audit",
    {
      config: { problems: ["admin_only"] },
      schema: {
        tags,
        summary: "What was done outside of plans, newest first, for administrators",
        querystring: AuditQuery,
        response: { 200: AuditAnswer },
      },
    },
    async (request, reply) => {
      if ((await adminOf(doorman, request)) === undefined) return sendProblem(reply, "admin_only");
      const found = await audit.list(pageOf(request.query));
      void reply.header("cache-control", "no-store");
      const { items, next } = shownPage(found, request.query, ({ id }) => id);
      return { entries: items.map(presentLine), next };
    },
  );
  return Promise.resolve();
};

const present = ({ createdAt, ...account }: AccountRecord) => ({
  ...account,
  createdAt: createdAt.toISOString(),
});

const presentLine = ({ at, before = null, after = null, ...line }: AuditRecord) => ({
  ...line,
  before,
  after,
  at: at.toISOString(),
});
