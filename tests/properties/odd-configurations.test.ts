import { breachesOf, certify, generatePlan, type Rulebook, standardRequest } from "@strideiq/engine";
import { onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { contradictionsIn } from "../../packages/catalog/src/contradictions.ts";
import { failureOf } from "../../packages/catalog/src/prove-rulebook.ts";
import { planRulesSchema } from "../../packages/catalog/src/schema/rules.ts";

const shipped = realRulebook();
const { workouts: _, contraindications: __, stops: ___, fuelling: ____, ...rules } = shipped;
const RACE = onDate("2027-04-18");

/** Plans take their time: of all that is taken so many a run, spread over all groups and all standard plans. */
const TRIED_EVERY = 17;

type Place = readonly (string | number)[];
type Group = Record<string | number, unknown>;

const isGroup = (value: unknown): value is Group => typeof value === "object" && value !== null;

function placesIn(value: unknown, at: Place = []): readonly Place[] {
  if (typeof value === "number") return [at];
  if (Array.isArray(value)) return value.flatMap((item, index) => placesIn(item, [...at, index]));
  return isGroup(value) ? Object.entries(value).flatMap(([key, item]) => placesIn(item, [...at, key])) : [];
}

const childOf = (value: unknown, key: string | number): unknown => (isGroup(value) ? value[key] : undefined);

function withValue(place: Place, value: unknown): unknown {
  const changed: unknown = structuredClone(rules);
  const holder = place.slice(0, -1).reduce<unknown>(childOf, changed);
  if (isGroup(holder)) holder[place.at(-1) ?? ""] = value;
  return changed;
}

interface Trial {
  readonly name: string;
  readonly place: Place;
  readonly value: unknown;
}

const trials = placesIn(rules).flatMap((place): readonly Trial[] => {
  const usual = Number(place.reduce<unknown>(childOf, rules));
  return [0, -1, usual * 10, usual / 10, Number.NaN, ".nan"].flatMap((value) =>
    value === usual ? [] : [{ name: `${place.join(".")} = ${String(value)}`, place, value }],
  );
});

/** What is told at the place itself, or names its number beside another. */
function isTold(place: Place, told: readonly { readonly path: Place; readonly message: string }[]): boolean {
  const key = String(place.findLast((part) => typeof part === "string"));
  const text = place.join(".");
  return told.some(({ path, message }) => {
    const at = path.join(".");
    return text.startsWith(at) || at.startsWith(text) || message.includes(key) || lawOf(place, message);
  });
}

/** A limit that was tightened below a number of the same file is told there, by the name of its law. */
const lawOf = ([group, law]: Place, message: string): boolean =>
  (group === "laws" && message.includes(`law ${String(law)} `)) ||
  message.includes("does not rise above the one before it") ||
  message.includes("lies outside the horizon");

interface Read {
  readonly trial: Trial;
  readonly rulebook: Rulebook | null;
  readonly isTold: boolean;
}

const read = trials.map((trial): Read => {
  const parsed = planRulesSchema.safeParse(withValue(trial.place, trial.value));
  if (!parsed.success) {
    const told = parsed.error.issues.map(({ path, message }) => ({ path: path.map(String), message }));
    return { trial, rulebook: null, isTold: isTold(trial.place, told) };
  }
  const rulebook: Rulebook = { ...shipped, ...parsed.data };
  const told = contradictionsIn(rulebook);
  return told.length === 0
    ? { trial, rulebook, isTold: false }
    : { trial, rulebook: null, isTold: isTold(trial.place, told) };
});

const taken = read.flatMap(({ trial, rulebook }) => (rulebook === null ? [] : [{ trial, rulebook }]));

describe("every number of the rules at values that nobody means", () => {
  it("is refused where it stands, or taken", () => {
    expect(trials.length).toBeGreaterThan(4500);
    const elsewhere = read.filter(({ rulebook, isTold: told }) => rulebook === null && !told);
    expect(elsewhere.map(({ trial }) => trial.name)).toEqual([]);
  });

  it("is never taken when it is negative, or not a number", () => {
    const odd = taken.filter(({ trial: { value } }) => typeof value !== "number" || !(value >= 0));
    expect(odd.map(({ trial }) => trial.name)).toEqual([]);
  });

  it("makes standard plans that keep the laws as they were shipped, or is refused with plan, law and place", () => {
    const faults = taken.flatMap(({ trial, rulebook }, index) => {
      if (index % TRIED_EVERY !== 0) return [];
      const at = Math.floor(index / TRIED_EVERY) % rulebook.standardPlans.length;
      const standard = rulebook.standardPlans[at];
      if (standard === undefined) return [`${trial.name}: no plan`];
      const failed = failureOf(rulebook, standard, at);
      if (failed !== null)
        return /law [A-Z]\d|law horizon/.test(failed.sentence) && failed.path.length > 0
          ? []
          : [`${trial.name}: ${failed.sentence}`];
      const plan = generatePlan(standardRequest(standard, RACE), rulebook);
      const broken = plan.ok ? breachesOf(certify(plan.value, shipped)) : [];
      return broken.map(({ id }) => `${trial.name}: breaks law ${id} as it was shipped`);
    });
    expect(faults).toEqual([]);
  });
});
