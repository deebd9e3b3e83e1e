import { isRepeat, type SessionKind, type SingleStep, type Step } from "@strideiq/engine";
import { type Stimulus, stimulusOf, ZONE_HEIGHT } from "./stimulus.ts";

/** One bar of a step profile. `start` and `width` are shares of the session's time, `height` of intensity. */
export interface ProfileBar {
  readonly start: number;
  readonly width: number;
  readonly height: number;
  readonly stimulus: Stimulus;
  readonly step: SingleStep;
}

/** The steps in the order they are run, each repeat as often as it is run. */
export const unrolled = (steps: readonly Step[]): readonly SingleStep[] =>
  steps.flatMap((step) =>
    isRepeat(step) ? Array.from({ length: step.repeat }, () => unrolled(step.steps)).flat() : [step],
  );

/** The picture of a session: width is time, height is intensity, colour is stimulus. */
export function profileOf(steps: readonly Step[], kind: SessionKind): readonly ProfileBar[] {
  const run = unrolled(steps);
  const total = run.reduce((sum, { seconds }) => sum + seconds, 0);
  if (total <= 0) return [];
  let elapsed = 0;
  return run.map((step) => {
    const start = elapsed / total;
    elapsed += step.seconds;
    return {
      start,
      width: step.seconds / total,
      height: ZONE_HEIGHT[step.zone],
      stimulus: stimulusOf(step.zone, kind),
      step,
    };
  });
}
