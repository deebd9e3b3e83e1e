import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { type DocumentProblem, parsePlanDocument } from "@strideiq/contracts";
import { err, ok, type Plan, type Result } from "@strideiq/engine";
import { fileFault } from "./write-file.ts";

type Problems = readonly DocumentProblem[];

/** Finds a plan by its name: a file, or an id on a server. */
export type ReadPlan = (name: string) => Promise<Result<Plan, Problems>>;

/** Reads a plan document from a file, or from standard input when the file is `-`. */
export async function readPlan(file: string): Promise<Result<Plan, Problems>> {
  const json = await readJson(file, "Give a plan as written by strideiq plan --format json.");
  return json.ok ? parsePlanDocument(json.value) : json;
}

/** Reads JSON; what is wrong with it is told with what would be right. */
export async function readJson(file: string, cure: string): Promise<Result<unknown, Problems>> {
  const content = await readContent(file);
  return content.ok ? parseJson(content.value, cure) : content;
}

const problem = (message: string): Problems => [{ path: "", message }];

async function readContent(file: string): Promise<Result<string, Problems>> {
  try {
    return ok(file === "-" ? await text(process.stdin) : await readFile(file, "utf8"));
  } catch (error) {
    return err(problem(`The file could not be read: ${fileFault(error)}.`));
  }
}

function parseJson(content: string, cure: string): Result<unknown, Problems> {
  try {
    const json: unknown = JSON.parse(content);
    return ok(json);
  } catch (error) {
    const place = error instanceof Error ? /\(line \d+ column \d+\)/.exec(error.message)?.[0] : undefined;
    const where = place === undefined ? "" : ` ${place}`;
    return err(problem(`This is not JSON${where}. ${cure}`));
  }
}

const TOLD_MAX = 8;

/** A file that is no plan at all needs one sentence, not one for each field that it lacks. */
export function messagesOf(problems: Problems): readonly string[] {
  const schema = problems.find(({ path }) => path === "schema");
  if (schema !== undefined) return [`This is no plan: ${schema.message}`];
  const told = problems.slice(0, TOLD_MAX).map(({ message }) => message);
  const more = problems.length - told.length;
  return more > 0 ? [...told, `And ${String(more)} more.`] : told;
}
