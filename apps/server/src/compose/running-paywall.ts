import type { Paywall } from "@strideiq/access";
import { oneAtATime, type PaywallStore, type WatchConfiguration } from "@strideiq/application";
import { type ConfigProblem, configProblemText, parsePaywall } from "@strideiq/catalog";
import type { Result } from "@strideiq/engine";

/** JSON is YAML too: a definition is judged as the file would be, and its mistakes have a place in it. */
export const readPaywall = (definition: unknown): Result<Paywall, readonly ConfigProblem[]> =>
  parsePaywall({ name: "paywall", text: JSON.stringify(definition ?? null, null, 2) });

export interface RunningPaywallDeps {
  readonly store: Pick<PaywallStore, "seed" | "read">;
  readonly seed: Paywall;
  readonly watch: WatchConfiguration;
  readonly onProblem: (problem: unknown) => void;
}

/** Prices that follow the database. What cannot be read or reached leaves them as they were last. */
export interface RunningPaywall {
  readonly current: () => Paywall;
  readonly stop: () => Promise<void>;
}

export async function startPaywall({
  store,
  seed,
  watch,
  onProblem,
}: RunningPaywallDeps): Promise<RunningPaywall> {
  await store.seed(seed);
  let current = { paywall: seed, revision: 0 };
  const follow = oneAtATime(async () => {
    try {
      const stored = await store.read();
      if (stored === undefined || stored.revision === current.revision) return;
      const read = readPaywall(stored.definition);
      if (!read.ok)
        onProblem(new Error(`Prices cannot be read: ${read.error.map(configProblemText).join(" ")}`));
      current = { paywall: read.ok ? read.value : current.paywall, revision: stored.revision };
    } catch (problem) {
      onProblem(problem);
    }
  });
  await follow();
  const watching = watch(() => void follow());
  return { current: () => current.paywall, stop: () => watching.stop() };
}
