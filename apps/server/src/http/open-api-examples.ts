/** As much of a JSON schema as an example needs. */
export interface ExampleSchema {
  readonly $ref?: string;
  readonly examples?: readonly unknown[];
  readonly example?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly ExampleSchema[];
  readonly oneOf?: readonly ExampleSchema[];
  readonly type?: string;
  readonly properties?: Readonly<Record<string, ExampleSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: ExampleSchema | boolean;
  readonly items?: ExampleSchema | boolean;
  readonly prefixItems?: readonly ExampleSchema[];
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
}

/** Schemas by the reference that names them. */
export type NamedSchemas = Readonly<Record<string, ExampleSchema>>;

/** What fields of these names usually hold, where a schema says no more than that they are a text or a number. */
const TEXTS: Readonly<Record<string, string>> = {
  action: "password.changed",
  athleteName: "Ada",
  because: "Two hard days stood next to each other",
  effort: "easy",
  email: "ada@example.org",
  engine: "1.0.0",
  feel: "You could talk in whole sentences.",
  field: "raceDate",
  id: "w03d2",
  key: "plan.calendar",
  kind: "move",
  law: "weekly_increase",
  message: "The race is in the past.",
  name: "Ada",
  next: "w03d2",
  prefix: "siq_4f2a",
  problem: "The connection was closed.",
  purpose: "Builds the pace of the race.",
  queue: "athlete-jobs",
  reason: "The rain stopped",
  rulebook: "4f2a9c",
  secret: "siq_4f2a9c1d",
  sessionId: "w03d2",
  source: "Daniels 2014",
  stops: "Pain that changes how you run",
  timeZone: "Europe/Berlin",
  title: "Easy run",
  why: "It rained",
  workout: "easy-run",
};
const FORMATS: Readonly<Record<string, string>> = {
  uuid: "0193b3a0-7c1e-7000-8000-000000000001",
  date: "2027-04-18",
  "date-time": "2026-11-23T07:30:00.000Z",
  email: "ada@example.org",
  uri: "https://plans.example.org/",
};
const NUMBERS: Readonly<Record<string, number>> = {
  age: 38,
  daysPerWeek: 5,
  longestMetres: 16_000,
  metres: 8_000,
  metresAfter: 42_000,
  metresBefore: 40_000,
  seconds: 2_880,
  secondsPerKm: 330,
  weeklyMetres: 42_000,
  weeks: 18,
};

/**
 * An example that the schema accepts: the one that it names, or one put together from its parts. Of several forms
 * it shows the first that is something.
 */
export function exampleOf(schema: ExampleSchema, named: NamedSchemas, field = ""): unknown {
  if (schema.$ref !== undefined) return exampleOf(named[schema.$ref] ?? {}, named, field);
  const told = schema.examples?.[0] ?? schema.example ?? schema.const ?? schema.enum?.[0];
  if (told !== undefined) return told;
  const forms = schema.oneOf ?? schema.anyOf;
  const form = forms?.find(({ type }) => type !== "null");
  if (form !== undefined) return exampleOf(form, named, field);
  switch (schema.type) {
    case "object":
      return objectOf(schema, named);
    case "array":
      return arrayOf(schema, named, field);
    case "string":
      return FORMATS[schema.format ?? ""] ?? TEXTS[field] ?? "text";
    case "integer":
    case "number":
      return numberOf(schema, field);
    case "boolean":
      return false;
    default:
      return null;
  }
}

function objectOf(
  { properties = {}, required = [], additionalProperties }: ExampleSchema,
  named: NamedSchemas,
): Readonly<Record<string, unknown>> {
  const others = typeof additionalProperties === "object" ? additionalProperties : {};
  const keys = [...new Set([...Object.keys(properties), ...required])];
  return Object.fromEntries(keys.map((key) => [key, exampleOf(properties[key] ?? others, named, key)]));
}

function arrayOf({ items, prefixItems }: ExampleSchema, named: NamedSchemas, field: string) {
  if (prefixItems !== undefined) return prefixItems.map((item) => exampleOf(item, named, field));
  return typeof items === "object" ? [exampleOf(items, named, field)] : [];
}

function numberOf({ minimum, maximum, exclusiveMinimum }: ExampleSchema, field: string): number {
  const least = minimum ?? (exclusiveMinimum === undefined ? 0 : exclusiveMinimum + 1);
  const usual = NUMBERS[field] ?? Math.max(least, 1);
  return Math.min(Math.max(usual, least), maximum ?? usual);
}
