import {
  RACE_DISTANCES,
  type RaceDistance,
  type Rulebook,
  type LawId,
  VOLUME_TIERS,
  type Zone,
} from "@strideiq/engine";
import { type ConfigPath, pathText } from "./config-file.ts";
import type { Contradictions } from "./contradiction.ts";

/** A number of the generator and the must that it may not pass. */
interface Bounded {
  readonly path: ConfigPath;
  readonly value: number;
  readonly law: LawId;
  readonly limit: number;
  readonly side: "most" | "least";
}

/**
 * Numbers that plans are made with and that no plan may hold: each beside the must of the same file. The
 * engine would search for another way around them and find a poorer plan, or none.
 */
export const lawContradictions = (rulebook: Rulebook): Contradictions =>
  [
    ...volumeBounds(rulebook),
    ...longRunBounds(rulebook),
    ...RACE_DISTANCES.flatMap((distance) => raceBounds(distance, rulebook)),
    ...standardPlanBounds(rulebook),
    ...qualityBounds(rulebook),
  ]
    .filter(({ value, limit, side }) => (side === "most" ? value > limit : value < limit))
    .map(({ path, value, law, limit, side }) => ({
      path,
      message: `${pathText(path)} is ${String(value)}; law ${law} takes ${side === "most" ? "at most" : "at least"} ${String(limit)}.`,
    }));

const most = (law: LawId, limit: number, path: ConfigPath, value: number): Bounded => ({
  path,
  value,
  law,
  limit,
  side: "most",
});

const least = (law: LawId, limit: number, path: ConfigPath, value: number): Bounded => ({
  path,
  value,
  law,
  limit,
  side: "least",
});

function volumeBounds({ volume, laws: { V1, V5, V7 } }: Rulebook): readonly Bounded[] {
  return [
    ...(["growthAim", "growthStepShare", "growthHard", "growthExact"] as const).map((key) =>
      most("V1", V1.growthMax, ["volume", key], volume[key]),
    ),
    least("V5", 1 - V5.depthMax, ["volume", "cutbackShare"], volume.cutbackShare),
    most("V5", 1 - V5.labelledFrom, ["volume", "cutbackShare"], volume.cutbackShare),
    ...VOLUME_TIERS.map((tier) =>
      most("V5", V5.streakMax[tier], ["volume", "streakMax", tier], volume.streakMax[tier]),
    ),
    ...(["peakGrowthMax", "peakGrowthHard"] as const).map((key) =>
      most("V7", V7.ratioMax, ["volume", key], volume[key]),
    ),
  ];
}

function longRunBounds({ longRun, laws: { L2, L3, L5 } }: Rulebook): readonly Bounded[] {
  return [
    ...(["growthAim", "growthHard", "growthExact"] as const).map((key) =>
      most("L3", L3.growthMax, ["longRun", key], longRun[key]),
    ),
    most("L2", L2.secondShareMax, ["longRun", "secondLongestAim"], longRun.secondLongestAim),
    ...longRun.shareOfWeekMax.map(({ daysMin, share }, index) =>
      most(
        "L5",
        daysMin >= L5.manyDays ? L5.shareManyDays : L5.shareFewDays,
        ["longRun", "shareOfWeekMax", index, "share"],
        share,
      ),
    ),
  ];
}

function raceBounds(distance: RaceDistance, { races, laws }: Rulebook): readonly Bounded[] {
  const { taper, tiers } = races[distance];
  const at: ConfigPath = ["races", distance];
  const { T1, T2, E4, L1 } = laws;
  return [
    least("T1", T1.weeks[distance].min, [...at, "taper", "weeksMin"], taper.weeksMin),
    most("T1", T1.weeks[distance].max, [...at, "taper", "weeksAim"], taper.weeksAim),
    ...taper.volumeShare
      .slice(0, 1)
      .map((share) => most("T2", T2.raceWeekShareMax, [...at, "taper", "volumeShare", 0], share)),
    ...VOLUME_TIERS.flatMap((tier) => [
      most("E4", E4.peakMetres[distance].max, [...at, "tiers", tier, "peakMetres"], tiers[tier].peakMetres),
      most(
        "L1",
        L1.peakMetres[distance].max,
        [...at, "tiers", tier, "longRunPeakMetres"],
        tiers[tier].longRunPeakMetres,
      ),
    ]),
  ];
}

const standardPlanBounds = ({ standardPlans, laws: { E4, V7 } }: Rulebook): readonly Bounded[] =>
  standardPlans.flatMap(({ distance, startMetres, peakMetres }, index) => {
    const path: ConfigPath = ["standardPlans", index, "peakMetres"];
    return [
      most("V7", startMetres * V7.ratioMax, path, peakMetres),
      least("V7", peakMetres / V7.ratioMax, ["standardPlans", index, "startMetres"], startMetres),
      most("E4", E4.peakMetres[distance].max, path, peakMetres),
      least("E4", E4.peakMetres[distance].min, path, peakMetres),
    ];
  });

function qualityBounds({ quality, laws: { H2, I3, I4 } }: Rulebook): readonly Bounded[] {
  const metresMax: Partial<Record<Zone, number>> = {
    threshold: I3.thresholdMetres,
    interval: I3.intervalMetres,
    repetition: I3.repetitionMetres,
    marathon: I3.marathonPaceMetres,
  };
  const shareMax: Partial<Record<Zone, number>> = I4.shareMax;
  const days = quality.perWeek.map(({ sessions }, index) =>
    most("H2", H2.perWeekMax, ["quality", "perWeek", index, "sessions"], sessions),
  );
  const doses = Object.entries(quality.doses).flatMap(([stimulus, dose]) => {
    const at: ConfigPath = ["quality", "doses", stimulus];
    return [
      most("I3", metresMax[dose.zone] ?? Infinity, [...at, "metresMax"], dose.metresMax),
      most("I4", shareMax[dose.zone] ?? Infinity, [...at, "shareOfWeekMax"], dose.shareOfWeekMax),
      ...VOLUME_TIERS.map((tier) =>
        most(
          "I3",
          dose.zone === "threshold" ? I3.thresholdSeconds : Infinity,
          [...at, "seconds", tier, "max"],
          dose.seconds[tier].max,
        ),
      ),
    ];
  });
  return [...days, ...doses];
}
