import { access, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type BrokenPlugin,
  type ConfigText,
  type InstalledPlugin,
  parsePluginPackages,
  type PluginFiles,
  readPluginFolders,
  type SortedPlugins,
  sortPlugins,
} from "@strideiq/catalog";
import { err, ok, type Result } from "@strideiq/engine";
import { readModule } from "./read-module.ts";

const LIST = "config/plugins.yaml";
/** TypeScript is for folders: Node strips no types from what lies in node_modules. */
const MODULES = ["plugin.ts", "plugin.js"] as const;

/**
 * Reads the folders of `plugins/`, and the packages that `config/plugins.yaml` names. What is wrong with one of them keeps
 * none of the others away: it comes back with every mistake.
 */
export async function readInstalledPlugins(root: string): Promise<SortedPlugins> {
  const entries = await readdir(join(root, "plugins"), { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const fromFolders = await Promise.all(
    folders.toSorted().map((name) => readOne(root, "plugins", name, "folder")),
  );
  const fromPackages = await readPackages(root);
  const all = [...fromFolders, ...fromPackages];
  const { usable, broken } = sortPlugins(all.flatMap((read) => (read.ok ? [read.value] : [])));
  return { usable, broken: [...all.flatMap((read) => (read.ok ? [] : [read.error])), ...broken] };
}

type One = Result<InstalledPlugin, BrokenPlugin>;

async function readPackages(root: string): Promise<readonly One[]> {
  const text = await textOf(join(root, LIST));
  if (text === undefined) return [];
  const named = parsePluginPackages({ name: LIST, text });
  if (!named.ok) return [err({ place: LIST, problems: named.error })];
  return Promise.all(
    named.value.map(async ({ name, problem }): Promise<One> => {
      if (await isThere(join(root, "node_modules", name)))
        return readOne(root, "node_modules", name, "package");
      const missing = problem(`There is no package ${name} in node_modules.`);
      return err({ place: `node_modules/${name}`, problems: [missing] });
    }),
  );
}

async function readOne(root: string, parent: string, name: string, from: "folder" | "package"): Promise<One> {
  const folder = join(root, parent, name);
  for (const file of MODULES)
    if (await isThere(join(folder, file))) {
      const read = await readModule(join(folder, file), `${parent}/${name}/${file}`);
      return read.ok
        ? ok({ from, files: read.value })
        : err({ place: `${parent}/${name}`, problems: read.error });
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
