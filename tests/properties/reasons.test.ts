import { type Plan, type Reason, UNITS } from "@strideiq/engine";
import { authorityText, reasonText } from "@strideiq/wording";
import { describe, expect, it } from "vitest";
import { contradictionsOf, restToldIn, type Told, toldIn } from "./reasons/measured.ts";
import { strangeNumbers } from "./reasons/numbers-in-text.ts";
import { PLANS, PLANS_OF_B, reasonsOf, restReasonsOf, sessionsOf } from "./reasons/plans.ts";

/** Days of rest are explained one by one when they are asked for: every sixth plan will do. */
const told = PLANS.map((plan, index) => ({
  plan,
  reasons: [...reasonsOf(plan), ...(index % 6 === 0 ? restReasonsOf(plan) : [])],
}));

interface OtherNumber {
  readonly path: string;
  readonly changed: Reason;
}

/** A reason with one number changed by a little, for each of its numbers. */
const otherNumbersOf = (reason: Reason): readonly OtherNumber[] =>
  numberPathsOf(reason).map((path) => ({
    path: path.join("."),
    changed: changedAt(reason, path) as Reason,
  }));

function changedAt(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (typeof value === "number") return value * 1.01 + 0.01;
  if (Array.isArray(value))
    return value.map((item: unknown, i) => (String(i) === key ? changedAt(item, rest) : item));
  return Object.fromEntries(
    Object.entries(Object(value) as object).map(([name, inner]) => [
      name,
      name === key ? changedAt(inner, rest) : (inner as unknown),
    ]),
  );
}

function numberPathsOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value === "number") return [path];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => numberPathsOf(inner, [...path, key]));
}

describe("the reasons of the standard plans and of random athletes", () => {
  it("are there for every phase, week and session, one to three for a session", () => {
    expect(PLANS.length).toBeGreaterThan(200);
    const counts = (of: (plan: Plan) => readonly { readonly why?: readonly Reason[] }[]): readonly number[] =>
      PLANS.flatMap((plan) => of(plan).map(({ why = [] }) => why.length));
    expect(Math.min(...counts(({ phases }) => phases))).toBeGreaterThan(0);
    expect(Math.min(...counts(({ weeks }) => weeks))).toBeGreaterThan(0);
    expect(Math.min(...counts(sessionsOf))).toBeGreaterThan(0);
    expect(Math.max(...counts(sessionsOf))).toBeLessThanOrEqual(3);
  });

  it("are of every kind that the engine gives by itself", () => {
    const kinds = new Set(told.flatMap(({ reasons }) => reasons.map(({ kind }) => kind)));
    const onlyAfterChanges: readonly Reason["kind"][] = [
      "race_after_break",
      "tune_up_race",
      "tune_up_week",
      "return_week",
      "week_after_break",
      "beside_running",
      "moved_session",
    ];
    for (const kind of onlyAfterChanges) expect(kinds).not.toContain(kind);
    expect([...kinds].toSorted()).toMatchInlineSnapshot(`
      [
        "adjusted",
        "base_first",
        "block_grows",
        "block_step",
        "build_week",
        "cutback_week",
        "day_limit",
        "days_kept",
        "easy_after",
        "easy_base",
        "easy_before",
        "easy_distance",
        "first_week",
        "hard_long_run",
        "light_session",
        "long_cutback",
        "long_hours",
        "long_inside",
        "long_share",
        "long_step",
        "long_taper",
        "masters",
        "no_result",
        "peak_week",
        "phase_length",
        "phase_purpose",
        "race_eve",
        "race_fuelling",
        "race_pacing",
        "race_week",
        "rehearsal",
        "rest_after",
        "rest_after_race",
        "rest_before",
        "rest_days",
        "rest_not_free",
        "resumed_week",
        "second_longest",
        "spaced_day",
        "strides",
        "taper_falls",
        "taper_length",
        "taper_touch",
        "taper_week",
        "the_race",
        "week_mix",
        "wished_day",
      ]
    `);
  });

  it.each(UNITS)("say no number in %s that is not theirs", (units) => {
    const strange = told.flatMap(({ plan, reasons }) =>
      reasons.flatMap((reason) => {
        const text = reasonText(reason, { units, estimated: plan.paces === null });
        const numbers = strangeNumbers(text, reason);
        return numbers.length === 0 ? [] : [{ text, numbers, reason }];
      }),
    );
    const byKind = new Map(strange.map((one) => [one.reason.kind, one]));
    expect([...byKind.values()]).toEqual([]);
  });

  it.each([
    ["as written", PLANS],
    ["with option B chosen everywhere", PLANS_OF_B],
  ])("say no number that is not true of the plan, %s", (_title, plans) => {
    const all = plans.flatMap((plan, index) => [
      ...toldIn(plan),
      ...(index % 6 === 0 ? restToldIn(plan) : []),
    ]);
    expect(all.length).toBeGreaterThan(10_000);
    expect(all.flatMap(contradictionsOf).slice(0, 20)).toEqual([]);
  });

  it("are short sentences that name what decided", () => {
    const texts = told.flatMap(({ plan, reasons }) =>
      reasons.map((reason) =>
        reasonText(reason, { units: plan.request.units, estimated: plan.paces === null }),
      ),
    );
    const isSentence = (text: string): boolean =>
      /^[~A-Z\d].*\.$/.test(text) && !/undefined|null|NaN|Infinity|-\d| 0 /.test(text) && text.length < 220;
    expect(texts.filter((text) => !isSentence(text))).toEqual([]);
    const nameless = told
      .flatMap(({ reasons }) => reasons)
      .filter((reason) => reason.kind !== "adjusted" && authorityText(reason).length < 6);
    expect(nameless).toEqual([]);
  });
});

describe("the check of numbers in texts", () => {
  const reason = {
    kind: "long_share",
    law: "L5",
    metres: 22_000,
    weekMetres: 58_240,
    share: 0.3777,
  } as const;

  it("knows every number that is the reason's own, rounded as texts round", () => {
    expect(strangeNumbers("38 % of this week's 58.2 km", reason)).toEqual([]);
    expect(strangeNumbers("38 % of this week's 36.2 mi", reason)).toEqual([]);
  });

  it("finds a number that is not, in figures or in words", () => {
    expect(strangeNumbers("39 % of this week's 58.3 km", reason)).toEqual(["58.3 km", "39 %"]);
    expect(strangeNumbers("the second of 12 runs, 22 min", reason)).toEqual(["22 min", "12", "second"]);
  });
});

describe("the check of numbers against the plan", () => {
  const samples = new Map<Reason["kind"], Told>();
  for (const plan of PLANS)
    for (const one of [...toldIn(plan), ...(samples.size < 30 ? restToldIn(plan) : [])])
      if (!samples.has(one.reason.kind)) samples.set(one.reason.kind, one);

  it("would find every number of every kind of reason if it were another", () => {
    const missed = [...samples.values()].flatMap(({ reason, place }) =>
      otherNumbersOf(reason)
        .filter(({ changed }) => contradictionsOf({ reason: changed, place }).length === 0)
        .map(({ path }) => `${reason.kind}${path}`),
    );
    expect(samples.size).toBeGreaterThan(35);
    expect(missed).toEqual([]);
  });
});
