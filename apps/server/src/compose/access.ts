import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Environment, Paywall } from "@strideiq/access";
import {
  createEntitlements,
  createFlagStore,
  createPaywallStore,
  newUuidV7,
  type RunningFlags,
  startFlags,
} from "@strideiq/adapters";
import {
  type CheckAccess,
  type Clock,
  createCheckAccess,
  createEvaluateFlags,
  type Entitlements,
  type EvaluateFlags,
  type FlagStore,
  type PaywallStore,
  type WatchConfiguration,
} from "@strideiq/application";
import {
  configProblemText,
  type ConfigText,
  parseFeatureFlags,
  parsePaywall,
  type SeedFlags,
} from "@strideiq/catalog";
import { err, ok, type Result } from "@strideiq/engine";
import { startPaywall } from "./running-paywall.ts";
import type { Store } from "./store.ts";

/** How flags and prices stand on the first start. */
export interface AccessSeeds {
  readonly flags: SeedFlags;
  readonly paywall: Paywall;
}

export interface RunningAccess {
  readonly checkAccess: CheckAccess;
  readonly evaluateFlags: EvaluateFlags;
  readonly entitlements: Entitlements;
  readonly flagStore: FlagStore;
  readonly paywallStore: PaywallStore;
  /** The prices in force. */
  readonly paywall: () => Paywall;
  readonly stop: RunningFlags["stop"];
}

/** Reads the seeds from `config/`; each mistake comes back as a line. */
export async function loadAccessSeeds(root: string): Promise<Result<AccessSeeds, readonly string[]>> {
  const [flagText, paywallText] = await Promise.all(
    ["config/feature_flags.yaml", "config/paywall.yaml"].map((name) => readText(root, name)),
  );
  if (flagText === undefined || paywallText === undefined)
    return err(["config/feature_flags.yaml or config/paywall.yaml cannot be read; restore the file."]);
  const flags = parseFeatureFlags(flagText);
  const paywall = parsePaywall(paywallText);
  if (flags.ok && paywall.ok) return ok({ flags: flags.value, paywall: paywall.value });
  return err([flags, paywall].flatMap((read) => (read.ok ? [] : read.error)).map(configProblemText));
}

async function readText(root: string, name: string): Promise<ConfigText | undefined> {
  try {
    return { name, text: await readFile(join(root, name), "utf8") };
  } catch {
    return undefined;
  }
}

export interface AccessDeps {
  readonly environment: Environment;
  readonly now: Clock["now"];
  readonly watch: WatchConfiguration;
  readonly onProblem: (problem: unknown) => void;
}

/** Seeds the flags, follows them, and answers who may use what. */
export async function startAccess(
  { db }: Store,
  seeds: AccessSeeds,
  { environment, now, watch, onProblem }: AccessDeps,
): Promise<RunningAccess> {
  const store = createFlagStore(db);
  await store.seed(seeds.flags);
  const flags = await startFlags({ store, watch, environment, seed: seeds.flags, onProblem });
  const paywallStore = createPaywallStore(db);
  const paywall = await startPaywall({ store: paywallStore, seed: seeds.paywall, watch, onProblem });
  const entitlements = createEntitlements(db, newUuidV7);
  const deps = { flags, entitlements, paywall: paywall.current, now };
  return {
    checkAccess: createCheckAccess(deps),
    evaluateFlags: createEvaluateFlags(deps),
    entitlements,
    flagStore: store,
    paywallStore,
    paywall: paywall.current,
    stop: async () => {
      await flags.stop();
      await paywall.stop();
    },
  };
}
