import type { Environment } from "@strideiq/access";
import {
  createConfigurationStore,
  createPluginStore,
  createWatchConfiguration,
  shareWatch,
} from "@strideiq/adapters";
import type { Clock, ConfigurationStore, PluginStore } from "@strideiq/application";
import { err, ok, type Result } from "@strideiq/engine";
import { type AccessSeeds, type RunningAccess, startAccess } from "./access.ts";
import type { EngineInForce } from "./engine.ts";
import { type RunningEngine, startEngine } from "./running-engine.ts";
import type { Shipped } from "./shipped.ts";
import type { Store } from "./store.ts";

/** What coaches and operators decide in the database, as this process follows it. */
export interface Followed {
  readonly engine: EngineInForce;
  /** Plugins that lie here and have no part in plans. */
  readonly brokenPlugins: RunningEngine["broken"];
  readonly configurations: ConfigurationStore;
  readonly plugins: PluginStore;
  readonly access: RunningAccess;
  readonly stop: () => Promise<void>;
}

export interface FollowedDeps {
  readonly store: Store;
  readonly shipped: Shipped;
  readonly seeds: AccessSeeds;
  readonly environment: Environment;
  readonly now: Clock["now"];
  readonly onProblem: (problem: unknown) => void;
}

/** Follows rules, flags and prices over one connection. The error is what is wrong with the rules. */
export async function startFollowing(deps: FollowedDeps): Promise<Result<Followed, string>> {
  const { store, onProblem } = deps;
  const watch = shareWatch(createWatchConfiguration({ url: store.url, onProblem }));
  const configurations = createConfigurationStore(store.db);
  const plugins = createPluginStore(store.db);
  const running = await startEngine({ ...deps, store: configurations, plugins, watch });
  if (!running.ok) return err(running.error.join("\n"));
  const access = await startAccess(store, deps.seeds, { ...deps, watch });
  return ok({
    engine: running.value.engine,
    brokenPlugins: running.value.broken,
    configurations,
    plugins,
    access,
    stop: async () => {
      await access.stop();
      await running.value.stop();
    },
  });
}
