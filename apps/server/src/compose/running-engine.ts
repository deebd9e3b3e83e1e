import {
  type ConfigurationStore,
  type ConfigurationVersion,
  oneAtATime,
  type WatchConfiguration,
} from "@strideiq/application";
import {
  type ConfigProblem,
  configProblemText,
  filesOfRows,
  type RulebookFiles,
  rowsOfFiles,
} from "@strideiq/catalog";
import { err, ok, type Result } from "@strideiq/engine";
import {
  type Engine,
  type EngineInForce,
  type EngineTexts,
  inForce,
  proveEngine,
  readEngine,
} from "./engine.ts";
import type { Shipped } from "./shipped.ts";

export interface RunningEngineDeps {
  readonly store: Pick<
    ConfigurationStore,
    "wantsShipped" | "ship" | "shipInstead" | "findPublished" | "publishedId"
  >;
  readonly shipped: Shipped;
  readonly watch: WatchConfiguration;
  readonly onProblem: (problem: unknown) => void;
}

/** The engine with the configuration that is in force in the database, in every process within two seconds. */
export interface RunningEngine {
  readonly engine: EngineInForce;
  readonly stop: () => Promise<void>;
}

type Read = Result<Engine, readonly ConfigProblem[]>;

/** Brings what lies in the folder into the database where nothing is yet, and follows the database from then on. */
export async function startEngine(
  deps: RunningEngineDeps,
): Promise<Result<RunningEngine, readonly string[]>> {
  const { store, watch, onProblem } = deps;
  const shipping = await ship(deps);
  const version = await store.findPublished();
  if (version === undefined)
    return err(shipping.ok ? ["There is no configuration in the database."] : shipping.error);
  if (!shipping.ok) onProblem(new Error(shipping.error.join("\n")));
  const texts = textsOf(version, deps);
  const read = shipping.ok && shipping.value === "shipped" ? readEngine(texts) : proveEngine(texts);
  const started = read.ok
    ? ok({ id: version.id, engine: read.value })
    : await startWithShipped(deps, version, read.error);
  if (!started.ok) return started;

  let current = started.value;
  const follow = oneAtATime(async () => {
    try {
      const id = await store.publishedId();
      if (id === undefined || id === current.id) return;
      const published = await store.findPublished();
      if (published === undefined || published.id === current.id) return;
      const taken = readEngine(textsOf(published, deps));
      if (!taken.ok) onProblem(unreadable(published, taken.error));
      // One that this process cannot read is not looked at each second: the last that it could read stays.
      current = { id: published.id, engine: taken.ok ? taken.value : current.engine };
    } catch (problem) {
      onProblem(problem);
    }
  });
  const watching = watch(() => void follow());
  return ok({ engine: inForce(() => current.engine), stop: () => watching.stop() });
}

/** What has not been proved is not put in force. */
async function ship({
  store,
  shipped,
}: RunningEngineDeps): Promise<Result<"shipped" | "stands", readonly string[]>> {
  if (!(await store.wantsShipped(shipped.digest))) return ok("stands");
  const proved = proveEngine(shipped);
  const stored = rowsOfFiles(shipped.files);
  if (!proved.ok) return err(proved.error.map(configProblemText));
  if (!stored.ok) return err(stored.error.map(configProblemText));
  const { version, rows } = stored.value;
  await store.ship({ name: version, rows, digest: shipped.digest });
  return ok("shipped");
}

/** After a change of the product what stands in the database may be none any more: then what came with it is. */
async function startWithShipped(
  { store, shipped, onProblem }: RunningEngineDeps,
  version: ConfigurationVersion,
  problems: readonly ConfigProblem[],
): Promise<Result<{ readonly id: number; readonly engine: Engine }, readonly string[]>> {
  const proved: Read = proveEngine(shipped);
  const stored = rowsOfFiles(shipped.files);
  if (!proved.ok || !stored.ok) return err(problems.map(configProblemText));
  onProblem(unreadable(version, problems));
  const { version: name, rows } = stored.value;
  const why = `Configuration ${version.name} cannot be used by this version of the product: ${problems.map(configProblemText).join(" ")}`;
  await store.shipInstead({ name, rows, digest: shipped.digest }, why.slice(0, WHY_LENGTH_MAX));
  const published = await store.findPublished();
  return ok({ id: published?.id ?? version.id, engine: proved.value });
}

const WHY_LENGTH_MAX = 500;

const unreadable = ({ name }: ConfigurationVersion, problems: readonly ConfigProblem[]): Error =>
  new Error(`Configuration ${name} cannot be used here: ${problems.map(configProblemText).join(" ")}`);

/** The text of a version, under the name that it is published with. */
const textsOf = ({ name, rows }: ConfigurationVersion, { shipped }: RunningEngineDeps): EngineTexts => ({
  files: filesOf(name, rows),
  plugins: shipped.plugins,
});

const filesOf = (version: string, rows: ConfigurationVersion["rows"]): RulebookFiles =>
  filesOfRows({ version, rows });
