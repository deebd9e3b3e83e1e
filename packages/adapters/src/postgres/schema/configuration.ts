import type { Phase, RaceDistance, VolumeTier } from "@strideiq/engine";
import type { Generated } from "kysely";
import type { Defaulted, Json, LaterMoment, Moment, Optional } from "./columns.ts";

/** What a coach may change, in versions. */
export interface ConfigurationTables {
  readonly configuration_versions: ConfigurationVersionsTable;
  readonly plan_templates: PlanTemplatesTable;
  readonly workout_definitions: WorkoutDefinitionsTable;
  readonly phase_definitions: PhaseDefinitionsTable;
  readonly scaling_rules: ScalingRulesTable;
  readonly feature_flags: FeatureFlagsTable;
}

type Definition = Json<Readonly<Record<string, unknown>>>;

export interface ConfigurationVersionsTable {
  readonly id: Generated<number>;
  readonly state: Defaulted<"draft" | "published" | "retired">;
  readonly note: string;
  readonly created_by: Optional<string>;
  readonly created_at: Moment;
  readonly published_at: LaterMoment;
}

export interface PlanTemplatesTable {
  readonly configuration_id: number;
  readonly id: string;
  readonly distance: RaceDistance;
  readonly tier: VolumeTier;
  readonly weeks: number;
  readonly definition: Definition;
}

export interface WorkoutDefinitionsTable {
  readonly configuration_id: number;
  readonly id: string;
  readonly position: number;
  readonly definition: Definition;
}

export interface PhaseDefinitionsTable {
  readonly configuration_id: number;
  readonly phase: Phase;
  readonly definition: Definition;
}

export interface ScalingRulesTable {
  readonly configuration_id: number;
  readonly id: string;
  readonly definition: Json<unknown>;
}

export interface FeatureFlagsTable {
  readonly key: string;
  readonly definition: Definition;
  readonly revision: Defaulted<number>;
  readonly updated_by: Optional<string>;
  readonly updated_at: Moment;
}
