import fc from "fast-check";

/** As much of an OpenAPI document as the tests read. */
export interface OpenApi {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationDocument>>>>;
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface OperationDocument {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  /** What a request does that is sent again. */
  readonly "x-repeat"?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly "x-problem-codes"?: readonly string[];
  readonly parameters?: readonly {
    readonly in: string;
    readonly name: string;
    readonly required?: boolean;
    readonly schema: JsonSchema;
  }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: JsonSchema; readonly example?: unknown }>>;
  };
  readonly responses: Readonly<
    Record<
      string,
      {
        readonly description?: string;
        readonly headers?: Readonly<Record<string, unknown>>;
        readonly content?: Readonly<
          Record<string, { readonly schema: JsonSchema; readonly example?: unknown }>
        >;
      }
    >
  >;
}

export interface JsonSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema | boolean;
  readonly prefixItems?: readonly JsonSchema[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly default?: unknown;
}

export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly document: OperationDocument;
}

export const operationsOf = ({ paths }: OpenApi): readonly Operation[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, document]) => ({ path, method: method.toUpperCase(), document })),
  );

export const bodySchemaOf = ({ document }: Operation): JsonSchema | undefined =>
  document.requestBody?.content["application/json"]?.schema;

/** The operation that a request is for; undefined where there is none. */
export function operationAt(document: OpenApi, method: string, path: string): Operation | undefined {
  const parts = path.split("?")[0]?.split("/") ?? [];
  const fits = (template: string): boolean => {
    const wanted = template.split("/");
    return (
      wanted.length === parts.length && wanted.every((part, at) => part === parts[at] || part.startsWith("{"))
    );
  };
  const found = operationsOf(document).filter((one) => one.method === method && fits(one.path));
  // An address that is written out goes before one with a gap in it.
  return found.find((one) => !one.path.includes("{")) ?? found[0];
}

/** What people send who mean no good, or whose program is broken. */
export const HOSTILE: readonly unknown[] = [
  "'; drop table athletes; --",
  "<script>alert(1)</script>",
  "../../../../etc/passwd",
  "\u202Egnp.exe",
  "\u0000",
  "\ud800",
  "x".repeat(20_000),
  "__proto__",
  "",
  " ",
  -1,
  1e308,
  0.1,
  Number.MAX_SAFE_INTEGER,
  null,
  true,
  [],
  {},
  [[[[[[]]]]]],
  { constructor: { prototype: { admin: true } } },
];

export const hostile: fc.Arbitrary<unknown> = fc.constantFrom(...HOSTILE);

/** Values that a schema takes, as far as it says; now and then one that it does not. */
export function valuesOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 30, arbitrary: rightValues(schema) }, { weight: 1, arbitrary: hostile });
}

function rightValues(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const ways = schema.anyOf ?? schema.oneOf;
  if (ways !== undefined) return fc.oneof(...ways.map(valuesOf));
  switch (schema.type) {
    case "object":
      return objects(schema);
    case "array":
      return arrays(schema);
    case "integer":
      return fc.integer({
        min: Math.max(schema.minimum ?? -10, -1e9),
        max: Math.min(schema.maximum ?? 100, 1e6),
      });
    case "number":
      return fc.integer({
        min: Math.max(schema.minimum ?? -10, -1e9),
        max: Math.min(schema.maximum ?? 90_000, 1e6),
      });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "string":
      return strings(schema);
    default:
      return fc.constantFrom("text", 7, true);
  }
}

function objects({ properties = {}, required = [] }: JsonSchema): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, inner]) => [name, valuesOf(inner)]),
  );
  const requiredKeys = Object.keys(fields).filter((name) => required.includes(name));
  return fc.record(fields, { requiredKeys });
}

function arrays({ items, prefixItems, minItems = 0, maxItems = 4 }: JsonSchema): fc.Arbitrary<unknown> {
  if (prefixItems !== undefined) return fc.tuple(...prefixItems.map(valuesOf));
  const inner = typeof items === "object" ? valuesOf(items) : fc.constant(1);
  return fc.array(inner, { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, 4)) });
}

function strings({ format, pattern, minLength = 0, maxLength = 60 }: JsonSchema): fc.Arbitrary<unknown> {
  if (format === "date") return fc.constantFrom("2026-12-20", "2027-04-18", "2027-02-30", "2026-11-23");
  if (format === "date-time") return fc.constantFrom("2030-01-01T00:00:00Z", "2020-01-01T00:00:00Z", "now");
  if (format === "uuid") return fc.uuid();
  if (format === "email") return fc.constantFrom("fuzz@example.org", "nowhere", "a@b");
  if (pattern !== undefined) return fc.constantFrom("s001", "easy-run", "marathon-18-weeks-mid", "12");
  return fc.string({
    minLength: Math.min(minLength, 60),
    maxLength: Math.max(minLength, Math.min(maxLength, 60)),
  });
}
