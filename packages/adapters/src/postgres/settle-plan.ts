import type { GenerationOutcome, JobTrace, PlanKey } from "@strideiq/application";
import { type Kysely, type QueryCreator, sql, type SqlBool } from "kysely";
import { endOfJob } from "./job-rows.ts";
import { daysOf } from "./plan-rows.ts";
import type { Database } from "./schema.ts";
import {
  type PreparedVersion,
  storedAnswer,
  storedVersion,
  storedWorkouts,
  type Taken,
} from "./write-version.ts";

export interface Settled {
  readonly outcome: GenerationOutcome;
  /** Of a plan that is ready. */
  readonly version: PreparedVersion | undefined;
  readonly milliseconds: number;
  readonly trace: JobTrace | undefined;
}

/**
 * Stores everything that came of a job, in one statement, if the plan is still generating. Of two workers with the
 * same job the second waits here for the first, and then finds nothing to settle.
 */
export async function settlePlan(db: Kysely<Database>, key: PlanKey, settled: Settled): Promise<boolean> {
  const { outcome, version, trace } = settled;
  const taken = db.with("taken", (one) => taking(one, key, outcome));
  const stored = version === undefined ? taken : withVersion(taken, version);
  const logged = stored.with("logged", (one) => insertLog(one, settled));
  const ended = trace === undefined ? logged : withEndOfJob(logged, key, outcome, trace);
  return (await ended.selectFrom("taken").select("taken.id").executeTakeFirst()) !== undefined;
}

type Writer = QueryCreator<Database & Taken>;

const taking = (db: QueryCreator<Database>, { planId, athleteId }: PlanKey, outcome: GenerationOutcome) =>
  db
    .updateTable("training_plans")
    // The clocks of two machines differ, and nothing is settled before it was accepted.
    .set({
      state: outcome.state,
      settled_at: sql<Date>`greatest(now(), accepted_at)`,
      ...stateColumns(outcome),
    })
    .where("id", "=", planId)
    .where("athlete_id", "=", athleteId)
    .where("state", "=", "generating")
    .returning(["id", "athlete_id"]);

function stateColumns(outcome: GenerationOutcome) {
  switch (outcome.state) {
    case "ready": {
      const days = daysOf(outcome.plan);
      return { current_version: 1, first_date: days?.first ?? null, last_date: days?.last ?? null };
    }
    case "refused":
      return { refusal: JSON.stringify(outcome.refusal) };
    case "failed":
      return { failure: outcome.failure };
  }
}

const withVersion = (db: Writer, version: PreparedVersion): Writer =>
  db
    .with("stored_version", (one) => storedVersion(one, version))
    .with("stored_answer", (one) => storedAnswer(one, version.revision, version.snapshot))
    .with("stored_workouts", (one) => storedWorkouts(one, version));

/** What the work is logged with. */
const insertLog = (db: Writer, { outcome, version, milliseconds, trace }: Settled) =>
  db
    .insertInto("generation_logs")
    .columns([
      "plan_id",
      "athlete_id",
      "outcome",
      "version",
      "milliseconds",
      "detail",
      "request_id",
      "job_id",
    ])
    .expression((eb) =>
      eb
        .selectFrom("taken")
        .select([
          "taken.id as plan_id",
          "taken.athlete_id",
          eb.cast<GenerationOutcome["state"]>(eb.val(outcome.state), "text").as("outcome"),
          eb.cast<number | null>(eb.val(version?.version ?? null), "integer").as("version"),
          eb.cast<number>(eb.val(milliseconds), "double precision").as("milliseconds"),
          eb.cast<string | null>(eb.val(detailOf(outcome)), "text").as("detail"),
          eb.cast<string | null>(eb.val(trace?.requestId ?? null), "text").as("request_id"),
          eb.cast<string | null>(eb.val(trace?.jobId ?? null), "text").as("job_id"),
        ]),
    );

function detailOf(outcome: GenerationOutcome): string | null {
  if (outcome.state === "failed") return outcome.failure;
  return outcome.state === "refused" ? `${outcome.refusal.law}: ${outcome.refusal.field}` : null;
}

const IS_TAKEN = sql<SqlBool>`exists (select from taken)`;

/** Where its athlete looks. The plan first, then the job, as whoever cancels does it: in another order each could wait for the other. */
const withEndOfJob = (
  db: Writer,
  { athleteId }: PlanKey,
  { state }: GenerationOutcome,
  { jobId }: JobTrace,
): Writer =>
  db.with("ended_job", (one) =>
    endOfJob(one, { jobId, athleteId }, state === "failed" ? "failed" : "done").where(IS_TAKEN),
  );
