import { createHash } from "node:crypto";
import type {
  AuditEntry,
  AuditLog,
  MadeOnce,
  NewAccount,
  SignedUp,
  SignUp,
  SignUpAdmin,
  SignUpOnce,
} from "@strideiq/application";
import { Accepted, AccountAnswer, AdminSignUpBody, SignUpBody } from "@strideiq/contracts";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Doorman } from "../http/athlete.ts";
import type { GuestCookie } from "../http/guest-cookie.ts";
import { sendProblem } from "../http/problems.ts";
import { retryKeyOf } from "../http/retries.ts";
import { answerOf, setCookies } from "./present-account.ts";

export interface AccountRoutesOptions {
  readonly signUp: SignUp;
  readonly signUpAdmin: SignUpAdmin;
  readonly signUpOnce: SignUpOnce;
  readonly audit: AuditLog;
  readonly doorman: Doorman;
  readonly guestCookie: GuestCookie;
  /** Tries of one address in a minute: each costs us a hash, and may be a guess. */
  readonly signInsPerMinute: number;
}

const CONFIRMED_FIRST =
  "Where addresses have to be confirmed (CONFIRM_EMAIL), the answer is 202, and signing in waits for the link in the letter.";

export const accountRoutes: FastifyPluginAsyncZod<AccountRoutesOptions> = async (app, options) => {
  const { signUp, signUpAdmin, audit, doorman, guestCookie, signInsPerMinute } = options;
  const config = {
    rateLimit: { max: signInsPerMinute, timeWindow: "1 minute" },
    triesPerEmail: signInsPerMinute,
    keepsAnswer: false as const,
    ownRetries: true as const,
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
        description: CONFIRMED_FIRST,
        body: SignUpBody,
        response: { 201: AccountAnswer, 202: Accepted },
      },
    },
    async (request, reply) => {
      const done = await options.signUpOnce(attemptOf(request, request.body), async () => {
        const visitor = await doorman.visitorOf(request);
        return signUp(request.body, visitor?.kind === "guest" ? visitor.athleteId : undefined);
      });
      if (!done.ok) return sendUnmade(reply, done.error);
      if (!done.value.isReplayed) await audit.write(createdOf(done.value, request));
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
      const done = await options.signUpOnce(attemptOf(request, account, secret), () =>
        signUpAdmin(secret, account),
      );
      if (!done.ok) return sendUnmade(reply, done.error);
      if (!done.value.isReplayed) {
        const line = createdOf(done.value, request);
        await audit.write(line);
        await audit.write({ ...line, action: "role.changed", before: "athlete", after: "admin" });
      }
      return welcome(reply, done.value, guestCookie);
    },
  );

  return Promise.resolve();
};

/** What was sent, without the password, which is asked for again when the account is there. */
function attemptOf(request: FastifyRequest, wanted: NewAccount, secret = ""): Parameters<SignUpOnce>[0] {
  const [key, { url = "" }] = [retryKeyOf(request), request.routeOptions];
  const text = JSON.stringify([url, wanted.name, wanted.email, secret]);
  return {
    // Who signs up is known by nothing but the address: two strangers with the same key are two.
    key: typeof key === "string" ? `${url} ${key} ${wanted.email.toLowerCase()}` : undefined,
    print: createHash("sha256").update(text).digest(),
    wanted,
  };
}

const CODES = {
  EmailTaken: "email_taken",
  AdminLinkSpent: "link_spent",
  UnderWay: "request_under_way",
  UsedOtherwise: "idempotency_key_reused",
} as const;

function sendUnmade(reply: FastifyReply, { type }: { readonly type: keyof typeof CODES }): FastifyReply {
  if (type === "UnderWay") void reply.header("retry-after", "1");
  return sendProblem(reply, CODES[type]);
}

const createdOf = ({ account: { id } }: SignedUp, request: FastifyRequest): AuditEntry => ({
  actor: { kind: "account", id },
  action: "account.created",
  subject: { kind: "account", id },
  requestId: request.id,
});

function welcome(reply: FastifyReply, signedUp: MadeOnce, guestCookie: GuestCookie): FastifyReply {
  setCookies(reply, [...signedUp.cookies, guestCookie.forget()]);
  if (signedUp.isReplayed) void reply.header("idempotent-replayed", "true");
  if (signedUp.waitsForConfirmation === true) return reply.code(202).send({ status: "accepted" });
  return reply.code(201).send(answerOf(signedUp));
}
