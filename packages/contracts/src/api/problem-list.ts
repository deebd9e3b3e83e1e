import { ACCOUNT_PROBLEMS } from "./account-problems.ts";
import { RULE_PROBLEMS } from "./rule-problems.ts";
import type { ProblemDefinition } from "./problem-definition.ts";

/** What a client can run into, each with its HTTP status, its name in one sentence and the cure. */
export const PROBLEMS = {
  malformed_json: {
    status: 400,
    title: "The body is not JSON.",
    cure: "Send one JSON object, in UTF-8.",
  },
  invalid_request: {
    status: 422,
    title: "Some fields make no sense.",
    cure: "Correct the fields named in `errors` and send it again.",
  },
  plan_not_found: {
    status: 404,
    title: "There is no such plan.",
    cure: "Check the id: it stands in the answer to the request for the plan.",
  },
  plan_generating: {
    status: 409,
    title: "This plan is still being made.",
    cure: "Wait until it is ready, and ask again.",
  },
  plan_not_made: {
    status: 409,
    title: "This plan was never made.",
    cure: "It was cancelled, refused, or failed: read at /v1/plans/{planId} which, and ask for another one.",
  },
  version_not_found: {
    status: 404,
    title: "This plan has no such version.",
    cure: "Its versions are listed at /v1/plans/{planId}/versions.",
  },
  change_not_found: {
    status: 404,
    title: "This plan has no such change.",
    cure: "Its changes are listed at /v1/plans/{planId}/changes.",
  },
  session_not_found: {
    status: 404,
    title: "This plan has no such session.",
    cure: "The ids of its sessions stand in the plan. A change may have dropped it: read the plan again.",
  },
  no_such_option: {
    status: 409,
    title: "This session can be run in one way only.",
    cure: "Choose between options where the plan offers an option B.",
  },
  session_past: {
    status: 409,
    title: "This session is past.",
    cure: "Only what lies ahead can be chosen. How it was run is told at /v1/plans/{planId}/sessions/{sessionId}/completion.",
  },
  session_done: {
    status: 409,
    title: "This session was run already.",
    cure: "Move what lies ahead. If it was not run, take back at /v1/plans/{planId}/sessions/{sessionId}/completion what was told of it.",
  },
  change_undone: {
    status: 409,
    title: "This change was undone already.",
    cure: "Nothing is left to do.",
  },
  change_not_latest: {
    status: 409,
    title: "Later changes build on this one.",
    cure: "Undo those first, or restore the version from before it.",
  },
  plan_changed: {
    status: 412,
    title: "The plan has changed since you read it.",
    cure: "Read it again, look at what is new, and send your change with the new revision.",
  },
  job_not_found: {
    status: 404,
    title: "There is no such job.",
    cure: "Your jobs are listed at /v1/jobs. Finished ones are forgotten after some weeks.",
  },
  job_finished: {
    status: 409,
    title: "The job has come to its end already.",
    cure: "Read it again: its status says how it ended.",
  },
  file_not_there: {
    status: 409,
    title: "There is no file of this job.",
    cure: "An export has one when it is done, and for a week. Ask for another.",
  },
  letter_not_found: {
    status: 404,
    title: "There is no such dead letter.",
    cure: "They are listed at /v1/admin/dead-letters. This one may have been put back already.",
  },
  admin_only: {
    status: 403,
    title: "This is for administrators.",
    cure: "Sign in as one.",
  },
  change_refused: {
    status: 409,
    title: "No plan within the laws has this change.",
    cure: "Read in `errors` why, and what can be done instead; the what-if shows the nearest change that can.",
  },
  plan_begun: {
    status: 409,
    title: "This plan has begun.",
    cure: "Change what lies ahead, or ask for a new plan.",
  },
  plan_refused: {
    status: 409,
    title: "The rules of today make no plan of this wish.",
    cure: "Keep the plan as it is, or ask for another one.",
  },
  standard_plan_not_found: {
    status: 404,
    title: "There is no such standard plan.",
    cure: "They are listed at /v1/standard-plans.",
  },
  workout_not_found: {
    status: 404,
    title: "There is no such workout.",
    cure: "They are listed at /v1/workouts.",
  },
  goal_not_found: {
    status: 404,
    title: "There is no such goal.",
    cure: "Yours are listed at /v1/goals.",
  },
  completion_not_found: {
    status: 404,
    title: "Nothing was told of this session.",
    cure: "What was told is listed at /v1/plans/{planId}/completions.",
  },
  consent_not_found: {
    status: 404,
    title: "There is no such consent.",
    cure: "Yours are listed at /v1/consents.",
  },
  consent_needed: {
    status: 409,
    title: "Answers about health need your consent.",
    cure: "Give it at /v1/consents, to the newest text, or leave these answers out. A plan becomes just as easy when `caution` is told in place of illness, pain or a warning sign, and a pause needs no reason.",
  },
  changed_meanwhile: {
    status: 412,
    title: "This has changed since you read it.",
    cure: "Read it again and send your change with the new ETag.",
  },
  api_key_not_found: {
    status: 404,
    title: "There is no such key.",
    cure: "Yours are listed at /v1/api-keys.",
  },
  bad_api_key: {
    status: 401,
    title: "This key opens nothing.",
    cure: "Send it as `Authorization: Bearer <key>`; if it was revoked or has run out, make another.",
  },
  scope_missing: {
    status: 403,
    title: "This key is not for that.",
    cure: "Make a key with the scope that this needs: read to look, write to change.",
  },
  person_only: {
    status: 403,
    title: "This is for people, not for programs with a key.",
    cure: "Sign in and do it by hand.",
  },
  coach_only: {
    status: 403,
    title: "This is for coaches.",
    cure: "An administrator of the server can give your account the role of a coach.",
  },
  invited_already: {
    status: 409,
    title: "This coach has been invited already.",
    cure: "Your invitations are listed at /v1/coaches. End the one that stands before you send another.",
  },
  invitation_not_found: {
    status: 404,
    title: "There is no such invitation.",
    cure: "Yours are listed at /v1/coaches, those to you as a coach at /v1/coach/invitations.",
  },
  not_coached: {
    status: 404,
    title: "Nobody whom you coach has this.",
    cure: "Those who invited you are listed at /v1/coach/invitations. Their plans are listed with each.",
  },
  headers_too_large: {
    status: 431,
    title: "These are more headers than are read.",
    cure: "Send less than 16 kB of them, cookies included.",
  },
  not_found: {
    status: 404,
    title: "There is nothing at this address.",
    cure: "The addresses of this API are listed in /openapi.json.",
  },
  method_not_allowed: {
    status: 405,
    title: "This address does not answer to this method.",
    cure: "The header Allow names those that it answers to.",
  },
  import_not_found: {
    status: 404,
    title: "There is no such import.",
    cure: "Look at /v1/imports for yours.",
  },
  import_started: {
    status: 409,
    title: "This import has begun to be read.",
    cure: "Open another one for further files.",
  },
  file_too_large: {
    status: 413,
    title: "The file is too large.",
    cure: "One file, or one zip, may have up to 2 GB. Send an archive without its photos, or in parts.",
  },
  activity_not_found: {
    status: 404,
    title: "There is no such activity.",
    cure: "Look at /v1/activities for yours.",
  },
  body_too_large: {
    status: 413,
    title: "The body is too large.",
    cure: "A wish needs a few hundred bytes; at most 64 KiB are read.",
  },
  unsupported_media_type: {
    status: 415,
    title: "The body is of a kind that is not read here.",
    cure: "Send JSON, with the header content-type: application/json.",
  },
  foreign_host: {
    status: 421,
    title: "This server does not answer to that host name.",
    cure: "Open it under the address it printed at its start, or name the host in ALLOWED_HOSTS.",
  },
  foreign_origin: {
    status: 403,
    title: "Another website may not use this server.",
    cure: "Use the page that this server itself hands out, or list the website in ALLOWED_ORIGINS.",
  },
  too_many_requests: {
    status: 429,
    title: "These were too many requests in too short a time.",
    cure: "Wait as many seconds as the header Retry-After says, and send it again.",
  },
  bad_idempotency_key: {
    status: 400,
    title: "The Idempotency-Key is none.",
    cure: "Send 1 to 200 visible ASCII characters without spaces, such as a UUID.",
  },
  idempotency_key_reused: {
    status: 422,
    title: "This Idempotency-Key was given to another request.",
    cure: "Send a new key with each new request, and the same key only with the same request.",
  },
  request_under_way: {
    status: 409,
    title: "This very request is being worked on.",
    cure: "Wait a second and send it again with the same Idempotency-Key.",
  },
  bad_request: {
    status: 400,
    title: "The request could not be read.",
    cure: "Check its address and its headers.",
  },
  internal: {
    status: 500,
    title: "Something broke on our side.",
    cure: "Nothing was stored half. Try again; if it happens again, report it with the time it happened.",
  },
  not_ready: {
    status: 503,
    title: "The server is not ready yet.",
    cure: "Try again in a few seconds.",
  },
  ...ACCOUNT_PROBLEMS,
  ...RULE_PROBLEMS,
} as const satisfies Readonly<Record<string, ProblemDefinition>>;
