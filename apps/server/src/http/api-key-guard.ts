import type { ApiKeyScope } from "@strideiq/application";
import type { FastifyInstance } from "fastify";
import { isApiUrl } from "./api-url.ts";
import type { Doorman } from "./athlete.ts";
import { sendProblem } from "./problems.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** For people only: no key opens it, whatever it may do otherwise. */
    readonly personOnly?: true;
    /** Not for guests either. */
    readonly accountOnly?: true;
    /** What a key must be for, where it is neither to look nor to change. */
    readonly scope?: ApiKeyScope;
  }
}

/** Lets a program do what its key is for, and nothing else. A key that is not known opens nothing at all. */
export function guardApiKeys(
  app: FastifyInstance,
  { doorman }: { readonly doorman: Pick<Doorman, "visitorOf"> },
): void {
  app.addHook("preHandler", async (request, reply) => {
    if (request.headers.authorization === undefined) return undefined;
    if (!isApiUrl(request.routeOptions.url)) return undefined;
    const visitor = await doorman.visitorOf(request);
    if (visitor?.kind !== "api_key") return sendProblem(reply, "bad_api_key");
    if (request.routeOptions.config.personOnly === true) return sendProblem(reply, "person_only");
    const usual = request.method === "GET" || request.method === "HEAD" ? "read" : "write";
    const scope = request.routeOptions.config.scope ?? usual;
    return visitor.scopes.includes(scope) ? undefined : sendProblem(reply, "scope_missing");
  });
}
