import { copyFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { LOCAL_ATHLETE_ID } from "@strideiq/application";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newUuidV7 } from "../ids/uuid-v7.ts";
import { migrate } from "./migrate.ts";
import { createPlanRepository } from "./plan-repository.ts";
import { createTestDatabase, MIGRATIONS, type TestDatabase } from "./testing/test-database.ts";
import { tinyPlan, tinyRequest } from "./testing/tiny-plan.fixture.ts";

const READY = newUuidV7(1);
const REFUSED = newUuidV7(2);
const WAITING = newUuidV7(3);

let database: TestDatabase;
let firstOnly: string;

beforeAll(async () => {
  database = await createTestDatabase("empty");
  firstOnly = mkdtempSync(join(tmpdir(), "strideiq-migrations-"));
  copyFileSync(join(MIGRATIONS, "000001_plans.sql"), join(firstOnly, "000001_plans.sql"));
  await migrate(database.db, firstOnly);
  await storeOldPlans();
  await migrate(database.db, MIGRATIONS);
});
afterAll(async () => {
  await database.close();
  rmSync(firstOnly, { recursive: true });
});

/** Three plans, written as the first version of the service wrote them. */
async function storeOldPlans(): Promise<void> {
  const request = JSON.stringify(tinyRequest);
  const plan = tinyPlan();
  const snapshot = gzipSync(JSON.stringify({ planId: READY, plan }));
  await sql`
    insert into training_plans (id, athlete_id, state, request, refusal, settled_at) values
      (${REFUSED}, ${LOCAL_ATHLETE_ID}, 'refused', ${request}, ${JSON.stringify({ law: "E1" })}, now()),
      (${WAITING}, ${LOCAL_ATHLETE_ID}, 'generating', ${request}, null, null)`.execute(database.db);
  await database.db.transaction().execute(async (tx) => {
    await sql`
      insert into training_plans
        (id, athlete_id, state, request, current_version, first_date, last_date, settled_at)
      values (${READY}, ${LOCAL_ATHLETE_ID}, 'ready', ${request}, 1, '2026-11-23', '2026-12-06', now())`.execute(
      tx,
    );
    await sql`
      insert into plan_versions (plan_id, version, athlete_id, document, reason, provenance, snapshot)
      values (${READY}, 1, ${LOCAL_ATHLETE_ID}, ${JSON.stringify(plan)}, 'generated', '{}', ${snapshot})`.execute(
      tx,
    );
    await sql`
      insert into planned_workouts
        (plan_id, version, athlete_id, session_id, date, position, week, phase, kind, title, quality, metres,
         seconds, estimated, chosen)
      values (${READY}, 1, ${LOCAL_ATHLETE_ID}, 'w1d1', '2026-11-24', 0, 1, 'base', 'easy', 'Easy', false, 5000,
        1800, false, 'a')`.execute(tx);
    await sql`
      insert into generation_logs (plan_id, athlete_id, outcome, version, milliseconds)
      values (${READY}, ${LOCAL_ATHLETE_ID}, 'ready', 1, 5)`.execute(tx);
  });
}

const repository = () =>
  createPlanRepository({
    db: database.db,
    announce: () => undefined,
    enqueue: () => Promise.resolve(),
    renderSnapshot: (planId, { version }, planText) =>
      `${JSON.stringify({ planId, version }).slice(0, -1)},"plan":${planText}}`,
  });

describe("a database of the first version", () => {
  it("keeps its plans, their answers and their days", async () => {
    const reading = await repository().find({ planId: READY, athleteId: LOCAL_ATHLETE_ID });
    if (reading?.state !== "ready") throw new Error("lost");
    expect(JSON.parse(gunzipSync(reading.snapshot).toString("utf8"))).toEqual({
      planId: READY,
      version: 1,
      plan: tinyPlan(),
    });
    expect(await database.db.selectFrom("plan_snapshots").select("plan_id").execute()).toEqual([
      { plan_id: READY },
    ]);
    const workouts = await database.db
      .selectFrom("planned_workouts")
      .select(["session_id", "date"])
      .execute();
    expect(workouts).toEqual([{ session_id: "w1d1", date: "2026-11-24" }]);
    expect(await database.db.selectFrom("generation_logs").select("outcome").execute()).toHaveLength(1);
  });

  it("keeps its refusals, and goes on with what was waiting", async () => {
    const plans = repository();
    expect(await plans.find({ planId: REFUSED, athleteId: LOCAL_ATHLETE_ID })).toMatchObject({
      state: "refused",
    });
    const waiting = { planId: WAITING, athleteId: LOCAL_ATHLETE_ID };
    expect(await plans.settle(waiting, { state: "ready", plan: tinyPlan() }, 1)).toBe(true);
    expect(await plans.find(waiting)).toMatchObject({ state: "ready", version: 1 });
  });

  it("still takes what a server of the first version writes beside a newer one", async () => {
    const id = newUuidV7();
    await sql`insert into training_plans (id, athlete_id, state, request)
      values (${id}, ${LOCAL_ATHLETE_ID}, 'generating', ${JSON.stringify(tinyRequest)})`.execute(database.db);
    await database.db.transaction().execute(async (tx) => {
      await sql`update training_plans set state = 'ready', settled_at = now(), current_version = 1,
        first_date = '2026-11-23', last_date = '2026-12-06' where id = ${id}`.execute(tx);
      await sql`insert into plan_versions (plan_id, version, athlete_id, document, reason, provenance, snapshot)
        values (${id}, 1, ${LOCAL_ATHLETE_ID}, ${JSON.stringify(tinyPlan())}, 'generated', '{}', ${gzipSync("{}")})`.execute(
        tx,
      );
    });
    expect(await repository().find({ planId: id, athleteId: LOCAL_ATHLETE_ID })).toMatchObject({
      state: "ready",
    });
  });

  it("is migrated once, however many servers start at the same time", async () => {
    const fresh = await createTestDatabase("empty");
    await Promise.all([1, 2, 3].map(() => migrate(fresh.db, MIGRATIONS)));
    const { rows } = await sql`select name from kysely_migration`.execute(fresh.db);
    await fresh.close();
    expect(rows).toHaveLength(readdirSync(MIGRATIONS).length);
  });
});
