import { setImmediate } from "node:timers/promises";
import {
  type ConfigurationStore,
  createSwitchPlugins,
  type PluginReader,
  type PluginStore,
  type SwitchPlugins,
} from "@strideiq/application";
import {
  type BrokenPlugin,
  extendRulebook,
  filesOfRows,
  handedInFiles,
  type InstalledPlugin,
  knownPlugins,
  parsePlugin,
  parseRulebook,
  type PluginFiles,
  pluginsAsSwitched,
  provePlugins,
} from "@strideiq/catalog";

export interface PluginCasesDeps {
  readonly installed: readonly InstalledPlugin[];
  readonly brokenPlugins: () => readonly BrokenPlugin[];
  readonly plugins: PluginStore;
  readonly configurations: Pick<ConfigurationStore, "findPublished">;
}

/** Everything that can be done with the plugins of an installation. */
export const composePluginCases = ({
  installed,
  plugins: store,
  configurations,
  brokenPlugins,
}: PluginCasesDeps): SwitchPlugins =>
  createSwitchPlugins({
    store,
    configurations,
    reader: createPluginReader(installed, brokenPlugins),
    pause: () => setImmediate(),
  });

/** The plugins as they are switched in the database, and the revision of that. */
export async function readSwitched(
  store: Pick<PluginStore, "read" | "uploads">,
  installed: readonly InstalledPlugin[],
): Promise<{ readonly revision: number; readonly plugins: readonly PluginFiles[] }> {
  const [{ revision, switches }, uploads] = await Promise.all([store.read(), store.uploads()]);
  return { revision, plugins: pluginsAsSwitched(installed, uploads, switches) };
}

const createPluginReader = (
  installed: readonly InstalledPlugin[],
  broken: PluginReader["broken"],
): PluginReader => ({
  broken,

  known: (switches, uploads) => knownPlugins(installed, uploads, switches),

  read: (files, { name, rows }) => {
    const texts = handedInFiles(files);
    const read = parsePlugin(texts);
    if (!read.ok) return { problems: read.error };
    const rulebook = parseRulebook(filesOfRows({ version: name, rows }));
    if (!rulebook.ok) return { problems: rulebook.error };
    // As if it alone were on, so that what it says of workouts and phases is looked at as well.
    const others = installed.map((one) => ({ ...one.files, on: false }));
    const extended = extendRulebook(rulebook.value, [...others, { ...texts, on: true }], "was proved");
    const { id, version } = read.value;
    return extended.ok ? { id, version } : { problems: extended.error };
  },

  prove: ({ name, rows }, switches, uploads) =>
    provePlugins(filesOfRows({ version: name, rows }), pluginsAsSwitched(installed, uploads, switches)),
});
