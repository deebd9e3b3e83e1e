import { type FlagDefinition, type FlagReason, type FlagSettings, settingsIn } from "@strideiq/access";
import type { Environment } from "@strideiq/access";

/** What flagd-core evaluates. The name of a variant is the reason for it. */
export interface FlagdFlag {
  readonly state: "ENABLED";
  readonly variants: Readonly<Partial<Record<FlagReason, boolean>>>;
  readonly defaultVariant: FlagReason;
  readonly targeting?: unknown;
}

const VARIANTS = {
  everybody: true,
  chosen_athlete: true,
  in_rollout: true,
  killed: false,
  not_targeted: false,
  not_in_rollout: false,
} as const satisfies Partial<Record<FlagReason, boolean>>;

/** Thousandths of a percent. */
const WHOLE = 100_000;

/** The flag as rules of flagd, for one environment. */
export function flagdFlag(definition: FlagDefinition, environment: Environment): FlagdFlag {
  const settings = settingsIn(definition, environment);
  const flag = { state: "ENABLED", variants: VARIANTS } as const;
  // Nothing is asked any more: the kill switch goes before everything.
  if (settings.killed) return { ...flag, defaultVariant: "killed" };
  return {
    ...flag,
    defaultVariant: settings.rolloutPercent >= 100 ? "everybody" : "not_in_rollout",
    targeting: {
      if: [
        { in: [{ var: "targetingKey" }, settings.athletes] },
        "chosen_athlete",
        { "!": { and: conditions(settings) } },
        "not_targeted",
        share(settings.rolloutPercent),
      ],
    },
  };
}

const conditions = ({ only }: FlagSettings): readonly unknown[] => [
  true,
  ...Object.entries(only).map(([attribute, values]) => ({ in: [{ var: attribute }, values] })),
];

/**
 * Athletes are spread over the percentage by a hash of flag and id, and the lower end of it has the feature: a
 * wider rollout only adds to it. Without an id there is no answer, and the default holds.
 */
function share(percent: number): unknown {
  if (percent >= 100) return "everybody";
  const has = Math.round((percent / 100) * WHOLE);
  return {
    fractional: [
      ["in_rollout", has],
      ["not_in_rollout", WHOLE - has],
    ],
  };
}
