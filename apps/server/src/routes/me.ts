import {
  type Accounts,
  type Athletes,
  type AuditLog,
  exportText,
  type OwnDataReader,
  type Visitor,
} from "@strideiq/application";
import { Done, ExportAnswer, MeAnswer } from "@strideiq/contracts";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Doorman } from "../http/athlete.ts";
import { exportedBy } from "../http/audit-actor.ts";
import type { GuestCookie } from "../http/guest-cookie.ts";
import { sendProblem } from "../http/problems.ts";

export interface MeRoutesOptions {
  readonly doorman: Doorman;
  readonly audit: AuditLog;
  readonly guestCookie: GuestCookie;
  readonly ownData: OwnDataReader;
  readonly accounts: Pick<Accounts, "remove" | "signOut">;
  readonly athletes: Pick<Athletes, "removeGuest">;
  /** Takes the athlete's jobs out of the queue. */
  readonly forgetJobs: (athleteId: string) => Promise<void>;
}

export const meRoutes: FastifyPluginAsyncZod<MeRoutesOptions> = async (app, options) => {
  const { doorman, guestCookie, ownData } = options;
  const tags = ["own data"];

  app.get(
    "/v1/me",
    { schema: { tags, summary: "Who the server takes you for", response: { 200: MeAnswer } } },
    async (request, reply) => {
      void reply.header("cache-control", "no-store");
      return meOf(await doorman.visitorOf(request));
    },
  );

  app.get<{ Reply: Buffer }>(
    "/v1/me/export",
    {
      config: { problems: ["sign_in_needed"] },
      schema: {
        tags,
        summary: "Everything that is kept of you",
        response: { 200: ExportAnswer },
      },
    },
    async (request, reply) => {
      const visitor = await doorman.visitorOf(request);
      if (visitor === undefined) return sendProblem(reply, "sign_in_needed");
      const body = Buffer.from(exportText(await ownData.read(visitor)));
      await options.audit.write(exportedBy(visitor, request.id));
      return reply
        .header("cache-control", "no-store")
        .header("content-disposition", 'attachment; filename="strideiq-export.json"')
        .type("application/json; charset=utf-8")
        .send(body);
    },
  );

  app.delete(
    "/v1/me",
    {
      config: { problems: ["sign_in_needed"], personOnly: true },
      schema: {
        tags,
        summary: "Delete the account, or the guest, and everything of it, at once and for good",
        response: { 200: Done },
      },
    },
    async (request, reply) => {
      const visitor = await doorman.visitorOf(request);
      if (visitor === undefined) return sendProblem(reply, "sign_in_needed");
      await options.forgetJobs(visitor.athleteId);
      const cookies =
        visitor.kind === "account" ? await options.accounts.signOut(request.headers.cookie ?? "") : [];
      if (visitor.kind === "account") await options.accounts.remove(visitor.account.id);
      else await options.athletes.removeGuest(visitor.athleteId);
      await noteDeletion(options.audit, visitor, request.id);
      void reply.header("set-cookie", [...cookies, guestCookie.forget()]);
      return { status: "done" } as const;
    },
  );
  return Promise.resolve();
};

/** The lines that name somebody who is gone name nobody any more, this one included. */
async function noteDeletion(
  audit: Pick<AuditLog, "write" | "forget">,
  visitor: Visitor,
  requestId: string,
): Promise<void> {
  await audit.forget([visitor.athleteId, ...(visitor.kind === "account" ? [visitor.account.id] : [])]);
  await audit.write({
    actor: { kind: "system", id: null },
    action: visitor.kind === "account" ? "account.deleted" : "guest.deleted",
    subject: { kind: visitor.kind, id: "deleted" },
    requestId,
  });
}

function meOf(visitor: Visitor | undefined): MeAnswer {
  if (visitor === undefined) return { kind: "nobody" };
  const { athleteId } = visitor;
  if (visitor.kind === "guest") return { kind: "guest", athleteId };
  if (visitor.kind === "api_key") return { kind: "api_key", athleteId, scopes: [...visitor.scopes] };
  const { name, email, role } = visitor.account;
  return { kind: "account", athleteId, name, email, role };
}
