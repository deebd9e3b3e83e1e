import { z } from "zod";
import type { ConfigFile, ConfigPath } from "./config-file.ts";
import { pathText } from "./config-file.ts";
import type { ConfigProblem } from "./config-problem.ts";
import { nearestWord } from "./nearest-word.ts";

type Issue = z.core.$ZodIssue;

/** What a schema says against a file, as sentences at their lines. */
export function schemaProblems(
  file: ConfigFile,
  schema: z.ZodType,
  error: z.ZodError,
): readonly ConfigProblem[] {
  const misspelt = error.issues.flatMap((issue) => misspellingsIn(issue, file, schema));
  const meant = new Set(misspelt.map(({ meantPath }) => meantPath));
  const others = error.issues
    .filter(({ code }) => code !== "unrecognized_keys" && code !== "invalid_key")
    // Who has misspelt a key need not hear as well that it is missing.
    .filter((issue) => !(isMissing(file, issue) && meant.has(pathText(pathOf(issue)))));
  return [
    ...misspelt.map(({ problem }) => problem),
    ...others.map((issue) => valueProblem(file, issue)),
  ].toSorted((a, b) => a.line - b.line || a.column - b.column);
}

interface Misspelling {
  readonly problem: ConfigProblem;
  /** The path of the key that was probably meant. */
  readonly meantPath: string | undefined;
}

function misspellingsIn(issue: Issue, file: ConfigFile, schema: z.ZodType): readonly Misspelling[] {
  const path = pathOf(issue);
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => misspelling(file, schema, [...path, key]));
  return issue.code === "invalid_key" ? [misspelling(file, schema, path)] : [];
}

function misspelling(file: ConfigFile, schema: z.ZodType, path: ConfigPath): Misspelling {
  const above = path.slice(0, -1);
  const known = keysOf(above.reduce<unknown>(childSchema, schema));
  const meant = nearestWord(String(path.at(-1)), known);
  const cure = meant ? `did you mean ${meant}?` : `known here: ${known.join(", ")}.`;
  return {
    problem: file.problemAtKey(path, `${pathText(path)} is no key of this file; ${cure}`),
    meantPath: meant && pathText([...above, meant]),
  };
}

function valueProblem(file: ConfigFile, issue: Issue): ConfigProblem {
  const path = pathOf(issue);
  const name = path.length === 0 ? "The file" : pathText(path);
  const expected = expectedBy(issue);
  return isMissing(file, issue)
    ? file.problemAt(path, `${name} is missing; expected ${expected}.`)
    : file.problemAt(
        path,
        `${name} is ${shown(valueAt(file, path))}; expected ${expected}${hint(file, issue)}.`,
      );
}

/** A schema's own message is what it expects; where it has none, the type or the words it knows are told. */
function expectedBy(issue: Issue): string {
  if (issue.code === "invalid_value") return `one of ${issue.values.map(String).join(", ")}`;
  if (issue.code === "invalid_type" && issue.message.startsWith("Invalid input"))
    return issue.expected === "object"
      ? "a group of keys"
      : issue.expected === "record"
        ? "a group of keys"
        : issue.expected;
  return issue.message;
}

function hint(file: ConfigFile, issue: Issue): string {
  const found = valueAt(file, pathOf(issue));
  const meant =
    issue.code === "invalid_value" && typeof found === "string"
      ? nearestWord(found, issue.values.map(String))
      : undefined;
  return meant ? ` (did you mean ${meant}?)` : "";
}

const pathOf = (issue: Issue): ConfigPath =>
  issue.path.map((key) => (typeof key === "symbol" ? String(key) : key));

const isMissing = (file: ConfigFile, issue: Issue): boolean => valueAt(file, pathOf(issue)) === undefined;

const valueAt = ({ value }: ConfigFile, path: ConfigPath): unknown =>
  path.reduce<unknown>((node, key) => (isRecord(node) ? node[key] : undefined), value);

const isRecord = (value: unknown): value is Readonly<Record<PropertyKey, unknown>> =>
  typeof value === "object" && value !== null;

const SHOWN_MAX = 60;

function shown(value: unknown): string {
  if (value === null) return "empty";
  if (Array.isArray(value)) return `a list of ${String(value.length)}`;
  if (typeof value === "string") return JSON.stringify(value.slice(0, SHOWN_MAX));
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "a group of keys";
}

function childSchema(schema: unknown, key: string | number): unknown {
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodObject) return inner.shape[key];
  if (inner instanceof z.ZodArray) return inner.element;
  return inner instanceof z.ZodRecord ? inner.valueType : undefined;
}

function keysOf(schema: unknown): readonly string[] {
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodObject) return Object.keys(inner.shape);
  if (inner instanceof z.ZodRecord && inner.keyType instanceof z.ZodEnum)
    return inner.keyType.options.map(String);
  return [];
}

const unwrapped = (schema: unknown): unknown =>
  schema instanceof z.ZodNullable || schema instanceof z.ZodExactOptional || schema instanceof z.ZodDefault
    ? schema.unwrap()
    : schema;
