import { Readable } from "node:stream";
import {
  type Accounts,
  type AuditLog,
  exportParts,
  type OwnDataReader,
  type RemovePerson,
  tablesText,
  type Visitor,
} from "@strideiq/application";
import { Done, ExportAnswer, MeAnswer } from "@strideiq/contracts";
import { err, ok, type Result } from "@strideiq/engine";
import type { FastifyRequest } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Doorman } from "../http/athlete.ts";
import { exportedBy } from "../http/audit-actor.ts";
import type { GuestCookie } from "../http/guest-cookie.ts";
import { sendProblem } from "../http/problems.ts";
import { hasEnded } from "../http/session-guard.ts";

export interface MeRoutesOptions {
  readonly doorman: Doorman;
  readonly audit: AuditLog;
  readonly guestCookie: GuestCookie;
  readonly ownData: OwnDataReader;
  readonly accounts: Pick<Accounts, "signOut">;
  readonly removePerson: RemovePerson;
}

export const meRoutes: FastifyPluginAsyncZod<MeRoutesOptions> = async (app, options) => {
  const { doorman, guestCookie, ownData } = options;
  const tags = ["own data"];

  app.get(
    "/v1/me",
    {
      config: { anybody: true },
      schema: { tags, summary: "Who the server takes you for", response: { 200: MeAnswer } },
    },
    async (request, reply) => {
      void reply.header("cache-control", "no-store");
      const visitor = await doorman.visitorOf(request);
      const forgotten = await forgetEnded(options, request, visitor);
      if (forgotten.length > 0) void reply.header("set-cookie", forgotten);
      return meOf(visitor);
    },
  );

  app.get<{ Reply: Readable }>(
    "/v1/me/export",
    {
      config: { problems: ["sign_in_needed"] },
      schema: {
        tags,
        summary: "Everything that is kept of you, the files of your runs included",
        response: { 200: ExportAnswer },
      },
    },
    async (request, reply) => {
      const visitor = await doorman.visitorOf(request);
      if (visitor === undefined) return sendProblem(reply, "sign_in_needed");
      const text = tablesText(await ownData.read(visitor));
      await options.audit.write(exportedBy(visitor, request.id));
      return reply
        .header("cache-control", "no-store")
        .header("content-disposition", 'attachment; filename="strideiq-export.json"')
        .type("application/json; charset=utf-8")
        .send(Readable.from(exportParts(text, ownData, visitor)));
    },
  );

  app.delete(
    "/v1/me",
    {
      config: { problems: ["sign_in_needed", "last_admin"], personOnly: true },
      schema: {
        tags,
        summary: "Delete the account, or the guest, and everything of it, at once and for good",
        response: { 200: Done },
      },
    },
    async (request, reply) => {
      const cookies = await removeVisitor(options, request);
      if (!cookies.ok) return sendProblem(reply, cookies.error);
      void reply.header("set-cookie", [...cookies.value, guestCookie.forget()]);
      return { status: "done" } as const;
    },
  );
  return Promise.resolve();
};

/** Who is told to be nobody knows: from then on there is no session that could be missed. */
async function forgetEnded(
  { accounts, guestCookie }: Pick<MeRoutesOptions, "accounts" | "guestCookie">,
  { headers: { authorization, cookie = "" } }: FastifyRequest,
  visitor: Visitor | undefined,
): Promise<readonly string[]> {
  if (authorization !== undefined || !hasEnded(cookie, visitor?.kind)) return [];
  return [...(await accounts.signOut(cookie)), ...(visitor === undefined ? [guestCookie.forget()] : [])];
}

/** Removes who asks; the cookies of the session that ended with it. */
async function removeVisitor(
  { doorman, removePerson, accounts }: MeRoutesOptions,
  request: FastifyRequest,
): Promise<Result<readonly string[], "sign_in_needed" | "last_admin">> {
  const visitor = await doorman.visitorOf(request);
  if (visitor === undefined) return err("sign_in_needed");
  const { athleteId } = visitor;
  const isAccount = visitor.kind === "account";
  const person = isAccount ? { athleteId, accountId: visitor.account.id } : { athleteId };
  if ((await removePerson(person, request.id)) === "last_admin") return err("last_admin");
  return ok(isAccount ? await accounts.signOut(request.headers.cookie ?? "") : []);
}

function meOf(visitor: Visitor | undefined): MeAnswer {
  if (visitor === undefined) return { kind: "nobody" };
  const { athleteId } = visitor;
  if (visitor.kind === "guest") return { kind: "guest", athleteId };
  if (visitor.kind === "api_key") return { kind: "api_key", athleteId, scopes: [...visitor.scopes] };
  const { name, email, role } = visitor.account;
  return { kind: "account", athleteId, name, email, role };
}
