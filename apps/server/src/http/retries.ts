import { createHash } from "node:crypto";
import type { AnswerStore, KeptAnswer, RequestPrint, Visitor } from "@strideiq/application";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Doorman } from "./athlete.ts";
import { sendProblem } from "./problems.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** False where no answer is kept: `repeat` says why a request that is sent twice does no harm. */
    readonly keepsAnswer?: false;
    /** What a request does that is sent again, as a sentence of the document. */
    readonly repeat?: string;
    /** The route itself sees to it that a request with a key is done once: nobody is known whose key it could be. */
    readonly ownRetries?: true;
  }
}

interface RetriesDeps {
  readonly doorman: Pick<Doorman, "visitorOf" | "newcomerOf">;
  readonly answers: AnswerStore;
}

/** A request that holds its key, until its answer is kept. */
interface Held {
  readonly visitor: Visitor;
  readonly key: string;
  readonly since: Date;
}

const KEY = /^[\x21-\x7e]{1,200}$/;
const KEPT_HEADERS = ["content-type", "location", "etag", "cache-control"] as const;
/** Too fast, not paid for, switched off, not as things stand: each may be otherwise in a minute. */
const AGAIN_LATER = new Set([402, 403, 409, 429]);
const held = new WeakMap<FastifyRequest, Held>();
/** The keys of requests from somebody who is nobody here yet. */
const brought = new WeakMap<FastifyRequest, string>();

/** The key of a request; "none" for one that is no key. */
export function retryKeyOf({ headers }: FastifyRequest): string | undefined | { readonly type: "none" } {
  const sent = headers["idempotency-key"];
  if (sent === undefined) return undefined;
  return KEY.test(String(sent)) ? String(sent) : { type: "none" };
}

/**
 * Lets every POST be sent again: with the same `Idempotency-Key` it is done once, and answered the same way
 * for 24 hours. A key belongs to whoever sends it; that of a newcomer, to the guest that the request made.
 */
export function answerRetries(app: FastifyInstance, deps: RetriesDeps): void {
  app.addHook("preHandler", async (request, reply) => {
    const key = retryKeyOf(request);
    const { config } = request.routeOptions;
    const isKept = request.method === "POST" && config.keepsAnswer !== false;
    if (key === undefined || !(isKept || config.ownRetries === true)) return undefined;
    if (typeof key !== "string") return sendProblem(reply, "bad_idempotency_key");
    if (!isKept) return undefined;
    const visitor = await deps.doorman.visitorOf(request);
    if (visitor !== undefined) return holdOrAnswer(deps.answers, request, reply, visitor, key);
    brought.set(request, key);
    return undefined;
  });

  app.addHook("onSend", async (request, reply, payload) => {
    const own = held.get(request);
    if (own === undefined) {
      const key = brought.get(request);
      if (key !== undefined) await rememberNewcomer(deps, request, key, answerOf(reply, payload));
      return payload;
    }
    held.delete(request);
    const answer = answerOf(reply, payload);
    if (answer === undefined) await deps.answers.release(own.visitor, own.key);
    else await deps.answers.keep(own.visitor, own.key, answer);
    return payload;
  });
}

/** Before the cookie of a newcomer leaves, the request that it came from is known as theirs. */
async function rememberNewcomer(
  { doorman, answers }: RetriesDeps,
  request: FastifyRequest,
  key: string,
  answer: KeptAnswer | undefined,
): Promise<void> {
  const athleteId = doorman.newcomerOf(request);
  if (athleteId === undefined || answer === undefined || answer.status >= 400) return;
  await answers.remember({ athleteId }, key, printOf(request), answer);
}

export type NewIdFor = (request: FastifyRequest, what: string) => string;

/**
 * The id of one thing that a request makes. With a key it follows from the key, so that a request whose process died
 * before its answer was kept makes the same thing when it is sent again.
 */
export const createNewIdFor =
  (newId: () => string, idOf: (milliseconds: number, text: string) => string): NewIdFor =>
  (request, what) => {
    const own = held.get(request);
    return own === undefined
      ? newId()
      : idOf(own.since.getTime(), `${what} ${own.visitor.athleteId} ${own.key}`);
  };

async function holdOrAnswer(
  answers: AnswerStore,
  request: FastifyRequest,
  reply: FastifyReply,
  visitor: Visitor,
  key: string,
): Promise<FastifyReply | undefined> {
  const found = await answers.reserve(visitor, key, printOf(request));
  switch (found.state) {
    case "reserved":
      held.set(request, { visitor, key, since: found.since });
      return undefined;
    case "under_way":
      return sendProblem(reply.header("retry-after", "1"), "request_under_way");
    case "used_otherwise":
      return sendProblem(reply, "idempotency_key_reused");
    case "answered":
      return replay(reply, found.answer);
  }
}

const printOf = (request: FastifyRequest): RequestPrint => ({
  operation: `${request.method} ${request.routeOptions.url ?? ""}`,
  hash: hashOf(request),
});

function hashOf({ method, url, headers, body }: FastifyRequest): Buffer {
  const text = JSON.stringify([method, url, headers["if-match"] ?? null, body ?? null]);
  return createHash("sha256").update(text).digest();
}

/** What is to be said again. A fault of ours, of the moment, or of who asks is not: the next try may go better. */
function answerOf(reply: FastifyReply, payload: unknown): KeptAnswer | undefined {
  const { statusCode } = reply;
  if (statusCode >= 500 || AGAIN_LATER.has(statusCode)) return undefined;
  const headers = KEPT_HEADERS.flatMap((name) => {
    const value = reply.getHeader(name);
    return value === undefined ? [] : [[name, String(value)] as const];
  });
  const body = Buffer.isBuffer(payload) ? payload : Buffer.from(typeof payload === "string" ? payload : "");
  return { status: statusCode, headers: Object.fromEntries(headers), body };
}

const replay = (reply: FastifyReply, { status, headers, body }: KeptAnswer): FastifyReply =>
  reply
    .code(status)
    .headers({ ...headers, "idempotent-replayed": "true" })
    .serializer((payload: unknown) => payload as string)
    .send(Buffer.from(body));
