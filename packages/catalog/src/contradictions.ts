import {
  PHASES,
  RACE_DISTANCES,
  type RaceDistance,
  type RaceRules,
  type Rulebook,
  VOLUME_TIERS,
} from "@strideiq/engine";
import { type ConfigPath, pathText } from "./config-file.ts";
import type { Contradictions } from "./contradiction.ts";
import { contractContradictions } from "./contract/contract-contradictions.ts";
import { lawContradictions } from "./law-contradictions.ts";
import { libraryContradictions } from "./library-contradictions.ts";

/** What no single value shows: numbers out of order, names that nothing answers to. */
export function contradictionsIn(rulebook: Rulebook): Contradictions {
  return [
    ...fromTo(["horizon"], rulebook.horizon, "weeksMin", "weeksMax"),
    ...RACE_DISTANCES.flatMap((distance) => raceContradictions(distance, rulebook)),
    ...standardPlanContradictions(rulebook),
    ...paceContradictions(rulebook),
    ...contractContradictions(rulebook),
    ...lawContradictions(rulebook),
    ...libraryContradictions(rulebook),
  ];
}

function raceContradictions(distance: RaceDistance, rulebook: Rulebook): Contradictions {
  const race = rulebook.races[distance];
  const at = ["races", distance] as const;
  return [
    ...fromTo([...at, "taper"], race.taper, "weeksMin", "weeksAim"),
    ...taperContradictions([...at, "taper", "volumeShare"], race),
    ...tierContradictions([...at, "tiers"], race),
    ...mesocycleContradictions([...at, "mesocycles"], race),
    ...programContradictions(distance, rulebook),
    ...idleContradictions(distance, race),
  ];
}

/** The taper falls towards the race, so the shares rise with the weeks to it; race week stands first. */
function taperContradictions(at: ConfigPath, { taper }: RaceRules): Contradictions {
  const shares = taper.volumeShare;
  const tooShort = shares.length < taper.weeksAim;
  return [
    ...(tooShort
      ? [{ path: at, message: `${pathText(at)} needs a share for each of the weeksAim taper weeks.` }]
      : []),
    ...rising(shares, (index) => [...at, index]),
  ];
}

function tierContradictions(at: ConfigPath, { tiers }: RaceRules): Contradictions {
  const ascending = (
    ["fromMetres", "startMetres", "peakMetres", "longRunPeakMetres", "planningRpi"] as const
  ).flatMap((key) =>
    rising(
      VOLUME_TIERS.map((tier) => tiers[tier][key]),
      (index) => [...at, VOLUME_TIERS[index] ?? "", key],
    ),
  );
  const first: ConfigPath = [...at, "builder", "fromMetres"];
  return [
    ...(tiers.builder.fromMetres === 0
      ? []
      : [{ path: first, message: `${pathText(first)} must be 0: every runner has a tier.` }]),
    ...ascending,
    ...VOLUME_TIERS.flatMap((tier) => fromTo([...at, tier], tiers[tier], "startMetres", "peakMetres")),
  ];
}

const mesocycleContradictions = (at: ConfigPath, { mesocycles }: RaceRules): Contradictions =>
  rising(
    mesocycles.map(({ phase }) => PHASES.indexOf(phase)),
    (index) => [...at, index, "phase"],
    "stands out of order: base, build, peak, each once",
  );

/** After the base weeks hold hard sessions: a phase that names none would leave them to the quotas of law I8 alone. */
function idleContradictions(distance: RaceDistance, { program }: RaceRules): Contradictions {
  return (["build", "peak"] as const).flatMap((phase) => {
    const path = ["races", distance, "program", phase, "primary"];
    const { primary, secondary } = program[phase];
    return primary.length + secondary.length > 0
      ? []
      : [
          {
            path,
            message: `${pathText(path)} is empty, and so is secondary: this phase would train nothing.`,
          },
        ];
  });
}

/** Every stimulus and long run that a phase asks for has a primary workout for that race and phase, and a dose. */
function programContradictions(
  distance: RaceDistance,
  { races, quality, workouts }: Rulebook,
): Contradictions {
  return PHASES.flatMap((phase) => {
    const program = races[distance].program[phase];
    const fitting = workouts.filter(
      ({ role, phases, distances }) =>
        role === "primary" && phases.includes(phase) && distances.includes(distance),
    );
    const stimuli = new Set(fitting.flatMap(({ stimulus, longRun }) => (longRun === null ? [stimulus] : [])));
    const longRuns = new Set(fitting.map(({ longRun }) => longRun));
    const at = (slot: keyof typeof program, index: number): ConfigPath => [
      "races",
      distance,
      "program",
      phase,
      slot,
      index,
    ];
    const missing = (path: ConfigPath, name: string): Contradictions => [
      {
        path,
        message: `${pathText(path)} is ${name}, and the library has no such workout for this race and phase.`,
      },
    ];
    const undosed = (path: ConfigPath, name: string): Contradictions => [
      { path, message: `${pathText(path)} is ${name}, and quality.doses has no dose for it.` },
    ];
    return [
      ...(["primary", "secondary", "touches"] as const).flatMap((slot) =>
        program[slot].flatMap((name, index) => [
          ...(stimuli.has(name) ? [] : missing(at(slot, index), name)),
          ...(slot === "touches" || quality.doses[name] ? [] : undosed(at(slot, index), name)),
        ]),
      ),
      ...program.longRuns.flatMap((name, index) =>
        longRuns.has(name) ? [] : missing(at("longRuns", index), name),
      ),
    ];
  });
}

function standardPlanContradictions({ standardPlans, horizon }: Rulebook): Contradictions {
  const keys = standardPlans.map(
    ({ distance, weeks, tier }) => `${distance} in ${String(weeks)} weeks, ${tier}`,
  );
  return standardPlans.flatMap((plan, index) => {
    const at = ["standardPlans", index] as const;
    const isKnown = plan.weeks >= horizon.weeksMin && plan.weeks <= horizon.weeksMax;
    return [
      ...fromTo(at, plan, "startMetres", "peakMetres"),
      ...(isKnown
        ? []
        : [{ path: [...at, "weeks"], message: `${pathText([...at, "weeks"])} lies outside the horizon.` }]),
      ...(keys.indexOf(keys[index] ?? "") === index
        ? []
        : [{ path: at, message: `${pathText(at)} stands twice: ${keys[index] ?? ""}.` }]),
    ];
  });
}

function paceContradictions({ pace }: Rulebook): Contradictions {
  const { easy, threshold, interval, repetitionSecondsPer400, worldRecordSeconds } = pace;
  const shares = { ...easy, threshold, interval };
  return [
    ...fromTo(["pace", "easy"], easy, "slow", "fast"),
    ...fromTo(["pace"], shares, "fast", "threshold"),
    ...fromTo(["pace"], shares, "threshold", "interval"),
    ...rising(
      repetitionSecondsPer400.map(({ rpiMin }) => rpiMin),
      (index) => ["pace", "repetitionSecondsPer400", index, "rpiMin"],
    ),
    ...(["metres", "seconds"] as const).flatMap((key) =>
      rising(
        worldRecordSeconds.map((row) => row[key]),
        (index) => ["pace", "worldRecordSeconds", index, key],
      ),
    ),
  ];
}

/** Strictly rising values; the first that does not rise is told. */
function rising(
  values: readonly number[],
  pathOf: (index: number) => ConfigPath,
  complaint = "does not rise above the one before it",
): Contradictions {
  const index = values.findIndex((value, i) => i > 0 && value <= (values[i - 1] ?? -Infinity));
  return index === -1 ? [] : [{ path: pathOf(index), message: `${pathText(pathOf(index))} ${complaint}.` }];
}

/** One number of a group must not exceed another. */
function fromTo<Key extends string>(
  at: ConfigPath,
  group: Readonly<Record<Key, number>>,
  low: Key,
  high: Key,
): Contradictions {
  const path = [...at, low];
  return group[low] <= group[high]
    ? []
    : [
        {
          path,
          message: `${pathText(path)} is ${String(group[low])}, above ${high}, which is ${String(group[high])}.`,
        },
      ];
}
