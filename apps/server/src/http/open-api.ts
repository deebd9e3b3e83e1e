import type { FastifyDynamicSwaggerOptions, SwaggerTransform } from "@fastify/swagger";
import { jsonSchemaTransform } from "fastify-type-provider-zod";

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

/** Adds the headers that are dealt with for all routes alike. */
const withHeaders: SwaggerTransform = (request) => {
  const { schema, url } = jsonSchemaTransform(request);
  const { config } = request.route;
  const isKept = request.route.method === "POST" && config?.keepsAnswer !== false;
  const takesTag = isRecord(schema.response) && "412" in schema.response;
  const properties = {
    ...(isKept ? { "idempotency-key": IDEMPOTENCY_KEY } : {}),
    ...(takesTag ? { "if-match": IF_MATCH } : {}),
  };
  if (Object.keys(properties).length === 0) return { schema, url };
  return { schema: { ...schema, headers: { type: "object", properties } }, url };
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
        "Training plans with a certificate. Distances in metres, times in seconds, days as YYYY-MM-DD.",
    },
  },
  transform: withHeaders,
};
