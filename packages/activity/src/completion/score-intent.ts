import type { Activity } from "../activity/activity.ts";
import type { Athlete } from "../analysis/load.ts";
import { type Beat, beatsOf } from "../analysis/rhythm.ts";
import type { PlannedSession } from "../matching/planned-session.ts";
import type { ActivityRules, CompletionRules } from "../rules/activity-rules.ts";
import { type IntentReason, type IntentScore, type Score, SCORES, type StepScore } from "./completion.ts";
import { type DoneWork, findWork } from "./find-work.ts";
import { easyScore, scoreEasy, tooFastShare } from "./score-easy.ts";
import { plannedWorkOf, type PlannedWork, targetOf } from "./work.ts";

/**
 * Whether a session was run as it was meant. An easy run is judged by how much of it was faster than easy, by the heart
 * and by the effort told; a session with work by its pieces, each beside its target, and by whether all between them
 * was easy. A race is meant to be raced, and strength or cross-training is judged by nothing but its being done.
 */
export function scoreIntent(
  session: PlannedSession,
  activity: Activity,
  athlete: Athlete,
  rules: ActivityRules,
): IntentScore {
  if (!session.isRun || session.kind === "race" || session.kind === "tune_up_race") return MET;
  const work = plannedWorkOf(session.steps, rules.completion.strideSecondsMax);
  const beats = beatsOf(activity, rules.elevation);
  return work.length > 0
    ? scoreWork(session, work, { activity, beats }, athlete, rules)
    : scoreEasy(session.steps, beats, activity.effort, athlete, rules);
}

const MET: IntentScore = { score: "nailed", reasons: [], share: null, steps: [] };

interface Run {
  readonly activity: Activity;
  readonly beats: readonly Beat[];
}

function scoreWork(
  session: PlannedSession,
  work: readonly PlannedWork[],
  { activity, beats }: Run,
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
  const ofWork = share >= workShareNailed ? "nailed" : share >= workShareClose ? "close" : "missed";
  const between =
    paces === null ? null : tooFastShare(beatsBeside(beats, done), session.steps, paces, rules.completion);
  const ofRest = between === null ? "nailed" : easyScore(between, rules.completion);
  const reasons: readonly IntentReason[] = [
    ...(ofWork === "nailed" ? [] : reasonsOf(judged)),
    ...(ofRest === "nailed" ? [] : (["rest_too_fast"] as const)),
  ];
  return { score: worse(ofWork, ofRest), reasons, share, steps };
}

const worse = (a: Score, b: Score): Score => (SCORES.indexOf(a) > SCORES.indexOf(b) ? a : b);

/** What was run before, between and after the work; a piece that lies in both says nothing of either. */
const beatsBeside = (beats: readonly Beat[], done: ReadonlyMap<number, DoneWork>): readonly Beat[] => {
  const pieces = [...done.values()];
  return beats.filter(
    (beat) =>
      !pieces.some(
        ({ fromSeconds, seconds }) =>
          beat.fromSeconds < fromSeconds + seconds && beat.fromSeconds + beat.seconds > fromSeconds,
      ),
  );
};

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
