import * as contracts from "@strideiq/contracts";
import type { GeneratedFile } from "@strideiq/contracts";
import Fastify, { type RouteOptions } from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import { keepsAnswer, takesIfMatch } from "../../apps/server/src/http/problem-codes.ts";
import { addRoutes, type RouteDeps } from "../../apps/server/src/routes/index.ts";

const FOLDER = "packages/client/src";
const HEAD =
  '// Written by `npm run docs` from the routes of the server.\nimport type * as c from "@strideiq/contracts";';

/** The names under which the contracts export their schemas: a schema is found again by being the same object. */
const names: ReadonlyMap<unknown, string> = new Map(
  Object.entries(contracts).map(([name, value]): readonly [unknown, string] => [value, name]),
);

function nameOf(schema: unknown, operation: string): string {
  const name = names.get(schema);
  if (name === undefined)
    throw new Error(`${operation} has a schema that packages/contracts does not export; export it there.`);
  return name;
}

/** What routes look at while they are being added; all else is for requests, and there are none. */
const DEPS = {
  library: { workouts: [], contraindications: {} },
  standardPlans: [],
  plansPerMinute: 1,
} as unknown as RouteDeps;

async function allRoutes(): Promise<readonly RouteOptions[]> {
  const app = Fastify();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  const routes: RouteOptions[] = [];
  app.addHook("onRoute", (route) => {
    if (route.method !== "HEAD") routes.push(route);
  });
  await addRoutes(app, DEPS);
  await app.ready();
  return routes;
}

interface Operation {
  readonly name: string;
  readonly answer: readonly unknown[] | undefined;
  readonly body: readonly unknown[] | undefined;
  readonly params: readonly unknown[] | undefined;
  readonly query: readonly unknown[] | undefined;
  readonly isConditional: boolean;
  readonly isKept: boolean;
}

/** What comes back as JSON, one or the other; a stream of events is not one answer. */
function answersOf(response: Readonly<Record<string, object>>): readonly object[] | undefined {
  const all = Object.entries(response).flatMap(([status, answer]) =>
    status.startsWith("2") ? [answer] : [],
  );
  // A job in place of the answer is for those who asked for that, and none of our callers does.
  const answers = all.length > 1 ? all.filter((answer) => answer !== contracts.JobAccepted) : all;
  return answers.length === 0 || answers.some((answer) => "content" in answer) ? undefined : answers;
}

const oneOf = (schema: unknown): readonly unknown[] | undefined =>
  schema === undefined ? undefined : [schema];

function operationOf(route: RouteOptions): Operation {
  const { method, url, schema } = route;
  return {
    name: `${String(method)} ${url.replaceAll(/:(\w+)/g, "{$1}")}`,
    answer: answersOf((schema?.response ?? {}) as Readonly<Record<string, object>>),
    body: oneOf(schema?.body),
    params: oneOf(schema?.params),
    query: oneOf(schema?.querystring),
    isConditional: takesIfMatch(route),
    isKept: keepsAnswer(route),
  };
}

const interfaceOf = (
  title: string,
  about: string,
  operations: readonly Operation[],
  part: "answer" | "body" | "params" | "query",
  type: string,
): string => {
  const rows = operations.flatMap(({ name, [part]: schemas = [] }) =>
    schemas.length === 0
      ? []
      : [
          `  readonly "${name}": ${schemas.map((schema) => `${type}<typeof c.${nameOf(schema, name)}>`).join(" | ")};`,
        ],
  );
  return `/** ${about} */\nexport interface ${title} {\n${rows.join("\n")}\n}\n`;
};

const namesOf = (operations: readonly Operation[]): string =>
  operations.map(({ name }) => `  "${name}",`).join("\n");

/** The operations of the API with the types of what goes in and out, read from the routes themselves. */
export async function clientOperations(): Promise<readonly GeneratedFile[]> {
  const operations = (await allRoutes())
    .map(operationOf)
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
  return [
    { path: `${FOLDER}/operations.ts`, text: bodiesText(operations) },
    { path: `${FOLDER}/operation-addresses.ts`, text: addressesText(operations) },
  ];
}

const bodiesText = (operations: readonly Operation[]): string => `${HEAD}
import type { Sent, Told } from "./wire.ts";

${interfaceOf("Answers", "What each operation answers when it goes well.", operations, "answer", "Told")}
${interfaceOf("Bodies", "The body that an operation takes.", operations, "body", "Sent")}`;

const addressesText = (operations: readonly Operation[]): string => `${HEAD}
import type { Written } from "./wire.ts";

${interfaceOf("Paths", "The parts of its address.", operations, "params", "Written")}
${interfaceOf("Queries", "What may follow the address.", operations, "query", "Written")}
/** Changes of something that was read before: they name the state that they were made for. */
export type Conditional =
${operations.flatMap(({ isConditional, name }) => (isConditional ? [`  | "${name}"`] : [])).join("\n")};

/** What is done once, however often it is sent with the same key. */
export const KEPT: readonly string[] = [
${namesOf(operations.filter(({ isKept }) => isKept))}
];
`;
