import type { IncomingHttpHeaders } from "node:http";
import type { Clock, FindVisitor, NameGuest, Papers, Visitor, WelcomeGuest } from "@strideiq/application";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { GuestCookie } from "./guest-cookie.ts";

export interface DoormanDeps {
  readonly findVisitor: FindVisitor;
  readonly welcomeGuest: WelcomeGuest;
  readonly nameGuest: NameGuest;
  readonly guestCookie: GuestCookie;
  readonly now: Clock["now"];
}

/** Knows whose request it is. The one place that does. */
export interface Doorman {
  /** Undefined for somebody who has made nothing here: there is nothing of theirs to be found. */
  readonly visitorOf: (request: FastifyRequest) => Promise<Visitor | undefined>;
  /** The athlete for what is to be kept; a newcomer becomes a guest and gets a cookie. */
  readonly admit: (request: FastifyRequest, reply: FastifyReply) => Promise<Visitor>;
  /** The same, where whoever stores what is to be kept stores a newcomer with it. */
  readonly expect: (request: FastifyRequest, reply: FastifyReply) => Promise<Expected>;
  /** What says whose a request is. */
  readonly papersOf: (headers: IncomingHttpHeaders) => Papers;
  /** Who became a guest by this request; undefined for somebody who was known before, or is not yet. */
  readonly newcomerOf: (request: FastifyRequest) => string | undefined;
}

export interface Expected {
  readonly athleteId: string;
  /** Until when a newcomer is known here, who is to be stored as a guest. */
  readonly guestUntil?: Date;
}

export const createDoorman = (deps: DoormanDeps): Doorman => {
  const { findVisitor, welcomeGuest, nameGuest, guestCookie, now } = deps;
  // Several parts of one request ask; the database is asked once.
  const found = new WeakMap<FastifyRequest, Promise<Visitor | undefined>>();
  const newcomers = new WeakMap<FastifyRequest, string>();
  const papersOf: Doorman["papersOf"] = ({ authorization, cookie }) => ({
    authorization,
    cookies: cookie,
    guestId: guestCookie.read(cookie, now()),
  });
  const visitorOf: Doorman["visitorOf"] = (request) => {
    const known = found.get(request) ?? findVisitor(papersOf(request.headers));
    found.set(request, known);
    return known;
  };
  return {
    visitorOf,
    papersOf,
    admit: async (request, reply) => {
      const known = await visitorOf(request);
      if (known !== undefined) return known;
      const { visitor, expiresAt } = await welcomeGuest();
      found.set(request, Promise.resolve(visitor));
      newcomers.set(request, visitor.athleteId);
      void reply.header("set-cookie", guestCookie.issue(visitor.athleteId, expiresAt));
      return visitor;
    },
    expect: async (request, reply) => {
      const known = await visitorOf(request);
      if (known !== undefined) return { athleteId: known.athleteId };
      const { athleteId, expiresAt } = nameGuest();
      newcomers.set(request, athleteId);
      void reply.header("set-cookie", guestCookie.issue(athleteId, expiresAt));
      return { athleteId, guestUntil: expiresAt };
    },
    newcomerOf: (request) => newcomers.get(request),
  };
};
