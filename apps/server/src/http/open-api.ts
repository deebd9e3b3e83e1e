import type { FastifyDynamicSwaggerOptions, SwaggerTransform } from "@fastify/swagger";
import type { ProblemCode } from "@strideiq/contracts";
import { jsonSchemaTransform } from "fastify-type-provider-zod";
import { SECURITY_SCHEMES, securityOf, TAGS } from "./open-api-parts.ts";
import { completeDocument } from "./open-api-document.ts";
import { keepsAnswer, problemCodesOf, takesIfMatch } from "./problem-codes.ts";

const IDEMPOTENCY_KEY = {
  type: "string",
  pattern: "^[\\x21-\\x7e]{1,200}$",
  description:
    "A key of your own for this request. Sent again with the same key it is done once and answered the same way, for 24 hours. It belongs to whoever sends it: an athlete by cookie or key, or the guest that the request makes.",
};
const IF_MATCH = {
  type: "string",
  description: "The ETag of the state that the change was made for. Another state is answered with 412.",
};

const IF_NONE_MATCH = {
  type: "string",
  description:
    "ETags that are known already, or `*` for any: read, such a state is answered with 304, told, with 412.",
};
const LAST_EVENT_ID = {
  type: "string",
  description: "The id of the last event that was seen: what was seen is not sent again.",
};
const ONLY_FIRST = "PUT /v1/plans/:planId/sessions/:sessionId/completion";
const STREAM = "GET /v1/jobs/:jobId/events";

/** Adds what is dealt with for all routes alike: headers, a name, who may ask, and what can go wrong. */
const describeRoute: SwaggerTransform = (request) => {
  const { schema, url } = jsonSchemaTransform(request);
  if (request.schema.hide === true) return { schema, url };
  const { route } = request;
  const name = `${String(route.method)} ${route.url}`;
  const properties = {
    ...(keepsAnswer(route) ? { "idempotency-key": IDEMPOTENCY_KEY } : {}),
    ...(takesIfMatch(route) ? { "if-match": IF_MATCH } : {}),
    ...(name === ONLY_FIRST || knowsCopies(request.schema) ? { "if-none-match": IF_NONE_MATCH } : {}),
    ...(name === STREAM ? { "last-event-id": LAST_EVENT_ID } : {}),
  };
  const codes: readonly ProblemCode[] = problemCodesOf(route);
  const repeat = route.config?.repeat;
  const described = {
    ...schema,
    ...(repeat === undefined ? {} : { "x-repeat": repeat, description: withRepeat(request.schema, repeat) }),
    operationId: operationIdOf(String(route.method), url),
    security: securityOf(route, codes),
    "x-problem-codes": codes,
  };
  if (Object.keys(properties).length === 0) return { schema: described, url };
  return { schema: { ...described, headers: { type: "object", properties } }, url };
};

const knowsCopies = ({ response }: { readonly response?: unknown }): boolean =>
  typeof response === "object" && response !== null && "304" in response;

const withRepeat = ({ description = "" }: { readonly description?: string }, repeat: string): string =>
  `${description} ${repeat}`.trim();

/** `GET /v1/plans/:planId/changes` is `getPlansPlanIdChanges`. */
const operationIdOf = (method: string, url: string): string =>
  `${method.toLowerCase()}${url
    .replace(/^\/v1/, "")
    .split(/[^A-Za-z0-9]+/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join("")}`;

/** How the OpenAPI document is made from the routes. */
export const openApi: FastifyDynamicSwaggerOptions = {
  openapi: {
    openapi: "3.1.0",
    info: {
      title: "StrideIQ Plans",
      version: "1",
      description:
        "Training plans with a certificate. Distances in metres, times in seconds, days as YYYY-MM-DD. Problems are application/problem+json; `code` says which, `detail` what to do. `x-problem-codes` of an operation lists all that it can answer with.",
    },
    tags: TAGS,
    components: { securitySchemes: SECURITY_SCHEMES },
  },
  transform: describeRoute,
  transformObject: completeDocument,
};
