import type { ConfigText } from "../config-file.ts";
import type { PluginFiles } from "./parse-plugin.ts";

/** The folder `plugins/` as a door sees it: this package knows no disk. */
export interface PluginTree {
  /** Names of the folders in it; none where it does not exist. */
  readonly folders: () => Promise<readonly string[]>;
  /** The text of a file in it; undefined where there is none. */
  readonly text: (path: string) => Promise<string | undefined>;
  /** How messages call that file. */
  readonly nameOf: (path: string) => string;
}

const PARTS = ["workouts", "phases", "rules"] as const;

/** Reads the plugins of a folder in the order of their names, on or off. */
export async function readPluginFolders(tree: PluginTree): Promise<readonly PluginFiles[]> {
  const folders = await tree.folders();
  return Promise.all(folders.toSorted().map((folder) => readFolder(folder, tree)));
}

async function readFolder(folder: string, tree: PluginTree): Promise<PluginFiles> {
  const plugin = await readPart(folder, "plugin", tree);
  const parts = await Promise.all(
    PARTS.map(async (part) => [part, await readPart(folder, part, tree)] as const),
  );
  const found = parts.filter(([, text]) => text !== undefined);
  // Without its head it is no plugin, and the empty text says at which file that is to be mended.
  return {
    ...Object.fromEntries(found),
    plugin: plugin ?? { name: tree.nameOf(fileOf(folder, "plugin")), text: "" },
  };
}

async function readPart(
  folder: string,
  part: string,
  { nameOf, text }: PluginTree,
): Promise<ConfigText | undefined> {
  const file = fileOf(folder, part);
  const read = await text(file);
  return read === undefined ? undefined : { name: nameOf(file), text: read };
}

const fileOf = (folder: string, part: string): string => `${folder}/${part}.yaml`;
