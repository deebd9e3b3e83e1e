import type { AnswerStore } from "@strideiq/application";
import swagger from "@fastify/swagger";
import Fastify, { type FastifyInstance, type FastifyServerOptions, LogController } from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import { addRoutes, type RouteDeps } from "../routes/index.ts";
import { type GateDeps, guardFeatures } from "./gate.ts";
import type { Doorman } from "./athlete.ts";
import { answerClientErrors, answerFrameworkErrors } from "./broken-requests.ts";
import { answerOrigins } from "./cors.ts";
import { knowMethods } from "./known-methods.ts";
import { refuseForeigners } from "./local-only.ts";
import { guardApiKeys } from "./api-key-guard.ts";
import { answerAtOnce, type AtOnceDeps } from "./at-once.ts";
import { endConnections } from "./farewell.ts";
import { switchedOffFor, withoutSwitchedOff } from "./offered.ts";
import { openApi } from "./open-api.ts";
import { servePage } from "./page.ts";
import { answerProblems } from "./problems.ts";
import { limitRates, type RateLimitDeps } from "./rate-limits.ts";
import { nameRequests, requestIdFor } from "./request-id.ts";
import { answerRetries } from "./retries.ts";
import { secureAnswers } from "./security-headers.ts";
import { refuseEndedSessions } from "./session-guard.ts";
import { refuseBrokenText } from "./text-guard.ts";

export interface AppDeps extends RouteDeps, GateDeps, AtOnceDeps {
  readonly doorman: Doorman;
  readonly hosts: ReadonlySet<string>;
  /** Other websites whose pages may use this server, such as `https://app.example.org`. */
  readonly origins: ReadonlySet<string>;
  /** The built page; without it only the API is served. */
  readonly pageFolder?: string;
  readonly newId: () => string;
  readonly trustProxy: boolean;
  readonly answers: AnswerStore;
  /** Of one address, and of one athlete. */
  readonly requestsPerMinute: number;
  readonly counts: RateLimitDeps["counts"];
  readonly logger: NonNullable<FastifyServerOptions["logger"]>;
  /** Resolves when readers of this process see everything that was stored before. */
  readonly seeOwnWrites: () => Promise<void>;
  /** Those who time what is answered; none when nobody asked for figures or traces. */
  readonly watchers: readonly ((app: FastifyInstance) => void)[];
}

const BODY_BYTES_MAX = 64 * 1024;

/** The HTTP application; it knows use cases, and nothing of what is behind them. */
export async function buildApp(deps: AppDeps): Promise<FastifyInstance> {
  const app = Fastify({
    logger: deps.logger,
    // A line per request halves the throughput; errors are logged where they are answered.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: deps.trustProxy,
    bodyLimit: BODY_BYTES_MAX,
    // Stopping closes idle connections; requests under way, and those that arrive on an open one, are answered.
    forceCloseConnections: "idle",
    return503OnClosing: false,
    genReqId: requestIdFor(deps.newId),
    requestIdHeader: false,
    frameworkErrors: answerFrameworkErrors,
    clientErrorHandler: answerClientErrors(deps.newId),
  });
  // JSON only: a form of another website can send plain text without asking first.
  app.removeContentTypeParser("text/plain");
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  for (const watch of deps.watchers) watch(app);
  nameRequests(app);
  answerProblems(app);
  endConnections(app);
  refuseForeigners(app, deps);
  answerOrigins(app, deps.origins);
  secureAnswers(app);
  refuseBrokenText(app);
  guardApiKeys(app, deps);
  refuseEndedSessions(app, deps);
  await limitRates(app, deps);
  answerRetries(app, deps);
  guardFeatures(app, deps);
  awaitOwnWrites(app, deps.seeOwnWrites);
  await app.register(swagger, openApi);

  const methodsAt = knowMethods(app);
  await addRoutes(app, deps);
  app.get("/openapi.json", { schema: { hide: true } }, async (request) => {
    const visitor = await deps.doorman.visitorOf(request);
    return withoutSwitchedOff(app.swagger(), await switchedOffFor(visitor, deps.checkAccess));
  });
  await servePage(app, deps.pageFolder, methodsAt);
  answerAtOnce(app, deps);
  return app;
}

/** Whoever is told that something is stored finds it so with their next request. */
function awaitOwnWrites(app: FastifyInstance, seeOwnWrites: AppDeps["seeOwnWrites"]): void {
  app.addHook("onSend", ({ method }, _reply, payload, done) => {
    if (method === "GET" || method === "HEAD") {
      done(null, payload);
      return;
    }
    seeOwnWrites().then(() => {
      done(null, payload);
    }, done);
  });
}
