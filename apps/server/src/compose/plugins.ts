import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ConfigText, PluginFiles } from "@strideiq/catalog";

const PARTS = ["workouts", "phases", "rules"] as const;

/** Reads the folders of `plugins/`, in the order of their names; without that folder there are none. */
export async function readPluginFolders(root: string): Promise<readonly PluginFiles[]> {
  const names = await readdir(join(root, "plugins"), { withFileTypes: true }).catch(() => []);
  const folders = names.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(folders.toSorted().map((name) => readFolder(root, name)));
}

async function readFolder(root: string, folder: string): Promise<PluginFiles> {
  const plugin = await readPart(root, folder, "plugin");
  const parts = await Promise.all(
    PARTS.map(async (part) => [part, await readPart(root, folder, part)] as const),
  );
  const found = parts.filter(([, text]) => text !== undefined);
  // Without its head it is no plugin, and the empty text says at which file that is to be mended.
  return {
    ...Object.fromEntries(found),
    plugin: plugin ?? { name: nameOf(folder, "plugin"), text: "" },
  };
}

async function readPart(root: string, folder: string, part: string): Promise<ConfigText | undefined> {
  const name = nameOf(folder, part);
  try {
    return { name, text: await readFile(join(root, name), "utf8") };
  } catch {
    return undefined;
  }
}

const nameOf = (folder: string, part: string): string => `plugins/${folder}/${part}.yaml`;
