import type { ConfigurationRows } from "@strideiq/application";
import type { Kysely } from "kysely";
import type { Database } from "../schema.ts";

const TABLES = ["plan_templates", "workout_definitions", "phase_definitions", "scaling_rules"] as const;

/** The rows of one version, in the order in which they were written. */
export async function readRows(db: Kysely<Database>, id: number): Promise<ConfigurationRows> {
  const [planTemplates, workoutDefinitions, phaseDefinitions, scalingRules] = await Promise.all([
    db
      .selectFrom("plan_templates")
      .select(["id", "distance", "tier", "weeks", "definition"])
      .where("configuration_id", "=", id)
      .orderBy("position")
      .execute(),
    db
      .selectFrom("workout_definitions")
      .select(["id", "definition"])
      .where("configuration_id", "=", id)
      .orderBy("position")
      .execute(),
    db
      .selectFrom("phase_definitions")
      .select(["phase", "definition"])
      .where("configuration_id", "=", id)
      .orderBy("phase")
      .execute(),
    db
      .selectFrom("scaling_rules")
      .select(["id", "definition"])
      .where("configuration_id", "=", id)
      .orderBy("id")
      .execute(),
  ]);
  return { planTemplates, workoutDefinitions, phaseDefinitions, scalingRules };
}

/** Gives a draft these rows and no others. */
export async function writeRows(db: Kysely<Database>, id: number, rows: ConfigurationRows): Promise<void> {
  for (const table of TABLES) await db.deleteFrom(table).where("configuration_id", "=", id).execute();
  const tables = tablesOf(id, rows);
  if (tables.plan_templates.length > 0)
    await db.insertInto("plan_templates").values(tables.plan_templates).execute();
  if (tables.workout_definitions.length > 0)
    await db.insertInto("workout_definitions").values(tables.workout_definitions).execute();
  if (tables.phase_definitions.length > 0)
    await db.insertInto("phase_definitions").values(tables.phase_definitions).execute();
  if (tables.scaling_rules.length > 0)
    await db.insertInto("scaling_rules").values(tables.scaling_rules).execute();
}

const tablesOf = (configuration_id: number, rows: ConfigurationRows) => ({
  plan_templates: rows.planTemplates.map(({ definition, ...row }, position) => ({
    configuration_id,
    ...row,
    position,
    definition: JSON.stringify(definition),
  })),
  workout_definitions: rows.workoutDefinitions.map(({ id, definition }, position) => ({
    configuration_id,
    id,
    position,
    definition: JSON.stringify(definition),
  })),
  phase_definitions: rows.phaseDefinitions.map(({ phase, definition }) => ({
    configuration_id,
    phase,
    definition: JSON.stringify(definition),
  })),
  scaling_rules: rows.scalingRules.map(({ id, definition }) => ({
    configuration_id,
    id,
    definition: JSON.stringify(definition),
  })),
});
