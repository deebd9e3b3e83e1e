import { createHash } from "node:crypto";
import type { AnswerStore, KeptAnswer, Visitor } from "@strideiq/application";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Doorman } from "./athlete.ts";
import { sendProblem } from "./problems.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** False where there is nothing to do twice: the request only asks, or comes from nobody in particular. */
    readonly keepsAnswer?: false;
  }
}

interface RetriesDeps {
  readonly doorman: Pick<Doorman, "visitorOf">;
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
/** Too fast, not paid for, switched off: each may be otherwise in a minute. */
const AGAIN_LATER = new Set([402, 403, 429]);
const held = new WeakMap<FastifyRequest, Held>();

/**
 * Lets every POST be sent again: with the same `Idempotency-Key` it is done once, and answered the same way
 * for 24 hours. A key belongs to whoever sends it, so it counts from when one is known here.
 */
export function answerRetries(app: FastifyInstance, deps: RetriesDeps): void {
  app.addHook("preHandler", async (request, reply) => {
    const sent = request.headers["idempotency-key"];
    const isKept = request.method === "POST" && request.routeOptions.config.keepsAnswer !== false;
    if (sent === undefined || !isKept) return undefined;
    const key = String(sent);
    if (!KEY.test(key)) return sendProblem(reply, "bad_idempotency_key");
    const visitor = await deps.doorman.visitorOf(request);
    return visitor && holdOrAnswer(deps.answers, request, reply, visitor, key);
  });

  app.addHook("onSend", async (request, reply, payload) => {
    const own = held.get(request);
    if (own === undefined) return payload;
    held.delete(request);
    const answer = answerOf(reply, payload);
    if (answer === undefined) await deps.answers.release(own.visitor, own.key);
    else await deps.answers.keep(own.visitor, own.key, answer);
    return payload;
  });
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
  const operation = `${request.method} ${request.routeOptions.url ?? ""}`;
  const found = await answers.reserve(visitor, key, { operation, hash: hashOf(request) });
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
