import type { ConfigurationStore, EngineAsRecorded, PluginStore } from "@strideiq/application";
import { type InstalledPlugin, knownPlugins, pluginsAsSwitched } from "@strideiq/catalog";
import { ENGINE_VERSION, err, ok } from "@strideiq/engine";
import { createReadEngine } from "./engine.ts";

export interface EngineAsRecordedDeps {
  readonly configurations: Pick<ConfigurationStore, "findByName">;
  readonly plugins: Pick<PluginStore, "uploads">;
  readonly installed: readonly InstalledPlugin[];
}

/** Reads the version of the configuration that a plan names, with the plugins that it names and no others. */
export function createEngineAsRecorded({
  configurations,
  plugins,
  installed,
}: EngineAsRecordedDeps): EngineAsRecorded {
  // Of its own, so that a look into the past does not push out what everybody works with.
  const readEngine = createReadEngine();
  return async ({ engine, rulebook, plugins: named }) => {
    if (engine !== ENGINE_VERSION) return err("other_engine");
    const [version, uploads] = await Promise.all([configurations.findByName(rulebook), plugins.uploads()]);
    if (version === undefined) return err("configuration_gone");
    const known = knownPlugins(installed, uploads, {});
    const areThere = Object.entries(named).every(([id, wanted]) =>
      known.some((plugin) => plugin.id === id && plugin.versions.includes(wanted)),
    );
    if (!areThere) return err("plugins_gone");
    const switches = Object.fromEntries(
      known.map(({ id, from }) => [
        id,
        { on: id in named, version: from === "upload" ? (named[id] ?? null) : null },
      ]),
    );
    const read = readEngine({
      stored: { version: version.name, rows: version.rows },
      plugins: pluginsAsSwitched(installed, uploads, switches),
    });
    return read.ok ? ok(read.value.generate) : err("configuration_gone");
  };
}
