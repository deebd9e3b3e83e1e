import type { Rulebook } from "@strideiq/engine";
import type { ConfigProblem } from "../config-problem.ts";
import { type ExtendedRulebook, extendRulebook } from "./extend-rulebook.ts";
import type { InstalledPlugin } from "./known-plugins.ts";
import { parsePlugin, type Plugin, type PluginFiles } from "./parse-plugin.ts";

/** A plugin that has no part in plans: where it lies, and every mistake in it. */
export interface BrokenPlugin {
  /** `plugins/club`, `node_modules/@club/hills`; `club 1.1.0` where it was handed in. */
  readonly place: string;
  readonly problems: readonly ConfigProblem[];
}

export interface SortedPlugins {
  readonly usable: readonly InstalledPlugin[];
  readonly broken: readonly BrokenPlugin[];
}

/**
 * Tells plugins that can be read from those that cannot. Where several say that they are the same one, it is the one
 * whose folder is called so: whoever copies a folder must not lose the plugin that was copied, and the order of folders
 * must not decide.
 */
export function sortPlugins(found: readonly InstalledPlugin[]): SortedPlugins {
  const read = found.map((plugin) => ({
    plugin,
    place: placeOf(plugin.files),
    parsed: parsePlugin(plugin.files),
  }));
  const readable = read.flatMap(({ plugin, place, parsed }) =>
    parsed.ok ? [{ plugin, place, ...parsed.value }] : [],
  );
  const doubles = readable.flatMap((one): readonly BrokenPlugin[] => {
    const others = readable.filter(({ id, plugin }) => id === one.id && plugin !== one.plugin);
    const isMeant = isCalled(one) && !others.some(isCalled);
    if (others.length === 0 || isMeant) return [];
    const message = `There is a plugin ${one.id} already, in ${others.map(({ place }) => place).join(", ")}.`;
    return [{ place: one.place, problems: [one.files.plugin.problemAt(["id"], message)] }];
  });
  const unread = read.flatMap(({ place, parsed }) => (parsed.ok ? [] : [{ place, problems: parsed.error }]));
  const out = new Set(doubles.map(({ place }) => place));
  return {
    usable: readable.filter(({ place }) => !out.has(place)).map(({ plugin }) => plugin),
    broken: [...unread, ...doubles],
  };
}

const isCalled = ({ place, id }: { readonly place: string } & Pick<Plugin, "id">): boolean =>
  place.split("/").at(-1) === id;

/** A plugin that does not go with the rules in force, or with the other plugins, is the folder that its head lies in. */
const placeOf = ({ plugin: { name } }: PluginFiles): string =>
  name.slice(0, Math.max(0, name.lastIndexOf("/")));

/**
 * The rulebook with as many of these plugins as make clean standard plans together, and what is wrong with the others.
 * Those that are on come first, by their ids; one that goes with none of those before it is left out, and no other for
 * its sake.
 */
export function extendAsFarAsPossible(
  rulebook: Rulebook,
  plugins: readonly PluginFiles[],
): { readonly extended: ExtendedRulebook; readonly broken: readonly BrokenPlugin[] } {
  let kept: readonly PluginFiles[] = [];
  let extended: ExtendedRulebook = { rulebook, rules: [], plugins: [] };
  const broken: BrokenPlugin[] = [];
  for (const files of inOrder(plugins)) {
    const tried = extendRulebook(rulebook, [...kept, files]);
    if (tried.ok) [kept, extended] = [[...kept, files], tried.value];
    else broken.push({ place: placeOf(files), problems: tried.error });
  }
  return { extended, broken };
}

function inOrder(plugins: readonly PluginFiles[]): readonly PluginFiles[] {
  const heads = plugins.map((files) => {
    const read = parsePlugin(files);
    return { files, id: read.ok ? read.value.id : "", on: read.ok && read.value.on };
  });
  return heads
    .toSorted((a, b) => Number(b.on) - Number(a.on) || (a.id < b.id ? -1 : 1))
    .map(({ files }) => files);
}
