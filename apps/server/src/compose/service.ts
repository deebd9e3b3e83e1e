import { join } from "node:path";
import process from "node:process";
import {
  createCalendarRepository,
  createPlanRepository,
  createSystemClock,
  fixedDay,
  type GenerationQueue,
  isReachable,
  newUuidV7,
  openGenerationQueue,
  systemTimeZone,
} from "@strideiq/adapters";
import {
  type CheckRequest,
  type Clock,
  createGenerateStoredPlan,
  createGiveUpPlan,
  createReadCalendar,
  createReadPlan,
  createRequestPlan,
  type Generate,
  type PlanRepository,
} from "@strideiq/application";
import { type ByDistance, err, ok, type Result } from "@strideiq/engine";
import type { FastifyInstance } from "fastify";
import { buildApp } from "../http/app.ts";
import { knownHosts } from "../http/local-only.ts";
import { presentReady } from "../routes/present-plan.ts";
import type { Configuration } from "./configuration.ts";
import { listen } from "./listen.ts";
import { openStore, type Store } from "./store.ts";

/** The engine with its rulebook filled in. */
export interface Engine {
  readonly checkRequest: CheckRequest;
  readonly generate: Generate;
  readonly raceMetres: ByDistance<number>;
}

/** A running server, worker, or both. */
export interface Service {
  /** Where to open it; undefined for a worker alone. */
  readonly address: string | undefined;
  /** Where the data lies, when that is not the folder asked for. */
  readonly dataElsewhere: string | undefined;
  /** Ends everything this process started; requests and jobs under way come to their end. */
  readonly stop: () => Promise<void>;
}

/** Connects use cases to their adapters and starts them. The error is a sentence for the terminal. */
export async function startService(
  configuration: Configuration,
  engine: Engine,
): Promise<Result<Service, string>> {
  const opened = await openStore(configuration);
  if (!opened.ok) return opened;
  const store = opened.value;
  const report = createReporter();
  const queue = await openGenerationQueue({ url: store.url, onProblem: report.say });
  const parts: Parts = { configuration, engine, store, queue, clock: clockFor(configuration) };
  const plans = createPlanRepository({
    db: store.db,
    enqueue: queue.enqueue,
    renderSnapshot: (planId, state, plan) => JSON.stringify(presentReady(planId, state, plan)),
  });
  const app = await composeApp(parts, plans);
  report.use(app);

  const stop = async (): Promise<void> => {
    await app.close();
    await queue.stop();
    await store.close();
  };
  if (configuration.role !== "api") await startWorker(parts, plans);
  if (configuration.role === "worker")
    return ok({ address: undefined, dataElsewhere: store.elsewhere, stop });
  const listening = await listen(app, configuration);
  if (!listening.ok) {
    await stop();
    return err(listening.error);
  }
  return ok({ address: listening.value, dataElsewhere: store.elsewhere, stop });
}

interface Parts {
  readonly configuration: Configuration;
  readonly engine: Engine;
  readonly store: Store;
  readonly queue: GenerationQueue;
  readonly clock: Clock;
}

const composeApp = (
  { configuration, engine, store, clock }: Parts,
  plans: PlanRepository,
): Promise<FastifyInstance> =>
  buildApp({
    requestPlan: createRequestPlan({ plans, clock, newId: newUuidV7, checkRequest: engine.checkRequest }),
    readPlan: createReadPlan({ plans }),
    readCalendar: createReadCalendar({ calendar: createCalendarRepository(store.db) }),
    isReady: () => isReachable(store.db),
    wishContext: { timeZone: systemTimeZone(), raceMetres: engine.raceMetres },
    hosts: knownHosts(configuration.host, configuration.allowedHosts),
    pageFolder: join(configuration.root, "apps", "web", "dist"),
    plansPerMinute: configuration.plansPerMinute,
    logger: { level: configuration.logLevel, stream: process.stderr },
  });

const startWorker = ({ engine, queue, clock }: Parts, plans: PlanRepository): Promise<void> =>
  queue.work({
    run: createGenerateStoredPlan({
      plans,
      clock,
      checkRequest: engine.checkRequest,
      generate: engine.generate,
    }),
    giveUp: createGiveUpPlan({ plans }),
  });

const clockFor = ({ today }: Configuration): Clock =>
  today === undefined ? createSystemClock() : fixedDay(createSystemClock(), today);

/** The queue can have something to say before there is an application with a log. */
function createReporter(): {
  readonly say: (problem: unknown) => void;
  readonly use: (app: FastifyInstance) => void;
} {
  const early: unknown[] = [];
  let say = (problem: unknown): void => void early.push(problem);
  return {
    say: (problem) => {
      say(problem);
    },
    use: (app) => {
      say = (problem) => {
        app.log.warn({ err: problem }, "the queue had a problem and goes on");
      };
      early.forEach(say);
    },
  };
}
