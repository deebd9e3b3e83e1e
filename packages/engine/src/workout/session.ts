import { isRepeat, type Session, type Step } from "../plan/plan.ts";
import type { Zone } from "../plan/vocabulary.ts";
import type { DayRules, LongRunRules } from "../rulebook/rulebook.ts";
import type { WorkoutDefinition } from "../rulebook/workout-definition.ts";
import type { Work } from "./ladder.ts";
import { type Pacing, secondsPerMetre, stepByDistance, stepByTime } from "./pacing.ts";
import { totalsOf } from "./totals.ts";

/** A session that has no id yet. */
export type DraftSession = Omit<Session, "id">;

/** How easy running frames the work of a session. */
type FrameRules = Pick<DayRules, "warmUpSeconds" | "warmUpAimSeconds" | "coolDownSeconds" | "warmUpShare">;

/** A run in one zone. */
export function steadySession(
  definition: WorkoutDefinition,
  zone: Zone,
  metres: number,
  pacing: Pacing,
): DraftSession {
  return sessionFrom(definition, [easyStep(zone, metres, pacing)], pacing);
}

/** Warm-up, work and cool-down; what the work leaves of the distance is run easily around it. */
export function framedSession(work: Work, metres: number, shape: FrameRules, pacing: Pacing): DraftSession {
  const easy = Math.max(0, metres - work.metres);
  const before = warmUpSecondsOf(easy * secondsPerMetre("easy", pacing), shape);
  const beforeMetres = before / secondsPerMetre("easy", pacing);
  const steps = around(beforeMetres, work.steps, easy - beforeMetres, pacing);
  const [first, ...others] = steps;
  const isQuick = QUICK.includes(work.mainZone) && before >= shape.warmUpSeconds.min;
  if (!isQuick || first === undefined || isRepeat(first) || first.zone !== "easy")
    return sessionFrom(work.definition, steps, pacing);
  return sessionFrom(work.definition, [{ ...first, effort: WITH_STRIDES }, ...others], pacing);
}

/** Work that nobody starts cold: legs are shown its speed before it. */
const QUICK: readonly Zone[] = ["ten_k", "interval", "repetition", "race"];
const WITH_STRIDES = "easy, with a few relaxed strides at its end";

/**
 * Its share of the easy running, or as long as hard work wants it before the cool-down is at its least. What is more
 * than both may have is easy running, and lies on both sides.
 */
function warmUpSecondsOf(
  easySeconds: number,
  { coolDownSeconds, warmUpAimSeconds, warmUpSeconds, warmUpShare }: FrameRules,
): number {
  const share = easySeconds * warmUpShare;
  if (easySeconds > warmUpSeconds.max + coolDownSeconds.max) return share;
  const wished = Math.min(Math.max(share, warmUpAimSeconds), warmUpSeconds.max);
  return Math.min(wished, Math.max(easySeconds - coolDownSeconds.min, share));
}

/** Work inside a long run: most of the easy running comes first, a short part after it. */
export function longSession(
  definition: WorkoutDefinition,
  work: Work | null,
  metres: number,
  rules: LongRunRules,
  pacing: Pacing,
): DraftSession {
  if (work === null) return steadySession(definition, "easy", metres, pacing);
  const easy = tidyEasy(Math.max(0, metres - work.metres), rules, pacing);
  const after =
    work.definition.frame === "end"
      ? 0
      : wholeMinutes(Math.min(easy * rules.afterWorkShare, rules.afterWorkMetresMax), pacing);
  return sessionFrom(work.definition, around(easy - after, work.steps, after, pacing), pacing);
}

/** Without paces the easy part of a long run is told in steps of five minutes. */
function tidyEasy(metres: number, { easySeconds }: LongRunRules, pacing: Pacing): number {
  if (!pacing.estimated) return metres;
  const perMetre = secondsPerMetre("easy", pacing);
  const coarse = (Math.floor((metres * perMetre) / easySeconds) * easySeconds) / perMetre;
  return coarse >= metres * TIDY_SHARE ? coarse : metres;
}

/** Without paces easy running is told in whole minutes: two parts of a run are not both rounded up. */
function wholeMinutes(metres: number, pacing: Pacing): number {
  if (!pacing.estimated) return metres;
  const metresPerMinute = 60 / secondsPerMetre("easy", pacing);
  return Math.floor(metres / metresPerMinute + 1e-6) * metresPerMinute;
}

/** Rounding that costs more than this is left out: a long run is as long as it has to be. */
const TIDY_SHARE = 0.985;

/** Easy running that ends with a few fast strides. */
export function touchSession(work: Work, metres: number, pacing: Pacing): DraftSession {
  return sessionFrom(work.definition, around(metres - work.metres, work.steps, 0, pacing), pacing);
}

/** The goal race. Its distance is exact; its time is what the index predicts. */
export function raceSession(title: string, metres: number, pacing: Pacing): DraftSession {
  const seconds = Math.round(metres * secondsPerMetre("race", pacing));
  const steps: readonly Step[] = [{ zone: "race", by: "distance", metres, seconds }];
  return {
    kind: "race",
    title,
    quality: true,
    metres,
    seconds,
    ...(pacing.estimated ? { estimated: true as const } : {}),
    steps,
    chosen: "a",
  };
}

/** Both easy parts together are never more than what was asked for: a metre too many may break a law. */
function around(before: number, work: readonly Step[], after: number, pacing: Pacing): readonly Step[] {
  const nearly = (metres: number): readonly Step[] => (metres < 50 ? [] : [easyStep("easy", metres, pacing)]);
  const first = Math.round(before);
  return [...nearly(first), ...work, ...nearly(Math.floor(before + after + 1e-6) - first)];
}

/** Easy running is measured in distance where there are paces, in whole minutes where there are none. */
function easyStep(zone: Zone, metres: number, pacing: Pacing): Step {
  if (!pacing.estimated) return stepByDistance(zone, metres, pacing);
  const minutes = Math.max(1, Math.round((metres * secondsPerMetre("easy", pacing)) / 60));
  return stepByTime(zone, minutes * 60, pacing);
}

/** A session of these steps; distance and time are theirs. */
export function sessionFrom(
  definition: WorkoutDefinition,
  steps: readonly Step[],
  pacing: Pacing,
): DraftSession {
  return {
    kind: definition.kind,
    title: definition.title,
    workout: definition.id,
    quality: definition.quality,
    ...totalsOf(steps),
    ...(pacing.estimated ? { estimated: true as const } : {}),
    steps,
    chosen: "a",
  };
}
