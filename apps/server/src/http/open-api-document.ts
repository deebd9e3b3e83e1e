import type { SwaggerTransformObject } from "@fastify/swagger";
import { Problem, PROBLEM_MEDIA_TYPE, type ProblemCode, PROBLEMS } from "@strideiq/contracts";
import { z } from "zod";

const PROBLEM = { $ref: "#/components/schemas/Problem" } as const;

/** Whatever is listed nowhere would come from what stands between server and client, or from a newer server. */
const ANY_OTHER = {
  description: "Any other problem.",
  content: { [PROBLEM_MEDIA_TYPE]: { schema: PROBLEM } },
};

/**
 * Gives each operation its problems as responses, one for each status with the codes that it can have there, and
 * writes down what the operations refer to.
 */
export const completeDocument: SwaggerTransformObject = (document) => {
  if (!("openapiObject" in document)) return document.swaggerObject;
  const { openapiObject } = document;
  for (const operation of Object.values(openapiObject.paths ?? {}).flatMap(operationsOf)) {
    Object.assign(operation.responses, responsesOf(operation["x-problem-codes"]), { default: ANY_OTHER });
  }
  Object.assign(openapiObject.components?.schemas ?? {}, namedSchemas());
  return openapiObject;
};

/** The problem, and the parts of a plan that have a name. */
function namedSchemas(): Readonly<Record<string, object>> {
  const uri = (name: string): string => `#/components/schemas/${name}`;
  const { schemas } = z.toJSONSchema(z.globalRegistry, { io: "output", uri });
  return Object.fromEntries(
    Object.entries({ ...schemas, Problem: z.toJSONSchema(Problem, { io: "input" }) }).map(
      ([name, { $id: _id, $schema: _schema, ...schema }]) => [name, schema],
    ),
  );
}

interface Operation {
  readonly responses: object;
  readonly "x-problem-codes": readonly ProblemCode[];
}

const operationsOf = (path: object | undefined): readonly Operation[] =>
  Object.values(path ?? {}).filter(
    (value: unknown): value is Operation =>
      typeof value === "object" && value !== null && "x-problem-codes" in value,
  );

const responsesOf = (codes: readonly ProblemCode[]): Readonly<Record<string, object>> =>
  Object.fromEntries(
    [...new Set(codes.map((code) => PROBLEMS[code].status))].map((status) => [
      String(status),
      responseOf(codes.filter((code) => PROBLEMS[code].status === status)),
    ]),
  );

const responseOf = (codes: readonly ProblemCode[]): object => ({
  description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].title}`).join("\n\n"),
  content: {
    [PROBLEM_MEDIA_TYPE]: { schema: { ...PROBLEM, properties: { code: { enum: [...codes] } } } },
  },
});
