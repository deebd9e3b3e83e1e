import { gzipSync } from "node:zlib";
import type { Kysely, Transaction } from "kysely";
import { newUuidV7 } from "../../ids/uuid-v7.ts";
import { packedDocument } from "../plan-document.ts";
import { workoutRows } from "../plan-rows.ts";
import type { Database } from "../schema.ts";
import { day, tinyPlan, tinyRequest } from "./tiny-plan.fixture.ts";

/** An athlete that has a row in every table that can hold something of an athlete. */
export interface FullAthlete {
  readonly athleteId: string;
  readonly accountId: string;
  readonly planId: string;
}

/** Makes the athlete, with an account unless it is a guest's. */
export async function storeFullAthlete(db: Kysely<Database>, name: string): Promise<FullAthlete> {
  const ids = { athleteId: newUuidV7(), accountId: newUuidV7(), planId: newUuidV7() };
  await db.transaction().execute(async (tx) => {
    await storeAccount(tx, ids, name);
    await storeOwnRows(tx, ids);
    await storePlan(tx, ids);
  });
  return ids;
}

async function storeAccount(tx: Transaction<Database>, ids: FullAthlete, name: string): Promise<void> {
  const { athleteId, accountId } = ids;
  const email = `${name.toLowerCase()}@example.org`;
  await tx.insertInto("accounts").values({ id: accountId, name, email }).execute();
  await tx.insertInto("athletes").values({ id: athleteId, name, account_id: accountId }).execute();
  await tx
    .insertInto("sessions")
    .values({ id: newUuidV7(), account_id: accountId, token: newUuidV7(), expires_at: LATER })
    .execute();
  await tx
    .insertInto("credentials")
    .values({
      id: newUuidV7(),
      account_id: accountId,
      provider_id: "credential",
      provider_account_id: accountId,
      password: "$argon2id$",
    })
    .execute();
  await tx
    .insertInto("mail_outbox")
    .values({
      id: newUuidV7(),
      account_id: accountId,
      kind: "reset",
      recipient: email,
      subject: "s",
      body: "b",
    })
    .execute();
}

const LATER = new Date("2100-01-01T00:00:00Z");

async function storeOwnRows(tx: Transaction<Database>, { athleteId, accountId }: FullAthlete): Promise<void> {
  const own = { id: newUuidV7(), athlete_id: athleteId };
  await tx.insertInto("guests").values({ athlete_id: athleteId, expires_at: LATER }).execute();
  await tx
    .insertInto("api_keys")
    .values({ ...own, name: "watch", prefix: "abcd", hash: hashOf(athleteId), scopes: ["read"] })
    .execute();
  await tx
    .insertInto("consents")
    .values({ ...own, kind: "health_data", text_version: "2026-11-22" })
    .execute();
  await tx
    .insertInto("coach_invitations")
    .values({ ...own, athlete_name: "A", email: "coach@example.org" })
    .execute();
  await tx
    .insertInto("entitlements")
    .values({ ...own, product: "pro", source: "grant", reason: "tester", granted_by: accountId })
    .execute();
  await tx
    .insertInto("idempotency_keys")
    .values({ athlete_id: athleteId, key: "k", operation: "POST /v1/plans", request_hash: hashOf("k") })
    .execute();
  await tx
    .insertInto("athlete_goals")
    .values({ ...own, distance: "5k", race_date: day("2026-12-06") })
    .execute();
  await tx
    .insertInto("athlete_questionnaires")
    .values({ ...own, answers: "{}", health_answers: "{}", consent_id: own.id })
    .execute();
}

const hashOf = (text: string): Buffer => Buffer.alloc(32, text);

async function storePlan(
  tx: Transaction<Database>,
  { athleteId, planId, accountId }: FullAthlete,
): Promise<void> {
  const plan = tinyPlan();
  const own = { plan_id: planId, athlete_id: athleteId };
  await tx
    .insertInto("training_plans")
    .values({
      id: planId,
      athlete_id: athleteId,
      state: "ready",
      request: JSON.stringify(tinyRequest),
      current_version: 1,
      first_date: day("2026-11-23"),
      last_date: day("2026-12-06"),
      settled_at: new Date(Date.now() + 1_000),
    })
    .execute();
  const version = { ...own, provenance: JSON.stringify(plan.provenance) };
  const text = JSON.stringify(plan);
  await tx
    .insertInto("plan_versions")
    .values({ ...version, document: text, version: 1, reason: "generated" })
    .execute();
  await tx
    .insertInto("plan_versions")
    .values({ ...version, packed: packedDocument(text), version: 2, reason: "moved" })
    .execute();
  await tx
    .insertInto("plan_snapshots")
    .values({ ...own, revision: 2, snapshot: gzipSync("{}") })
    .execute();
  await tx
    .insertInto("planned_workouts")
    .values(workoutRows(plan).map((row) => ({ ...row, plan_id: planId, athlete_id: athleteId, version: 1 })))
    .execute();
  await tx
    .insertInto("plan_adaptations")
    .values({
      ...own,
      id: newUuidV7(),
      kind: "moved",
      actor_kind: "athlete",
      actor_id: accountId,
      reason: "rain",
      from_version: 1,
      to_version: 2,
      revision: 2,
      diff: "{}",
    })
    .execute();
  await tx
    .insertInto("workout_completions")
    .values({ ...own, session_id: "w1d1", source: "manual", state: "done", done_on: day("2026-11-24") })
    .execute();
  await tx
    .insertInto("generation_logs")
    .values({ ...own, outcome: "ready", version: 1, milliseconds: 1, detail: null })
    .execute();
  const jobId = newUuidV7();
  await tx
    .insertInto("jobs")
    .values({ ...own, id: jobId, kind: "generate_plan" })
    .execute();
  await tx
    .insertInto("export_files")
    .values({ job_id: jobId, athlete_id: athleteId, content: gzipSync("{}") })
    .execute();
  await storeRun(tx, own);
}

/** A run that came in by an import, with everything that can be said of one. */
async function storeRun(
  tx: Transaction<Database>,
  own: { readonly plan_id: string; readonly athlete_id: string },
): Promise<void> {
  const { athlete_id } = own;
  const [importId, runId] = [newUuidV7(), newUuidV7()];
  const file = { import_id: importId, position: 0, athlete_id };
  await tx
    .insertInto("activity_imports")
    .values({ id: importId, athlete_id, time_zone: "Europe/Zurich" })
    .execute();
  await tx
    .insertInto("import_files")
    .values({ ...file, name: "run.fit", bytes: 1 })
    .execute();
  await tx
    .insertInto("import_pieces")
    .values({ ...file, piece: 0, content: Buffer.from("x") })
    .execute();
  await tx
    .insertInto("import_reports")
    .values({ ...file, number: 0, name: "run.fit", outcome: "imported", activity_ids: [runId] })
    .execute();
  await tx
    .insertInto("activities")
    .values({
      athlete_id,
      id: runId,
      source: "file",
      format: "fit",
      sport: "run",
      moving_seconds: 1800,
      sort_at: new Date("2026-11-20T08:00:00Z"),
      summary: "{}",
      speeds: "[]",
      original: gzipSync("x"),
    })
    .execute();
  await tx
    .insertInto("activity_decisions")
    .values({ athlete_id, kind: "preferred", activity_id: runId, other_id: runId })
    .execute();
  await tx
    .insertInto("session_links")
    .values({ ...own, session_id: "w1d1", activity_id: runId, kind: "linked" })
    .execute();
}
