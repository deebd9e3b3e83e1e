import type { ActivityRules } from "@strideiq/activity";
import {
  createRunStore,
  type JobQueue,
  plansWithoutAnswer,
  removeOldJobs,
  sweep,
  type Upkeep,
  type Workers,
} from "@strideiq/adapters";
import {
  type AthleteJob,
  type Clock,
  createChangePlan,
  createChangeRuns,
  createGenerateStoredPlan,
  createGiveUpPlan,
  createMakeExport,
  createMakeWaitingChange,
  type ChangeShelf,
  type ExportShelf,
  type GenerateStoredPlanDeps,
  type JobBoard,
  type OwnDataReader,
  type PlanHistory,
  type PlanRepository,
  type Replan,
} from "@strideiq/application";
import { composeImportJobs } from "./runs.ts";
import { whyNot } from "../routes/why-not.ts";
import type { Store } from "./store.ts";

export interface WorkersDeps extends Omit<GenerateStoredPlanDeps, "plans" | "clock"> {
  readonly clock: Clock;
  readonly activityRules: ActivityRules;
  readonly store: Store;
  readonly queue: Pick<JobQueue, "enqueue" | "putBack">;
  readonly plans: PlanRepository;
  readonly history: PlanHistory;
  readonly changes: ChangeShelf;
  readonly replan: Replan;
  readonly board: JobBoard;
  readonly exports: ExportShelf;
  readonly ownData: OwnDataReader;
  readonly deliver: (mailId: string) => Promise<void>;
  readonly check: Workers["check"];
}

/** What a worker does with each kind of job. Any of it may run twice. */
export function composeWorkers(deps: WorkersDeps): Workers {
  const { plans, board } = deps;
  const generate = createGenerateStoredPlan(deps);
  const giveUpPlan = createGiveUpPlan({ plans });
  const makeExport = createMakeExport(deps);
  const { activityRules, clock, store } = deps;
  const { giveUpImport, importRuns } = composeImportJobs({
    db: store.db,
    clock,
    activityRules,
    putBack: deps.queue.putBack,
  });
  const { letGo, settle } = createChangeRuns({ runs: createRunStore(store.db), clock, activityRules });
  const changePlan = createChangePlan({ ...deps, policies: activityRules.sources });
  const makeChange = createMakeWaitingChange({ ...deps, changePlan, explain: whyNot });
  return {
    athlete: {
      begin: async (jobs) => {
        const traced = jobs.flatMap(({ trace }) => (trace === undefined ? [] : [trace.jobId]));
        const begun = traced.length === 0 ? new Set<string>() : await board.begin(traced);
        return ({ trace }) => trace === undefined || begun.has(trace.jobId);
      },
      run: (job) => {
        switch (job.kind) {
          case "generate_plan":
            // Who comes with runs of years finds those of this plan done at once.
            return generate(job, job.trace).then(() => settle(job));
          case "change_plan":
            return makeChange(job, job.trace).then(() => settle(job));
          case "export_data":
            return makeExport({ athleteId: job.athleteId, jobId: job.trace.jobId });
          case "import_runs":
            return importRuns(job, job.trace);
          case "refresh_answer":
            // Whoever reads a plan that has no answer renders it and leaves it for the next.
            return plans.find(job);
        }
      },
      giveUp: async (job: AthleteJob, problem) => {
        if (job.kind === "generate_plan") await giveUpPlan(job, problem, job.trace);
        else if (job.kind === "import_runs") await giveUpImport(job, job.trace);
        else if (job.kind === "export_data" || job.kind === "change_plan")
          await board.fail({ athleteId: job.athleteId, jobId: job.trace.jobId });
      },
    },
    deliver: deps.deliver,
    check: deps.check,
    upkeep: async (what) => {
      await keepUp(what, deps);
      if (what === "night") await letGo(clock.now());
    },
  };
}

const PLANS_A_NIGHT = 100_000;

async function keepUp(what: Upkeep, { store: { db }, queue, clock }: WorkersDeps): Promise<void> {
  if (what === "sweep") {
    await sweep(db, clock.now());
    return;
  }
  await removeOldJobs(db, clock.now());
  for (const key of await plansWithoutAnswer(db, PLANS_A_NIGHT))
    await queue.enqueue({ kind: "refresh_answer", ...key });
}
