import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isApiUrl } from "./api-url.ts";
import type { Doorman } from "./athlete.ts";
import { sendProblem } from "./problems.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Tries in a minute for one e-mail address, from wherever they come. */
    readonly triesPerEmail?: number;
  }
}

export interface RateLimitDeps {
  readonly doorman: Pick<Doorman, "visitorOf">;
  /** Of one address, and of one athlete. */
  readonly requestsPerMinute: number;
  /** Counts what several processes allow together; undefined where each counts for itself. */
  readonly sharedCounts: SharedCounts | undefined;
}

interface SharedCounts {
  readonly add: (key: string, windowMilliseconds: number, max: number) => Counted;
}

interface Counted {
  readonly current: number;
  readonly ttl: number;
}

const timeWindow = "1 minute";

/**
 * Refuses what comes too fast, with the seconds to wait: from one network address, of one athlete, and at the
 * door of one account. Each process counts for itself, or all together where they have a place for it.
 */
export async function limitRates(
  app: FastifyInstance,
  { doorman, requestsPerMinute: max, sharedCounts }: RateLimitDeps,
): Promise<void> {
  await app.register(rateLimit, { global: true, max, timeWindow, ...storeOf(sharedCounts) });
  const perAthlete = app.createRateLimit({
    max,
    timeWindow,
    keyGenerator: async (request) => `athlete ${(await doorman.visitorOf(request))?.athleteId ?? ""}`,
  });
  app.addHook("preHandler", async (request, reply) => {
    if (!isApiUrl(request.routeOptions.url)) return undefined;
    if ((await doorman.visitorOf(request)) === undefined) return undefined;
    return refuse(reply, await perAthlete(request));
  });
  limitTries(app);
}

type Answer = (problem: null, counted: readonly [current: number, ttl: number]) => void;

/**
 * Where the plugin would ask Redis with each request, it is answered at once from what this process knows. It wants to
 * define a second command, to look without counting, which nobody here does.
 */
const storeOf = (counts: SharedCounts | undefined) =>
  counts === undefined
    ? {}
    : {
        redis: {
          defineCommand: () => undefined,
          rateLimit: (
            key: string,
            window: number,
            max: number,
            _on: boolean,
            _more: boolean,
            answer: Answer,
          ) => {
            const { current, ttl } = counts.add(key, window, max);
            answer(null, [current, ttl]);
          },
        },
      };

/** A password can be guessed from many addresses at once; the account stays one. */
function limitTries(app: FastifyInstance): void {
  const byMax = new Map<number, ReturnType<FastifyInstance["createRateLimit"]>>();
  const limitOf = (max: number): ReturnType<FastifyInstance["createRateLimit"]> => {
    const known = byMax.get(max);
    if (known !== undefined) return known;
    const made = app.createRateLimit({
      max,
      timeWindow,
      keyGenerator: (request) => `email ${String(max)} ${emailOf(request)}`,
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
