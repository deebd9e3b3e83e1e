import type { openDatabase } from "@strideiq/adapters";

type Database = ReturnType<typeof openDatabase>;

/** The statements that store one finished plan, ready to be sent: only the database's own work is left. */
export type BareInsert = Awaited<ReturnType<typeof bareInsertOf>>;

/** Reads what the server has stored for a plan, row by row, as it can be inserted elsewhere. */
export async function bareInsertOf(db: Database, planId: string) {
  const plan = await db
    .selectFrom("training_plans")
    .selectAll()
    .where("id", "=", planId)
    .executeTakeFirstOrThrow();
  const versions = await db.selectFrom("plan_versions").selectAll().where("plan_id", "=", planId).execute();
  const workouts = await db
    .selectFrom("planned_workouts")
    .selectAll()
    .where("plan_id", "=", planId)
    .execute();
  const logs = await db.selectFrom("generation_logs").selectAll().where("plan_id", "=", planId).execute();
  const athlete = { id: plan.athlete_id, name: "Guest" };
  const snapshots = await db
    .selectFrom("plan_snapshots")
    .select(["plan_id", "athlete_id", "revision", "snapshot"])
    .where("plan_id", "=", planId)
    .execute();
  return [
    db
      .insertInto("athletes")
      .values(athlete)
      .onConflict((conflict) => conflict.doNothing()),
    db.insertInto("training_plans").values({
      ...plan,
      request: JSON.stringify(plan.request),
      choices: JSON.stringify(plan.choices),
      refusal: null,
    }),
    db.insertInto("plan_versions").values(
      versions.map((version) => ({
        ...version,
        document: null,
        provenance: JSON.stringify(version.provenance),
      })),
    ),
    db.insertInto("plan_snapshots").values(snapshots),
    db.insertInto("planned_workouts").values(workouts),
    db.insertInto("generation_logs").values(logs.map(({ id: _, ...log }) => log)),
  ].map((insert) => insert.compile());
}

/** One plan's rows in one transaction, as the worker stores them. */
export const insertBare = (db: Database, statements: BareInsert): Promise<void> =>
  db.transaction().execute(async (tx) => {
    for (const statement of statements) await tx.executeQuery(statement);
  });

export async function serverVersion(db: Database): Promise<string> {
  const { version } = await db
    .selectNoFrom((eb) => eb.fn<string>("current_setting", [eb.val("server_version")]).as("version"))
    .executeTakeFirstOrThrow();
  return version;
}
