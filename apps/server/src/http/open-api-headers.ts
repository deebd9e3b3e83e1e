interface Header {
  readonly description: string;
  readonly schema: { readonly type: "string" | "integer" };
}

const text = (description: string): Header => ({ description, schema: { type: "string" } });
const count = (description: string): Header => ({ description, schema: { type: "integer" } });

const ANYWHERE = {
  "X-Request-Id": text("Names the request in our logs: the one that was sent, or a new one."),
  "X-RateLimit-Limit": count("Requests of a minute, from one address."),
  "X-RateLimit-Remaining": count("How many of them are left."),
  "X-RateLimit-Reset": count("Seconds until there are all of them again."),
};
const RETRY_AFTER = { "Retry-After": count("Seconds to wait before the request is sent again.") };
const REPLAYED = {
  "Idempotent-Replayed": text("`true` where the answer is that of an earlier request with the same key."),
};
const ETAG = { ETag: text("The state that was read or made: for If-Match and If-None-Match.") };
const LOCATION = { Location: text("The address of what was made, or of the job that makes it.") };
const PREFERENCE = { "Preference-Applied": text("`respond-async`: it is done in the background.") };

/** What is said of a state, and of the address of what was made, by operation and status. */
const OF_OPERATION: Readonly<Record<string, Readonly<Record<string, Header>>>> = {
  "get /v1/plans/{planId} 200": ETAG,
  "get /v1/plans/{planId} 304": ETAG,
  "get /v1/coach/athletes/{athleteId}/plans/{planId} 200": ETAG,
  "get /v1/coach/athletes/{athleteId}/plans/{planId} 304": ETAG,
  "post /v1/plans 202": LOCATION,
  "post /v1/standard-plans/{standardPlanId}/place 202": LOCATION,
  "post /v1/plans/{planId}/changes 200": ETAG,
  "post /v1/plans/{planId}/changes 202": { ...LOCATION, ...PREFERENCE },
  "post /v1/plans/{planId}/changes/what-if 200": ETAG,
  "post /v1/plans/{planId}/changes/{changeId}/undo 200": ETAG,
  "post /v1/plans/{planId}/regenerate 200": ETAG,
  "post /v1/plans/{planId}/restore 200": ETAG,
  "put /v1/plans/{planId}/sessions/{sessionId}/option 200": ETAG,
  "get /v1/plans/{planId}/sessions/{sessionId}/completion 200": ETAG,
  "put /v1/plans/{planId}/sessions/{sessionId}/completion 200": ETAG,
  "get /v1/goals/{goalId} 200": ETAG,
  "put /v1/goals/{goalId} 200": ETAG,
  "post /v1/goals 201": { ...ETAG, ...LOCATION },
  "post /v1/activities 201": LOCATION,
  "post /v1/imports 201": LOCATION,
  "post /v1/imports/{importId}/start 202": LOCATION,
  "post /v1/me/exports 202": LOCATION,
  "post /ofrep/v1/evaluate/flags 200": ETAG,
  "post /ofrep/v1/evaluate/flags 304": ETAG,
};

export const HEADED = Object.keys(OF_OPERATION);

/** The headers that an answer of an operation can have, beside those that every answer of HTTP has. */
export const headersOf = (
  operation: string,
  status: string,
  { isKept }: { readonly isKept: boolean },
): Readonly<Record<string, Header>> => ({
  ...ANYWHERE,
  ...(WAITS.has(status) ? RETRY_AFTER : {}),
  ...(isKept ? REPLAYED : {}),
  ...OF_OPERATION[`${operation} ${status}`],
});

/** Under way already, too many, or not ready. */
const WAITS = new Set(["409", "429", "503"]);
