import type { AuditEntry, AuditLog, SignedUp, SignUp, SignUpAdmin } from "@strideiq/application";
import { AccountAnswer, AdminSignUpBody, SignUpBody } from "@strideiq/contracts";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Doorman } from "../http/athlete.ts";
import type { GuestCookie } from "../http/guest-cookie.ts";
import { sendProblem } from "../http/problems.ts";
import { answerOf, setCookies } from "./present-account.ts";

export interface AccountRoutesOptions {
  readonly signUp: SignUp;
  readonly signUpAdmin: SignUpAdmin;
  readonly audit: AuditLog;
  readonly doorman: Doorman;
  readonly guestCookie: GuestCookie;
  /** Tries of one address in a minute: each costs us a hash, and may be a guess. */
  readonly signInsPerMinute: number;
}

export const accountRoutes: FastifyPluginAsyncZod<AccountRoutesOptions> = async (app, options) => {
  const { signUp, signUpAdmin, audit, doorman, guestCookie, signInsPerMinute } = options;
  const config = {
    rateLimit: { max: signInsPerMinute, timeWindow: "1 minute" },
    triesPerEmail: signInsPerMinute,
    keepsAnswer: false as const,
    personOnly: true as const,
    anybody: true as const,
  };
  const tags = ["account"];

  app.post(
    "/v1/accounts",
    {
      config: { ...config, problems: ["email_taken"] },
      schema: {
        tags,
        summary: "Make an account; what was made as a guest is kept",
        body: SignUpBody,
        response: { 201: AccountAnswer },
      },
    },
    async (request, reply) => {
      const visitor = await doorman.visitorOf(request);
      const guestId = visitor?.kind === "guest" ? visitor.athleteId : undefined;
      const done = await signUp(request.body, guestId);
      if (!done.ok) return sendProblem(reply, "email_taken");
      await audit.write(createdOf(done.value, request));
      return welcome(reply, done.value, guestCookie);
    },
  );

  app.post(
    "/v1/accounts/admin",
    {
      config: { ...config, problems: ["email_taken", "link_spent"] },
      schema: {
        tags,
        summary: "Make the first administrator, with the link that the first start wrote to a file",
        body: AdminSignUpBody,
        response: { 201: AccountAnswer },
      },
    },
    async (request, reply) => {
      const { secret, ...account } = request.body;
      const done = await signUpAdmin(secret, account);
      if (!done.ok)
        return sendProblem(reply, done.error.type === "EmailTaken" ? "email_taken" : "link_spent");
      await audit.write(createdOf(done.value, request));
      await audit.write({
        ...createdOf(done.value, request),
        action: "role.changed",
        before: "athlete",
        after: "admin",
      });
      return welcome(reply, done.value, guestCookie);
    },
  );

  return Promise.resolve();
};

const createdOf = ({ account: { id } }: SignedUp, request: FastifyRequest): AuditEntry => ({
  actor: { kind: "account", id },
  action: "account.created",
  subject: { kind: "account", id },
  requestId: request.id,
});

function welcome(reply: FastifyReply, signedUp: SignedUp, guestCookie: GuestCookie): FastifyReply {
  setCookies(reply, [...signedUp.cookies, guestCookie.forget()]);
  return reply.code(201).send(answerOf(signedUp));
}
