import type { Accounts, AuditLog, SignIn } from "@strideiq/application";
import { Accepted, AccountAnswer, Done, ResetBody, ResetRequestBody, SignInBody } from "@strideiq/contracts";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Doorman } from "../http/athlete.ts";
import type { GuestCookie } from "../http/guest-cookie.ts";
import { sendProblem } from "../http/problems.ts";
import { answerOf, setCookies } from "./present-account.ts";

export interface SessionRoutesOptions {
  readonly accounts: Pick<Accounts, "signOut" | "sendResetLink" | "resetPassword">;
  readonly signIn: SignIn;
  readonly doorman: Doorman;
  readonly guestCookie: GuestCookie;
  readonly audit: AuditLog;
  readonly signInsPerMinute: number;
}

const tags = ["account"];
/** What comes from nobody in particular has nobody to keep an answer for. */
const limited = (max: number) => ({
  rateLimit: { max, timeWindow: "1 minute" },
  triesPerEmail: max,
  keepsAnswer: false as const,
  personOnly: true as const,
  anybody: true as const,
});

export const sessionRoutes: FastifyPluginAsyncZod<SessionRoutesOptions> = async (app, options) => {
  const { accounts, signInsPerMinute } = options;
  const config = limited(signInsPerMinute);

  app.post(
    "/v1/sessions",
    {
      config: {
        ...config,
        problems: ["wrong_credentials", "email_unconfirmed"],
        repeat:
          "Sent again it opens another session of the same account; what a guest made has changed hands once.",
      },
      schema: {
        tags,
        summary: "Sign in; what was made as a guest joins what the account has",
        body: SignInBody,
        response: { 201: AccountAnswer },
      },
    },
    async (request, reply) => {
      const visitor = await options.doorman.visitorOf(request);
      const guestId = visitor?.kind === "guest" ? visitor.athleteId : undefined;
      const done = await options.signIn(request.body, guestId);
      if (!done.ok)
        return sendProblem(
          reply,
          done.error.type === "EmailUnconfirmed" ? "email_unconfirmed" : "wrong_credentials",
        );
      const { account, athleteId, cookies, tookOver } = done.value;
      const line = { actor: { kind: "account", id: account.id }, requestId: request.id } as const;
      const subject = { kind: "account", id: account.id };
      await options.audit.write({ ...line, action: "session.opened", subject });
      if (tookOver)
        await options.audit.write({
          ...line,
          action: "guest.taken_over",
          subject: { kind: "athlete", id: athleteId },
        });
      setCookies(reply, tookOver ? [...cookies, options.guestCookie.forget()] : cookies);
      return reply.code(201).send(answerOf(done.value));
    },
  );

  app.delete(
    "/v1/sessions/current",
    {
      config: { personOnly: true, anybody: true },
      schema: { tags, summary: "Sign out", response: { 200: Done } },
    },
    async (request, reply) => {
      const visitor = await options.doorman.visitorOf(request);
      const cookies = await accounts.signOut(request.headers.cookie ?? "");
      setCookies(reply, visitor === undefined ? [...cookies, options.guestCookie.forget()] : cookies);
      return { status: "done" } as const;
    },
  );
  return Promise.resolve();
};

export const passwordRoutes: FastifyPluginAsyncZod<SessionRoutesOptions> = async (app, options) => {
  const { accounts, signInsPerMinute } = options;
  const config = limited(signInsPerMinute);

  app.post(
    "/v1/password-resets",
    {
      config: {
        ...config,
        repeat:
          "Sent again it sends another letter; each link in them is good for an hour, and for one new password.",
      },
      schema: {
        tags,
        summary:
          "Ask for a link to a new password; the answer is the same whether there is such an account or not",
        body: ResetRequestBody,
        response: { 202: Accepted },
      },
    },
    async (request, reply) => {
      await accounts.sendResetLink(request.body.email);
      return reply.code(202).send({ status: "accepted" });
    },
  );

  app.post(
    "/v1/password-resets/spend",
    {
      config: {
        ...config,
        problems: ["link_spent"],
        repeat:
          "Sent again it changes nothing and answers `link_spent`: the password of the first time holds.",
      },
      schema: {
        tags,
        summary: "Choose a new password with a link; all sessions end",
        body: ResetBody,
        response: { 200: Done },
      },
    },
    async (request, reply) => {
      const done = await accounts.resetPassword(request.body.token, request.body.password);
      return done.ok ? ({ status: "done" } as const) : sendProblem(reply, "link_spent");
    },
  );
  return Promise.resolve();
};
