import type { WeekFrame } from "../generate/frame.ts";
import type { QualityIntent, WeekProgram } from "../generate/program.ts";
import type { Runner } from "../generate/runner.ts";
import { stressOfZone } from "../plan/stimulus.ts";
import type { RaceDistance } from "../plan/vocabulary.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Stimulus } from "../rulebook/workout-definition.ts";
import type { WeekVolume } from "../volume/week-volume.ts";
import { climb, sessionText } from "../workout/block.ts";
import { type Dose, doseOf } from "../workout/dose.ts";
import { type LadderFacts, waysOf, type Work } from "../workout/ladder.ts";
import { type Pacing, secondsPerMetre } from "../workout/pacing.ts";
import { MARGINS } from "../volume/margins.ts";
import { carriedMetres, qualityMetresMin, roomAt, type RoomFacts } from "./arrange-week.ts";
import { familiarWorks, type OpenPlace } from "./familiar-works.ts";
import type { WeekContext } from "./week-context.ts";
import { itemAt } from "../result/item-at.ts";

/** A plan before its weeks have days, as far as sizing its key sessions asks for it. */
export interface UnplacedPlan {
  readonly runner: Runner;
  readonly distance: RaceDistance;
  readonly frames: readonly WeekFrame[];
  readonly volumes: readonly WeekVolume[];
  readonly programs: readonly WeekProgram[];
  readonly peak: WeekContext["peak"];
  readonly pacing: Pacing;
  readonly rulebook: Rulebook;
}

/** A key session that waits for its work. */
interface Place extends OpenPlace {
  readonly intent: QualityIntent;
  readonly dose: Dose;
}

/**
 * The work of every key session, in the order of the program: each stimulus is a block that climbs from its
 * first session to its last; cutbacks and tapers hold less of what the block held before them, and the last days
 * before the race nothing new. Null where the library has nothing for a session.
 */
export function qualityWorksOf(plan: UnplacedPlan): readonly (readonly (Work | null)[])[] {
  const works = plan.programs.map(({ quality }) => quality.map((): Work | null => null));
  const held = new Set<string>();
  const all = placesByStimulus(plan);
  for (const places of all.values()) {
    const chosen = climbed(places, held, plan.rulebook);
    places.forEach((place, i) => {
      const work = itemAt(chosen, i);
      itemAt(works, place.week)[place.index] = work;
      if (work !== null) held.add(sessionText(work));
    });
  }
  return familiarWorks(works, [...all.values()].flat(), plan.frames, plan.rulebook);
}

/** The block first, then what stands outside it. */
function climbed(
  places: readonly Place[],
  held: ReadonlySet<string>,
  { quality }: Rulebook,
): readonly (Work | null)[] {
  const block = places.filter(({ intent }) => intent.inBlock);
  const steps = block.map(({ ways, dose, intent }) => ({
    ways,
    doseSeconds: dose.seconds,
    progress: block.length === 1 ? ALONE : intent.progress,
  }));
  const works = climb(steps, held, quality.block);
  let last: Work | null = null;
  return places.map((place) => {
    if (!place.intent.inBlock) return lighter(place, last);
    last = works[block.indexOf(place)] ?? last;
    return last;
  });
}

/** A session without a block behind it stands low on the ladder: its pieces are new to the runner. */
const ALONE = 0.35;

function placesByStimulus(plan: UnplacedPlan): ReadonlyMap<Stimulus, readonly Place[]> {
  const places = new Map<Stimulus, Place[]>();
  plan.programs.forEach(({ quality }, week) => {
    const room = roomFor(plan, week);
    quality.forEach((intent, index) => {
      const place = placeOf(plan, week, index, intent, room);
      if (place === null) return;
      const row = places.get(intent.stimulus);
      if (row === undefined) places.set(intent.stimulus, [place]);
      else row.push(place);
    });
  });
  return places;
}

function placeOf(
  { runner, distance, frames, volumes, pacing, rulebook }: UnplacedPlan,
  week: number,
  index: number,
  intent: QualityIntent,
  room: number,
): Place | null {
  const { stimulus, progress, doseShare } = intent;
  const { phase } = itemAt(frames, week);
  const weekMetres = itemAt(volumes, week).metres;
  const share = stimulus === "marathon_pace" ? rulebook.quality.midweekRacePaceShare : 1;
  const dose = doseOf(
    {
      stimulus,
      weekMetres,
      tier: runner.tier,
      progress,
      doseShare: doseShare * share,
    },
    pacing,
    rulebook,
  );
  if (dose === null) return null;
  const facts = { stimulus, longRun: null, phase, distance, tier: runner.tier };
  const aim = shareAim(stimulus, runner, rulebook) * weekMetres * MARGINS.minutes;
  const fits = (work: Work): boolean => qualityMetresMin({ runner, rulebook }, work) <= room;
  const isModest = (work: Work): boolean =>
    fits(work) && work.workSeconds <= aim * secondsPerMetre(work.mainZone, pacing);
  const modest = roomyWays(facts, dose, isModest, pacing, rulebook);
  const sized = modest ?? roomyWays(facts, dose, fits, pacing, rulebook);
  const ways = sized?.ways ?? waysOf(facts, dose, pacing, rulebook);
  const waysAt = (seconds: number): readonly Work[] =>
    waysOf(facts, { seconds, secondsMax: dose.secondsMax }, pacing, rulebook).filter(fits);
  return { week, index, intent, dose: sized?.dose ?? dose, ways, waysAt };
}

/** Law I4: the share of its week that the work of a session is meant to keep to. */
function shareAim(stimulus: Stimulus, { tier }: Runner, { quality, laws }: Rulebook): number {
  const aims = laws.I4.shareAim[tier];
  const zone = quality.doses[stimulus]?.zone;
  const stress = zone === undefined ? "endurance" : stressOfZone(zone);
  if (stress === "race_pace") return aims.marathon;
  return stress === "endurance" ? 1 : aims[stress];
}

/**
 * Ways that fit their week; null where none does. Where not all of them do smaller doses stand beside the
 * one aimed at, so that a block that cannot grow in minutes can still be cut in other ways.
 */
function roomyWays(
  facts: LadderFacts,
  wished: Dose,
  fits: (work: Work) => boolean,
  pacing: Pacing,
  rulebook: Rulebook,
): Pick<Place, "dose" | "ways"> | null {
  const whole = waysOf(facts, wished, pacing, rulebook);
  const roomy = whole.filter(fits);
  if (whole.length > 0 && roomy.length === whole.length) return { dose: wished, ways: whole };
  let least = wished;
  for (const share of SMALLER_DOSES) {
    const dose = { seconds: wished.seconds * share, secondsMax: wished.secondsMax };
    const more = waysOf(facts, dose, pacing, rulebook).filter(fits);
    if (roomy.length === 0 && more.length > 0) least = dose;
    for (const way of more) if (!roomy.some((one) => sessionText(one) === sessionText(way))) roomy.push(way);
    if (roomy.length >= WAYS_ENOUGH) break;
  }
  return roomy.length > 0 ? { dose: least, ways: roomy.toSorted(byPiece) } : null;
}

/** Shares of a dose that are tried where the days have no room for all of it, and ways that are choice enough. */
const SMALLER_DOSES = [0.85, 0.72, 0.6, 0.5, 0.4];
const WAYS_ENOUGH = 8;

const byPiece = (a: Work, b: Work): number =>
  a.longestPieceSeconds - b.longestPieceSeconds || a.workSeconds - b.workSeconds;

/** The longest run that as many days as the week has key sessions all have room for, and the week too. */
function roomFor(plan: UnplacedPlan, week: number): number {
  const { runner, distance, frames, volumes, programs, peak, rulebook } = plan;
  const [frame, volume] = [itemAt(frames, week), itemAt(volumes, week)];
  const facts: RoomFacts = { frame, volume, runner, rulebook, peak, distance };
  const rooms = frame.days
    .map((day, index) => {
      const mayBeHard =
        day.daysToRace > rulebook.laws.S3.daysMin &&
        runner.available.includes(day.weekday) &&
        (frame.longDay < 0 || (index !== frame.longDay && index !== frame.longDay + 1));
      return mayBeHard ? roomAt(facts, index) : 0;
    })
    .sort((a, b) => b - a);
  const sessions = Math.max(1, itemAt(programs, week).quality.length);
  return Math.min(itemAt(rooms, sessions - 1), carriedMetres(facts, sessions) / sessions);
}

/** Outside the block: pieces like the last ones where there are some, at the smaller dose. */
function lighter({ ways, dose }: Place, last: Work | null): Work | null {
  const off = (work: Work): number => {
    const unlike =
      last === null ? 0 : Math.abs(Math.log(work.longestPieceSeconds / last.longestPieceSeconds));
    const unbroken = work.pieces === 1 && last?.pieces !== 1 ? UNBROKEN_TOO_EARLY : 0;
    return Math.abs(work.workSeconds / dose.seconds - 1) + unlike + unbroken;
  };
  const [first, ...others] = ways;
  if (first === undefined) return null;
  return others.reduce((best, way) => (off(way) < off(best) ? way : best), first);
}

/** More than any missed dose: an unbroken run stands at the end of a block, not in a light week before it. */
const UNBROKEN_TOO_EARLY = 2;
