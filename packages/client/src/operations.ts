// Written by `npm run docs` from the routes of the server.
import type * as c from "@strideiq/contracts";
import type { Sent, Told } from "./wire.ts";

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
  readonly "GET /v1/admin/configuration/versions/{configurationId}/diff": Told<
    typeof c.ConfigurationDiffAnswer
  >;
  readonly "GET /v1/admin/configuration/versions/{configurationId}/export": Told<
    typeof c.ConfigurationTextAnswer
  >;
  readonly "GET /v1/admin/dead-letters": Told<typeof c.DeadLetterListAnswer>;
  readonly "GET /v1/admin/flags": Told<typeof c.FlagListAnswer>;
  readonly "GET /v1/admin/paywall": Told<typeof c.PaywallAnswer>;
  readonly "GET /v1/admin/plugins": Told<typeof c.PluginListAnswer>;
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
  readonly "GET /v1/me/fitness": Told<typeof c.FitnessAnswer>;
  readonly "GET /v1/me/threshold-heart-rate": Told<typeof c.ThresholdHeartRate>;
  readonly "GET /v1/me/training-history": Told<typeof c.TrainingHistoryAnswer>;
  readonly "GET /v1/plans": Told<typeof c.PlanListAnswer>;
  readonly "GET /v1/plans/{planId}": Told<typeof c.PlanAnswer>;
  readonly "GET /v1/plans/{planId}/changes": Told<typeof c.ChangeListAnswer>;
  readonly "GET /v1/plans/{planId}/compare": Told<typeof c.CompareAnswer>;
  readonly "GET /v1/plans/{planId}/completions": Told<typeof c.CompletionListAnswer>;
  readonly "GET /v1/plans/{planId}/review": Told<typeof c.ReviewAnswer>;
  readonly "GET /v1/plans/{planId}/sessions/{sessionId}/completion": Told<typeof c.CompletionAnswer>;
  readonly "GET /v1/plans/{planId}/versions": Told<typeof c.VersionListAnswer>;
  readonly "GET /v1/plans/{planId}/versions/{version}": Told<typeof c.VersionAnswer>;
  readonly "GET /v1/plans/{planId}/versions/{version}/again": Told<typeof c.RemadeAnswer>;
  readonly "GET /v1/questionnaires": Told<typeof c.QuestionnaireListAnswer>;
  readonly "GET /v1/standard-plans": Told<typeof c.StandardPlanListAnswer>;
  readonly "GET /v1/standard-plans/{standardPlanId}": Told<typeof c.PreviewAnswer>;
  readonly "GET /v1/workouts": Told<typeof c.WorkoutListAnswer>;
  readonly "GET /v1/workouts/{workoutId}": Told<typeof c.WorkoutAnswer>;
  readonly "POST /ofrep/v1/evaluate/flags": Told<typeof c.OfrepBulkAnswer>;
  readonly "POST /ofrep/v1/evaluate/flags/{key}": Told<typeof c.OfrepAnswer>;
  readonly "POST /v1/accounts": Told<typeof c.AccountAnswer> | Told<typeof c.Accepted>;
  readonly "POST /v1/accounts/admin": Told<typeof c.AccountAnswer>;
  readonly "POST /v1/activities": Told<typeof c.ToldActivityAnswer>;
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
  readonly "POST /v1/admin/plugins": Told<typeof c.PluginListAnswer>;
  readonly "POST /v1/api-keys": Told<typeof c.ApiKeyCreatedAnswer>;
  readonly "POST /v1/api-keys/{apiKeyId}/revoke": Told<typeof c.ApiKeyAnswer>;
  readonly "POST /v1/coach/invitations/{invitationId}/accept": Told<typeof c.InvitationAnswer>;
  readonly "POST /v1/coaches": Told<typeof c.InvitationAnswer>;
  readonly "POST /v1/consents": Told<typeof c.ConsentAnswer>;
  readonly "POST /v1/consents/{consentId}/withdraw": Told<typeof c.ConsentAnswer>;
  readonly "POST /v1/email-confirmations": Told<typeof c.Accepted>;
  readonly "POST /v1/email-confirmations/spend": Told<typeof c.Done>;
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
  readonly "PUT /v1/admin/plugins/{pluginId}": Told<typeof c.PluginListAnswer>;
  readonly "PUT /v1/goals/{goalId}": Told<typeof c.GoalAnswer>;
  readonly "PUT /v1/imports/{importId}/files/{position}": Told<typeof c.ImportFileAnswer>;
  readonly "PUT /v1/me/threshold-heart-rate": Told<typeof c.Done>;
  readonly "PUT /v1/plans/{planId}/sessions/{sessionId}/completion": Told<typeof c.CompletionAnswer>;
  readonly "PUT /v1/plans/{planId}/sessions/{sessionId}/option": Told<typeof c.ChangedAnswer>;
}

/** The body that an operation takes. */
export interface Bodies {
  readonly "POST /ofrep/v1/evaluate/flags": Sent<typeof c.OfrepBody>;
  readonly "POST /ofrep/v1/evaluate/flags/{key}": Sent<typeof c.OfrepBody>;
  readonly "POST /v1/accounts": Sent<typeof c.SignUpBody>;
  readonly "POST /v1/accounts/admin": Sent<typeof c.AdminSignUpBody>;
  readonly "POST /v1/activities": Sent<typeof c.ToldActivityBody>;
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
  readonly "POST /v1/admin/plugins": Sent<typeof c.PluginBody>;
  readonly "POST /v1/api-keys": Sent<typeof c.ApiKeyBody>;
  readonly "POST /v1/coaches": Sent<typeof c.InvitationBody>;
  readonly "POST /v1/consents": Sent<typeof c.ConsentBody>;
  readonly "POST /v1/email-confirmations": Sent<typeof c.ResetRequestBody>;
  readonly "POST /v1/email-confirmations/spend": Sent<typeof c.ConfirmBody>;
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
  readonly "PUT /v1/admin/plugins/{pluginId}": Sent<typeof c.PluginSwitchBody>;
  readonly "PUT /v1/goals/{goalId}": Sent<typeof c.GoalBody>;
  readonly "PUT /v1/me/threshold-heart-rate": Sent<typeof c.ThresholdHeartRate>;
  readonly "PUT /v1/plans/{planId}/sessions/{sessionId}/completion": Sent<typeof c.CompletionBody>;
  readonly "PUT /v1/plans/{planId}/sessions/{sessionId}/option": Sent<typeof c.OptionBody>;
}
