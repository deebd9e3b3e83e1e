import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Rung, Stimulus } from "../rulebook/workout-definition.ts";
import type { WeekFrame } from "./frame.ts";
import { type RunWalkStart, stagesOf } from "./run-walk-start.ts";
import { itemAt } from "../result/item-at.ts";

/** The pieces of a week that still needs walks; null where a run goes without. */
export interface RunWalkWeek {
  readonly easy: Rung | null;
  readonly long: Rung | null;
}

/**
 * What the build weeks of a ladder hold, from the first to the last of so many. Long runs keep their walks for
 * some weeks more than the others: half an hour without a break is no hour yet.
 */
export function runWalkBuildsOf(
  builds: number,
  start: RunWalkStart,
  { builder }: Rulebook,
): readonly RunWalkWeek[] {
  const stages = stagesOf(start);
  const weeks = Math.min(builds, Math.floor(stages * builder.weeksPerStageMax));
  const stageAt = (build: number): number =>
    start.firstStage + (builds < stages ? build : Math.min(stages - 1, Math.floor((build * stages) / weeks)));
  return Array.from({ length: Math.max(1, builds) }, (_, at) => {
    const since = at - builder.longWalkWeeks;
    const isNew = since < 0 || stageAt(since) < start.rungs.length;
    const easy = start.rungs[stageAt(at)] ?? null;
    return { easy, long: easy ?? (isNew ? (start.rungs.at(-1) ?? null) : null) };
  });
}

/**
 * Gives each week of a builder its stage of the ladder: one stage a build week, more slowly where there is
 * time; lighter weeks stay where the last build week was. Strides come with running without walks, or, where
 * the weeks do not suffice for that, in the last build weeks, since the taper needs them and may bring nothing new.
 */
export function withRunWalk<Program extends { readonly touches: readonly Stimulus[] }>(
  programs: readonly Program[],
  frames: readonly WeekFrame[],
  start: RunWalkStart,
  rulebook: Rulebook,
): readonly (Program & { readonly runWalk: RunWalkWeek })[] {
  const builds = frames.filter((frame) => frame.kind === "build").length;
  const ladder = runWalkBuildsOf(builds, start, rulebook);
  let build = -1;
  return programs.map((program, i) => {
    const kind = frames[i]?.kind;
    if (kind === "build") build += 1;
    const at = Math.max(0, build);
    const runWalk = itemAt(ladder, at);
    const early =
      runWalk.easy !== null &&
      at < builds - rulebook.builder.strideWeeks &&
      (kind === "build" || kind === "cutback");
    return { ...program, runWalk, touches: early ? [] : program.touches };
  });
}
