import {
  isRepeat,
  type PaceRange,
  type SingleStep,
  type Step,
  type TrainingPaces,
  type Zone,
} from "@strideiq/engine";

/** A step of work as planned: one repeat, one block. */
export interface PlannedWork {
  /** Where the step stands in the session, repeats unrolled, from 0. */
  readonly step: number;
  readonly zone: Zone;
  readonly by: SingleStep["by"];
  readonly metres: number;
  readonly seconds: number;
}

/** Unhurried steps have no target to hit. */
const UNHURRIED: readonly Zone[] = ["walk", "recovery", "easy", "steady"];

/** Strides and sprints are over before a pace can be told. */
export const isStride = ({ seconds, zone }: SingleStep, strideSecondsMax: number): boolean =>
  zone === "sprint" || (seconds <= strideSecondsMax && !UNHURRIED.includes(zone));

/** The steps of a session that are work, in their order. */
export function plannedWorkOf(steps: readonly Step[], strideSecondsMax: number): readonly PlannedWork[] {
  const work: PlannedWork[] = [];
  let step = 0;
  const add = (some: readonly Step[]): void => {
    for (const one of some) {
      if (isRepeat(one)) {
        for (let time = 0; time < one.repeat; time += 1) add(one.steps);
        continue;
      }
      const { by, metres, seconds, zone } = one;
      if (!UNHURRIED.includes(zone) && !isStride(one, strideSecondsMax))
        work.push({ step, zone, by, metres, seconds });
      step += 1;
    }
  };
  add(steps);
  return work;
}

/** The range that a zone asks for; null for efforts that no pace can tell. */
export const targetOf = (zone: Zone, paces: TrainingPaces): PaceRange | null =>
  zone === "walk" || zone === "sprint" ? null : paces[zone];
