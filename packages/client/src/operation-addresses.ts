// Written by `npm run docs` from the routes of the server.
import type * as c from "@strideiq/contracts";
import type { Written } from "./wire.ts";

/** The parts of its address. */
export interface Paths {
  readonly "DELETE /v1/activities/{activityId}": Written<typeof c.ActivityParams>;
  readonly "DELETE /v1/coach/invitations/{invitationId}": Written<typeof c.InvitationParams>;
  readonly "DELETE /v1/coaches/{invitationId}": Written<typeof c.InvitationParams>;
  readonly "DELETE /v1/goals/{goalId}": Written<typeof c.GoalParams>;
  readonly "DELETE /v1/imports/{importId}": Written<typeof c.ImportParams>;
  readonly "DELETE /v1/jobs/{jobId}": Written<typeof c.JobParams>;
  readonly "DELETE /v1/plans/{planId}": Written<typeof c.PlanParams>;
  readonly "DELETE /v1/plans/{planId}/sessions/{sessionId}/completion": Written<typeof c.CompletionParams>;
  readonly "GET /v1/activities/{activityId}": Written<typeof c.ActivityParams>;
  readonly "GET /v1/activities/{activityId}/original": Written<typeof c.ActivityParams>;
  readonly "GET /v1/admin/configuration/versions/{configurationId}/check": Written<
    typeof c.ConfigurationParams
  >;
  readonly "GET /v1/admin/configuration/versions/{configurationId}/diff": Written<
    typeof c.ConfigurationParams
  >;
  readonly "GET /v1/admin/configuration/versions/{configurationId}/export": Written<
    typeof c.ConfigurationParams
  >;
  readonly "GET /v1/coach/athletes/{athleteId}/calendar": Written<typeof c.CoachedParams>;
  readonly "GET /v1/coach/athletes/{athleteId}/plans": Written<typeof c.CoachedParams>;
  readonly "GET /v1/coach/athletes/{athleteId}/plans/{planId}": Written<typeof c.CoachedPlanParams>;
  readonly "GET /v1/goals/{goalId}": Written<typeof c.GoalParams>;
  readonly "GET /v1/imports/{importId}": Written<typeof c.ImportParams>;
  readonly "GET /v1/imports/{importId}/reports": Written<typeof c.ImportParams>;
  readonly "GET /v1/jobs/{jobId}": Written<typeof c.JobParams>;
  readonly "GET /v1/jobs/{jobId}/events": Written<typeof c.JobParams>;
  readonly "GET /v1/jobs/{jobId}/file": Written<typeof c.JobParams>;
  readonly "GET /v1/plans/{planId}": Written<typeof c.PlanParams>;
  readonly "GET /v1/plans/{planId}/changes": Written<typeof c.PlanParams>;
  readonly "GET /v1/plans/{planId}/compare": Written<typeof c.PlanParams>;
  readonly "GET /v1/plans/{planId}/completions": Written<typeof c.PlanParams>;
  readonly "GET /v1/plans/{planId}/review": Written<typeof c.PlanParams>;
  readonly "GET /v1/plans/{planId}/sessions/{sessionId}/completion": Written<typeof c.CompletionParams>;
  readonly "GET /v1/plans/{planId}/versions": Written<typeof c.PlanParams>;
  readonly "GET /v1/plans/{planId}/versions/{version}": Written<typeof c.VersionParams>;
  readonly "GET /v1/plans/{planId}/versions/{version}/again": Written<typeof c.VersionParams>;
  readonly "GET /v1/standard-plans/{standardPlanId}": Written<typeof c.StandardPlanParams>;
  readonly "GET /v1/workouts/{workoutId}": Written<typeof c.WorkoutParams>;
  readonly "POST /ofrep/v1/evaluate/flags/{key}": Written<typeof c.OfrepParams>;
  readonly "POST /v1/activities/{activityId}/decisions": Written<typeof c.ActivityParams>;
  readonly "POST /v1/admin/athletes/{athleteId}/grants": Written<typeof c.GrantParams>;
  readonly "POST /v1/admin/athletes/{athleteId}/grants/{grantId}/revoke": Written<typeof c.RevokeParams>;
  readonly "POST /v1/admin/configuration/versions/{configurationId}/check": Written<
    typeof c.ConfigurationParams
  >;
  readonly "POST /v1/admin/configuration/versions/{configurationId}/drop": Written<
    typeof c.ConfigurationParams
  >;
  readonly "POST /v1/admin/configuration/versions/{configurationId}/publish": Written<
    typeof c.ConfigurationParams
  >;
  readonly "POST /v1/admin/dead-letters/{letterId}/replay": Written<typeof c.DeadLetterParams>;
  readonly "POST /v1/api-keys/{apiKeyId}/revoke": Written<typeof c.ApiKeyParams>;
  readonly "POST /v1/coach/invitations/{invitationId}/accept": Written<typeof c.InvitationParams>;
  readonly "POST /v1/consents/{consentId}/withdraw": Written<typeof c.ConsentParams>;
  readonly "POST /v1/imports/{importId}/start": Written<typeof c.ImportParams>;
  readonly "POST /v1/plans/{planId}/changes": Written<typeof c.PlanParams>;
  readonly "POST /v1/plans/{planId}/changes/what-if": Written<typeof c.PlanParams>;
  readonly "POST /v1/plans/{planId}/changes/{changeId}/undo": Written<typeof c.ChangeParams>;
  readonly "POST /v1/plans/{planId}/regenerate": Written<typeof c.PlanParams>;
  readonly "POST /v1/plans/{planId}/restore": Written<typeof c.PlanParams>;
  readonly "POST /v1/standard-plans/{standardPlanId}/place": Written<typeof c.StandardPlanParams>;
  readonly "PUT /v1/activities/{activityId}/session": Written<typeof c.ActivityParams>;
  readonly "PUT /v1/admin/accounts/{accountId}/role": Written<typeof c.AccountParams>;
  readonly "PUT /v1/admin/configuration/versions/{configurationId}/rows/{table}/{rowId}": Written<
    typeof c.ConfigurationRowParams
  >;
  readonly "PUT /v1/admin/configuration/versions/{configurationId}/text": Written<
    typeof c.ConfigurationParams
  >;
  readonly "PUT /v1/admin/flags/{key}": Written<typeof c.FlagParams>;
  readonly "PUT /v1/admin/plugins/{pluginId}": Written<typeof c.PluginParams>;
  readonly "PUT /v1/goals/{goalId}": Written<typeof c.GoalParams>;
  readonly "PUT /v1/imports/{importId}/files/{position}": Written<typeof c.ImportFileParams>;
  readonly "PUT /v1/plans/{planId}/sessions/{sessionId}/completion": Written<typeof c.CompletionParams>;
  readonly "PUT /v1/plans/{planId}/sessions/{sessionId}/option": Written<typeof c.SessionParams>;
}

/** What may follow the address. */
export interface Queries {
  readonly "GET /v1/activities": Written<typeof c.ActivityListQuery>;
  readonly "GET /v1/activities/{activityId}": Written<typeof c.ActivityDetailQuery>;
  readonly "GET /v1/admin/accounts": Written<typeof c.IdPageQuery>;
  readonly "GET /v1/admin/audit": Written<typeof c.AuditQuery>;
  readonly "GET /v1/admin/configuration/versions": Written<typeof c.ConfigurationListQuery>;
  readonly "GET /v1/admin/configuration/versions/{configurationId}/diff": Written<
    typeof c.ConfigurationDiffQuery
  >;
  readonly "GET /v1/admin/dead-letters": Written<typeof c.JobListQuery>;
  readonly "GET /v1/api-keys": Written<typeof c.IdPageQuery>;
  readonly "GET /v1/calendar": Written<typeof c.CalendarQuery>;
  readonly "GET /v1/calendar/compact": Written<typeof c.CalendarQuery>;
  readonly "GET /v1/coach/athletes/{athleteId}/calendar": Written<typeof c.CalendarQuery>;
  readonly "GET /v1/coach/athletes/{athleteId}/plans": Written<typeof c.PlanListQuery>;
  readonly "GET /v1/coach/invitations": Written<typeof c.IdPageQuery>;
  readonly "GET /v1/coaches": Written<typeof c.IdPageQuery>;
  readonly "GET /v1/consents": Written<typeof c.IdPageQuery>;
  readonly "GET /v1/goals": Written<typeof c.IdPageQuery>;
  readonly "GET /v1/imports": Written<typeof c.ImportListQuery>;
  readonly "GET /v1/imports/{importId}/reports": Written<typeof c.ImportReportQuery>;
  readonly "GET /v1/jobs": Written<typeof c.JobListQuery>;
  readonly "GET /v1/me/fitness": Written<typeof c.FitnessQuery>;
  readonly "GET /v1/me/training-history": Written<typeof c.TrainingHistoryQuery>;
  readonly "GET /v1/plans": Written<typeof c.PlanListQuery>;
  readonly "GET /v1/plans/{planId}/changes": Written<typeof c.ChangeListQuery>;
  readonly "GET /v1/plans/{planId}/compare": Written<typeof c.CompareQuery>;
  readonly "GET /v1/plans/{planId}/completions": Written<typeof c.CompletionListQuery>;
  readonly "GET /v1/plans/{planId}/review": Written<typeof c.ReviewQuery>;
  readonly "GET /v1/plans/{planId}/versions": Written<typeof c.VersionListQuery>;
  readonly "GET /v1/questionnaires": Written<typeof c.IdPageQuery>;
  readonly "GET /v1/standard-plans": Written<typeof c.StandardPlanListQuery>;
  readonly "GET /v1/standard-plans/{standardPlanId}": Written<typeof c.StandardPlanQuery>;
  readonly "GET /v1/workouts": Written<typeof c.WorkoutListQuery>;
  readonly "PUT /v1/imports/{importId}/files/{position}": Written<typeof c.ImportFileQuery>;
}

/** Changes of something that was read before: they name the state that they were made for. */
export type Conditional =
  | "DELETE /v1/goals/{goalId}"
  | "DELETE /v1/plans/{planId}"
  | "DELETE /v1/plans/{planId}/sessions/{sessionId}/completion"
  | "POST /v1/plans/{planId}/changes"
  | "POST /v1/plans/{planId}/changes/what-if"
  | "POST /v1/plans/{planId}/changes/{changeId}/undo"
  | "POST /v1/plans/{planId}/regenerate"
  | "POST /v1/plans/{planId}/restore"
  | "PUT /v1/goals/{goalId}"
  | "PUT /v1/imports/{importId}/files/{position}"
  | "PUT /v1/plans/{planId}/sessions/{sessionId}/completion"
  | "PUT /v1/plans/{planId}/sessions/{sessionId}/option";

/** What is done once, however often it is sent with the same key. */
export const KEPT: readonly string[] = [
  "POST /v1/accounts",
  "POST /v1/accounts/admin",
  "POST /v1/activities",
  "POST /v1/activities/{activityId}/decisions",
  "POST /v1/admin/athletes/{athleteId}/grants",
  "POST /v1/admin/athletes/{athleteId}/grants/{grantId}/revoke",
  "POST /v1/admin/configuration/versions",
  "POST /v1/admin/configuration/versions/{configurationId}/check",
  "POST /v1/admin/configuration/versions/{configurationId}/drop",
  "POST /v1/admin/configuration/versions/{configurationId}/publish",
  "POST /v1/admin/dead-letters/{letterId}/replay",
  "POST /v1/admin/plugins",
  "POST /v1/api-keys",
  "POST /v1/api-keys/{apiKeyId}/revoke",
  "POST /v1/coach/invitations/{invitationId}/accept",
  "POST /v1/coaches",
  "POST /v1/consents",
  "POST /v1/consents/{consentId}/withdraw",
  "POST /v1/goals",
  "POST /v1/imports",
  "POST /v1/imports/{importId}/start",
  "POST /v1/me/exports",
  "POST /v1/me/trial",
  "POST /v1/plans",
  "POST /v1/plans/{planId}/changes",
  "POST /v1/plans/{planId}/changes/{changeId}/undo",
  "POST /v1/plans/{planId}/regenerate",
  "POST /v1/plans/{planId}/restore",
  "POST /v1/questionnaires",
  "POST /v1/standard-plans/{standardPlanId}/place",
];
