import type {
  Actor,
  ChangedPlan,
  ChoiceChange,
  CurrentPlan,
  LedgerEntry,
  PlanChangedMeanwhile,
  PlanHistory,
  PlanKey,
  VersionChange,
} from "@strideiq/application";
import { withChoices } from "@strideiq/application";
import type { Plan } from "@strideiq/engine";
import type { Kysely, Selectable, Transaction } from "kysely";
import { asAthlete } from "./athlete-scope.ts";
import { chosenColumns, daysOf, sessionIn } from "./plan-rows.ts";
import type { PlanAdaptationsTable } from "./schema/plans.ts";
import type { Database } from "./schema.ts";
import {
  compress,
  insertVersion,
  prepareVersion,
  type RenderSnapshot,
  saveSnapshot,
} from "./write-version.ts";
import { hasPlan } from "./has-plan.ts";

export interface PlanHistoryDeps {
  readonly db: Kysely<Database>;
  readonly renderSnapshot: RenderSnapshot;
  readonly newId: () => string;
}

type Tx = Transaction<Database>;

/** Versions and ledger in PostgreSQL. The role of the application can add to them and change nothing. */
export const createPlanHistory = (deps: PlanHistoryDeps): PlanHistory => {
  const { db } = deps;
  return {
    findCurrent: (key) => asAthlete(db, key.athleteId, (tx) => findCurrent(tx, key)),
    findVersion: (key, version) => asAthlete(db, key.athleteId, (tx) => findVersion(tx, key, version)),
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

async function findVersion(tx: Tx, key: PlanKey, version: number): Promise<Plan | undefined> {
  const row = await tx
    .selectFrom("plan_versions")
    .select("document")
    .where("plan_id", "=", key.planId)
    .where("athlete_id", "=", key.athleteId)
    .where("version", "=", version)
    .executeTakeFirst();
  return row?.document;
}

async function findCurrent(tx: Tx, key: PlanKey): Promise<CurrentPlan | undefined> {
  const row = await tx
    .selectFrom("training_plans")
    .select(["current_version", "revision", "choices"])
    .where("id", "=", key.planId)
    .where("athlete_id", "=", key.athleteId)
    .executeTakeFirst();
  if (row === undefined || row.current_version === null) return undefined;
  const { current_version: version, revision, choices } = row;
  const plan = await findVersion(tx, key, version);
  return plan && { plan: withChoices(plan, choices), version, revision, choices };
}

async function append(
  { db, renderSnapshot, newId }: PlanHistoryDeps,
  key: PlanKey,
  standing: CurrentPlan,
  change: VersionChange,
): Promise<ChangedPlan | PlanChangedMeanwhile> {
  const state = { version: standing.version + 1, revision: standing.revision + 1 };
  const { plan, kind } = change;
  const version = await prepareVersion(
    key,
    { ...state, plan, reason: kind, choices: standing.choices },
    renderSnapshot,
  );
  const days = daysOf(plan);
  return asAthlete(db, key.athleteId, async (tx) => {
    const moved = await advance(tx, key, standing, {
      current_version: state.version,
      first_date: days?.first ?? null,
      last_date: days?.last ?? null,
    });
    if (!moved) return overtaken(tx, key);
    await insertVersion(tx, key, version);
    await insertChange(tx, key, change.id ?? newId(), { standing, state, change, kind, diff: change.diff });
    return state;
  });
}

async function choose(
  { db, renderSnapshot, newId }: PlanHistoryDeps,
  key: PlanKey,
  standing: CurrentPlan,
  change: ChoiceChange,
): Promise<ChangedPlan | PlanChangedMeanwhile> {
  const { sessionId, from, to } = change;
  const state = { version: standing.version, revision: standing.revision + 1 };
  const choices = { ...standing.choices, [sessionId]: to };
  const plan = withChoices(standing.plan, choices);
  const snapshot = await compress(renderSnapshot(key.planId, state, plan));
  return asAthlete(db, key.athleteId, async (tx) => {
    if (!(await advance(tx, key, standing, { choices: JSON.stringify(choices) }))) return overtaken(tx, key);
    await saveSnapshot(tx, key, state.revision, snapshot);
    await showChoice(tx, key, plan, sessionId);
    const diff = { sessionId, from, to };
    await insertChange(tx, key, newId(), { standing, state, change, kind: "option", diff });
    return state;
  });
}

interface Advance {
  readonly current_version?: number;
  readonly first_date?: Selectable<Database["training_plans"]>["first_date"];
  readonly last_date?: Selectable<Database["training_plans"]>["last_date"];
  readonly choices?: string;
}

/** Takes the plan to its next revision, if nobody was faster. The row stays locked until the end. */
async function advance(tx: Tx, key: PlanKey, { revision }: CurrentPlan, changed: Advance): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("training_plans")
    .set({ ...changed, revision: revision + 1 })
    .where("id", "=", key.planId)
    .where("athlete_id", "=", key.athleteId)
    .where("state", "=", "ready")
    .where("revision", "=", revision)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

async function overtaken(tx: Tx, { planId, athleteId }: PlanKey): Promise<PlanChangedMeanwhile> {
  const row = await tx
    .selectFrom("training_plans")
    .select("revision")
    .where("id", "=", planId)
    .where("athlete_id", "=", athleteId)
    .executeTakeFirst();
  return { type: "PlanChangedMeanwhile", revision: row?.revision ?? 0 };
}

async function showChoice(tx: Tx, key: PlanKey, plan: Plan, sessionId: string): Promise<void> {
  const session = sessionIn(plan, sessionId);
  if (session === undefined) return;
  await tx
    .updateTable("planned_workouts")
    .set(chosenColumns(session))
    .where("plan_id", "=", key.planId)
    .where("athlete_id", "=", key.athleteId)
    .where("session_id", "=", sessionId)
    .execute();
}

interface Entry {
  readonly standing: CurrentPlan;
  readonly state: ChangedPlan;
  readonly change: Pick<VersionChange, "actor" | "reason" | "undoes">;
  readonly kind: string;
  readonly diff: LedgerEntry["diff"];
}

async function insertChange(
  tx: Tx,
  { planId, athleteId }: PlanKey,
  id: string,
  { standing, state, change: { actor, reason, undoes }, kind, diff }: Entry,
): Promise<void> {
  await tx
    .insertInto("plan_adaptations")
    .values({
      id,
      plan_id: planId,
      athlete_id: athleteId,
      kind,
      actor_kind: actor.kind,
      actor_id: actor.id,
      reason,
      from_version: standing.version,
      to_version: state.version,
      revision: state.revision,
      diff: JSON.stringify(diff),
    })
    .execute();
  if (undoes === undefined) return;
  await tx
    .updateTable("plan_adaptations")
    .set({ undone_by: id })
    .where("id", "=", undoes)
    .where("plan_id", "=", planId)
    .where("athlete_id", "=", athleteId)
    .execute();
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
