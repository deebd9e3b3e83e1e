import { PgBoss } from "pg-boss";

/** The schema of the queue's own tables. */
export const QUEUE_SCHEMA = "pgboss";

/** Everything that is done for one athlete, one job at a time for each. */
export const ATHLETE_QUEUE = "athlete-jobs";
/** What servers of the version before this one put imports into; still handed on. */
export const EARLIER_IMPORT_QUEUE = "imports";
/** Letters to deliver. */
export const MAIL_QUEUE = "mail";
/** What is done by the clock and for nobody in particular. */
export const UPKEEP_QUEUE = "upkeep";
/** Configurations to be judged. */
export const CHECK_QUEUE = "configuration-checks";
/** What servers of the version before this one put their generations into; still worked off. */
export const EARLIER_QUEUE = "generate-plan";
/** Jobs that ran to an error again and again. They stay until somebody has looked at them. */
export const DEAD_LETTERS = "dead-letters";

/** Somebody waits for a plan more than for an export; for what is done in the night nobody does. */
export const PRIORITIES = {
  generate_plan: 20,
  change_plan: 20,
  export_data: 10,
  refresh_answer: 1,
  // The last, and with hands of its own: an archive takes minutes, and no other athlete waits for it either.
  import_runs: 0,
} as const;

// After kill -9 a job is taken up again when its heartbeat is this old, seen by a check as often
// as `SUPERVISE_SECONDS` says. The library's own values would leave an athlete waiting for minutes.
const HEARTBEAT_SECONDS = 10;
export const SUPERVISE_SECONDS = 5;

const RETENTION_SECONDS = 365 * 24 * 3600;
const KEEP_FINISHED_SECONDS = 24 * 3600;

const USUAL = {
  notify: true,
  heartbeatSeconds: HEARTBEAT_SECONDS,
  retryBackoff: true,
  retentionSeconds: RETENTION_SECONDS,
  deleteAfterSeconds: KEEP_FINISHED_SECONDS,
  deadLetter: DEAD_LETTERS,
} as const;

// A plan must not be given up because the machine was switched off a few times in a row: errors are
// counted where a job is run, and lost processes are not.
const PATIENT = { ...USUAL, retryLimit: 1_000, retryDelay: 1, retryDelayMax: 5 } as const;

// A mail server that is down for a day is nothing special: the waits grow to an hour, and the last try is two days
// after the first.
const MAIL = { ...USUAL, retryLimit: 55, retryDelay: 2, retryDelayMax: 3600 } as const;

// The library announces a job in the transaction that stores it, and such transactions end one after the other.
const ANNOUNCED_BY_US = { notify: false } as const;

/** Lays the tables of the queue into the database, or brings them up to date; run as the owner. */
export async function installQueue(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    application_name: "strideiq-install",
    max: 2,
    supervise: false,
    schedule: false,
  });
  const problems: unknown[] = [];
  boss.on("error", (problem) => problems.push(problem));
  await boss.start();
  await boss.createQueue(DEAD_LETTERS, {
    retentionSeconds: RETENTION_SECONDS,
    deleteAfterSeconds: RETENTION_SECONDS,
  });
  // At most one active job for each athlete, who is the singleton key.
  await boss.createQueue(ATHLETE_QUEUE, { ...PATIENT, ...ANNOUNCED_BY_US, policy: "singleton" });
  // The version before had the library announce.
  await boss.updateQueue(ATHLETE_QUEUE, ANNOUNCED_BY_US);
  await boss.createQueue(EARLIER_IMPORT_QUEUE, { ...PATIENT, policy: "singleton" });
  await boss.createQueue(EARLIER_QUEUE, { ...PATIENT, policy: "exclusive" });
  await boss.createQueue(CHECK_QUEUE, { ...PATIENT, policy: "standard" });
  await boss.createQueue(MAIL_QUEUE, { ...MAIL, policy: "standard" });
  await boss.createQueue(UPKEEP_QUEUE, { ...PATIENT, policy: "singleton" });
  await boss.stop({ graceful: false });
  if (problems.length > 0) throw new Error("The queue could not be laid out.", { cause: problems[0] });
}
