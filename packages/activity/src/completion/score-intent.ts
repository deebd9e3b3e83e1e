import type { Activity } from "../activity/activity.ts";
import type { Athlete } from "../analysis/load.ts";
import { type Beat, beatsOf } from "../analysis/rhythm.ts";
import type { PlannedSession } from "../matching/planned-session.ts";
import type { ActivityRules, CompletionRules } from "../rules/activity-rules.ts";
import type { IntentReason, IntentScore, Score, StepScore } from "./completion.ts";
import { type DoneWork, findWork } from "./find-work.ts";
import { plannedWorkOf, type PlannedWork, targetOf } from "./work.ts";

/**
 * Whether a session was run as it was meant. An easy run is judged by how much of it was faster than easy, and
 * by the heart where that is known; a session with work by its pieces, each beside its target. A race is meant
 * to be raced, and strength or cross-training is judged by nothing but its being done.
 */
export function scoreIntent(
  session: PlannedSession,
  activity: Activity,
  athlete: Athlete,
  rules: ActivityRules,
): IntentScore {
  if (!session.isRun || session.kind === "race" || session.kind === "tune_up_race") return MET;
  const work = plannedWorkOf(session.steps);
  return work.length > 0 ? scoreWork(work, activity, athlete, rules) : scoreEasy(activity, athlete, rules);
}

const MET: IntentScore = { score: "nailed", reasons: [], share: null, steps: [] };

function scoreEasy(
  activity: Activity,
  { paces, thresholdHeartRate }: Athlete,
  rules: ActivityRules,
): IntentScore {
  const beats = beatsOf(activity, rules.elevation);
  const { completion } = rules;
  const fastest = paces === null ? null : 1000 / (paces.easy.fast * (1 - completion.paceTolerance));
  const tooFast =
    fastest === null ? null : shareOf(beats, ({ metresPerSecond }) => metresPerSecond > fastest);
  const [, easyShare = 1] = rules.heartRateZones.shares;
  const beating = beats.filter(({ heartRate }) => heartRate !== null);
  const tooHard =
    thresholdHeartRate === null || beating.length === 0
      ? null
      : shareOf(beating, ({ heartRate }) => (heartRate ?? 0) >= easyShare * thresholdHeartRate);
  const share = tooFast === null && tooHard === null ? null : Math.max(tooFast ?? 0, tooHard ?? 0);
  if (share === null) return { score: null, reasons: ["unknown"], share, steps: [] };
  const score = easyScore(share, completion);
  const reasons: IntentReason[] = [];
  if (tooFast !== null && easyScore(tooFast, completion) !== "nailed") reasons.push("too_fast");
  if (tooHard !== null && easyScore(tooHard, completion) !== "nailed") reasons.push("heart_rate_high");
  return { score, reasons, share, steps: [] };
}

const easyScore = (share: number, { easyFastShareClose, easyFastShareNailed }: CompletionRules): Score =>
  share <= easyFastShareNailed ? "nailed" : share <= easyFastShareClose ? "close" : "missed";

function shareOf(beats: readonly Beat[], holds: (beat: Beat) => boolean): number {
  let [some, all] = [0, 0];
  for (const beat of beats) {
    all += beat.seconds;
    if (holds(beat)) some += beat.seconds;
  }
  return all === 0 ? 0 : some / all;
}

function scoreWork(
  work: readonly PlannedWork[],
  activity: Activity,
  { paces }: Athlete,
  rules: ActivityRules,
): IntentScore {
  const done = new Map(findWork(work, activity, rules.elevation).map((one) => [one.work.step, one]));
  const steps = work.map((one) => scoreStep(one, done.get(one.step), paces, rules.completion));
  const judged = steps.filter(({ verdict }) => verdict !== "no_target");
  if (judged.length === 0 || done.size === 0)
    return { score: null, reasons: ["unknown"], share: null, steps };
  const seconds = (some: readonly StepScore[]): number =>
    some.reduce((sum, { plannedSeconds }) => sum + plannedSeconds, 0);
  const share = seconds(judged.filter(({ verdict }) => verdict === "on_target")) / seconds(judged);
  const { workShareClose, workShareNailed } = rules.completion;
  const score = share >= workShareNailed ? "nailed" : share >= workShareClose ? "close" : "missed";
  return { score, reasons: score === "nailed" ? [] : reasonsOf(judged), share, steps };
}

const REASON_OF = { too_fast: "too_fast", too_slow: "too_slow", not_done: "work_missing" } as const;

function reasonsOf(steps: readonly StepScore[]): readonly IntentReason[] {
  const reasons = steps.flatMap(({ verdict }) =>
    verdict === "on_target" || verdict === "no_target" ? [] : [REASON_OF[verdict]],
  );
  return [...new Set(reasons)];
}

function scoreStep(
  work: PlannedWork,
  done: DoneWork | undefined,
  paces: Athlete["paces"],
  { paceTolerance }: CompletionRules,
): StepScore {
  const target = paces === null ? null : targetOf(work.zone, paces);
  const told = {
    step: work.step,
    zone: work.zone,
    plannedSeconds: work.seconds,
    plannedMetres: work.metres,
    target,
  };
  if (done === undefined) return { ...told, done: null, verdict: target === null ? "no_target" : "not_done" };
  const { fromSeconds, seconds, secondsPerKm } = done;
  const verdict =
    target === null
      ? "no_target"
      : secondsPerKm < target.fast * (1 - paceTolerance)
        ? "too_fast"
        : secondsPerKm > target.slow * (1 + paceTolerance)
          ? "too_slow"
          : "on_target";
  return { ...told, done: { fromSeconds, seconds, secondsPerKm }, verdict };
}
