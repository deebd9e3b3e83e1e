import type { Database } from "./schema.ts";

type Privileges =
  | ""
  | "select"
  | "select, insert"
  | "select, insert, delete"
  | "select, insert, update (undone_by)"
  | "select, insert, update (coach_id, state, accepted_at, ended_at, ended_by)"
  | "select, insert, update, delete";

/**
 * What the application may do with each table; the locks on rows come on top. What must never change
 * or vanish by itself (versions, logs, the audit) cannot: it goes only with the plan or athlete it
 * belongs to, by the tables' own cascades.
 */
export const PRIVILEGES = {
  accounts: "select, insert, update, delete",
  sessions: "select, insert, update, delete",
  credentials: "select, insert, update, delete",
  verifications: "select, insert, update, delete",
  sign_up_keys: "select, insert, update, delete",
  audit_log: "select, insert",
  mail_outbox: "select, insert, update, delete",
  installation: "",
  athletes: "select, insert, update, delete",
  guests: "select, insert, update, delete",
  api_keys: "select, insert, update, delete",
  consents: "select, insert, update, delete",
  entitlements: "select, insert, update, delete",
  idempotency_keys: "select, insert, update, delete",
  athlete_goals: "select, insert, update, delete",
  athlete_questionnaires: "select, insert, update, delete",
  coach_invitations: "select, insert, update (coach_id, state, accepted_at, ended_at, ended_by)",
  configuration_versions: "select, insert, update, delete",
  plan_templates: "select, insert, update, delete",
  workout_definitions: "select, insert, update, delete",
  phase_definitions: "select, insert, update, delete",
  scaling_rules: "select, insert, update, delete",
  configuration_checks: "select, insert, update, delete",
  feature_flags: "select, insert, update, delete",
  paywall_config: "select, insert",
  plugin_switches: "select, insert",
  plugin_uploads: "select, insert",
  training_plans: "select, insert, update, delete",
  plan_versions: "select, insert",
  plan_snapshots: "select, insert, update, delete",
  planned_workouts: "select, insert, update, delete",
  plan_adaptations: "select, insert, update (undone_by)",
  workout_completions: "select, insert, update, delete",
  current_completions: "select",
  generation_logs: "select, insert",
  jobs: "select, insert, update, delete",
  export_files: "select, insert, delete",
  activity_imports: "select, insert, update, delete",
  import_files: "select, insert, update, delete",
  import_pieces: "select, insert, delete",
  import_reports: "select, insert",
  activities: "select, insert, update, delete",
  activity_decisions: "select, insert, delete",
  session_links: "select, insert, update, delete",
} as const satisfies Readonly<Record<keyof Database, Privileges>>;

/** The narrow ways past the locks on rows; each is described where it is defined, in `migrations`. */
export const APPLICATION_FUNCTIONS = [
  "athlete_of_account(uuid)",
  "athlete_of_api_key(bytea)",
  "is_guest(uuid)",
  "forget_in_audit(uuid[])",
  "forget_invitations(text)",
  "take_over_guest(uuid,uuid)",
  "remove_expired_guests(integer)",
  "remove_old_answers(timestamptz, integer)",
  "forget_health_words(uuid, uuid[], integer[], boolean[], bytea[])",
  "begin_jobs(uuid[])",
  "job_revisions(uuid[])",
  "plan_states(uuid[], uuid[])",
  "plans_without_answer(integer)",
  "athletes_with_overdue_runs(text[], timestamp with time zone[], integer)",
  "remove_old_jobs(timestamp with time zone, timestamp with time zone)",
  "remove_stale_imports(timestamp with time zone, integer)",
] as const;
