import type { ProblemCode } from "@strideiq/contracts";
import type { RouteOptions } from "fastify";
import { isApiUrl } from "./api-url.ts";
import { isGated } from "./gate.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** What the route itself may answer with, beside what its guards and its schemas do. */
    readonly problems?: readonly ProblemCode[];
  }
}

type Route = Pick<RouteOptions, "method" | "url" | "schema" | "config">;

/** Before anything is known of the route, and when something breaks. */
const ANYWHERE = [
  "foreign_host",
  "foreign_origin",
  "bad_request",
  "not_found",
  "method_not_allowed",
  "headers_too_large",
  "internal",
] as const;
const WITH_A_BODY = [
  "malformed_json",
  "body_too_large",
  "unsupported_media_type",
  "invalid_request",
] as const;
const WITH_A_KEY_TO_RETRY = ["bad_idempotency_key", "idempotency_key_reused", "request_under_way"] as const;

/** Every problem that an operation can answer with: its own, and those of the guards that stand before it. */
export function problemCodesOf({ method, url, schema, config = {} }: Route): readonly ProblemCode[] {
  const codes: readonly ProblemCode[] = [
    ...(config.problems ?? []),
    ...(schema?.querystring === undefined ? [] : (["invalid_request"] as const)),
    // A body is read, and judged, wherever one may come, whether it is asked for or not.
    ...(method === "GET" ? [] : WITH_A_BODY),
    ...(keepsAnswer({ method, config }) ? WITH_A_KEY_TO_RETRY : []),
    ...(isGated(`${String(method)} ${url}`) ? (["feature_off", "needs_product"] as const) : []),
    ...(isApiUrl(url) ? guardsOf(config) : []),
    ...ANYWHERE,
  ];
  return [...new Set(codes)];
}

const guardsOf = ({ personOnly }: NonNullable<Route["config"]>): readonly ProblemCode[] => [
  "bad_api_key",
  // Everywhere: somebody can be deleted while what they asked for is being written.
  "session_ended",
  personOnly === true ? "person_only" : "scope_missing",
  "too_many_requests",
  "not_ready",
];

/** Whether a request may be sent again with the same Idempotency-Key. */
export const keepsAnswer = ({ method, config }: Pick<Route, "method" | "config">): boolean =>
  method === "POST" && (config?.keepsAnswer !== false || config.ownRetries === true);

/** Whether a change names the state that it was made for in If-Match: those are answered with 412 for another one. */
export const takesIfMatch = ({ config }: Pick<Route, "config">): boolean =>
  config?.problems?.some((code) => code === "plan_changed" || code === "changed_meanwhile") === true;
