import type { FastifyDynamicSwaggerOptions, SwaggerTransform } from "@fastify/swagger";
import { Problem, PROBLEMS } from "@strideiq/contracts";
import { jsonSchemaTransform } from "fastify-type-provider-zod";
import { z } from "zod";

const IDEMPOTENCY_KEY = {
  type: "string",
  pattern: "^[\\x21-\\x7e]{1,200}$",
  description:
    "A key of your own for this request. Sent again with the same key it is done once and answered the same way, for 24 hours. It counts from when you are known here: by cookie or key.",
};
const IF_MATCH = {
  type: "string",
  description: "The ETag of the state that the change was made for. Another state is answered with 412.",
};

/** Adds what is dealt with for all routes alike: two headers, a name, and the problems that anything can meet. */
const describeRoute: SwaggerTransform = (request) => {
  const { schema, url } = jsonSchemaTransform(request);
  if (request.schema.hide === true || !isRecord(schema.response)) return { schema, url };
  const method = String(request.route.method);
  const isKept = method === "POST" && request.route.config?.keepsAnswer !== false;
  const properties = {
    ...(isKept ? { "idempotency-key": IDEMPOTENCY_KEY } : {}),
    ...("412" in schema.response ? { "if-match": IF_MATCH } : {}),
  };
  const described = {
    ...schema,
    operationId: operationIdOf(method, url),
    response: { ...describeProblems(schema.response), default: ANY_PROBLEM },
  };
  if (Object.keys(properties).length === 0) return { schema: described, url };
  return { schema: { ...described, headers: { type: "object", properties } }, url };
};

/** `GET /v1/plans/:planId/changes` is `getPlansPlanIdChanges`. */
const operationIdOf = (method: string, url: string): string =>
  `${method.toLowerCase()}${url
    .replace(/^\/v1/, "")
    .split(/[^A-Za-z0-9]+/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join("")}`;

const codesOf = (status: number): readonly string[] =>
  Object.entries(PROBLEMS).flatMap(([code, problem]) => (problem.status === status ? [code] : []));

/** A problem's schema names the codes that it can have with this status. */
function describeProblems(response: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(response).map(([status, body]) =>
      Number(status) < 400 ? [status, body] : [status, problemSchema(codesOf(Number(status)))],
    ),
  );
}

const PROBLEM_SCHEMA = z.toJSONSchema(Problem, { io: "input" });

function problemSchema(codes: readonly string[]): Readonly<Record<string, unknown>> {
  const { $schema: _, ...schema } = PROBLEM_SCHEMA;
  return {
    ...schema,
    description: codes.join(", "),
    properties: { ...schema.properties, code: { type: "string", enum: [...codes] } },
  };
}

const ANY_PROBLEM = {
  ...problemSchema(Object.keys(PROBLEMS)),
  description: "What any request can run into.",
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** How the OpenAPI document is made from the routes. */
export const openApi: FastifyDynamicSwaggerOptions = {
  openapi: {
    openapi: "3.1.0",
    info: {
      title: "StrideIQ Plans",
      version: "1",
      description:
        "Training plans with a certificate. Distances in metres, times in seconds, days as YYYY-MM-DD. Problems are application/problem+json; `code` says which, `detail` what to do.",
    },
    components: {
      securitySchemes: {
        apiKey: { type: "http", scheme: "bearer", description: "A key from /v1/api-keys." },
        cookie: { type: "apiKey", in: "cookie", name: "strideiq.session_token" },
      },
    },
    security: [{}, { apiKey: [] }, { cookie: [] }],
  },
  transform: describeRoute,
};
