import { err, ok } from "@strideiq/engine";
import type { ConfigurationWrong } from "../configuration/edit-configuration.ts";
import type {
  ConfigurationChange,
  ConfigurationProblem,
  ConfigurationStore,
  ConfigurationVersion,
} from "../configuration/ports.ts";
import type {
  BrokenPluginHere,
  KnownPlugin,
  PluginResult,
  PluginStore,
  PluginSwitches,
  PluginTexts,
  PluginUpload,
  StoredSwitches,
} from "./ports.ts";

/** What is known of plugins by reading them. */
export interface PluginReader {
  /** Those that lie in the installation, or are switched on, and have no part in plans; with every mistake in them. */
  readonly broken: () => readonly BrokenPluginHere[];
  /** All that there are, as these switches have them. */
  readonly known: (switches: PluginSwitches, uploads: readonly PluginUpload[]) => readonly KnownPlugin[];
  /** Id and version of what is handed in, or every mistake in it; nobody else may have its id or its workouts. */
  readonly read: (
    files: PluginTexts,
    standing: ConfigurationVersion,
  ) =>
    | { readonly id: string; readonly version: string }
    | { readonly problems: readonly ConfigurationProblem[] };
  /** Makes the standard plans with these plugins, one at a time; what is wrong ends it. */
  readonly prove: (
    standing: ConfigurationVersion,
    switches: PluginSwitches,
    uploads: readonly PluginUpload[],
  ) => Iterator<unknown, readonly ConfigurationProblem[], undefined>;
}

export interface SwitchPluginsDeps {
  readonly store: PluginStore;
  readonly configurations: Pick<ConfigurationStore, "findPublished">;
  readonly reader: PluginReader;
  /** Lets others work between two plans. */
  readonly pause: () => Promise<void>;
}

/** What is asked of a plugin: on or off, and of those that were handed in, in which version. */
export interface WantedSwitch {
  readonly on: boolean;
  readonly version: string | null;
  /** The revision of the switches that was looked at. */
  readonly revision: number;
}

export interface PluginList {
  readonly revision: number;
  readonly plugins: readonly KnownPlugin[];
  readonly broken: readonly BrokenPluginHere[];
}

export interface SwitchPlugins {
  readonly list: () => Promise<PluginList>;
  /** Keeps a plugin that was handed in, switched off. */
  readonly upload: (
    files: PluginTexts,
    change: ConfigurationChange,
  ) => PluginResult<PluginList, ConfigurationWrong>;
  /** Switches a plugin for all, once it is proved that the standard plans stay clean with it. */
  readonly change: (
    id: string,
    wanted: WantedSwitch,
    change: ConfigurationChange,
  ) => PluginResult<PluginList, ConfigurationWrong>;
}

/** Plugins of an installation: looked at, handed in, switched. */
export function createSwitchPlugins({
  store,
  configurations,
  reader,
  pause,
}: SwitchPluginsDeps): SwitchPlugins {
  const list = async (): Promise<PluginList> => {
    const [{ revision, switches }, uploads] = await Promise.all([store.read(), store.uploads()]);
    return { revision, plugins: reader.known(switches, uploads), broken: reader.broken() };
  };
  const proved = async (...proof: Parameters<PluginReader["prove"]>) => {
    const work = reader.prove(...proof);
    for (let step = work.next(); ; step = work.next()) {
      if (step.done === true) return step.value;
      await pause();
    }
  };
  return {
    list,
    upload: async (files, change) => {
      const standing = await configurations.findPublished();
      if (standing === undefined) return err({ type: "NotFound" });
      const read = reader.read(files, standing);
      if ("problems" in read) return err({ type: "Wrong", problems: read.problems });
      const isKept = await store.upload({ ...read, files }, change);
      return isKept ? ok(await list()) : err({ type: "VersionTaken" });
    },
    change: async (id, { on, version, revision }, change) => {
      const [stored, uploads, standing] = await Promise.all([
        store.read(),
        store.uploads(),
        configurations.findPublished(),
      ]);
      const plugin = reader.known(stored.switches, uploads).find((known) => known.id === id);
      if (plugin === undefined || standing === undefined) return err({ type: "NotFound" });
      if (stored.revision !== revision) return err({ type: "ChangedMeanwhile" });
      const wanted = version ?? plugin.versions.at(-1) ?? plugin.version;
      if (!plugin.versions.includes(wanted)) return err({ type: "NotFound" });
      const switches = withSwitch(stored, plugin, { on, version: wanted });
      // What is switched off may be what is wrong: the rest is proved all the same, since one may need the other.
      const problems = await proved(standing, switches, uploads);
      if (problems.length > 0) return err({ type: "Wrong", problems });
      const proof = { revision, configurationId: standing.id };
      const isStored = await store.change({ ...change, ...proof, pluginId: id, switches });
      return isStored ? ok(await list()) : err({ type: "ChangedMeanwhile" });
    },
  };
}

const withSwitch = (
  { switches }: StoredSwitches,
  { id, from }: KnownPlugin,
  { on, version }: { readonly on: boolean; readonly version: string },
): PluginSwitches => ({ ...switches, [id]: { on, version: from === "upload" ? version : null } });
