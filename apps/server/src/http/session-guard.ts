import type { FastifyInstance } from "fastify";
import { isApiUrl } from "./api-url.ts";
import type { Doorman } from "./athlete.ts";
import { sendProblem } from "./problems.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Open to somebody whose session has ended: it is nobody's own, or it is the way back in. */
    readonly anybody?: true;
  }
}

const SESSION = /(?:^|;\s*)(?:__Secure-)?strideiq\.session_token=[^;\s]/;
const GUEST = /(?:^|;\s*)strideiq\.guest=[^;\s]/;

/**
 * Refuses whoever comes with a session, or as a guest, that is not known any more. Taken for a newcomer instead,
 * they would put what they make where they do not find it again.
 */
export function refuseEndedSessions(
  app: FastifyInstance,
  { doorman }: { readonly doorman: Pick<Doorman, "visitorOf"> },
): void {
  app.addHook("preHandler", async (request, reply) => {
    const { config, url } = request.routeOptions;
    const { authorization, cookie = "" } = request.headers;
    if (config.anybody === true || authorization !== undefined) return undefined;
    if (!isApiUrl(url) || !(SESSION.test(cookie) || GUEST.test(cookie))) return undefined;
    const visitor = await doorman.visitorOf(request);
    return hasEnded(cookie, visitor?.kind) ? sendProblem(reply, "session_ended") : undefined;
  });
}

/** Whether a cookie claims more than there is: a guest's beside a session that has ended opens nothing either. */
export const hasEnded = (cookie: string, kind: "account" | "guest" | "api_key" | undefined): boolean =>
  kind !== "account" && (SESSION.test(cookie) || (kind === undefined && GUEST.test(cookie)));
