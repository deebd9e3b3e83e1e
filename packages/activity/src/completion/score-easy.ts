import { isRepeat, type Step, type TrainingPaces } from "@strideiq/engine";
import type { Athlete } from "../analysis/load.ts";
import type { Beat } from "../analysis/rhythm.ts";
import type { ActivityRules, CompletionRules } from "../rules/activity-rules.ts";
import type { IntentReason, IntentScore, Score } from "./completion.ts";
import { isStride } from "./work.ts";

/**
 * Whether an easy run was easy: by how much of it was faster than planned, by the heart, and by how hard its athlete
 * found it; the worst of what is known. Unknown where nothing is.
 */
export function scoreEasy(
  steps: readonly Step[],
  beats: readonly Beat[],
  effort: number | null,
  { paces, thresholdHeartRate }: Athlete,
  { completion, heartRateZones }: ActivityRules,
): IntentScore {
  const tooFast = paces === null ? null : tooFastShare(beats, steps, paces, completion);
  const [, easyShare = 1] = heartRateZones.shares;
  const tooHard = thresholdHeartRate === null ? null : tooHardShare(beats, easyShare * thresholdHeartRate);
  const judged: readonly Judged[] = [
    ...(tooFast === null ? [] : [{ score: easyScore(tooFast, completion), reason: "too_fast" as const }]),
    ...(tooHard === null
      ? []
      : [{ score: easyScore(tooHard, completion), reason: "heart_rate_high" as const }]),
    ...(effort === null ? [] : [{ score: effortScore(effort, completion), reason: "effort_high" as const }]),
  ];
  const share = tooFast === null && tooHard === null ? null : Math.max(tooFast ?? 0, tooHard ?? 0);
  if (judged.length === 0) return { score: null, reasons: ["unknown"], share, steps: [] };
  return {
    score: worstOf(judged.map(({ score }) => score)),
    reasons: judged.filter(({ score }) => score !== "nailed").map(({ reason }) => reason),
    share,
    steps: [],
  };
}

interface Judged {
  readonly score: Score;
  readonly reason: IntentReason;
}

const worstOf = (scores: readonly Score[]): Score =>
  scores.includes("missed") ? "missed" : scores.includes("close") ? "close" : "nailed";

export const easyScore = (
  share: number,
  { easyFastShareClose, easyFastShareNailed }: CompletionRules,
): Score => (share <= easyFastShareNailed ? "nailed" : share <= easyFastShareClose ? "close" : "missed");

const effortScore = (effort: number, { easyEffortClose, easyEffortNailed }: CompletionRules): Score =>
  effort <= easyEffortNailed ? "nailed" : effort <= easyEffortClose ? "close" : "missed";

/**
 * The share of easy running that was faster than easy, beyond what the session itself has of quicker running without a
 * target: strides, and steady parts up to steady pace. Null where there is no pace.
 */
export function tooFastShare(
  beats: readonly Beat[],
  steps: readonly Step[],
  { easy, steady }: TrainingPaces,
  { paceTolerance, strideSecondsMax }: CompletionRules,
): number | null {
  const all = secondsOf(beats, () => true);
  if (all <= 0) return null;
  const fasterThan = (pace: number): number =>
    secondsOf(beats, ({ metresPerSecond }) => metresPerSecond > 1000 / (pace * (1 - paceTolerance)));
  const quick = quickOf(steps, strideSecondsMax);
  const over = Math.max(
    fasterThan(easy.fast) - quick.steady - quick.strides,
    fasterThan(steady.fast) - quick.strides,
  );
  return Math.max(0, over) / all;
}

function tooHardShare(beats: readonly Beat[], limit: number): number | null {
  const beating = beats.filter(({ heartRate }) => heartRate !== null);
  const all = secondsOf(beating, () => true);
  return all <= 0 ? null : secondsOf(beating, ({ heartRate }) => (heartRate ?? 0) >= limit) / all;
}

const secondsOf = (beats: readonly Beat[], holds: (beat: Beat) => boolean): number =>
  beats.reduce((sum, beat) => sum + (holds(beat) ? beat.seconds : 0), 0);

/** Planned seconds of steady running and of strides; a stride lies in two pieces of a run's rhythm. */
function quickOf(
  steps: readonly Step[],
  strideSecondsMax: number,
): { readonly steady: number; readonly strides: number } {
  let [steady, strides] = [0, 0];
  for (const step of steps) {
    if (isRepeat(step)) {
      const inside = quickOf(step.steps, strideSecondsMax);
      steady += step.repeat * inside.steady;
      strides += step.repeat * inside.strides;
    } else if (isStride(step, strideSecondsMax)) strides += step.seconds * 2;
    else if (step.zone === "steady") steady += step.seconds;
  }
  return { steady, strides };
}
