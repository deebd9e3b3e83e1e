import {
  daysBetween,
  addDays,
  easyPaceOf,
  nextWeekday,
  planningPacesOf,
  rpiOf,
  tierOf,
  trainingPacesOf,
  WEEKDAYS,
  weekdayOf,
  type Growth,
  type PlanRequest,
  type Rulebook,
  type VolumeTier,
} from "@strideiq/engine";

/** What the promise asks of a wish before a plan is owed. All reckoned here, from the rulebook alone. */
interface Standing {
  readonly tier: VolumeTier;
  readonly weeks: number;
  readonly startMetres: number;
  readonly easySecondsPerMetre: number;
}

function standingOf(request: PlanRequest, rulebook: Rulebook): Standing {
  const race = rulebook.races[request.distance];
  const { weeklyMetres, result } = request;
  const tier = tierOf(request, rulebook);
  const paces =
    result === null
      ? planningPacesOf(request.distance, tier, rulebook)
      : trainingPacesOf(rpiOf(result), rulebook.pace, race.metres);
  return {
    tier,
    weeks: weekStartsOf(request).length,
    startMetres: weeklyMetres ?? (isNewTo(request, rulebook) ? 0 : race.tiers[tier].startMetres),
    easySecondsPerMetre: easyPaceOf(paces) / 1000,
  };
}

/** A builder of whom nothing is known, before one of the longer races, runs nothing as yet. */
const isNewTo = (request: PlanRequest, { builder }: Rulebook): boolean =>
  request.tier === "builder" &&
  request.longestMetres === null &&
  request.result === null &&
  (request.history?.weeks ?? []).length === 0 &&
  !builder.assumedNew.includes(request.distance);

/** First days of all calendar weeks from the next week start to the race week. */
function weekStartsOf(request: PlanRequest): readonly PlanRequest["today"][] {
  const first = nextWeekday(request.today, request.weekStart);
  const weeks = Math.floor(daysBetween(first, request.raceDate) / 7) + 1;
  return Array.from({ length: Math.max(0, weeks) }, (_, i) => addDays(first, 7 * i));
}

/**
 * Who is never refused: at or above the entry of law E1, able to carry three days (E3 with E4), enough
 * weeks for the race and for how little is run so far, at most twelve hours a week, and no limit on how long a day
 * may be.
 */
export function isPromised(request: PlanRequest, rulebook: Rulebook): boolean {
  const { weeks, startMetres, easySecondsPerMetre } = standingOf(request, rulebook);
  const { E1, E3, E4 } = rulebook.laws;
  const { weeksMin, smallWeek } = rulebook.races[request.distance];
  const isSmall = smallWeek !== undefined && startMetres <= smallWeek.metresMax;
  const carriesThreeDays = startMetres >= (E3.otherRunMetresMin / E4.carryFactor) * (1 + E4.carryFactor * 2);
  return (
    Object.keys(request.dayLimits).length === 0 &&
    startMetres >= E1.entryMetres[request.distance] &&
    carriesThreeDays &&
    weeks >= (isSmall ? Math.max(weeksMin, smallWeek.weeksMin) : weeksMin) &&
    startMetres * easySecondsPerMetre <= 12 * 3600
  );
}

/**
 * Whether the laws' own arithmetic forbids every plan, however it is made: the largest steps that V4, V1,
 * V6, E2 and L3 allow, taken in every build week, end below the floor of law L1 or the least peak of E4.
 */
export function isBeyondTheLaws(request: PlanRequest, rulebook: Rulebook): boolean {
  const { easySecondsPerMetre, weeks } = standingOf(request, rulebook);
  const { L6, E4, V5 } = rulebook.laws;
  if (floorOf(request, rulebook) * easySecondsPerMetre > L6.secondsMax[request.distance]) return true;
  const count = weeksBeforeTaper(request, rulebook);
  // A cutback beside the taper would be none, and the first week has nothing to recover from.
  const cutbacks =
    weeks >= V5.requiredFromWeeks ? Array.from({ length: Math.max(0, count - 2) }, (_, i) => i + 1) : [null];
  return !cutbacks.some((cutback) => {
    const top = highestReach(request, rulebook, count, cutback);
    const longRunNeeded = leastPeakLongRun(request, rulebook, count);
    return top.longMetres >= longRunNeeded && top.weekMetres >= E4.peakMetres[request.distance].min;
  });
}

const floorOf = (request: PlanRequest, rulebook: Rulebook): number => {
  const { builderFloorMetres, floorMetres } = rulebook.laws.L1;
  return (tierOf(request, rulebook) === "builder" ? builderFloorMetres : floorMetres)[request.distance];
};

/**
 * The shortest peak long run that law L1 takes: the minimum of the tier, where steps that L3 does not flag
 * lead there from a known longest run within the hours of L6; otherwise the floor of the race.
 */
function leastPeakLongRun(request: PlanRequest, rulebook: Rulebook, weeks: number): number {
  const { L1, L3, L6 } = rulebook.laws;
  const { distance, longestMetres } = request;
  const { tier, easySecondsPerMetre } = standingOf(request, rulebook);
  const floor = floorOf(request, rulebook);
  if (tier === "builder" || longestMetres === null) return floor;
  const minimum = L1.tierMetresMin[distance][tier === "elite" ? "high" : tier];
  const seconds = L6.secondsAim[distance] ?? L6.secondsMax[distance];
  let gentle = longestMetres;
  for (let week = 0; week < weeks; week += 1) gentle = grownBy(gentle, { ...L3, growthMax: L3.flagGrowth });
  // A bound that ends exactly at the minimum still counts as one that keeps the peak there.
  return gentle > minimum && minimum * easySecondsPerMetre < seconds ? minimum : floor;
}

/**
 * Weeks whose long run may still be the peak (L4) while the taper keeps its least length (T1). A week that
 * lies mostly within the last seven days is itself part of the taper.
 */
function weeksBeforeTaper(request: PlanRequest, { laws }: Rulebook): number {
  const daysMin = Math.max(laws.L4.days[request.distance].min, 7 * laws.T1.weeks[request.distance].min);
  const free = WEEKDAYS.filter((day) => !request.unavailable.includes(day));
  const longDays = free.includes(request.longRunDay) ? [request.longRunDay] : free;
  return weekStartsOf(request).filter((start) => {
    const days = [0, 1, 2, 3, 4, 5, 6].map((offset) => addDays(start, offset));
    const toRace = (date: PlanRequest["raceDate"]): number => daysBetween(date, request.raceDate);
    const inRaceWeek = days.filter((date) => toRace(date) < 7).length;
    return (
      inRaceWeek * 2 < days.length &&
      days.some((date) => longDays.includes(weekdayOf(date)) && toRace(date) >= daysMin)
    );
  }).length;
}

interface Reach {
  readonly weekMetres: number;
  readonly longMetres: number;
}

function highestReach(
  request: PlanRequest,
  rulebook: Rulebook,
  weeks: number,
  cutback: number | null,
): Reach {
  const { V1, V6, L3 } = rulebook.laws;
  let reach = firstReach(request, rulebook);
  for (let week = 1; week < weeks; week += 1) {
    if (week === cutback) continue;
    const grown = grownBy(reach.weekMetres, V1);
    const resumed = cutback === week - 1 ? Math.min(grown, reach.weekMetres * V6.share.max) : grown;
    reach = balanced(request, rulebook, resumed, grownBy(reach.longMetres, L3));
  }
  return reach;
}

function firstReach(request: PlanRequest, rulebook: Rulebook): Reach {
  const { V4, E2, L3 } = rulebook.laws;
  const { startMetres } = standingOf(request, rulebook);
  const week = startMetres < V4.smallMetres ? startMetres + V4.smallStepMetres : startMetres * V4.share.max;
  const long =
    request.longestMetres === null
      ? Number.POSITIVE_INFINITY
      : request.longestMetres === 0
        ? L3.returnMetres
        : grownBy(request.longestMetres, E2);
  return balanced(request, rulebook, week, long);
}

/** E4: the long run carries the week. L5: the week carries the long run. */
function balanced(request: PlanRequest, rulebook: Rulebook, week: number, long: number): Reach {
  const { E4, L5 } = rulebook.laws;
  const carried = Math.min(week, long * (1 + E4.carryFactor * (request.daysPerWeek - 1)));
  const longMetres = inWholeMinutes(Math.min(long, carried * L5.shareFewDays), request, rulebook);
  return { weekMetres: carried, longMetres };
}

/** Without a result runs are prescribed in whole minutes, and a limit in metres lies between two of them. */
function inWholeMinutes(metres: number, request: PlanRequest, rulebook: Rulebook): number {
  if (request.result !== null || !Number.isFinite(metres)) return metres;
  const metresPerMinute = 60 / standingOf(request, rulebook).easySecondsPerMetre;
  return Math.floor(metres / metresPerMinute) * metresPerMinute;
}

const grownBy = (metres: number, { growthMax, smallMetres, smallStepMetres }: Growth): number =>
  Math.max(metres * growthMax, metres < smallMetres ? metres + smallStepMetres : 0);
