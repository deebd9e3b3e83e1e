import type { Cookies, SignedUp } from "@strideiq/application";
import type { AccountAnswer } from "@strideiq/contracts";
import type { FastifyReply } from "fastify";

export const answerOf = ({ account: { name, email, role }, athleteId }: SignedUp): AccountAnswer => ({
  athleteId,
  name,
  email,
  role,
});

export function setCookies(reply: FastifyReply, cookies: Cookies): void {
  if (cookies.length > 0) void reply.header("set-cookie", [...cookies]);
}
