import type { DeadLetter, DeadLetterDesk } from "@strideiq/application";
import { DeadLetterListAnswer, DeadLetterParams, Done, JobListQuery } from "@strideiq/contracts";
import type { FastifyRequest } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Doorman } from "../http/athlete.ts";
import { sendProblem } from "../http/problems.ts";
import { pageOf, shownPage } from "./page-of.ts";

export interface AdminJobRoutesOptions {
  readonly doorman: Doorman;
  readonly deadLetters: DeadLetterDesk;
}

export const adminJobRoutes: FastifyPluginAsyncZod<AdminJobRoutesOptions> = async (app, options) => {
  const { doorman, deadLetters } = options;
  const tags = ["administration"];

  app.get(
    "/v1/admin/dead-letters",
    {
      config: { problems: ["admin_only"] },
      schema: {
        tags,
        summary: "Jobs that were given up, oldest first, for administrators",
        querystring: JobListQuery,
        response: { 200: DeadLetterListAnswer },
      },
    },
    async (request, reply) => {
      if ((await adminOf(doorman, request)) === undefined) return sendProblem(reply, "admin_only");
      const letters = await deadLetters.list(pageOf(request.query));
      void reply.header("cache-control", "no-store");
      const { items, next } = shownPage(letters, request.query, ({ letterId }) => letterId);
      return { letters: items.map(presentLetter), next };
    },
  );

  app.post(
    "/v1/admin/dead-letters/:letterId/replay",
    {
      config: { problems: ["admin_only", "letter_not_found"] },
      schema: {
        tags,
        summary: "Have a job done again that was given up, for administrators",
        params: DeadLetterParams,
        response: { 200: Done },
      },
    },
    async (request, reply) => {
      const accountId = await adminOf(doorman, request);
      if (accountId === undefined) return sendProblem(reply, "admin_only");
      const by = { accountId, requestId: request.id };
      const isReplayed = await deadLetters.replay(request.params.letterId, by);
      return isReplayed ? ({ status: "done" } as const) : sendProblem(reply, "letter_not_found");
    },
  );
  return Promise.resolve();
};

/** The account of an administrator; undefined for everybody else. */
export async function adminOf(doorman: Doorman, request: FastifyRequest): Promise<string | undefined> {
  const visitor = await doorman.visitorOf(request);
  return visitor?.kind === "account" && visitor.account.role === "admin" ? visitor.account.id : undefined;
}

const presentLetter = ({ job, diedAt, ...letter }: DeadLetter) => ({
  ...letter,
  job: { ...job },
  diedAt: diedAt.toISOString(),
});
