import type { Phase, RaceDistance, VolumeTier } from "@strideiq/engine";
import type { Generated } from "kysely";
import type { ConfigurationFindings, PluginTexts } from "@strideiq/application";
import type { Defaulted, Json, LaterMoment, Moment, Optional, OptionalJson } from "./columns.ts";

/** What a coach may change, in versions. */
export interface ConfigurationTables {
  readonly configuration_versions: ConfigurationVersionsTable;
  readonly plan_templates: PlanTemplatesTable;
  readonly workout_definitions: WorkoutDefinitionsTable;
  readonly phase_definitions: PhaseDefinitionsTable;
  readonly scaling_rules: ScalingRulesTable;
  readonly configuration_checks: ConfigurationChecksTable;
  readonly feature_flags: FeatureFlagsTable;
  readonly paywall_config: PaywallConfigTable;
  readonly plugin_switches: PluginSwitchesTable;
  readonly plugin_uploads: PluginUploadsTable;
}

type Definition = Json<Readonly<Record<string, unknown>>>;

export interface ConfigurationVersionsTable {
  readonly id: Generated<number>;
  readonly name: string;
  readonly revision: Defaulted<number>;
  readonly based_on: Optional<number>;
  /** SHA-256 of the files that it came from with an installation; null for what a coach drafted. */
  readonly shipped_digest: Optional<string>;
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
  readonly position: Defaulted<number>;
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

export interface ConfigurationChecksTable {
  readonly configuration_id: number;
  readonly revision: number;
  readonly state: Defaulted<"waiting" | "running" | "passed" | "failed">;
  readonly done: Defaulted<number>;
  readonly total: Defaulted<number>;
  readonly findings: OptionalJson<ConfigurationFindings>;
  readonly asked_by: Optional<string>;
  readonly asked_at: Moment;
  readonly finished_at: LaterMoment;
}

export interface PaywallConfigTable {
  readonly revision: number;
  readonly definition: Definition;
  readonly updated_by: Optional<string>;
  readonly updated_at: Moment;
}

export interface PluginSwitchesTable {
  readonly revision: number;
  readonly switches: Definition;
  readonly updated_by: Optional<string>;
  readonly updated_at: Moment;
}

export interface PluginUploadsTable {
  readonly id: string;
  readonly version: string;
  readonly files: Json<PluginTexts>;
  readonly uploaded_by: Optional<string>;
  readonly uploaded_at: Moment;
}
