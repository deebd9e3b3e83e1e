import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** What the compiler says of code that is only odd: a comparison that always holds, a value that nobody reads. */
const ODD: ReadonlySet<number> = new Set([2367, 2872, 2873, 6133, 6192, 6196, 6198, 7027]);

/**
 * Says of the text of a file of the engine whether the compiler refuses it. A change that does not compile is none
 * that anybody could make.
 */
export function compilerOf(root: string): (file: string, text: string) => boolean {
  const folder = join(root, "packages/engine");
  const config = ts.readConfigFile(join(folder, "tsconfig.json"), (path) => readFileSync(path, "utf8"));
  const parsed = ts.parseJsonConfigFileContent(config.config, ts.sys, folder);
  const changed = new Map<string, { readonly text: string; readonly version: number }>();
  const service = ts.createLanguageService({
    getScriptFileNames: () => parsed.fileNames,
    getScriptVersion: (path) => String(changed.get(path)?.version ?? 0),
    getScriptSnapshot: (path) => {
      const text = changed.get(path)?.text ?? ts.sys.readFile(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => folder,
    getCompilationSettings: () => ({ ...parsed.options, noEmit: true }),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (path) => ts.sys.fileExists(path),
    readFile: (path) => ts.sys.readFile(path),
  });
  return (file, text) => {
    const path = join(root, file);
    const before = ts.sys.readFile(path) ?? "";
    changed.set(path, { text, version: (changed.get(path)?.version ?? 0) + 1 });
    const isRefused = service.getSemanticDiagnostics(path).some(({ code }) => !ODD.has(code));
    changed.set(path, { text: before, version: (changed.get(path)?.version ?? 0) + 1 });
    return isRefused;
  };
}
