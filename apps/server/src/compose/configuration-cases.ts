import { createConfigurationChecks, type JobQueue } from "@strideiq/adapters";
import {
  type CheckConfiguration,
  type ConfigurationFormat,
  type ConfigurationStore,
  createCheckConfiguration,
  createEditConfiguration,
  createGiveUpCheck,
  type PluginStore,
} from "@strideiq/application";
import {
  type BrokenPlugin,
  type ConfigText,
  filesOfRows,
  type InstalledPlugin,
  RULEBOOK_FILE_NAMES,
  type RulebookFiles,
  rowsOfFiles,
} from "@strideiq/catalog";
import { ok } from "@strideiq/engine";
import { examineInThread } from "./examine/examine-in-thread.ts";
import { composePluginCases, readSwitched } from "./plugins/reader.ts";
import { readPaywall } from "./running-paywall.ts";
import type { OpenDatabase } from "./store.ts";

export interface ConfigurationCasesDeps {
  readonly db: OpenDatabase;
  readonly queue: Pick<JobQueue, "enqueueCheck">;
  readonly configurations: ConfigurationStore;
  readonly plugins: PluginStore;
  readonly installed: readonly InstalledPlugin[];
}

export interface AdministrationDeps extends ConfigurationCasesDeps {
  readonly brokenPlugins: () => readonly BrokenPlugin[];
}

/** Everything that can be done with versions of the configuration, and with the plugins beside them. */
export const composeConfigurationCases = ({
  db,
  queue,
  configurations,
  plugins,
  installed,
  brokenPlugins,
}: AdministrationDeps) => ({
  configurations,
  switchPlugins: composePluginCases({ configurations, plugins, installed, brokenPlugins }),
  configurationChecks: checksOf(db, queue),
  editConfiguration: createEditConfiguration(configurations, format),
  readPaywall,
});

/** The worker's part: judging a draft, with the plugins that are on. */
export function composeConfigurationCheck({
  db,
  queue,
  configurations,
  plugins: store,
  installed,
}: ConfigurationCasesDeps): {
  readonly run: CheckConfiguration;
  readonly giveUp: ReturnType<typeof createGiveUpCheck>;
} {
  const checks = checksOf(db, queue);
  const run = createCheckConfiguration({
    store: configurations,
    checks,
    examine: async function* (draft, standing) {
      const { plugins } = await readSwitched(store, installed);
      return yield* examineInThread({ draft: filesOf(draft), standing: filesOf(standing), plugins });
    },
  });
  return { run, giveUp: createGiveUpCheck({ checks }) };
}

const checksOf = (db: OpenDatabase, queue: Pick<JobQueue, "enqueueCheck">) =>
  createConfigurationChecks({ db, enqueue: queue.enqueueCheck });

type Version = Pick<Parameters<typeof filesOfRows>[0], "rows"> & { readonly name: string };

const filesOf = ({ name, rows }: Version): RulebookFiles => filesOfRows({ version: name, rows });

const format: ConfigurationFormat = {
  toTexts: (name, rows) => {
    const { planRules, workoutLibrary } = filesOfRows({ version: name, rows });
    return { planRules: planRules.text, workoutLibrary: workoutLibrary.text };
  },
  toRows: (texts) => {
    const stored = rowsOfFiles({
      planRules: fileOf("planRules", texts.planRules),
      workoutLibrary: fileOf("workoutLibrary", texts.workoutLibrary),
    });
    return stored.ok ? ok(stored.value.rows) : stored;
  },
};

const fileOf = (file: keyof typeof RULEBOOK_FILE_NAMES, text: string): ConfigText => ({
  name: RULEBOOK_FILE_NAMES[file],
  text,
});
