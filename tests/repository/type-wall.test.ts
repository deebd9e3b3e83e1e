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

/** Compiles one text as if it stood in the package, with the package's own settings. */
function errorsIn(packageName: string, text: string): readonly string[] {
  const folder = join(ROOT, "packages", packageName);
  const configPath = join(folder, "tsconfig.json");
  const read = ts.readConfigFile(configPath, (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(read.config, ts.sys, folder);
  const planted = join(folder, "src", "planted.ts");
  const host = ts.createCompilerHost(options);
  const readFile = host.getSourceFile.bind(host);
  host.getSourceFile = (path, ...rest) =>
    path === planted ? ts.createSourceFile(path, text, ts.ScriptTarget.ES2023) : readFile(path, ...rest);
  const program = ts.createProgram([planted], { ...options, noEmit: true, composite: false }, host);
  return ts
    .getPreEmitDiagnostics(program)
    .filter(({ file }) => file?.fileName === planted)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

describe("the compiler", () => {
  it.each(PURE)("keeps the outside world out of %s", (name) => {
    const silent = Object.entries(PLANTED).filter(([, text]) => errorsIn(name, text).length === 0);
    expect(silent.map(([what]) => what)).toEqual([]);
    expect(errorsIn(name, "export const metres: number = 1000;")).toEqual([]);
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
