import rateLimit, { normalizeIP } from "@fastify/rate-limit";
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
  /** Counts what several processes allow together, or this one by itself. */
  readonly counts: Counts;
}

interface Counts {
  readonly add: (key: string, windowMilliseconds: number, max: number) => Counted;
  /** How many there are in the window that runs. */
  readonly look: (key: string) => number;
}

interface Counted {
  readonly current: number;
  readonly ttl: number;
}

const timeWindow = 60_000;
const OF_ADDRESS = "address ";
const ofAthlete = (athleteId: string): string => `athlete ${athleteId}`;

/**
 * Refuses what comes too fast, with the seconds to wait: from one network address, of one athlete, and at the
 * door of one account. Each process counts for itself, or all together where they have a place for it.
 */
export async function limitRates(
  app: FastifyInstance,
  { doorman, requestsPerMinute: max, counts }: RateLimitDeps,
): Promise<void> {
  await app.register(rateLimit, {
    global: true,
    max,
    timeWindow,
    nameSpace: OF_ADDRESS,
    redis: storeOf(counts),
  });
  app.addHook("preHandler", async (request, reply) => {
    if (!isApiUrl(request.routeOptions.url)) return undefined;
    const visitor = await doorman.visitorOf(request);
    if (visitor === undefined) return undefined;
    return refuseBeyond(reply, max, counts.add(ofAthlete(visitor.athleteId), timeWindow, max));
  });
  limitTries(app, counts);
}

/** What an answer says of the limit of the address that it goes to. */
type LimitHeaders = Readonly<Record<`x-ratelimit-${"limit" | "remaining" | "reset"}`, number>>;

/**
 * Counts a request of an athlete, from an address, as the hooks do; undefined, with nothing counted, where one of the
 * two has none left.
 */
export function countRequest(
  { counts, requestsPerMinute: max }: Pick<RateLimitDeps, "counts" | "requestsPerMinute">,
  address: string,
  athleteId: string,
): LimitHeaders | undefined {
  const keys = { address: OF_ADDRESS + normalizeIP(address), athlete: ofAthlete(athleteId) };
  if (counts.look(keys.address) >= max || counts.look(keys.athlete) >= max) return undefined;
  counts.add(keys.athlete, timeWindow, max);
  const { current, ttl } = counts.add(keys.address, timeWindow, max);
  return {
    "x-ratelimit-limit": max,
    "x-ratelimit-remaining": max - current,
    "x-ratelimit-reset": secondsOf(ttl),
  };
}

const secondsOf = (milliseconds: number): number => Math.ceil(milliseconds / 1_000);

type Answer = (problem: null, counted: readonly [current: number, ttl: number]) => void;

/**
 * Where the plugin would ask Redis with each request, it is answered at once from what this process knows. It wants to
 * define a second command, to look without counting, which it is never asked for here.
 */
const storeOf = (counts: Counts) => ({
  defineCommand: () => undefined,
  rateLimit: (key: string, window: number, max: number, _on: boolean, _more: boolean, answer: Answer) => {
    const { current, ttl } = counts.add(key, window, max);
    answer(null, [current, ttl]);
  },
});

/** A password can be guessed from many addresses at once; the account stays one. */
function limitTries(app: FastifyInstance, counts: Counts): void {
  app.addHook("preHandler", async (request, reply) => {
    const { triesPerEmail: max } = request.routeOptions.config;
    if (max === undefined) return undefined;
    return refuseBeyond(reply, max, counts.add(`email ${String(max)} ${emailOf(request)}`, timeWindow, max));
  });
}

function emailOf({ body }: FastifyRequest): string {
  const email = typeof body === "object" && body !== null && "email" in body ? body.email : "";
  return typeof email === "string" ? email.trim().toLowerCase() : "";
}

function refuseBeyond(reply: FastifyReply, max: number, { current, ttl }: Counted): FastifyReply | undefined {
  if (current <= max) return undefined;
  return sendProblem(reply.header("retry-after", String(secondsOf(ttl))), "too_many_requests");
}
