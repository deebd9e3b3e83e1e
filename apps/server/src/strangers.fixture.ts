/** What an operation answers to each kind of stranger: status, and the code of a problem. */
export interface Expected {
  /** Somebody without a cookie. */
  readonly unknown: string;
  readonly guest: string;
  readonly account: string;
}

const all = (answer: string): Expected => ({ unknown: answer, guest: answer, account: answer });
/** What is named is somebody's, so that for everybody else it is not there. */
const hidden = (what: string): Expected => all(`404 ${what}_not_found`);
/** The same, within a plan: who has no athlete yet has no plans to look in. */
const ofPlan = (what: string): Expected => ({ ...hidden(what), unknown: "404 plan_not_found" });
/** Shut before anything is looked for. */
const forAdmins = all("403 admin_only");
const notCoached = all("404 not_coached");
const ofCoaches = all("403 coach_only");
/** Lists and makes what is the asker's own, or what is for everybody; nothing of the owner is in it. */
const open = all("200");
const made = all("201");
const accepted = all("202");
/** For somebody who has something here; a guest has. */
const forTheKnown = (answer: string): Expected => ({ ...all(answer), unknown: "401 sign_in_needed" });
/** For somebody with an account. */
const forAccounts = (answer: string): Expected => ({ ...all("401 sign_in_needed"), account: answer });

/** Every operation of the OpenAPI document. Those that end who asks stand at the end. */
export const STRANGERS: Readonly<Record<string, Expected>> = {
  "GET /livez": open,
  "GET /readyz": open,
  "POST /v1/plans": accepted,
  "GET /v1/plans": open,
  "GET /v1/plans/{planId}": hidden("plan"),
  "DELETE /v1/plans/{planId}": hidden("plan"),
  "GET /v1/plans/{planId}/versions": hidden("plan"),
  "GET /v1/plans/{planId}/versions/{version}": hidden("version"),
  "GET /v1/plans/{planId}/versions/{version}/again": hidden("version"),
  "GET /v1/plans/{planId}/compare": hidden("version"),
  "GET /v1/plans/{planId}/changes": hidden("plan"),
  "POST /v1/plans/{planId}/changes": hidden("plan"),
  "POST /v1/plans/{planId}/restore": hidden("plan"),
  "POST /v1/plans/{planId}/changes/{changeId}/undo": hidden("plan"),
  "PUT /v1/plans/{planId}/sessions/{sessionId}/option": hidden("plan"),
  "POST /v1/plans/{planId}/changes/what-if": hidden("plan"),
  "POST /v1/plans/preview": open,
  "POST /v1/plans/{planId}/regenerate": hidden("plan"),
  "GET /v1/standard-plans": open,
  "GET /v1/standard-plans/{standardPlanId}": open,
  "POST /v1/standard-plans/{standardPlanId}/place": accepted,
  "GET /v1/workouts": open,
  "GET /v1/workouts/{workoutId}": open,
  "GET /v1/calendar": open,
  "GET /v1/calendar/compact": open,
  "GET /v1/goals": open,
  "POST /v1/goals": made,
  "GET /v1/goals/{goalId}": hidden("goal"),
  "PUT /v1/goals/{goalId}": hidden("goal"),
  "DELETE /v1/goals/{goalId}": hidden("goal"),
  "GET /v1/plans/{planId}/completions": hidden("plan"),
  "GET /v1/plans/{planId}/review": hidden("plan"),
  "GET /v1/plans/{planId}/sessions/{sessionId}/completion": ofPlan("completion"),
  "PUT /v1/plans/{planId}/sessions/{sessionId}/completion": ofPlan("session"),
  "DELETE /v1/plans/{planId}/sessions/{sessionId}/completion": ofPlan("completion"),
  "GET /v1/activities": open,
  "POST /v1/activities": made,
  "GET /v1/me/training-history": open,
  "GET /v1/me/fitness": open,
  "GET /v1/me/threshold-heart-rate": open,
  "PUT /v1/me/threshold-heart-rate": open,
  "GET /v1/activities/{activityId}": hidden("activity"),
  "DELETE /v1/activities/{activityId}": hidden("activity"),
  "GET /v1/activities/{activityId}/original": hidden("activity"),
  "PUT /v1/activities/{activityId}/session": hidden("activity"),
  "POST /v1/activities/{activityId}/decisions": hidden("activity"),
  "POST /v1/imports": made,
  "GET /v1/imports": open,
  "GET /v1/imports/{importId}": hidden("import"),
  "DELETE /v1/imports/{importId}": hidden("import"),
  "GET /v1/imports/{importId}/reports": hidden("import"),
  "PUT /v1/imports/{importId}/files/{position}": hidden("import"),
  "POST /v1/imports/{importId}/start": hidden("import"),
  "GET /v1/consents": open,
  "POST /v1/consents": made,
  "POST /v1/consents/{consentId}/withdraw": hidden("consent"),
  "GET /v1/questionnaires": open,
  "POST /v1/questionnaires": made,
  "GET /v1/api-keys": forAccounts("200"),
  "POST /v1/api-keys": forAccounts("201"),
  "POST /v1/api-keys/{apiKeyId}/revoke": forAccounts("404 api_key_not_found"),
  "GET /v1/admin/accounts": forAdmins,
  "PUT /v1/admin/accounts/{accountId}/role": forAdmins,
  "GET /v1/admin/audit": forAdmins,
  "POST /v1/accounts": all("409 email_taken"),
  "POST /v1/accounts/admin": all("410 link_spent"),
  "POST /v1/sessions": all("401 wrong_credentials"),
  "POST /v1/password-resets": accepted,
  "POST /v1/password-resets/spend": all("410 link_spent"),
  "POST /v1/email-confirmations": accepted,
  "POST /v1/email-confirmations/spend": all("410 link_spent"),
  "POST /v1/coaches": forAccounts("201"),
  "GET /v1/coaches": open,
  "DELETE /v1/coaches/{invitationId}": hidden("invitation"),
  "GET /v1/coach/invitations": ofCoaches,
  "POST /v1/coach/invitations/{invitationId}/accept": ofCoaches,
  "DELETE /v1/coach/invitations/{invitationId}": ofCoaches,
  "GET /v1/coach/athletes/{athleteId}/plans": notCoached,
  "GET /v1/coach/athletes/{athleteId}/plans/{planId}": notCoached,
  "GET /v1/coach/athletes/{athleteId}/calendar": notCoached,
  "GET /v1/jobs": open,
  "GET /v1/jobs/{jobId}": hidden("job"),
  "DELETE /v1/jobs/{jobId}": hidden("job"),
  "GET /v1/jobs/{jobId}/events": hidden("job"),
  "POST /v1/me/exports": forTheKnown("202"),
  "GET /v1/jobs/{jobId}/file": hidden("job"),
  "GET /v1/admin/dead-letters": forAdmins,
  "POST /v1/admin/dead-letters/{letterId}/replay": forAdmins,
  "GET /v1/me": open,
  "GET /v1/me/export": forTheKnown("200"),
  "GET /v1/me/features": open,
  "POST /ofrep/v1/evaluate/flags/{key}": open,
  "POST /ofrep/v1/evaluate/flags": open,
  "GET /v1/admin/flags": forAdmins,
  "PUT /v1/admin/flags/{key}": forAdmins,
  "POST /v1/admin/athletes/{athleteId}/grants": forAdmins,
  "POST /v1/admin/athletes/{athleteId}/grants/{grantId}/revoke": forAdmins,
  "GET /v1/admin/configuration/versions": ofCoaches,
  "POST /v1/admin/configuration/versions": ofCoaches,
  "POST /v1/admin/configuration/versions/{configurationId}/drop": ofCoaches,
  "GET /v1/admin/configuration/versions/{configurationId}/export": ofCoaches,
  "GET /v1/admin/configuration/versions/{configurationId}/diff": ofCoaches,
  "PUT /v1/admin/configuration/versions/{configurationId}/text": ofCoaches,
  "PUT /v1/admin/configuration/versions/{configurationId}/rows/{table}/{rowId}": ofCoaches,
  "POST /v1/admin/configuration/versions/{configurationId}/check": ofCoaches,
  "GET /v1/admin/configuration/versions/{configurationId}/check": ofCoaches,
  "POST /v1/admin/configuration/versions/{configurationId}/publish": forAdmins,
  "GET /v1/admin/plugins": ofCoaches,
  "POST /v1/admin/plugins": ofCoaches,
  "PUT /v1/admin/plugins/{pluginId}": forAdmins,
  "GET /v1/admin/paywall": forAdmins,
  "PUT /v1/admin/paywall": forAdmins,
  // Nothing is sold here, so that there is nothing to try.
  "POST /v1/me/trial": forAccounts("409 no_trial"),
  "DELETE /v1/me": forTheKnown("200"),
  "DELETE /v1/sessions/current": open,
};
