import type { AthleteJob, PlanKey } from "@strideiq/application";
import type { PgBoss } from "pg-boss";
import {
  ATHLETE_QUEUE,
  CHECK_QUEUE,
  EARLIER_IMPORT_QUEUE,
  EARLIER_QUEUE,
  PRIORITIES,
  MAIL_QUEUE,
  UPKEEP_QUEUE,
} from "./queues.ts";
import { type JobHandlers, type Watchers, workOff } from "./work-off.ts";

const UPKEEP = ["sweep", "night"] as const;

/** What is done by the clock: sweeping out each hour, and the rest in the night. */
export type Upkeep = (typeof UPKEEP)[number];

/** Minutes that nobody else has chosen, so that not all of a machine's hourly work begins at once. */
const TIMES: Readonly<Record<Upkeep, string>> = { sweep: "23 * * * *", night: "17 3 * * *" };

/** Who does what. */
export interface Workers {
  readonly athlete: JobHandlers<AthleteJob>;
  /** Delivers a letter; what it throws is tried again, at growing intervals. */
  readonly deliver: (mailId: string) => Promise<unknown>;
  /** Judges a draft of the configuration, and ends a judgement that cannot be made. */
  readonly check: {
    readonly run: (configurationId: number) => Promise<unknown>;
    readonly giveUp: (configurationId: number, problem: unknown) => Promise<unknown>;
  };
  readonly upkeep: (what: Upkeep) => Promise<unknown>;
}

/** Has the jobs of the clock begun when they are due, once in all processes; a night that was missed is made up for. */
export async function keepTime(boss: PgBoss): Promise<void> {
  for (const what of UPKEEP)
    await boss.schedule(
      UPKEEP_QUEUE,
      TIMES[what],
      { what },
      { key: what, missed: "once", singletonKey: what },
    );
}

interface PutBack {
  readonly putBack: (job: AthleteJob) => Promise<void>;
}

/** Begins with all queues. What comes back has the athletes' looked into at once. */
export async function workOffAll(
  boss: PgBoss,
  { athlete, deliver, check, upkeep, putBack }: Workers & PutBack,
  watchers: Watchers,
): Promise<() => void> {
  const wake = await workOffAthletes(boss, athlete, watchers);
  await workOff(boss, EARLIER_IMPORT_QUEUE, { run: (job: AthleteJob) => putBack(job) }, watchers);
  await workOff(boss, EARLIER_QUEUE, earlier(athlete), watchers);
  const mail: JobHandlers<{ readonly mailId: string }> = { run: ({ mailId }) => deliver(mailId) };
  await workOff(boss, MAIL_QUEUE, mail, watchers);
  const checks: JobHandlers<{ readonly configurationId: number }> = {
    run: ({ configurationId }) => check.run(configurationId),
    giveUp: ({ configurationId }, problem) => check.giveUp(configurationId, problem),
  };
  await workOff(boss, CHECK_QUEUE, checks, watchers);
  const chores: JobHandlers<{ readonly what: Upkeep }> = {
    run: ({ what }) => upkeep(what),
    giveUp: () => Promise.resolve(),
  };
  await workOff(boss, UPKEEP_QUEUE, chores, watchers);
  return wake;
}

/** Until the library has written down that a job has ended. */
const WRITTEN_MILLISECONDS = 100;
const IMPORTS_AT_ONCE = 4;

/**
 * All of one queue, so that no athlete has two jobs at a time, whatever they are. Imports have hands of their own:
 * they take minutes, and nobody else's plan waits for them.
 */
async function workOffAthletes(
  boss: PgBoss,
  athlete: Workers["athlete"],
  watchers: Watchers,
): Promise<() => void> {
  const maxPriority = PRIORITIES.import_runs;
  const wake = await workOff(boss, ATHLETE_QUEUE, athlete, watchers, { minPriority: maxPriority + 1 });
  const wakeImports = await workOff(boss, ATHLETE_QUEUE, athlete, watchers, {
    maxPriority,
    batchSize: 1,
    localConcurrency: IMPORTS_AT_ONCE,
    // What the athlete waits for could not be fetched before.
    onDone: () => void setTimeout(wake, WRITTEN_MILLISECONDS).unref(),
  });
  return () => {
    wake();
    wakeImports();
  };
}

/** The version before this one named no kind: there was one. */
const earlier = ({ run, giveUp }: Workers["athlete"]): JobHandlers<PlanKey> => {
  const jobOf = ({ planId, athleteId }: PlanKey): AthleteJob => ({
    kind: "generate_plan",
    planId,
    athleteId,
  });
  return {
    run: (key) => run(jobOf(key)),
    ...(giveUp === undefined ? {} : { giveUp: (key, problem) => giveUp(jobOf(key), problem) }),
  };
};
