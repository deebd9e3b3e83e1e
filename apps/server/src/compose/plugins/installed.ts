import { access, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type ConfigProblem,
  type ConfigText,
  type InstalledPlugin,
  parsePluginPackages,
  type PluginFiles,
  readPluginFolders,
} from "@strideiq/catalog";
import { err, ok, type Result } from "@strideiq/engine";
import { readModule } from "./read-module.ts";

type Problems = readonly ConfigProblem[];
type Read = Result<readonly InstalledPlugin[], Problems>;

const LIST = "config/plugins.yaml";
/** TypeScript is for folders: Node strips no types from what lies in node_modules. */
const MODULES = ["plugin.ts", "plugin.js"] as const;

/** Reads the folders of `plugins/`, and the packages that `config/plugins.yaml` names; every mistake comes back. */
export async function readInstalledPlugins(root: string): Promise<Read> {
  const entries = await readdir(join(root, "plugins"), { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const fromFolders = await Promise.all(
    folders.toSorted().map((name) => readOne(root, "plugins", name, "folder")),
  );
  const fromPackages = await readPackages(root);
  const problems = [...fromFolders, ...fromPackages].flatMap((read) => (read.ok ? [] : read.error));
  if (problems.length > 0) return err(problems);
  return ok([...fromFolders, ...fromPackages].flatMap((read) => (read.ok ? [read.value] : [])));
}

type One = Result<InstalledPlugin, Problems>;

async function readPackages(root: string): Promise<readonly One[]> {
  const text = await textOf(join(root, LIST));
  if (text === undefined) return [];
  const named = parsePluginPackages({ name: LIST, text });
  if (!named.ok) return [named];
  return Promise.all(
    named.value.map(async ({ name, problem }): Promise<One> => {
      if (await isThere(join(root, "node_modules", name)))
        return readOne(root, "node_modules", name, "package");
      return err([problem(`There is no package ${name} in node_modules.`)]);
    }),
  );
}

async function readOne(root: string, parent: string, name: string, from: "folder" | "package"): Promise<One> {
  const folder = join(root, parent, name);
  for (const file of MODULES)
    if (await isThere(join(folder, file))) {
      const read = await readModule(join(folder, file), `${parent}/${name}/${file}`);
      return read.ok ? ok({ from, files: read.value }) : read;
    }
  const [files] = await readPluginFolders({
    folders: () => Promise.resolve([name]),
    text: (path) => textOf(join(root, parent, path)),
    nameOf: (path) => `${parent}/${path}`,
  });
  return ok({ from, files: files ?? nothing(`${parent}/${name}/plugin.yaml`) });
}

const nothing = (name: string): PluginFiles => ({ plugin: { name, text: "" } satisfies ConfigText });

const textOf = (path: string): Promise<string | undefined> => readFile(path, "utf8").catch(() => undefined);

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
