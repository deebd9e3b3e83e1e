/** What tests import in place of Vitest while they are run for one mutant after the other in a single process. */
import { relative } from "node:path";
import { format } from "node:util";
import { expect } from "vitest";

export { expect };

export interface CollectedTest {
  /** File and titles, one of a kind. */
  readonly id: string;
  readonly title: string;
  readonly file: string;
  /** 0-based, as Stryker counts. */
  readonly startPosition: { readonly line: number; readonly column: number };
  readonly run: () => unknown;
}

type Body = (...row: readonly unknown[]) => unknown;
type Add = (title: string, body: () => unknown) => void;

const tests = new Map<string, CollectedTest>();
let titles: readonly string[] = [];

/** All tests of the files imported so far, in their order. */
export const collectedTests = (): readonly CollectedTest[] => [...tests.values()];

/** A row of its own for each item; an item that is a list is a list of arguments. */
const eachOf = (add: Add) => (rows: readonly unknown[]) => (title: string, body: Body) => {
  rows.forEach((row, index) => {
    const cells: readonly unknown[] = Array.isArray(row) ? row : [row];
    add(`${titleOf(title, cells)} #${String(index)}`, () => body(...cells));
  });
};

/** `%s` takes the next argument, `$name` a field of the first. */
function titleOf(title: string, cells: readonly unknown[]): string {
  const fields = new Map<string, unknown>(Object.entries(cells[0] ?? {}));
  const named = title.replaceAll(/\$(\w+)/g, (_, key: string) => String(fields.get(key)));
  return format(named, ...cells.slice(0, named.split("%s").length - 1));
}

function addGroup(title: string, body: () => unknown): void {
  const outer = titles;
  titles = [...outer, title];
  body();
  titles = outer;
}

function addTest(title: string, run: () => unknown): void {
  const { file, startPosition } = placeOf(new Error().stack ?? "");
  const name = [...titles, title].join(" > ");
  const id = `${relative(process.cwd(), file)}#${name}`;
  if (tests.has(id)) throw new Error(`Two tests have one name: ${id}`);
  tests.set(id, { id, title: name, file, startPosition, run });
}

/** Where a test stands: types are stripped in place, so that lines and columns are those of the source. */
function placeOf(stack: string): Pick<CollectedTest, "file" | "startPosition"> {
  const [, file = "", line = "1", column = "1"] =
    /file:\/\/(\/\S+[.]test[.]ts):(\d+):(\d+)/.exec(stack) ?? [];
  return { file, startPosition: { line: Number(line) - 1, column: Number(column) - 1 } };
}

export const describe = Object.assign(addGroup, { each: eachOf(addGroup) });
export const it = Object.assign(addTest, { each: eachOf(addTest) });
