import type { z } from "zod";

/** One thing wrong in a document: the field as `weeks[3].days[0].date`, and a sentence that names it. */
export interface DocumentProblem {
  readonly path: string;
  readonly message: string;
}

type Issue = z.core.$ZodIssue;

const PROBLEMS_MAX = 20;

/** The problems of a failed parse in plain words. `input` is what was parsed. */
export function problemsOf(error: z.ZodError, input: unknown): readonly DocumentProblem[] {
  return error.issues.flatMap((issue) => problemsOfIssue(issue, input, [])).slice(0, PROBLEMS_MAX);
}

function problemsOfIssue(issue: Issue, input: unknown, above: readonly PropertyKey[]): DocumentProblem[] {
  const path = [...above, ...issue.path];
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => {
      const field = fieldName([...path, key]);
      return { path: field, message: `${field} is not a field of this document; remove or correct it.` };
    });
  const branch = issue.code === "invalid_union" ? likeliestBranch(issue.errors) : undefined;
  if (branch?.some(looksInside)) return branch.flatMap((inner) => problemsOfIssue(inner, input, path));
  return [{ path: fieldName(path), message: sentence(fieldName(path), valueAt(input, path), issue) }];
}

/** The alternative with the fewest complaints is the one that the author meant. */
const likeliestBranch = (branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined =>
  branches.toSorted((a, b) => a.length - b.length)[0];

/** The alternative fits from outside, and something within it does not. */
const looksInside = (issue: Issue): boolean => issue.path.length > 0 || issue.code === "unrecognized_keys";

function sentence(field: string, found: unknown, issue: Issue): string {
  const name = field === "" ? "The document" : field;
  return found === undefined
    ? `${name} is missing; expected ${expected(issue)}.`
    : `${name} is ${shown(found)}; expected ${expected(issue)}.`;
}

function expected(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return TYPE_NAMES[issue.expected] ?? issue.expected;
    case "invalid_value":
      return issue.values.length === 1
        ? shown(issue.values[0])
        : `one of ${issue.values.map(String).join(", ")}`;
    case "too_small":
      return `${issue.inclusive === false ? "more than" : "at least"} ${String(issue.minimum)}${unitOf(issue)}`;
    case "too_big":
      return `${issue.inclusive === false ? "less than" : "at most"} ${String(issue.maximum)}${unitOf(issue)}`;
    case "invalid_union":
      if (issue.errors.length === 0) return "a kind that this version knows";
      return [...new Set(issue.errors.flatMap((branch) => branch.map(expected)))].join(" or ");
    case "custom":
      return issue.message;
    default:
      return `another value (${issue.message})`;
  }
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  array: "a list",
  boolean: "true or false",
  int: "a whole number",
  null: "null",
  number: "a number",
  object: "an object",
  record: "an object",
  string: "text",
};

const unitOf = ({ origin }: { readonly origin: string }): string =>
  origin === "array" ? " entries" : origin === "string" ? " characters" : "";

const SHOWN_MAX = 60;

function shown(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${String(value.length)}`;
  if (isObject(value)) return "an object";
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  return text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text;
}

const isObject = (value: unknown): value is Readonly<Record<PropertyKey, unknown>> =>
  typeof value === "object" && value !== null;

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), input);

const fieldName = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (name, key) =>
      typeof key === "number"
        ? `${name}[${String(key)}]`
        : name === ""
          ? String(key)
          : `${name}.${String(key)}`,
    "",
  );

/** True for values nested deeper than `levels`, which a recursive schema could not read safely. */
export const tooDeep = (value: unknown, levels: number): boolean =>
  isObject(value) && (levels === 0 || Object.values(value).some((inner) => tooDeep(inner, levels - 1)));
