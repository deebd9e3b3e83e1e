import type { AuditLog, CoachScope, Invitations } from "@strideiq/application";
import {
  Done,
  IdPageQuery,
  InvitationAnswer,
  InvitationListAnswer,
  InvitationParams,
} from "@strideiq/contracts";
import type { FastifyRequest } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Doorman } from "../http/athlete.ts";
import { sendProblem } from "../http/problems.ts";
import { lineOf } from "./coaches.ts";
import { pageOf, shownPage } from "./page-of.ts";
import { presentInvitation } from "./present-invitation.ts";

export interface CoachDeskRoutesOptions {
  readonly doorman: Doorman;
  readonly audit: AuditLog;
  readonly invitations: Invitations;
}

const tags = ["coaching"];
const config = { personOnly: true } as const;

/** A coach's side: who lets me look? */
export const coachDeskRoutes: FastifyPluginAsyncZod<CoachDeskRoutesOptions> = async (app, options) => {
  const { doorman, invitations } = options;

  app.get(
    "/v1/coach/invitations",
    {
      config: { ...config, problems: ["coach_only"] },
      schema: {
        tags,
        summary: "Who invited you, and whom you accepted, newest first; for coaches",
        querystring: IdPageQuery,
        response: { 200: InvitationListAnswer },
      },
    },
    async (request, reply) => {
      const coach = await coachOf(doorman, request);
      if (coach === undefined) return sendProblem(reply, "coach_only");
      void reply.header("cache-control", "no-store");
      const found = await invitations.ofCoach(coach, pageOf(request.query));
      const { items, next } = shownPage(found, request.query, ({ id }) => id);
      return { invitations: items.map(presentInvitation), next };
    },
  );
  return Promise.resolve();
};

export const coachDeskItemRoutes: FastifyPluginAsyncZod<CoachDeskRoutesOptions> = async (app, options) => {
  const { doorman, audit, invitations } = options;

  app.post(
    "/v1/coach/invitations/:invitationId/accept",
    {
      config: { ...config, problems: ["coach_only", "invitation_not_found"] },
      schema: {
        tags,
        summary: "Accept an invitation; for coaches",
        params: InvitationParams,
        response: { 200: InvitationAnswer },
      },
    },
    async (request, reply) => {
      const coach = await coachOf(doorman, request);
      if (coach === undefined) return sendProblem(reply, "coach_only");
      const accepted = await invitations.accept(coach, request.params.invitationId);
      if (accepted === undefined) return sendProblem(reply, "invitation_not_found");
      if (accepted.isNews)
        await audit.write(
          lineOf("coach.accepted", accepted.invitation, { kind: "account", id: coach.coachId }, request.id),
        );
      return presentInvitation(accepted.invitation);
    },
  );

  app.delete(
    "/v1/coach/invitations/:invitationId",
    {
      config: { ...config, problems: ["coach_only", "invitation_not_found"] },
      schema: {
        tags,
        summary: "Decline an invitation, or end what you accepted; for coaches",
        params: InvitationParams,
        response: { 200: Done },
      },
    },
    async (request, reply) => {
      const coach = await coachOf(doorman, request);
      if (coach === undefined) return sendProblem(reply, "coach_only");
      const ended = await invitations.endAsCoach(coach, request.params.invitationId);
      if (ended === undefined) return sendProblem(reply, "invitation_not_found");
      if (ended.isNews)
        await audit.write(
          lineOf("coach.ended", ended.invitation, { kind: "account", id: coach.coachId }, request.id),
        );
      return { status: "done" } as const;
    },
  );
  return Promise.resolve();
};

/** The account of a coach; undefined for everybody else. */
export async function coachOf(doorman: Doorman, request: FastifyRequest): Promise<CoachScope | undefined> {
  const visitor = await doorman.visitorOf(request);
  return visitor?.kind === "account" && visitor.account.role === "coach"
    ? { coachId: visitor.account.id }
    : undefined;
}
