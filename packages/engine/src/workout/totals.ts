import { isRepeat, type Step } from "../plan/plan.ts";

export interface Totals {
  readonly metres: number;
  readonly seconds: number;
}

/** Distance and time of steps, repeats multiplied out. */
export function totalsOf(steps: readonly Step[]): Totals {
  let metres = 0;
  let seconds = 0;
  for (const step of steps) {
    const totals = isRepeat(step) ? times(totalsOf(step.steps), step.repeat) : step;
    metres += totals.metres;
    seconds += totals.seconds;
  }
  return { metres, seconds };
}

const times = ({ metres, seconds }: Totals, count: number): Totals => ({
  metres: metres * count,
  seconds: seconds * count,
});
