import type { AuditLog, Invitation, Invitations, InviteCoach } from "@strideiq/application";
import {
  IdPageQuery,
  InvitationAnswer,
  InvitationBody,
  InvitationListAnswer,
  InvitationParams,
} from "@strideiq/contracts";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Doorman } from "../http/athlete.ts";
import { actorOf } from "../http/audit-actor.ts";
import { sendProblem } from "../http/problems.ts";
import type { NewIdFor } from "../http/retries.ts";
import { pageOf, shownPage } from "./page-of.ts";
import { presentInvitation } from "./present-invitation.ts";

export interface CoachesRoutesOptions {
  readonly doorman: Doorman;
  readonly audit: AuditLog;
  readonly inviteCoach: InviteCoach;
  readonly invitations: Invitations;
  readonly newIdFor: NewIdFor;
  readonly signInsPerMinute: number;
}

const tags = ["coaches"];

/** An athlete's side: who may look at my plans? */
export const coachesRoutes: FastifyPluginAsyncZod<CoachesRoutesOptions> = async (app, options) => {
  const { doorman, audit, invitations } = options;

  app.post(
    "/v1/coaches",
    {
      // Each sends a letter to somebody.
      config: {
        problems: ["sign_in_needed", "invited_already"],
        personOnly: true,
        accountOnly: true,
        rateLimit: { max: options.signInsPerMinute, timeWindow: "1 minute" },
      },
      schema: {
        tags,
        summary: "Invite a coach, by address, to see your plans and your calendar",
        body: InvitationBody,
        response: { 201: InvitationAnswer },
      },
    },
    async (request, reply) => {
      const visitor = await doorman.visitorOf(request);
      if (visitor?.kind !== "account") return sendProblem(reply, "sign_in_needed");
      const { athleteId, account } = visitor;
      const invited = await options.inviteCoach(
        { athleteId, accountId: account.id },
        { id: options.newIdFor(request, "invitation"), email: request.body.email, athleteName: account.name },
      );
      if ("type" in invited) return sendProblem(reply, "invited_already");
      await audit.write(lineOf("coach.invited", invited, actorOf(visitor), request.id));
      return reply.code(201).header("cache-control", "no-store").send(presentInvitation(invited));
    },
  );

  app.get(
    "/v1/coaches",
    {
      schema: {
        tags,
        summary: "Whom you invited as a coach, newest first",
        querystring: IdPageQuery,
        response: { 200: InvitationListAnswer },
      },
    },
    async (request, reply) => {
      void reply.header("cache-control", "no-store");
      const visitor = await doorman.visitorOf(request);
      if (visitor === undefined) return { invitations: [], next: null };
      const found = await invitations.ofAthlete(visitor, pageOf(request.query));
      const { items, next } = shownPage(found, request.query, ({ id }) => id);
      return { invitations: items.map(presentInvitation), next };
    },
  );
  return Promise.resolve();
};

export const coachesItemRoutes: FastifyPluginAsyncZod<CoachesRoutesOptions> = async (app, options) => {
  const { doorman, audit, invitations } = options;

  app.delete(
    "/v1/coaches/:invitationId",
    {
      config: { problems: ["invitation_not_found"], personOnly: true },
      schema: {
        tags,
        summary: "Take an invitation back; the coach sees nothing of you any more",
        params: InvitationParams,
        response: { 200: InvitationAnswer },
      },
    },
    async (request, reply) => {
      const visitor = await doorman.visitorOf(request);
      const ended = visitor && (await invitations.endAsAthlete(visitor, request.params.invitationId));
      if (visitor === undefined || ended === undefined) return sendProblem(reply, "invitation_not_found");
      if (ended.isNews)
        await audit.write(lineOf("coach.ended", ended.invitation, actorOf(visitor), request.id));
      return presentInvitation(ended.invitation);
    },
  );
  return Promise.resolve();
};

/** Who let whom, as a line of the audit: ids only. */
export const lineOf = (
  action: "coach.invited" | "coach.accepted" | "coach.ended",
  { athleteId }: Invitation,
  actor: ReturnType<typeof actorOf>,
  requestId: string,
): Parameters<AuditLog["write"]>[0] => ({
  actor,
  action,
  subject: { kind: "athlete", id: athleteId },
  requestId,
});
