import type { FieldError } from "@strideiq/contracts";
import type { PlanRequest, RequestProblem, Units } from "@strideiq/engine";
import { explainRequestProblem, explainSize } from "@strideiq/wording";
import type { FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";

/** What a schema found, in the same words as what the engine finds; undefined for other errors. */
export function fieldErrorsOf(error: unknown, request: FastifyRequest): readonly FieldError[] | undefined {
  if (!hasZodFastifySchemaValidationErrors(error)) return undefined;
  const sent = error.validationContext === "body" ? request.body : request.query;
  return error.validation.flatMap((issue) => explainIssue(issue, sent));
}

interface Issue {
  readonly keyword: string;
  readonly instancePath: string;
  readonly message?: string | undefined;
  readonly params: Readonly<Record<string, unknown>>;
}

function explainIssue(
  { keyword, instancePath, message, params }: Issue,
  sent: unknown,
): readonly FieldError[] {
  const path = instancePath.split("/").filter((part) => part !== "");
  if (keyword === "unrecognized_keys") return unknownKeys(path, params["keys"]);
  const field = path.join(".");
  if (field === "") return [{ field, message: missing("") }];
  const value = valueAt(sent, path);
  if (value === undefined) return [{ field, message: missing(field) }];
  const [first = ""] = path;
  if (!isRequestField(first)) {
    const said = explainSize(path.at(-1) ?? field, params) ?? message;
    return [{ field, message: said ?? "This value is not right." }];
  }
  const problem: RequestProblem = {
    field: first,
    problem: problemFor(first, keyword),
    value: sayable(value),
  };
  return [{ ...explainRequestProblem(problem, unitsOf(sent)), field }];
}

const unknownKeys = (path: readonly string[], keys: unknown): readonly FieldError[] =>
  (Array.isArray(keys) ? keys : []).map((key) => ({
    field: [...path, String(key)].join("."),
    message: "This field is not known. Check its spelling, or leave it out.",
  }));

const missing = (field: string): string =>
  field === "" ? "The request needs a body: one JSON object." : `The field ${field} is missing.`;

const REQUEST_FIELDS: Readonly<Record<Exclude<keyof PlanRequest, "today">, RequestProblem["problem"]>> = {
  distance: "unknown_value",
  raceDate: "not_a_date",
  weekStart: "unknown_value",
  timeZone: "unknown_value",
  units: "unknown_value",
  daysPerWeek: "not_a_number",
  unavailable: "unknown_value",
  longRunDay: "unknown_value",
  dayLimits: "unknown_value",
  weeklyMetres: "not_a_number",
  longestMetres: "not_a_number",
  result: "not_a_number",
  age: "not_a_number",
  history: "not_a_number",
  tier: "unknown_value",
  weeks: "not_a_number",
  easyOnly: "unknown_value",
};

const isRequestField = (field: string): field is keyof typeof REQUEST_FIELDS =>
  Object.hasOwn(REQUEST_FIELDS, field);

const problemFor = (field: keyof typeof REQUEST_FIELDS, keyword: string): RequestProblem["problem"] =>
  keyword === "too_big" || keyword === "too_small" ? "out_of_range" : REQUEST_FIELDS[field];

function valueAt(sent: unknown, path: readonly string[]): unknown {
  let value = sent;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

const VALUE_LENGTH_MAX = 60;

/** The value as it may stand in a sentence; a long one is cut, an object is left out. */
function sayable(value: unknown): string | number | null {
  if (typeof value === "number") return value;
  if (typeof value === "string") return value.slice(0, VALUE_LENGTH_MAX);
  return typeof value === "boolean" ? String(value) : null;
}

const unitsOf = (sent: unknown): Units => (valueAt(sent, ["units"]) === "mi" ? "mi" : "km");
