import type { Rulebook } from "@strideiq/engine";
import type { ConfigPath } from "../config-file.ts";
import { contradictionAt, type Contradictions } from "../contradiction.ts";
import type { Bound } from "./bound.ts";
import { LAW_CONTRACT } from "./law-contract.ts";
import { returnRowContradictions } from "./return-rows.ts";
import { PLEDGES } from "./rulebook-contract.ts";
import { WORKABLE } from "./workable.ts";

const MORE_CAREFUL = "a configuration may only be more careful";

/** Numbers that are less careful than the laws were measured and studied for, or that no plan can be made with. */
export const contractContradictions = (rulebook: Rulebook): Contradictions => [
  ...Object.entries(LAW_CONTRACT).flatMap(([law, bounds]) =>
    beyond(law, bounds, childOf(rulebook.laws, law), ["laws", law]),
  ),
  ...PLEDGES.flatMap(({ path, law, bound }) =>
    beyond(law, bound, path.reduce<unknown>(childOf, rulebook), path),
  ),
  ...WORKABLE.flatMap(({ path, law, bound }) => {
    const value = path.reduce<unknown>(childOf, rulebook);
    return value === undefined ? [] : outside(law, bound, value, path, "beyond that no plan can be made");
  }),
  ...kindContradictions(rulebook),
  ...returnRowContradictions(rulebook),
];

function beyond(law: string | null, bounds: unknown, value: unknown, at: ConfigPath): Contradictions {
  if (isBound(bounds)) return outside(law, bounds, value, at);
  if (typeof bounds !== "object" || bounds === null) return [];
  return Object.entries(bounds).flatMap(([key, inner]) =>
    beyond(law, inner, childOf(value, key), [...at, key]),
  );
}

function outside(
  law: string | null,
  { min, max }: Bound,
  value: unknown,
  at: ConfigPath,
  because = MORE_CAREFUL,
): Contradictions {
  if (min === -Infinity && max === Infinity) return [];
  if (typeof value === "number" && value >= min && value <= max) return [];
  const given = typeof value === "number" ? `is ${String(value)}` : "is missing";
  const who = law === null ? "StrideIQ takes" : `law ${law} takes`;
  return contradictionAt(at, `${given}; ${who} ${allowed(min, max)}, and ${because}`);
}

/** The first limit of a law that is stricter than the contract: who asks for more care may ask for too much. */
export const tightenedLimit = (law: string, { laws }: Rulebook): ConfigPath | null =>
  stricter(childOf(LAW_CONTRACT, law), childOf(laws, law), ["laws", law])[0] ?? null;

function stricter(bounds: unknown, value: unknown, at: ConfigPath): readonly ConfigPath[] {
  if (isBound(bounds)) {
    const edge = Number.isFinite(bounds.max) ? bounds.max : bounds.min;
    return Number.isFinite(edge) && value !== edge ? [at] : [];
  }
  if (typeof bounds !== "object" || bounds === null) return [];
  return Object.entries(bounds).flatMap(([key, inner]) => stricter(inner, childOf(value, key), [...at, key]));
}

function allowed(min: number, max: number): string {
  if (min === max) return String(min);
  if (min === -Infinity) return `at most ${String(max)}`;
  return max === Infinity ? `at least ${String(min)}` : `${String(min)} to ${String(max)}`;
}

/** Law I5 keeps threshold and race pace out of the base, and no race but the goal has a place before the taper. */
const NO_PLACE = {
  base: ["threshold", "race_pace", "tune_up_race", "race"],
  build: ["race"],
  peak: ["race"],
} as const;

const kindContradictions = ({ laws }: Rulebook): Contradictions =>
  (["base", "build", "peak"] as const).flatMap((phase) => {
    const forbidden: readonly string[] = NO_PLACE[phase];
    const law = phase === "base" ? "I5" : "S7";
    return laws.S7.kinds[phase].flatMap((kind, index) =>
      forbidden.includes(kind)
        ? contradictionAt(
            ["laws", "S7", "kinds", phase, index],
            `is ${kind}; law ${law} has no place for it there`,
          )
        : [],
    );
  });

const isBound = (value: unknown): value is Bound =>
  typeof value === "object" &&
  value !== null &&
  "min" in value &&
  typeof value.min === "number" &&
  "max" in value &&
  typeof value.max === "number";

const childOf = (value: unknown, key: string | number): unknown =>
  typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
