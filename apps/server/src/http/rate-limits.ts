import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Doorman } from "./athlete.ts";
import { sendProblem } from "./problems.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Tries in a minute for one e-mail address, from wherever they come. */
    readonly triesPerEmail?: number;
  }
}

interface RateLimitDeps {
  readonly doorman: Pick<Doorman, "visitorOf">;
  /** Of one address, and of one athlete. */
  readonly requestsPerMinute: number;
}

const timeWindow = "1 minute";

/**
 * Refuses what comes too fast, with the seconds to wait: from one network address, of one athlete, and at the
 * door of one account. Each process counts for itself.
 */
export async function limitRates(
  app: FastifyInstance,
  { doorman, requestsPerMinute: max }: RateLimitDeps,
): Promise<void> {
  await app.register(rateLimit, { global: true, max, timeWindow });
  const perAthlete = app.createRateLimit({
    max,
    timeWindow,
    keyGenerator: async (request) => `athlete ${(await doorman.visitorOf(request))?.athleteId ?? ""}`,
  });
  app.addHook("preHandler", async (request, reply) => {
    if (request.routeOptions.url?.startsWith("/v1/") !== true) return undefined;
    if ((await doorman.visitorOf(request)) === undefined) return undefined;
    return refuse(reply, await perAthlete(request));
  });
  limitTries(app);
}

/** A password can be guessed from many addresses at once; the account stays one. */
function limitTries(app: FastifyInstance): void {
  const byMax = new Map<number, ReturnType<FastifyInstance["createRateLimit"]>>();
  const limitOf = (max: number): ReturnType<FastifyInstance["createRateLimit"]> => {
    const known = byMax.get(max);
    if (known !== undefined) return known;
    const made = app.createRateLimit({
      max,
      timeWindow,
      keyGenerator: (request) => `email ${emailOf(request)}`,
    });
    byMax.set(max, made);
    return made;
  };
  app.addHook("preHandler", async (request, reply) => {
    const { triesPerEmail } = request.routeOptions.config;
    return triesPerEmail === undefined ? undefined : refuse(reply, await limitOf(triesPerEmail)(request));
  });
}

function emailOf({ body }: FastifyRequest): string {
  const email = typeof body === "object" && body !== null && "email" in body ? body.email : "";
  return typeof email === "string" ? email.trim().toLowerCase() : "";
}

type Verdict = Awaited<ReturnType<ReturnType<FastifyInstance["createRateLimit"]>>>;

function refuse(reply: FastifyReply, verdict: Verdict): FastifyReply | undefined {
  if (verdict.isAllowed || !verdict.isExceeded) return undefined;
  return sendProblem(reply.header("retry-after", String(verdict.ttlInSeconds)), "too_many_requests");
}
