import {
  type Environment,
  type Feature,
  FLAG_REASONS,
  type FlagContext,
  type FlagDefinition,
  type FlagReason,
  type FlagVerdict,
  isFeature,
  readFlag,
  withParents,
} from "@strideiq/access";
import { type Flags, type FlagStore, oneAtATime, type WatchConfiguration } from "@strideiq/application";
import { type Client, OpenFeature } from "@openfeature/server-sdk";
import { flagdFlag } from "./flagd-rules.ts";
import { createFlagdProvider } from "./provider.ts";

export interface FlagsDeps {
  readonly store: Pick<FlagStore, "readAll">;
  readonly watch: WatchConfiguration;
  readonly environment: Environment;
  /** What holds for a flag whose row is missing or unreadable, until it has been read once. */
  readonly seed: Readonly<Record<Feature, FlagDefinition>>;
  readonly onProblem: (problem: unknown) => void;
}

export interface RunningFlags extends Flags {
  readonly stop: () => Promise<void>;
}

let instances = 0;

/** Flags that follow the database. What cannot be read or reached leaves them as they were last. */
export async function startFlags(deps: FlagsDeps): Promise<RunningFlags> {
  const { provider, replace } = createFlagdProvider();
  instances += 1;
  const domain = `strideiq-${String(instances)}`;
  const lastGood = new Map<string, FlagDefinition>(Object.entries(deps.seed));
  const use = (): void => {
    replace(rulesOf(lastGood, deps.environment));
  };
  use();
  await OpenFeature.setProviderAndWait(domain, provider);

  const follow = oneAtATime(async () => {
    try {
      for (const row of await deps.store.readAll()) {
        const flag = readFlag(row.definition);
        if (isFeature(row.key) && flag.ok) lastGood.set(row.key, flag.value);
      }
      use();
    } catch (problem) {
      deps.onProblem(problem);
    }
  });
  await follow();
  const watching = deps.watch(() => void follow());
  const client = OpenFeature.getClient(domain);
  return {
    ask: (feature, context) => ask(client, feature, context),
    stop: () => watching.stop(),
  };
}

async function ask(client: Client, feature: Feature, context: FlagContext): Promise<FlagVerdict> {
  let verdict: FlagVerdict = { on: false, reason: "unknown_flag" };
  for (const key of withParents(feature)) {
    verdict = await askOne(client, key, context);
    if (!verdict.on) return verdict;
  }
  return verdict;
}

async function askOne(
  client: Client,
  key: string,
  { athleteId, attributes }: FlagContext,
): Promise<FlagVerdict> {
  const { value, variant, errorCode } = await client.getBooleanDetails(key, false, {
    ...attributes,
    ...(athleteId === undefined ? {} : { targetingKey: athleteId }),
  });
  if (isReason(variant)) return { on: value, reason: variant };
  return { on: false, reason: String(errorCode) === "FLAG_NOT_FOUND" ? "unknown_flag" : "evaluation_failed" };
}

const isReason = (text: string | undefined): text is FlagReason =>
  FLAG_REASONS.some((reason) => reason === text);

const rulesOf = (flags: ReadonlyMap<string, FlagDefinition>, environment: Environment): string =>
  JSON.stringify({
    flags: Object.fromEntries([...flags].map(([key, flag]) => [key, flagdFlag(flag, environment)])),
  });
