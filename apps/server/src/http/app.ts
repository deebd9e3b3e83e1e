import type { AnswerStore } from "@strideiq/application";
import helmet from "@fastify/helmet";
import swagger from "@fastify/swagger";
import Fastify, { type FastifyInstance, type FastifyServerOptions, LogController } from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import { type AccessRoutesOptions, accessRoutes } from "../routes/access.ts";
import { type AccountRoutesOptions, accountRoutes } from "../routes/accounts.ts";
import { adminJobRoutes, type AdminJobRoutesOptions } from "../routes/admin-jobs.ts";
import { type CalendarRoutesOptions, calendarRoutes } from "../routes/calendar.ts";
import { type ExportRoutesOptions, exportRoutes } from "../routes/exports.ts";
import { type HealthRoutesOptions, healthRoutes } from "../routes/health.ts";
import { jobControlRoutes, type JobRoutesOptions, jobRoutes } from "../routes/jobs.ts";
import { type MeRoutesOptions, meRoutes } from "../routes/me.ts";
import { type PlanChangeRoutesOptions, planChangeRoutes } from "../routes/plan-changes.ts";
import { type PlanListRoutesOptions, planListRoutes } from "../routes/plan-list.ts";
import {
  planLedgerRoutes,
  type PlanVersionRoutesOptions,
  planVersionRoutes,
} from "../routes/plan-versions.ts";
import { type PlanRoutesOptions, planRoutes } from "../routes/plans.ts";
import { passwordRoutes, type SessionRoutesOptions, sessionRoutes } from "../routes/sessions.ts";
import { type GateDeps, guardFeatures } from "./gate.ts";
import { refuseForeigners } from "./local-only.ts";
import { openApi } from "./open-api.ts";
import { servePage } from "./page.ts";
import { answerProblems } from "./problems.ts";
import { limitRates } from "./rate-limits.ts";
import { nameRequests, requestIdFor } from "./request-id.ts";
import { answerRetries } from "./retries.ts";

export interface AppDeps
  extends
    HealthRoutesOptions,
    AccessRoutesOptions,
    GateDeps,
    PlanRoutesOptions,
    PlanListRoutesOptions,
    PlanVersionRoutesOptions,
    PlanChangeRoutesOptions,
    SessionRoutesOptions,
    CalendarRoutesOptions,
    AccountRoutesOptions,
    JobRoutesOptions,
    ExportRoutesOptions,
    AdminJobRoutesOptions,
    MeRoutesOptions {
  readonly accounts: SessionRoutesOptions["accounts"] & MeRoutesOptions["accounts"];
  readonly hosts: ReadonlySet<string>;
  /** The built page; without it only the API is served. */
  readonly pageFolder?: string;
  readonly newId: () => string;
  readonly trustProxy: boolean;
  readonly answers: AnswerStore;
  /** Of one address, and of one athlete. */
  readonly requestsPerMinute: number;
  readonly logger: NonNullable<FastifyServerOptions["logger"]>;
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
  });
  // JSON only: a form of another website can send plain text without asking first.
  app.removeContentTypeParser("text/plain");
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  nameRequests(app);
  answerProblems(app);
  refuseForeigners(app, deps.hosts);
  await app.register(helmet, securityHeaders);
  await limitRates(app, deps);
  answerRetries(app, deps);
  guardFeatures(app, deps);
  await app.register(swagger, openApi);

  await app.register(healthRoutes, deps);
  await app.register(planRoutes, deps);
  await app.register(planListRoutes, deps);
  await app.register(planVersionRoutes, deps);
  await app.register(planLedgerRoutes, deps);
  await app.register(planChangeRoutes, deps);
  await app.register(calendarRoutes, deps);
  await app.register(accountRoutes, deps);
  await app.register(sessionRoutes, deps);
  await app.register(passwordRoutes, deps);
  await app.register(jobRoutes, deps);
  await app.register(jobControlRoutes, deps);
  await app.register(exportRoutes, deps);
  await app.register(adminJobRoutes, deps);
  await app.register(meRoutes, deps);
  await app.register(accessRoutes, deps);
  app.get("/openapi.json", { schema: { hide: true } }, () => app.swagger());
  await servePage(app, deps.pageFolder);
  return app;
}

const securityHeaders = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      "default-src": ["'self'"],
      "base-uri": ["'none'"],
      "form-action": ["'self'"],
      "frame-ancestors": ["'none'"],
      "img-src": ["'self'", "data:"],
      "object-src": ["'none'"],
      // Widths and positions of bars and menus are set on elements.
      "style-src": ["'self'", "'unsafe-inline'"],
    },
  },
  // Served over plain HTTP on this machine; behind a proxy, encryption is the proxy's to announce.
  strictTransportSecurity: false,
} as const;
