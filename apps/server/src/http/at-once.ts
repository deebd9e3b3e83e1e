import type { IncomingMessage, ServerResponse } from "node:http";
import type { FindPlanInHand } from "@strideiq/application";
import type { FastifyInstance } from "fastify";
import type { Doorman } from "./athlete.ts";
import { variedByOrigin } from "./cors.ts";
import { isLeaving } from "./farewell.ts";
import { isGated } from "./gate.ts";
import { type KnownNames, whatIsForeign } from "./local-only.ts";
import { countRequest, type RateLimitDeps } from "./rate-limits.ts";
import { acceptsGzip, bytesOf, isStillGood, readyHeaders } from "./ready-plan.ts";
import { REQUEST_ID, requestIdFor } from "./request-id.ts";
import { SECURITY_HEADERS } from "./security-headers.ts";
import { hasEnded } from "./session-guard.ts";

export interface AtOnceDeps extends KnownNames, Pick<RateLimitDeps, "counts" | "requestsPerMinute"> {
  readonly doorman: Pick<Doorman, "papersOf">;
  readonly findPlanInHand: FindPlanInHand;
  readonly newId: () => string;
  readonly trustProxy: boolean;
  /** Those who time what is answered here; none when nobody asked for figures or traces. */
  readonly watchersAtOnce: readonly WatchAtOnce[];
}

/** Hears of an answer that is about to be given: to a request of this name, for this route. */
export type WatchAtOnce = (
  response: ServerResponse,
  asked: { readonly method: string; readonly route: string; readonly requestId: string },
) => void;

const METHOD = "GET";
const ROUTE = "/v1/plans/:planId";
const ADDRESS = /^\/v1\/plans\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/**
 * Answers who reads a finished plan that is in hand, with what the hooks and the route would say, before any of them
 * is asked; they cost several times as much as the answer. Whatever else comes, or is to be refused, is theirs.
 */
export function answerAtOnce(app: FastifyInstance, deps: AtOnceDeps): void {
  if (isGated(`${METHOD} ${ROUTE}`)) return;
  const tryToAnswer = createAnswer(deps);
  app.server.removeAllListeners("request");
  app.server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    if (isLeaving(app) || !tryToAnswer(request, response)) app.routing(request, response);
  });
}

function createAnswer(deps: AtOnceDeps): (request: IncomingMessage, response: ServerResponse) => boolean {
  const { doorman, findPlanInHand, origins, trustProxy } = deps;
  const idOf = requestIdFor(deps.newId);
  return (request, response) => {
    const { headers } = request;
    const planId = planIdOf(request);
    if (planId === undefined || whatIsForeign(headers, deps) !== undefined) return false;
    const address = addressOf(request, trustProxy);
    const found = address === undefined ? undefined : findPlanInHand(doorman.papersOf(headers), planId);
    if (address === undefined || found === undefined) return false;
    const { visitor, plan } = found;
    if (hasEnded(headers.cookie ?? "", visitor.kind)) return false;
    const limits = countRequest(deps, address, visitor.athleteId);
    if (limits === undefined) return false;
    const requestId = idOf(request);
    for (const watch of deps.watchersAtOnce) watch(response, { method: METHOD, route: ROUTE, requestId });
    const ready = readyHeaders(planId, plan);
    const said = {
      [REQUEST_ID]: requestId,
      ...SECURITY_HEADERS,
      ...limits,
      ...ready,
      vary: variedByOrigin(ready.vary, origins),
    };
    if (isStillGood(headers, ready)) {
      response.writeHead(304, said).end();
      return true;
    }
    const body = bytesOf(plan);
    const sent = { ...said, "content-encoding": "gzip", "content-length": body.byteLength };
    response.writeHead(200, sent).end(body);
    return true;
  };
}

/** The plan that a plain reading asks for; one with a body, for another origin, or unzipped, is no plain one. */
function planIdOf({ method, url = "", headers }: IncomingMessage): string | undefined {
  const isPlain =
    method === METHOD &&
    headers.origin === undefined &&
    headers["content-length"] === undefined &&
    headers["transfer-encoding"] === undefined &&
    acceptsGzip(headers);
  return isPlain ? ADDRESS.exec(url)?.[1] : undefined;
}

const ONE_ADDRESS = /^[0-9a-f.:]+$/i;

/** Where a request comes from; undefined where proxies say more than one word about it. */
function addressOf({ headers, socket }: IncomingMessage, trustProxy: boolean): string | undefined {
  const said = trustProxy ? headers["x-forwarded-for"] : undefined;
  if (said === undefined) return socket.remoteAddress;
  return typeof said === "string" && ONE_ADDRESS.test(said) ? said : undefined;
}
