import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { readRoot, ROOT, treePaths } from "./tree.ts";

/** Packages that know nothing of the machine they run on: no Node, no browser. */
const PURE = ["engine", "access", "activity", "wording", "catalog", "contracts", "application"];

const PLANTED = {
  process: "export const a: unknown = process.env;",
  fetch: 'export const a: unknown = fetch("");',
  console: "console.log(1);\nexport {};",
  timers: "setTimeout(() => undefined, 1);\nexport {};",
  "Node's modules": 'export { readFileSync } from "node:fs";',
  "an array read without a thought": "export const first = (days: readonly number[]): number => days[0];",
  "undefined where a field may be left out":
    "export const a: { readonly age?: number } = { age: undefined };",
};

const HARMLESS = { "a plain number": "export const metres: number = 1000;" };

/** The compiler's own files, read once for all packages. */
const libraries = new Map<string, ts.SourceFile | undefined>();

/** Compiles each text as if it stood in the package, with the package's own settings; names those that fail. */
function refusedIn(packageName: string, texts: Readonly<Record<string, string>>): readonly string[] {
  const folder = join(ROOT, "packages", packageName);
  const read = ts.readConfigFile(join(folder, "tsconfig.json"), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(read.config, ts.sys, folder);
  const planted = new Map(
    Object.entries(texts).map(([what, text], i) => [
      join(folder, "src", `planted-${String(i)}.ts`),
      { what, text },
    ]),
  );
  const host = ts.createCompilerHost(options);
  const readFile = host.getSourceFile.bind(host);
  host.getSourceFile = (path, ...rest) => {
    const text = planted.get(path)?.text;
    if (text !== undefined) return ts.createSourceFile(path, text, ts.ScriptTarget.ES2023);
    if (!libraries.has(path)) libraries.set(path, readFile(path, ...rest));
    return libraries.get(path);
  };
  const program = ts.createProgram([...planted.keys()], { ...options, noEmit: true, composite: false }, host);
  const failed = new Set(ts.getPreEmitDiagnostics(program).map(({ file }) => file?.fileName ?? ""));
  return [...planted].filter(([path]) => failed.has(path)).map(([, { what }]) => what);
}

describe("the compiler", () => {
  it.each(PURE)("keeps the outside world out of %s, and nothing else", (name) => {
    expect(refusedIn(name, { ...PLANTED, ...HARMLESS })).toEqual(Object.keys(PLANTED));
  });

  it("is told of every workspace", () => {
    const listed = readRoot("tsconfig.json");
    const workspaces = treePaths().flatMap(
      (path) => /^((?:packages|apps)\/[^/]+)\/package[.]json$/.exec(path)?.[1] ?? [],
    );
    expect(workspaces.length).toBeGreaterThanOrEqual(10);
    expect(workspaces.filter((path) => !listed.includes(`"${path}"`))).toEqual([]);
  });
});
