// Written by `npm run docs` from the routes of the server.
import type * as c from "@strideiq/contracts";
import type { Sent, Told, Written } from "./wire.ts";

/** What each operation answers when it goes well. */
export interface Answers {
  readonly "DELETE /v1/activities/{activityId}": Told<typeof c.Done>;
  readonly "DELETE /v1/coach/invitations/{invitationId}": Told<typeof c.Done>;
  readonly "DELETE /v1/coaches/{invitationId}": Told<typeof c.InvitationAnswer>;
  readonly "DELETE /v1/goals/{goalId}": Told<typeof c.Done>;
  readonly "DELETE /v1/imports/{importId}": Told<typeof c.Done>;
  readonly "DELETE /v1/jobs/{jobId}": Told<typeof c.JobAnswer>;
  readonly "DELETE /v1/me": Told<typeof c.Done>;
  readonly "DELETE /v1/plans/{planId}": Told<typeof c.Done>;
  readonly "DELETE /v1/plans/{planId}/sessions/{sessionId}/completion": Told<typeof c.Done>;
  readonly "DELETE /v1/sessions/current": Told<typeof c.Done>;
  readonly "GET /livez": Told<typeof c.HealthAnswer>;
  readonly "GET /readyz": Told<typeof c.HealthAnswer>;
  readonly "GET /v1/activities": Told<typeof c.ActivityListAnswer>;
  readonly "GET /v1/activities/{activityId}": Told<typeof c.ActivityDetailAnswer>;
  readonly "GET /v1/admin/accounts": Told<typeof c.AccountListAnswer>;
  readonly "GET /v1/admin/audit": Told<typeof c.AuditAnswer>;
  readonly "GET /v1/admin/configuration/versions": Told<typeof c.ConfigurationListAnswer>;
  readonly "GET /v1/admin/configuration/versions/{configurationId}/check": Told<
    typeof c.ConfigurationCheckAnswer
  >;
  readonly "GET /v1/admin/configuration/versions/{configurationId}/export": Told<
    typeof c.ConfigurationTextAnswer
  >;
  readonly "GET /v1/admin/dead-letters": Told<typeof c.DeadLetterListAnswer>;
  readonly "GET /v1/admin/flags": Told<typeof c.FlagListAnswer>;
  readonly "GET /v1/admin/paywall": Told<typeof c.PaywallAnswer>;
  readonly "GET /v1/api-keys": Told<typeof c.ApiKeyListAnswer>;
  readonly "GET /v1/calendar": Told<typeof c.CalendarAnswer>;
  readonly "GET /v1/calendar/compact": Told<typeof c.CompactCalendarAnswer>;
  readonly "GET /v1/coach/athletes/{athleteId}/calendar": Told<typeof c.CalendarAnswer>;
  readonly "GET /v1/coach/athletes/{athleteId}/plans": Told<typeof c.PlanListAnswer>;
  readonly "GET /v1/coach/athletes/{athleteId}/plans/{planId}": Told<typeof c.PlanAnswer>;
  readonly "GET /v1/coach/invitations": Told<typeof c.InvitationListAnswer>;
  readonly "GET /v1/coaches": Told<typeof c.InvitationListAnswer>;
  readonly "GET /v1/consents": Told<typeof c.ConsentListAnswer>;
  readonly "GET /v1/goals": Told<typeof c.GoalListAnswer>;
  readonly "GET /v1/goals/{goalId}": Told<typeof c.GoalAnswer>;
  readonly "GET /v1/imports": Told<typeof c.ImportListAnswer>;
  readonly "GET /v1/imports/{importId}": Told<typeof c.ImportAnswer>;
  readonly "GET /v1/imports/{importId}/reports": Told<typeof c.ImportReportListAnswer>;
  readonly "GET /v1/jobs": Told<typeof c.JobListAnswer>;
  readonly "GET /v1/jobs/{jobId}": Told<typeof c.JobAnswer>;
  readonly "GET /v1/jobs/{jobId}/file": Told<typeof c.ExportAnswer>;
  readonly "GET /v1/me": Told<typeof c.MeAnswer>;
  readonly "GET /v1/me/export": Told<typeof c.ExportAnswer>;
  readonly "GET /v1/me/features": Told<typeof c.FeaturesAnswer>;
  readonly "GET /v1/me/training-history": Told<typeof c.TrainingHistoryAnswer>;
  readonly "GET /v1/plans": Told<typeof c.PlanListAnswer>;
  readonly "GET /v1/plans/{planId}": Told<typeof c.PlanAnswer>;
  readonly "GET /v1/plans/{planId}/changes": Told<typeof c.ChangeListAnswer>;
  readonly "GET /v1/plans/{planId}/compare": Told<typeof c.CompareAnswer>;
  readonly "GET /v1/plans/{planId}/completions": Told<typeof c.CompletionListAnswer>;
  readonly "GET /v1/plans/{planId}/versions": Told<typeof c.VersionListAnswer>;
  readonly "GET /v1/plans/{planId}/versions/{version}": Told<typeof c.VersionAnswer>;
  readonly "GET /v1/questionnaires": Told<typeof c.QuestionnaireListAnswer>;
  readonly "GET /v1/standard-plans": Told<typeof c.StandardPlanListAnswer>;
  readonly "GET /v1/standard-plans/{standardPlanId}": Told<typeof c.PreviewAnswer>;
  readonly "GET /v1/workouts": Told<typeof c.WorkoutListAnswer>;
  readonly "GET /v1/workouts/{workoutId}": Told<typeof c.WorkoutAnswer>;
  readonly "POST /v1/accounts": Told<typeof c.AccountAnswer>;
  readonly "POST /v1/accounts/admin": Told<typeof c.AccountAnswer>;
  readonly "POST /v1/activities/{activityId}/decisions": Told<typeof c.Done>;
  readonly "POST /v1/admin/athletes/{athleteId}/grants": Told<typeof c.GrantAnswer>;
  readonly "POST /v1/admin/athletes/{athleteId}/grants/{grantId}/revoke": Told<typeof c.Done>;
  readonly "POST /v1/admin/configuration/versions": Told<typeof c.ConfigurationAnswer>;
  readonly "POST /v1/admin/configuration/versions/{configurationId}/check": Told<
    typeof c.ConfigurationAnswer
  >;
  readonly "POST /v1/admin/configuration/versions/{configurationId}/drop": Told<typeof c.Done>;
  readonly "POST /v1/admin/configuration/versions/{configurationId}/publish": Told<
    typeof c.ConfigurationAnswer
  >;
  readonly "POST /v1/admin/dead-letters/{letterId}/replay": Told<typeof c.Done>;
  readonly "POST /v1/api-keys": Told<typeof c.ApiKeyCreatedAnswer>;
  readonly "POST /v1/api-keys/{apiKeyId}/revoke": Told<typeof c.ApiKeyAnswer>;
  readonly "POST /v1/coach/invitations/{invitationId}/accept": Told<typeof c.InvitationAnswer>;
  readonly "POST /v1/coaches": Told<typeof c.InvitationAnswer>;
  readonly "POST /v1/consents": Told<typeof c.ConsentAnswer>;
  readonly "POST /v1/consents/{consentId}/withdraw": Told<typeof c.ConsentAnswer>;
  readonly "POST /v1/goals": Told<typeof c.GoalAnswer>;
  readonly "POST /v1/imports": Told<typeof c.ImportAnswer>;
  readonly "POST /v1/imports/{importId}/start": Told<typeof c.ImportAnswer>;
  readonly "POST /v1/me/exports": Told<typeof c.JobAccepted>;
  readonly "POST /v1/me/trial": Told<typeof c.TrialAnswer>;
  readonly "POST /v1/password-resets": Told<typeof c.Accepted>;
  readonly "POST /v1/password-resets/spend": Told<typeof c.Done>;
  readonly "POST /v1/plans": Told<typeof c.PlanAccepted>;
  readonly "POST /v1/plans/preview": Told<typeof c.PreviewAnswer>;
  readonly "POST /v1/plans/{planId}/changes": Told<typeof c.ChangedAnswer>;
  readonly "POST /v1/plans/{planId}/changes/what-if": Told<typeof c.WhatIfAnswer>;
  readonly "POST /v1/plans/{planId}/changes/{changeId}/undo": Told<typeof c.ChangedAnswer>;
  readonly "POST /v1/plans/{planId}/regenerate": Told<typeof c.ChangedAnswer>;
  readonly "POST /v1/plans/{planId}/restore": Told<typeof c.ChangedAnswer>;
  readonly "POST /v1/questionnaires": Told<typeof c.QuestionnaireAnswer>;
  readonly "POST /v1/sessions": Told<typeof c.AccountAnswer>;
  readonly "POST /v1/standard-plans/{standardPlanId}/place": Told<typeof c.PlanAccepted>;
  readonly "PUT /v1/activities/{activityId}/session": Told<typeof c.Done>;
  readonly "PUT /v1/admin/accounts/{accountId}/role": Told<typeof c.AdministeredAccount>;
  readonly "PUT /v1/admin/configuration/versions/{configurationId}/rows/{table}/{rowId}": Told<
    typeof c.ConfigurationAnswer
  >;
  readonly "PUT /v1/admin/configuration/versions/{configurationId}/text": Told<typeof c.ConfigurationAnswer>;
  readonly "PUT /v1/admin/flags/{key}": Told<typeof c.FlagAnswer>;
  readonly "PUT /v1/admin/paywall": Told<typeof c.PaywallAnswer>;
  readonly "PUT /v1/goals/{goalId}": Told<typeof c.GoalAnswer>;
  readonly "PUT /v1/imports/{importId}/files/{position}": Told<typeof c.ImportFileAnswer>;
  readonly "PUT /v1/plans/{planId}/sessions/{sessionId}/completion": Told<typeof c.CompletionAnswer>;
  readonly "PUT /v1/plans/{planId}/sessions/{sessionId}/option": Told<typeof c.ChangedAnswer>;
}

/** The body that an operation takes. */
export interface Bodies {
  readonly "POST /v1/accounts": Sent<typeof c.SignUpBody>;
  readonly "POST /v1/accounts/admin": Sent<typeof c.AdminSignUpBody>;
  readonly "POST /v1/activities/{activityId}/decisions": Sent<typeof c.DecisionBody>;
  readonly "POST /v1/admin/athletes/{athleteId}/grants": Sent<typeof c.GrantBody>;
  readonly "POST /v1/admin/athletes/{athleteId}/grants/{grantId}/revoke": Sent<typeof c.RevokeBody>;
  readonly "POST /v1/admin/configuration/versions": Sent<typeof c.DraftBody>;
  readonly "POST /v1/admin/configuration/versions/{configurationId}/check": Sent<
    typeof c.ConfigurationWhyBody
  >;
  readonly "POST /v1/admin/configuration/versions/{configurationId}/drop": Sent<
    typeof c.ConfigurationWhyBody
  >;
  readonly "POST /v1/admin/configuration/versions/{configurationId}/publish": Sent<
    typeof c.ConfigurationWhyBody
  >;
  readonly "POST /v1/api-keys": Sent<typeof c.ApiKeyBody>;
  readonly "POST /v1/coaches": Sent<typeof c.InvitationBody>;
  readonly "POST /v1/consents": Sent<typeof c.ConsentBody>;
  readonly "POST /v1/goals": Sent<typeof c.GoalBody>;
  readonly "POST /v1/imports": Sent<typeof c.ImportBody>;
  readonly "POST /v1/password-resets": Sent<typeof c.ResetRequestBody>;
  readonly "POST /v1/password-resets/spend": Sent<typeof c.ResetBody>;
  readonly "POST /v1/plans": Sent<typeof c.PlanWish>;
  readonly "POST /v1/plans/preview": Sent<typeof c.PlanWish>;
  readonly "POST /v1/plans/{planId}/changes": Sent<typeof c.PlanChangeBody>;
  readonly "POST /v1/plans/{planId}/changes/what-if": Sent<typeof c.PlanChangeBody>;
  readonly "POST /v1/plans/{planId}/changes/{changeId}/undo": Sent<typeof c.UndoBody>;
  readonly "POST /v1/plans/{planId}/regenerate": Sent<typeof c.RegenerateBody>;
  readonly "POST /v1/plans/{planId}/restore": Sent<typeof c.RestoreBody>;
  readonly "POST /v1/questionnaires": Sent<typeof c.QuestionnaireBody>;
  readonly "POST /v1/sessions": Sent<typeof c.SignInBody>;
  readonly "POST /v1/standard-plans/{standardPlanId}/place": Sent<typeof c.PlacingBody>;
  readonly "PUT /v1/activities/{activityId}/session": Sent<typeof c.SessionLinkBody>;
  readonly "PUT /v1/admin/accounts/{accountId}/role": Sent<typeof c.RoleBody>;
  readonly "PUT /v1/admin/configuration/versions/{configurationId}/rows/{table}/{rowId}": Sent<
    typeof c.ConfigurationRowBody
  >;
  readonly "PUT /v1/admin/configuration/versions/{configurationId}/text": Sent<
    typeof c.ConfigurationTextBody
  >;
  readonly "PUT /v1/admin/flags/{key}": Sent<typeof c.FlagBody>;
  readonly "PUT /v1/admin/paywall": Sent<typeof c.PaywallBody>;
  readonly "PUT /v1/goals/{goalId}": Sent<typeof c.GoalBody>;
  readonly "PUT /v1/plans/{planId}/sessions/{sessionId}/completion": Sent<typeof c.CompletionBody>;
  readonly "PUT /v1/plans/{planId}/sessions/{sessionId}/option": Sent<typeof c.OptionBody>;
}

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
  readonly "GET /v1/plans/{planId}/versions": Written<typeof c.PlanParams>;
  readonly "GET /v1/plans/{planId}/versions/{version}": Written<typeof c.VersionParams>;
  readonly "GET /v1/standard-plans/{standardPlanId}": Written<typeof c.StandardPlanParams>;
  readonly "GET /v1/workouts/{workoutId}": Written<typeof c.WorkoutParams>;
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
  readonly "PUT /v1/goals/{goalId}": Written<typeof c.GoalParams>;
  readonly "PUT /v1/imports/{importId}/files/{position}": Written<typeof c.ImportFileParams>;
  readonly "PUT /v1/plans/{planId}/sessions/{sessionId}/completion": Written<typeof c.CompletionParams>;
  readonly "PUT /v1/plans/{planId}/sessions/{sessionId}/option": Written<typeof c.SessionParams>;
}

/** What may follow the address. */
export interface Queries {
  readonly "GET /v1/activities": Written<typeof c.ActivityListQuery>;
  readonly "GET /v1/admin/accounts": Written<typeof c.IdPageQuery>;
  readonly "GET /v1/admin/audit": Written<typeof c.AuditQuery>;
  readonly "GET /v1/admin/configuration/versions": Written<typeof c.ConfigurationListQuery>;
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
  readonly "GET /v1/me/training-history": Written<typeof c.TrainingHistoryQuery>;
  readonly "GET /v1/plans": Written<typeof c.PlanListQuery>;
  readonly "GET /v1/plans/{planId}/changes": Written<typeof c.ChangeListQuery>;
  readonly "GET /v1/plans/{planId}/compare": Written<typeof c.CompareQuery>;
  readonly "GET /v1/plans/{planId}/completions": Written<typeof c.CompletionListQuery>;
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
  | "DELETE /v1/plans/{planId}/sessions/{sessionId}/completion"
  | "POST /v1/plans/{planId}/changes"
  | "POST /v1/plans/{planId}/changes/what-if"
  | "POST /v1/plans/{planId}/changes/{changeId}/undo"
  | "POST /v1/plans/{planId}/regenerate"
  | "POST /v1/plans/{planId}/restore"
  | "PUT /v1/goals/{goalId}"
  | "PUT /v1/plans/{planId}/sessions/{sessionId}/completion"
  | "PUT /v1/plans/{planId}/sessions/{sessionId}/option";

/** What is done once, however often it is sent with the same key. */
export const KEPT: readonly string[] = [
  "POST /v1/activities/{activityId}/decisions",
  "POST /v1/admin/athletes/{athleteId}/grants",
  "POST /v1/admin/athletes/{athleteId}/grants/{grantId}/revoke",
  "POST /v1/admin/configuration/versions",
  "POST /v1/admin/configuration/versions/{configurationId}/check",
  "POST /v1/admin/configuration/versions/{configurationId}/drop",
  "POST /v1/admin/configuration/versions/{configurationId}/publish",
  "POST /v1/admin/dead-letters/{letterId}/replay",
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
