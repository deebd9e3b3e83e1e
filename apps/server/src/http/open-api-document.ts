import type { SwaggerTransformObject } from "@fastify/swagger";
import { Problem, PROBLEM_MEDIA_TYPE, problemOf, type ProblemCode, PROBLEMS } from "@strideiq/contracts";
import { z } from "zod";
import { type ExampleSchema, exampleOf, type NamedSchemas } from "./open-api-examples.ts";
import { headersOf } from "./open-api-headers.ts";

const PROBLEM = { $ref: "#/components/schemas/Problem" } as const;

/** Whatever is listed nowhere would come from what stands between server and client, or from a newer server. */
const ANY_OTHER = {
  description: "Any other problem.",
  content: { [PROBLEM_MEDIA_TYPE]: { schema: PROBLEM } },
};

/**
 * Gives each operation its problems as responses, one for each status with the codes that it can have there, and
 * each answer an example, and writes down what the operations refer to.
 */
export const completeDocument: SwaggerTransformObject = (document) => {
  if (!("openapiObject" in document)) return document.swaggerObject;
  const { openapiObject } = document;
  const schemas = namedSchemas();
  const named: NamedSchemas = Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [`#/components/schemas/${name}`, schema]),
  );
  for (const [path, methods] of Object.entries(openapiObject.paths ?? {}))
    for (const [method, operation] of operationsOf(methods)) {
      addExamples(operation, named);
      Object.assign(operation.responses, responsesOf(operation["x-problem-codes"]), {
        default: { ...ANY_OTHER },
      });
      addHeaders(`${method} ${path}`, operation);
    }
  Object.assign(openapiObject.components?.schemas ?? {}, schemas);
  return openapiObject;
};

function addHeaders(name: string, { responses, "x-problem-codes": codes }: Operation): void {
  const isKept = codes.includes("idempotency_key_reused");
  for (const [status, response] of Object.entries(responses))
    Object.assign(response, { headers: headersOf(name, status, { isKept }) });
}

function addExamples({ responses }: Operation, named: NamedSchemas): void {
  for (const { content } of Object.values(responses)) {
    const answer = content?.["application/json"];
    if (answer?.schema !== undefined) Object.assign(answer, { example: exampleOf(answer.schema, named) });
  }
}

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
  readonly responses: Readonly<Record<string, Response>>;
  readonly "x-problem-codes": readonly ProblemCode[];
}

interface Response {
  readonly content?: Readonly<Record<string, { readonly schema?: ExampleSchema }>>;
}

const operationsOf = (path: object | undefined): readonly (readonly [string, Operation])[] =>
  Object.entries(path ?? {}).filter(
    (entry: readonly [string, unknown]): entry is [string, Operation] =>
      typeof entry[1] === "object" && entry[1] !== null && "x-problem-codes" in entry[1],
  );

const responsesOf = (codes: readonly ProblemCode[]): Readonly<Record<string, object>> =>
  Object.fromEntries(
    [...new Set(codes.map((code) => PROBLEMS[code].status))].map((status) => [
      String(status),
      responseOf(codes.filter((code) => PROBLEMS[code].status === status)),
    ]),
  );

const exampleOfProblem = ([code]: readonly ProblemCode[]) =>
  code === undefined ? {} : { example: problemOf(code) };

const responseOf = (codes: readonly ProblemCode[]): object => ({
  description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].title}`).join("\n\n"),
  content: {
    [PROBLEM_MEDIA_TYPE]: {
      schema: { ...PROBLEM, properties: { code: { enum: [...codes] } } },
      ...exampleOfProblem(codes),
    },
  },
});
