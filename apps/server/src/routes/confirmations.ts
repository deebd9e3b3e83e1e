import type { Accounts } from "@strideiq/application";
import { Accepted, ConfirmBody, Done, ResetRequestBody } from "@strideiq/contracts";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { sendProblem } from "../http/problems.ts";

export interface ConfirmationRoutesOptions {
  readonly accounts: Pick<Accounts, "sendConfirmation" | "confirm">;
  readonly signInsPerMinute: number;
}

const tags = ["account"];

/** Whether an address is somebody's. A letter with a link is sent to it where the server asks for that. */
export const confirmationRoutes: FastifyPluginAsyncZod<ConfirmationRoutesOptions> = async (app, options) => {
  const { accounts, signInsPerMinute: max } = options;
  const config = {
    rateLimit: { max, timeWindow: "1 minute" },
    triesPerEmail: max,
    keepsAnswer: false,
    personOnly: true,
    anybody: true,
  } as const;

  app.post(
    "/v1/email-confirmations",
    {
      config: {
        ...config,
        repeat: "Sent again it sends another letter; the links of both are good for a day.",
      },
      schema: {
        tags,
        summary:
          "Ask for another link to confirm an address; the answer is the same whether it waits for one or not",
        body: ResetRequestBody,
        response: { 202: Accepted },
      },
    },
    async (request, reply) => {
      await accounts.sendConfirmation(request.body.email);
      return reply.code(202).send({ status: "accepted" });
    },
  );

  app.post(
    "/v1/email-confirmations/spend",
    {
      config: {
        ...config,
        problems: ["link_spent"],
        repeat: "Sent again it changes nothing: the address is confirmed.",
      },
      schema: { tags, summary: "Confirm an address with a link", body: ConfirmBody, response: { 200: Done } },
    },
    async (request, reply) => {
      const done = await accounts.confirm(request.body.token);
      return done.ok ? ({ status: "done" } as const) : sendProblem(reply, "link_spent");
    },
  );
  return Promise.resolve();
};
