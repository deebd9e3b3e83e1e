import { join } from "node:path";
import process from "node:process";
import {
  createChangeShelf,
  createDeadLetterDesk,
  createExportShelf,
  createJobBoard,
  createJobShelf,
  createPlanHistory,
  createPlanRepository,
  createSystemClock,
  type Deliver,
  deliverBySmtp,
  deliverToFolder,
  fixedDay,
  forgetInFolder,
  isReachable,
  type JobQueue,
  newUuidV7,
} from "@strideiq/adapters";
import {
  type Clock,
  createRequestPlan,
  type Generate,
  type PlanRepository,
  type Tracing,
} from "@strideiq/application";
import { err, ok, type Result } from "@strideiq/engine";
import type { FastifyInstance } from "fastify";
import { buildApp } from "../http/app.ts";
import type { WatchAtOnce } from "../http/at-once.ts";
import { knownHosts } from "../http/local-only.ts";
import { logOptions } from "../http/log-options.ts";
import type { Metrics } from "../metrics/metrics.ts";
import { renderReady } from "../routes/present-plan.ts";
import { traceGenerations } from "../tracing/trace-generations.ts";
import { traceAtOnce, traceRequests } from "../tracing/trace-requests.ts";
import type { AccessSeeds } from "./access.ts";
import { composeConfigurationCases, composeConfigurationCheck } from "./configuration-cases.ts";
import type { Configuration } from "./configuration.ts";
import { createEngineAsRecorded } from "./engine-as-recorded.ts";
import { writeAdminLink } from "./admin-link.ts";
import { layOutDemo } from "./demo.ts";
import { createJobWatch } from "./job-watch.ts";
import { closeApp, listen } from "./listen.ts";
import { composePeople, type People } from "./people.ts";
import { composePlanCases } from "./plan-cases.ts";
import type { Store } from "./store.ts";
import type { Followed } from "./followed.ts";
import { type Ground, openGround } from "./ground.ts";
import type { Shipped } from "./shipped.ts";
import { composeRuns } from "./runs.ts";
import { composeWorkers } from "./workers.ts";

/** A running server, worker, or both. */
export interface Service {
  /** Where to open it; undefined for a worker alone. */
  readonly address: string | undefined;
  /** The way in of the first administrator, while there is none. */
  readonly adminLink: { readonly link: string; readonly file: string } | undefined;
  /** Where the data lies, when that is not the folder asked for. */
  readonly dataElsewhere: string | undefined;
  /** Where Prometheus reads the figures of this process, if anywhere. */
  readonly metricsAddress: string | undefined;
  /** Ends everything this process started; requests and jobs under way come to their end. */
  readonly stop: () => Promise<void>;
}

/** Connects use cases to their adapters and starts them. The error is a sentence for the terminal. */
export async function startService(
  configuration: Configuration,
  shipped: Shipped,
  seeds: AccessSeeds,
  clock: Clock = clockFor(configuration),
): Promise<Result<Service, string>> {
  const ground = await openGround(configuration, { shipped, seeds, clock });
  if (!ground.ok) return ground;
  const { store, queue, copies, counts, followed, figures, tracing, report, close } = ground.value;
  let publicUrl = configuration.publicUrl ?? "";
  const people = composePeople({
    store,
    copies,
    now: clock.now,
    publicUrl: () => publicUrl,
    isSecure: publicUrl.startsWith("https:"),
    confirmsEmail: configuration.confirmsEmail,
    enqueue: queue.enqueueMail,
    handOver: handOverFor(configuration),
    handOverJobs: queue.handOver,
    forgetJobs: queue.forget,
    forgetLetters: forgetInFolder(join(configuration.dataFolder, "outbox")),
  });
  const here = { configuration, shipped, store, queue, copies, counts, people, clock };
  const { metrics } = figures;
  const parts: Parts = { ...followed, ...here, metrics, tracing, activityRules: shipped.activityRules };
  const plans = createPlanRepository({ ...queue, db: store.db, renderSnapshot: renderReady });
  const app = await composeApp(parts, plans);
  report.use(app);

  const stop = async (): Promise<void> => {
    await closeApp(app);
    await close();
  };
  const started = { metricsAddress: figures.address, dataElsewhere: store.elsewhere, stop };
  if (configuration.role !== "api") await startWorker(parts, plans);
  if (configuration.role === "worker") return ok({ ...started, address: undefined, adminLink: undefined });
  const listening = await listen(app, configuration);
  if (!listening.ok) {
    await stop();
    return err(listening.error);
  }
  publicUrl = configuration.publicUrl ?? listening.value;
  if (configuration.demo)
    await layOutDemo({
      signUp: people.signUp,
      signIn: people.signIn,
      requestPlan: createRequestPlan({ plans, clock, checkRequest: parts.engine.checkRequest }),
      clock,
      folder: configuration.dataFolder,
    });
  const adminLink = await writeAdminLink(people, configuration.dataFolder, publicUrl);
  return ok({ ...started, address: listening.value, adminLink });
}

interface Parts extends Omit<Followed, "stop"> {
  readonly configuration: Configuration;
  readonly activityRules: Shipped["activityRules"];
  readonly shipped: Shipped;
  readonly store: Store;
  readonly queue: JobQueue;
  readonly copies: Ground["copies"];
  readonly counts: Ground["counts"];
  readonly people: People;
  readonly clock: Clock;
  readonly metrics: Metrics | undefined;
  readonly tracing: Tracing | undefined;
}

const composeApp = (parts: Parts, plans: PlanRepository): Promise<FastifyInstance> => {
  const { configuration, engine, store, queue, copies, counts, people, access, clock } = parts;
  return buildApp({
    ...people,
    ...access,
    ...composeCases(parts, plans),
    standardLengths: engine.standardLengths,
    tierOfRuns: engine.tierOfRuns,
    today: clock.today,
    now: clock.now,
    exports: createExportShelf({ ...queue, db: store.db }),
    deadLetters: createDeadLetterDesk({
      db: store.db,
      box: queue.deadLetters,
    }),
    jobs: createJobShelf({ db: store.db, withdraw: queue.withdraw }),
    jobWatch: createJobWatch(createJobBoard(store.db)),
    newId: newUuidV7,
    seeOwnWrites: copies.caughtUp,
    findPlanInHand: copies.inHand,
    isReady: () => isReachable(store.db),
    hosts: knownHosts(configuration.host, configuration.allowedHosts),
    origins: new Set(configuration.allowedOrigins),
    pageFolder: join(configuration.root, "apps", "web", "dist"),
    plansPerMinute: configuration.plansPerMinute,
    signInsPerMinute: configuration.signInsPerMinute,
    requestsPerMinute: configuration.requestsPerMinute,
    counts,
    trustProxy: configuration.trustProxy,
    logger: logOptions(configuration.logLevel, process.stderr, configuration.role),
    watchers: watchersOf(parts),
    watchersAtOnce: watchersAtOnceOf(parts),
  });
};

/** Who looks on while requests are answered. */
const watchersOf = ({ metrics, tracing }: Parts): readonly ((app: FastifyInstance) => void)[] => [
  ...(metrics === undefined ? [] : [metrics.watchRequests]),
  ...(tracing === undefined ? [] : [traceRequests(tracing)]),
];

/** Those of readings that are answered before any hook. */
const watchersAtOnceOf = ({ metrics, tracing }: Parts): readonly WatchAtOnce[] => [
  ...(metrics === undefined ? [] : [metrics.watchAtOnce]),
  ...(tracing === undefined ? [] : [traceAtOnce(tracing)]),
];

/** The engine of a worker, with those who look on while it generates. */
function watchedEngine({ engine, metrics, tracing }: Parts): Generate {
  const counted = metrics?.watchGenerations(engine.generate) ?? engine.generate;
  return tracing === undefined ? counted : traceGenerations(tracing)(counted);
}

/** What can be asked of plans, runs and rules. */
function composeCases(parts: Parts, plans: PlanRepository) {
  const {
    configurations,
    plugins,
    brokenPlugins,
    shipped,
    activityRules,
    engine,
    store,
    queue,
    copies,
    clock,
  } = parts;
  const { db } = store;
  const runs = composeRuns({ ...queue, db, clock, activityRules });
  const rules = { configurations, plugins, installed: shipped.installed };
  return {
    ...composePlanCases({
      engine,
      activityRules,
      engineAsRecorded: createEngineAsRecorded(rules),
      clock,
      db,
      plans,
      findPlan: copies.findPlan(plans.find),
      renderSnapshot: renderReady,
      changes: createChangeShelf({ ...queue, db }),
      settleRuns: runs.changeRuns.settle,
    }),
    ...runs,
    ...composeConfigurationCases({ ...rules, brokenPlugins, db, queue }),
  };
}

async function startWorker(parts: Parts, plans: PlanRepository): Promise<void> {
  const { engine, queue, store, people } = parts;
  await queue.work(
    composeWorkers({
      ...parts,
      ...engine,
      generate: watchedEngine(parts),
      plans,
      board: createJobBoard(store.db),
      exports: createExportShelf({ ...queue, db: store.db }),
      history: createPlanHistory({ db: store.db, renderSnapshot: renderReady, newId: newUuidV7 }),
      changes: createChangeShelf({ ...queue, db: store.db }),
      ownData: people.ownData,
      deliver: people.outbox.deliver,
      check: composeConfigurationCheck({ ...parts, db: store.db, installed: parts.shipped.installed }),
    }),
  );
  // The version before had no jobs for letters: what it left is taken up. A letter that has a job keeps that one.
  for (const mailId of await people.outbox.leftBehind()) await queue.enqueueMail(mailId);
}

/** Letters go out by SMTP when that is configured, else into a folder. */
const handOverFor = ({ smtpUrl, mailFrom, dataFolder }: Configuration): Deliver =>
  smtpUrl === undefined ? deliverToFolder(join(dataFolder, "outbox")) : deliverBySmtp(smtpUrl, mailFrom);

const clockFor = ({ today }: Configuration): Clock =>
  today === undefined ? createSystemClock() : fixedDay(createSystemClock(), today);
