import type { Actor, Choices, CurrentPlan, LedgerEntry, PlanHistory, PlanKey } from "@strideiq/application";
import { withChoices } from "@strideiq/application";
import type { Plan } from "@strideiq/engine";
import type { Kysely, Selectable, Transaction } from "kysely";
import { asAthlete, oneAsAthlete } from "./athlete-scope.ts";
import { hasPlan } from "./has-plan.ts";
import { planOfVersion } from "./plan-document.ts";
import type { PlanAdaptationsTable } from "./schema/plans.ts";
import type { Database } from "./schema.ts";
import { extraRuns, sessionsOnRecord } from "./runs-on-record.ts";
import { append, choose, type WriteChangeDeps } from "./write-change.ts";

type Tx = Transaction<Database>;

/** Versions and ledger in PostgreSQL. The role of the application can add to them and change nothing. */
export const createPlanHistory = (deps: WriteChangeDeps): PlanHistory => {
  const { db } = deps;
  const find = (key: PlanKey, version: number) =>
    oneAsAthlete(db, key.athleteId, (one) => findStored(one, key, version));
  return {
    findCurrent: (key) => oneAsAthlete(db, key.athleteId, (one) => findCurrent(one, key)),
    findVersion: async (key, version) => (await find(key, version))?.plan,
    findShown: async (key, version) => {
      const found = await find(key, version);
      return found && withChoices(found.plan, found.choices);
    },
    listVersions: (key, { after, limit }) =>
      asAthlete(db, key.athleteId, async (tx) => {
        if (!(await hasPlan(tx, key))) return undefined;
        const all = tx
          .selectFrom("plan_versions")
          .select(["version", "reason", "created_at as createdAt"])
          .where("plan_id", "=", key.planId)
          .where("athlete_id", "=", key.athleteId)
          .orderBy("version", "desc")
          .limit(limit);
        return (after === undefined ? all : all.where("version", "<", after)).execute();
      }),
    listChanges: (key, { after, limit }) =>
      asAthlete(db, key.athleteId, async (tx) => {
        if (!(await hasPlan(tx, key))) return undefined;
        const all = selectChanges(tx, key).orderBy("revision", "desc").limit(limit);
        const rows = await (after === undefined ? all : all.where("revision", "<", after)).execute();
        return rows.map(toEntry);
      }),
    findChange: (key, changeId) =>
      asAthlete(db, key.athleteId, async (tx) => {
        const row = await selectChanges(tx, key).where("id", "=", changeId).executeTakeFirst();
        return row && toEntry(row);
      }),
    append: (key, standing, change) => append(deps, key, standing, change),
    choose: (key, standing, change) => choose(deps, key, standing, change),
  };
};

const selectChanges = (tx: Tx, { planId, athleteId }: PlanKey) =>
  tx
    .selectFrom("plan_adaptations")
    .selectAll()
    .where("plan_id", "=", planId)
    .where("athlete_id", "=", athleteId);

interface StoredVersion {
  readonly plan: Plan;
  readonly choices: Choices;
}

async function findStored(
  db: Kysely<Database>,
  key: PlanKey,
  version: number,
): Promise<StoredVersion | undefined> {
  const row = await db
    .selectFrom("plan_versions as version")
    .innerJoin("training_plans as plan", (join) =>
      join.onRef("plan.id", "=", "version.plan_id").onRef("plan.athlete_id", "=", "version.athlete_id"),
    )
    .select(["version.document", "version.packed", "plan.choices"])
    .where("version.plan_id", "=", key.planId)
    .where("version.athlete_id", "=", key.athleteId)
    .where("version.version", "=", version)
    .executeTakeFirst();
  return row && { plan: planOfVersion(row), choices: row.choices };
}

async function findCurrent(db: Kysely<Database>, key: PlanKey): Promise<CurrentPlan | undefined> {
  const row = await db
    .selectFrom("training_plans as plan")
    .innerJoin("plan_versions as version", (join) =>
      join
        .onRef("version.plan_id", "=", "plan.id")
        .onRef("version.athlete_id", "=", "plan.athlete_id")
        .onRef("version.version", "=", "plan.current_version"),
    )
    .select(["version.version", "version.document", "version.packed", "plan.revision", "plan.choices"])
    .select([sessionsOnRecord.as("sessions"), extraRuns.as("extra")])
    .where("plan.id", "=", key.planId)
    .where("plan.athlete_id", "=", key.athleteId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { choices, extra, revision, sessions, version } = row;
  const record = { sessions, extra };
  return { plan: withChoices(planOfVersion(row), choices), version, revision, choices, record };
}

const toEntry = (row: Selectable<PlanAdaptationsTable>): LedgerEntry => ({
  id: row.id,
  kind: row.kind,
  actor: actorOf(row),
  reason: row.reason,
  fromVersion: row.from_version,
  toVersion: row.to_version,
  revision: row.revision,
  diff: row.diff,
  undoneBy: row.undone_by,
  createdAt: row.created_at,
});

/** The table lets the system alone be nobody. */
function actorOf({ actor_kind: kind, actor_id: id }: Selectable<PlanAdaptationsTable>): Actor {
  if (kind === "system" || id === null) return { kind: "system", id: null };
  return { kind, id };
}
