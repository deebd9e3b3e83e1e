import { parsePlugin, type PluginFiles } from "./parse-plugin.ts";

/** A plugin that came with the installation. */
export interface InstalledPlugin {
  readonly from: "folder" | "package";
  readonly files: PluginFiles;
}

/** A version that was handed in as text. */
export interface HandedInPlugin {
  readonly id: string;
  readonly version: string;
  readonly files: Readonly<Partial<Record<(typeof PARTS)[number], string>>>;
}

type Switches = Readonly<
  Record<string, { readonly on: boolean; readonly version: string | null } | undefined>
>;

const PARTS = ["plugin", "workouts", "phases", "rules"] as const;

/** What was handed in, as files that are named in messages: `plugin.yaml`, or `club 1.1.0/plugin.yaml`. */
export function handedInFiles(files: HandedInPlugin["files"], place = ""): PluginFiles {
  const named = PARTS.flatMap((part) => {
    const text = files[part];
    return text === undefined ? [] : [[part, { name: `${place}${part}.yaml`, text }] as const];
  });
  return { plugin: { name: `${place}plugin.yaml`, text: "" }, ...Object.fromEntries(named) };
}

/**
 * All plugins of an installation as its switches have them. Of what was handed in only the version counts that is on:
 * one that this version of the product cannot read any more spoils nothing while it is off. What is named twice is the
 * installation's.
 */
export function pluginsAsSwitched(
  installed: readonly InstalledPlugin[],
  uploads: readonly HandedInPlugin[],
  switches: Switches,
): readonly PluginFiles[] {
  const own = installed.map(({ files }) => ({ id: idOf(files), files }));
  const ids = new Set(own.map(({ id }) => id));
  const handedIn = uploads.filter(({ id, version }) => {
    const wanted = switches[id];
    return !ids.has(id) && wanted?.on === true && wanted.version === version;
  });
  return [
    ...own.map(({ id, files }) => {
      const wanted = id === undefined ? undefined : switches[id];
      return wanted === undefined ? files : { ...files, on: wanted.on };
    }),
    ...handedIn.map(({ id, version, files }) => ({
      ...handedInFiles(files, `${id} ${version}/`),
      on: true,
    })),
  ];
}

/** A plugin that could be switched on or off. */
export interface KnownPluginHead {
  readonly id: string;
  readonly from: "folder" | "package" | "upload";
  readonly title: string;
  readonly description: string;
  readonly version: string;
  readonly versions: readonly string[];
  readonly on: boolean;
}

/** The same as a list to choose from: what cannot be read is not in it. */
export function knownPlugins(
  installed: readonly InstalledPlugin[],
  uploads: readonly HandedInPlugin[],
  switches: Switches,
): readonly KnownPluginHead[] {
  const own = installed.flatMap(({ from, files }) => {
    const read = parsePlugin(files);
    if (!read.ok) return [];
    const { id, title, description, version, on } = read.value;
    return [{ id, from, title, description, version, versions: [version], on: switches[id]?.on ?? on }];
  });
  const ids = new Set(own.map(({ id }) => id));
  const others = uploads.filter(({ id }) => !ids.has(id));
  const handedIn = [...new Set(others.map(({ id }) => id))].flatMap((id) => {
    const all = others.filter((one) => one.id === id);
    const wanted = switches[id];
    const chosen = all.find(({ version }) => version === wanted?.version) ?? all.at(-1);
    const read = chosen && parsePlugin(handedInFiles(chosen.files));
    if (read?.ok !== true) return [];
    const { title, description, version } = read.value;
    const versions = all.map((one) => one.version);
    return [{ id, from: "upload" as const, title, description, version, versions, on: wanted?.on ?? false }];
  });
  return [...own, ...handedIn].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function idOf(files: PluginFiles): string | undefined {
  const read = parsePlugin(files);
  return read.ok ? read.value.id : undefined;
}
