import type { FastifyInstance } from "fastify";

const leaving = new WeakSet<FastifyInstance>();

/** From now on every answer tells its client to send the next request on another connection. */
export const sayFarewell = (app: FastifyInstance): void => void leaving.add(app);

export const isLeaving = (app: FastifyInstance): boolean => leaving.has(app);

/** Lets a server that is about to stop say so in each answer, those that are under way included. */
export function endConnections(app: FastifyInstance): void {
  app.addHook("onSend", (_request, reply, payload, done) => {
    if (isLeaving(app)) void reply.header("connection", "close");
    done(null, payload);
  });
}
