import type { IncomingMessage } from "node:http";
import type { FastifyInstance } from "fastify";

export const REQUEST_ID = "x-request-id";
const WELL_FORMED = /^[A-Za-z0-9_-]{8,64}$/;

/** The name of a request: the one that a proxy or client gave it, if it is harmless in a log, or a new one. */
export const requestIdFor =
  (newId: () => string) =>
  ({ headers }: Pick<IncomingMessage, "headers">): string => {
    const sent = headers[REQUEST_ID];
    return typeof sent === "string" && WELL_FORMED.test(sent) ? sent : newId();
  };

/** Says the name in every answer. */
export function nameRequests(app: FastifyInstance): void {
  app.addHook("onRequest", (request, reply, done) => {
    void reply.header(REQUEST_ID, request.id);
    done();
  });
}
