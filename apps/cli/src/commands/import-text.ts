import type { Activity, Adherence, Completion, PlannedSession, Review, StepScore } from "@strideiq/activity";
import type { Plan, Units } from "@strideiq/engine";
import {
  activityLine,
  CAUTION_WORDS,
  explainRefusedFile,
  FAULT_WORDS,
  formatClock,
  formatDate,
  formatDistance,
  formatPace,
  formatPaceRange,
  formatRunDistance,
  INTENT_REASON_WORDS,
  PHASE_NAMES,
  RACE_NAMES,
  SCORE_NAMES,
  SESSION_KIND_NAMES,
  ZONE_NAMES,
} from "@strideiq/wording";
import { printable } from "../terminal.ts";
import type { Imported, ImportedFile } from "./imported.ts";

/** What an import tells, as a page of text. */
export function importText(
  { files, history, review, runs }: Imported,
  plan: Plan | null,
  units: Units,
): string {
  const duplicateOf = new Map(
    runs.flatMap(({ activity, duplicates }) => duplicates.map(({ id }) => [id, activity] as const)),
  );
  const seen = new Set<string>();
  const lines = files.flatMap((file) => fileLines(file, duplicateOf, seen, units));
  const refused = files.filter(({ isTooLittle, refusal }) => refusal !== null || isTooLittle).length;
  const counts = [
    counted(files.length, "file"),
    counted(runs.length, "activity", "activities"),
    counted(duplicateOf.size, "duplicate"),
    `${String(refused)} refused`,
  ];
  return `${[
    ...lines,
    "",
    counts.join(", "),
    ...historyLines(history, units),
    ...(review === null || plan === null ? [] : reviewLines(review, plan, units)),
  ].join("\n")}\n`;
}

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${String(count)} ${count === 1 ? one : many}`;

function fileLines(
  { activities, faults, isTooLittle, name, refusal }: ImportedFile,
  duplicateOf: ReadonlyMap<string, Activity>,
  seen: Set<string>,
  units: Units,
): readonly string[] {
  if (refusal !== null) return [printable(name), `  refused: ${explainRefusedFile(refusal)}`];
  if (isTooLittle)
    return [
      printable(name),
      "  refused: Too little was recorded to be an activity.",
      ...faults.map((fault) => `  note: ${FAULT_WORDS[fault]}`),
    ];
  return [
    printable(name),
    ...activities.flatMap((activity) => activityLines(activity, duplicateOf, seen, units)),
  ];
}

function activityLines(
  activity: Activity,
  duplicateOf: ReadonlyMap<string, Activity>,
  seen: Set<string>,
  units: Units,
): readonly string[] {
  if (seen.has(activity.id)) return ["  the same recording once more; it counts once"];
  seen.add(activity.id);
  const original = duplicateOf.get(activity.id);
  return [
    `  ${activityLine(activity, units)}`,
    ...(original === undefined
      ? []
      : [`  duplicate: the run is counted as ${activityLine(original, units)}`]),
    ...activity.faults.map((fault) => `  note: ${FAULT_WORDS[fault]}`),
    ...activity.cautions.map((caution) => `  note: ${CAUTION_WORDS[caution]}`),
  ];
}

function historyLines({ longestMetres, weeklyMetres }: Imported["history"], units: Units): readonly string[] {
  if (weeklyMetres === null || longestMetres === null) return [];
  const weekly = formatDistance(weeklyMetres, units);
  return [
    `Last four weeks: ${weekly} a week, longest run of 30 days ${formatDistance(longestMetres, units)}`,
  ];
}

function reviewLines(
  { adherence, completions, matching, sessions }: Review,
  plan: Plan,
  units: Units,
): readonly string[] {
  const byId = new Map(sessions.map((session) => [session.id, session]));
  const told = completions.filter(({ state }) => state !== "open");
  const weeks = [...adherence.byWeek].filter(([, { due }]) => due > 0);
  const phases = [...adherence.byPhase].filter(([, { due }]) => due > 0);
  return [
    "",
    `${RACE_NAMES[plan.distance]} on ${formatDate(plan.raceDate)}`,
    ...told.flatMap((completion) => completionLines(completion, byId.get(completion.sessionId), units)),
    ...questionLines(matching.questions, byId),
    ...(matching.extra.length === 0
      ? []
      : [`Not planned: ${counted(matching.extra.length, "activity", "activities")}`]),
    "",
    ...weeks.map(([week, one]) => `W${String(week)}: ${adherenceText(one)}`),
    ...phases.map(([phase, one]) => `${PHASE_NAMES[phase]}: ${adherenceText(one)}`),
    `Plan: ${adherenceText(adherence.plan)}`,
  ];
}

const adherenceText = ({ asked, done, due, missed, nailed }: Adherence): string =>
  `${String(done)} of ${String(due)} done, ${String(nailed)} nailed, ${String(missed)} missed` +
  (asked > 0 ? `, ${String(asked)} to be answered` : "");

function completionLines(
  { intent, score, state, volume }: Completion,
  session: PlannedSession | undefined,
  units: Units,
): readonly string[] {
  if (session === undefined) return [];
  const amount = session.isEstimated ? formatClock(session.seconds) : formatDistance(session.metres, units);
  const head = `  W${String(session.week)} ${formatDate(session.day)} ${SESSION_KIND_NAMES[session.kind]}, ${amount}`;
  if (state !== "done" || volume === null || intent === null || score === null)
    return [`${head}: ${state === "asked" ? "which run was it?" : state}`];
  const reasons = intent.reasons.map((reason) => INTENT_REASON_WORDS[reason]).join(", ");
  const intentText = intent.score === null ? "" : `, intent ${SCORE_NAMES[intent.score]}`;
  const percent = `${String(Math.round(volume.ratio * 100))} % (${SCORE_NAMES[volume.score]})`;
  return [
    `${head}: ${SCORE_NAMES[score]} \u00B7 volume ${percent}${intentText}${reasons === "" ? "" : ` (${reasons})`}`,
    ...intent.steps.map((step, index) => `    ${String(index + 1)}. ${stepText(step, units)}`),
  ];
}

function stepText(
  { done, plannedMetres, plannedSeconds, target, verdict, zone }: StepScore,
  units: Units,
): string {
  const planned = `${ZONE_NAMES[zone]} ${formatRunDistance(plannedMetres, units)} or ${formatClock(plannedSeconds)}`;
  const aim = target === null ? "" : ` at ${formatPaceRange(target, units)}`;
  const ran = done === null ? "" : `: ${formatPace(done.secondsPerKm, units)}`;
  return `${planned}${aim}${ran}, ${verdict.replaceAll("_", " ")}`;
}

function questionLines(
  questions: Review["matching"]["questions"],
  sessions: ReadonlyMap<string, PlannedSession>,
): readonly string[] {
  return questions.flatMap(({ candidates, sessionId, why }) => {
    const session = sessions.get(sessionId);
    if (session === undefined) return [];
    const what = `${SESSION_KIND_NAMES[session.kind]} of ${formatDate(session.day)}`;
    const text = {
      alike: `which of ${String(candidates.length)} runs of that day was it?`,
      unlike: "the run of that day is little like it; was it this session?",
      other_day: "was it the run of the day before or after?",
    }[why];
    return [`  To be answered: ${what}: ${text}`];
  });
}
