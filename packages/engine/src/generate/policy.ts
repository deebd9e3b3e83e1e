import type { RaceRules, Rulebook } from "../rulebook/rulebook.ts";

/**
 * One way to build a plan. Policies are tried from the one that is wished for to the most modest;
 * the first whose finished plan breaks no law is the plan.
 */
export interface Policy {
  readonly taperWeeks: number;
  /**
   * `aim` grows as the defaults say; `long` lets the long run grow further where the race needs it, and weeks only
   * as far as they must to carry it; `hard` lets both grow nearly as far as the musts let it, for short horizons; `exact`
   * to their very edge, in odd hundreds of metres, for those who could otherwise not be helped at all.
   */
  readonly growth: "aim" | "long" | "hard" | "exact";
  readonly daysFewer: number;
  readonly qualityMax: number;
  /** Growth keeps well inside the laws, for weeks whose rounded runs would carry them across. */
  readonly isCareful: boolean;
  /** Share of the wished peak volume. */
  readonly peakShare: number;
  /** Weeks that the base gives to the build, where the key sessions of the race find no other place (law I8). */
  readonly baseFewer: number;
}

/**
 * Every policy, the nearest to the wish first. What gives way, in this order: sessions and gentle growth, then a
 * week of taper, then run days. A taper given up before that would come and go from one horizon to the next.
 */
export function policiesOf(race: RaceRules, weeks: number, rulebook: Rulebook): readonly Policy[] {
  const modest = rulebook.volume.modestPeakShare;
  const tapers = taperChoices(race, weeks, rulebook);
  const steps = [
    { growth: "aim", daysFewer: 0, qualityMax: 2, peakShare: 1, isCareful: false },
    { growth: "aim", daysFewer: 0, qualityMax: 1, peakShare: 1, isCareful: false },
    { growth: "long", daysFewer: 0, qualityMax: 2, peakShare: 1, isCareful: false },
    { growth: "long", daysFewer: 0, qualityMax: 1, peakShare: 1, isCareful: false },
    { growth: "hard", daysFewer: 0, qualityMax: 2, peakShare: 1, isCareful: false },
    { growth: "hard", daysFewer: 0, qualityMax: 1, peakShare: 1, isCareful: false },
    { growth: "aim", daysFewer: 0, qualityMax: 0, peakShare: 1, isCareful: false },
    { growth: "hard", daysFewer: 0, qualityMax: 0, peakShare: 1, isCareful: false },
    { growth: "aim", daysFewer: 0, qualityMax: 1, peakShare: modest, isCareful: false },
    { growth: "exact", daysFewer: 0, qualityMax: 1, peakShare: 1, isCareful: false },
    { growth: "exact", daysFewer: 0, qualityMax: 0, peakShare: 1, isCareful: false },
    { growth: "aim", daysFewer: 0, qualityMax: 1, peakShare: 1, isCareful: true },
    { growth: "hard", daysFewer: 0, qualityMax: 1, peakShare: 1, isCareful: true },
    { growth: "exact", daysFewer: 0, qualityMax: 1, peakShare: 1, isCareful: true },
    { growth: "aim", daysFewer: 0, qualityMax: 2, peakShare: 1, isCareful: true },
    { growth: "hard", daysFewer: 0, qualityMax: 2, peakShare: 1, isCareful: true },
    { growth: "aim", daysFewer: 0, qualityMax: 1, peakShare: 1, isCareful: false, baseFewer: 1 },
    { growth: "hard", daysFewer: 0, qualityMax: 1, peakShare: 1, isCareful: false, baseFewer: 1 },
    { growth: "aim", daysFewer: 1, qualityMax: 1, peakShare: 1, isCareful: false },
    { growth: "hard", daysFewer: 1, qualityMax: 1, peakShare: 1, isCareful: false },
    { growth: "hard", daysFewer: 1, qualityMax: 0, peakShare: modest, isCareful: false },
    { growth: "exact", daysFewer: 1, qualityMax: 0, peakShare: 1, isCareful: false },
    { growth: "hard", daysFewer: 2, qualityMax: 1, peakShare: 1, isCareful: false },
    { growth: "hard", daysFewer: 2, qualityMax: 0, peakShare: modest, isCareful: false },
    { growth: "hard", daysFewer: 3, qualityMax: 0, peakShare: 1, isCareful: false },
    { growth: "aim", daysFewer: 1, qualityMax: 2, peakShare: 1, isCareful: false },
    { growth: "hard", daysFewer: 1, qualityMax: 2, peakShare: 1, isCareful: false },
    { growth: "hard", daysFewer: 2, qualityMax: 2, peakShare: 1, isCareful: false },
    { growth: "hard", daysFewer: 3, qualityMax: 2, peakShare: 1, isCareful: false },
    { growth: "hard", daysFewer: 3, qualityMax: 1, peakShare: 1, isCareful: false },
  ] as const;
  const under = (some: readonly (typeof steps)[number][]): readonly Policy[] =>
    tapers.flatMap((taperWeeks) => some.map((step) => ({ baseFewer: 0, ...step, taperWeeks })));
  return [
    ...under(steps.filter(({ daysFewer }) => daysFewer === 0)),
    ...under(steps.filter(({ daysFewer }) => daysFewer > 0)),
  ];
}

/** Ways to get somebody through a race that there are too few weeks to train for: nothing new, nothing hard. */
export function finishPoliciesOf(race: RaceRules, weeks: number, rulebook: Rulebook): readonly Policy[] {
  const most = { qualityMax: 0, peakShare: 1, isCareful: false, baseFewer: 0 };
  return taperChoices(race, weeks, rulebook).flatMap((taperWeeks) =>
    [0, 1, 2, 3].flatMap((daysFewer) =>
      (["aim", "long"] as const).map((growth) => ({ ...most, taperWeeks, daysFewer, growth })),
    ),
  );
}

/** The taper aimed at, then shorter ones; a horizon of few weeks cannot spend too many of them on it. */
function taperChoices(
  { taper }: RaceRules,
  weeks: number,
  { periodization }: Rulebook,
): readonly [number, ...number[]] {
  const most = Math.max(taper.weeksMin, Math.floor(weeks * periodization.taperShareMax));
  const aim = Math.min(taper.weeksAim, most);
  return [aim, ...Array.from({ length: aim - taper.weeksMin }, (_, i) => aim - 1 - i)];
}

/** Weeks of taper that a plan of so many weeks aims at. */
export const taperAimOf = (race: RaceRules, weeks: number, rulebook: Rulebook): number =>
  taperChoices(race, weeks, rulebook)[0];
