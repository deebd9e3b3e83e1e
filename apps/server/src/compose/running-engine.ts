import {
  type ConfigurationStore,
  type ConfigurationVersion,
  oneAtATime,
  type PluginStore,
  type WatchConfiguration,
} from "@strideiq/application";
import {
  type BrokenPlugin,
  type ConfigProblem,
  configProblemText,
  filesOfRows,
  type PluginFiles,
  rowsOfFiles,
  type StoredRulebook,
} from "@strideiq/catalog";
import { err, ok, type Result } from "@strideiq/engine";
import {
  type Engine,
  type EngineInForce,
  type EngineTexts,
  inForce,
  type PartlyProved,
  proveAsFarAsPossible,
  proveEngine,
  readEngine,
} from "./engine.ts";
import { readSwitched } from "./plugins/reader.ts";
import type { Shipped } from "./shipped.ts";

export interface RunningEngineDeps {
  readonly store: Pick<ConfigurationStore, "wantsShipped" | "ship" | "shipInstead" | "findPublished">;
  readonly plugins: Pick<PluginStore, "standing" | "read" | "uploads">;
  readonly shipped: Shipped;
  readonly watch: WatchConfiguration;
  readonly onProblem: (problem: unknown) => void;
}

/** The engine with the configuration and the plugins that are in force in the database, in every process within two seconds. */
export interface RunningEngine {
  readonly engine: EngineInForce;
  /** Plugins that have no part in it, though they lie here: those that cannot be read, and those that do not go with the rest. */
  readonly broken: () => readonly BrokenPlugin[];
  readonly stop: () => Promise<void>;
}

/** What a process works with, and which of each it is. */
interface InForce {
  readonly id: number;
  /** The revision of the plugins' switches. */
  readonly switches: number;
  readonly engine: Engine;
  /** Plugins that can be read and do not go with these rules, or with each other. */
  readonly leftOut: readonly BrokenPlugin[];
}

/** Brings what lies in the folder into the database where nothing is yet, and follows the database from then on. */
export async function startEngine(
  deps: RunningEngineDeps,
): Promise<Result<RunningEngine, readonly string[]>> {
  const { store, plugins, shipped, watch, onProblem } = deps;
  sayLeftOut(deps, shipped.broken);
  const shipping = await ship(deps);
  const version = await store.findPublished();
  if (version === undefined)
    return err(shipping.ok ? ["There is no configuration in the database."] : shipping.error);
  if (!shipping.ok) onProblem(new Error(shipping.error.join("\n")));
  const started = await startWith(deps, version, shipping.ok && shipping.value === "shipped");
  if (!started.ok) return started;

  let current = started.value;
  const follow = oneAtATime(async () => {
    try {
      const { configurationId: id, revision } = await plugins.standing();
      if (id === null || (id === current.id && revision === current.switches)) return;
      const [published, switched] = await Promise.all([
        store.findPublished(),
        readSwitched(plugins, shipped.installed),
      ]);
      if (published === undefined) return;
      const taken = readEngine({ stored: storedOf(published), plugins: switched.plugins });
      if (!taken.ok) onProblem(unreadable(published, taken.error));
      // What this process cannot read is not looked at each second: the last that it could read stays.
      current = {
        ...(taken.ok ? { engine: taken.value, leftOut: [] } : current),
        id: published.id,
        switches: switched.revision,
      };
    } catch (problem) {
      onProblem(problem);
    }
  });
  const watching = watch(() => void follow());
  return ok({
    engine: inForce(() => current.engine),
    broken: () => [...shipped.broken, ...current.leftOut],
    stop: () => watching.stop(),
  });
}

/**
 * With the plugins as they are switched. Where those do not all go with it, or with each other, with as many of them as
 * do: a mistake in one keeps nobody from starting, and no other plugin away.
 */
async function startWith(
  deps: RunningEngineDeps,
  version: ConfigurationVersion,
  isProved: boolean,
): Promise<Result<InForce, readonly string[]>> {
  const { shipped } = deps;
  const { revision: switches, plugins } = await readSwitched(deps.plugins, shipped.installed);
  const texts = textsOf(version, plugins);
  const read =
    isProved && switches === 0 ? readEngine({ stored: storedOf(version), plugins }) : proveEngine(texts);
  if (read.ok) return ok({ id: version.id, switches, engine: read.value, leftOut: [] });
  const partly = proveAsFarAsPossible(texts);
  const started = partly.ok
    ? ok({ id: version.id, ...partly.value })
    : await startWithShipped(deps, version, partly.error);
  if (!started.ok) return started;
  const { id, engine, broken: leftOut } = started.value;
  sayLeftOut(deps, leftOut);
  return ok({ id, switches, engine, leftOut });
}

function sayLeftOut(
  { onProblem }: Pick<RunningEngineDeps, "onProblem">,
  broken: readonly BrokenPlugin[],
): void {
  for (const { place, problems } of broken)
    onProblem(new Error(`The plugin in ${place} is left out: ${problems.map(configProblemText).join(" ")}`));
}

/** What has not been proved is not put in force. */
async function ship({
  store,
  shipped,
}: RunningEngineDeps): Promise<Result<"shipped" | "stands", readonly string[]>> {
  if (!(await store.wantsShipped(shipped.digest))) return ok("stands");
  const proved = proveEngine(shipped);
  // What is wrong with a plugin is no mistake of the rules: they are proved without any.
  const alone = proved.ok ? proved : proveEngine({ ...shipped, plugins: [] });
  const stored = rowsOfFiles(shipped.files);
  if (!alone.ok) return err(alone.error.map(configProblemText));
  if (!stored.ok) return err(stored.error.map(configProblemText));
  const { version, rows } = stored.value;
  await store.ship({ name: version, rows, digest: shipped.digest });
  return ok(proved.ok ? "shipped" : "stands");
}

/** After a change of the product what stands in the database may be none any more: then what came with it is. */
async function startWithShipped(
  { store, shipped, onProblem }: RunningEngineDeps,
  version: ConfigurationVersion,
  problems: readonly ConfigProblem[],
): Promise<Result<PartlyProved & { readonly id: number }, readonly string[]>> {
  const proved = proveAsFarAsPossible(shipped);
  const stored = rowsOfFiles(shipped.files);
  if (!proved.ok || !stored.ok) return err(problems.map(configProblemText));
  onProblem(unreadable(version, problems));
  const { version: name, rows } = stored.value;
  const why = `Configuration ${version.name} cannot be used by this version of the product: ${problems.map(configProblemText).join(" ")}`;
  await store.shipInstead({ name, rows, digest: shipped.digest }, why.slice(0, WHY_LENGTH_MAX));
  const published = await store.findPublished();
  return ok({ id: published?.id ?? version.id, ...proved.value });
}

const WHY_LENGTH_MAX = 500;

const unreadable = ({ name }: ConfigurationVersion, problems: readonly ConfigProblem[]): Error =>
  new Error(`Configuration ${name} cannot be used here: ${problems.map(configProblemText).join(" ")}`);

/** A version under the name that it is published with. */
const storedOf = ({ name, rows }: ConfigurationVersion): StoredRulebook => ({ version: name, rows });

/** The text of a version, under the name that it is published with. */
const textsOf = ({ name, rows }: ConfigurationVersion, plugins: readonly PluginFiles[]): EngineTexts => ({
  files: filesOfRows({ version: name, rows }),
  plugins,
});
