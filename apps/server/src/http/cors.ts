import type { FastifyInstance } from "fastify";

const METHODS = "GET, POST, PUT, DELETE";
const REQUEST_HEADERS =
  "accept, authorization, content-type, idempotency-key, if-match, if-none-match, last-event-id, prefer";
const ANSWER_HEADERS = "etag, idempotent-replayed, location, retry-after, x-request-id";
/** Browsers keep the answer to a preflight for at most two hours (Chromium's limit). */
const PREFLIGHT_SECONDS = "7200";

/**
 * Lets the pages of listed origins read what this server answers, with the cookies of whoever opened them. Nothing is
 * said about any other origin, and without a list nothing at all: a browser then keeps the answer from the page.
 */
export function answerOrigins(app: FastifyInstance, origins: ReadonlySet<string>): void {
  if (origins.size === 0) return;
  app.addHook("onRequest", async (request, reply) => {
    const { origin, "access-control-request-method": asksFor } = request.headers;
    if (origin === undefined || !origins.has(origin)) return undefined;
    void reply
      .header("access-control-allow-origin", origin)
      .header("access-control-allow-credentials", "true")
      .header("access-control-expose-headers", ANSWER_HEADERS);
    if (request.method !== "OPTIONS" || asksFor === undefined) return undefined;
    return reply
      .header("access-control-allow-methods", METHODS)
      .header("access-control-allow-headers", REQUEST_HEADERS)
      .header("access-control-max-age", PREFLIGHT_SECONDS)
      .code(204)
      .send();
  });
  // Answers differ by origin, so no cache may give one origin's answer to another.
  app.addHook("onSend", async (_request, reply, payload) => {
    const varies = reply.getHeader("vary");
    void reply.header("vary", varies === undefined ? "origin" : variedByOrigin(String(varies), origins));
    return payload;
  });
}

/** What an answer varies by, where it may go to other origins than its own. */
export const variedByOrigin = (varies: string, origins: ReadonlySet<string>): string =>
  origins.size === 0 ? varies : `${varies}, origin`;
