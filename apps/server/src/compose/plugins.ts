import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type PluginFiles, readPluginFolders } from "@strideiq/catalog";

/** Reads the folders of `plugins/` in the folder of the installation. */
export const readPluginsOf = (root: string): Promise<readonly PluginFiles[]> =>
  readPluginFolders({
    folders: async () => {
      const entries = await readdir(join(root, "plugins"), { withFileTypes: true }).catch(() => []);
      return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    },
    text: (path) => readFile(join(root, "plugins", path), "utf8").catch(() => undefined),
    nameOf: (path) => `plugins/${path}`,
  });
