import { cruise } from "dependency-cruiser";
import extractConfig from "dependency-cruiser/config-utl/extract-depcruise-config";
import { join } from "node:path";

const ROOM = /^(packages|apps)\/([^/]+)\//;
const TEST = /[.]test[.]tsx?$/;

/** Which package uses which, read from the imports of the sources, as a Mermaid graph. */
export async function moduleGraph(root: string): Promise<string> {
  const { options } = await extractConfig(join(root, ".dependency-cruiser.mjs"));
  const { output } = await cruise(["packages", "apps"], { ...options, baseDir: root });
  if (typeof output === "string") throw new Error(output);
  const edges = new Set<string>();
  const apps = new Set<string>();
  for (const { source, dependencies } of output.modules) {
    const [, floor, from] = ROOM.exec(source) ?? [];
    if (from === undefined || TEST.test(source)) continue;
    if (floor === "apps") apps.add(from);
    for (const { resolved } of dependencies) {
      const to = ROOM.exec(resolved)?.[2];
      if (to !== undefined && to !== from) edges.add(`  ${from} --> ${to}`);
    }
  }
  const doors = [...apps].toSorted().map((app) => `  ${app}([${app}])`);
  return ["```mermaid", "graph TD", ...doors, ...[...edges].toSorted(), "```"].join("\n");
}
