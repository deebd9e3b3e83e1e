import type { Piece, Rung, SingleStep } from "@strideiq/engine";
import { describeSteps } from "../workout/describe-steps.ts";

/** A way to cut the work, before anybody's dose: `2 to 6 x 4 min threshold (1 min jog)`. */
export function rungText({ times: { min, max }, set }: Rung): string {
  if (set.some(({ dose }) => dose === true)) return doseText(set);
  const steps = set.map(stepOf);
  if (max === 1) return describeSteps(steps, "km");
  const often = min === max ? String(max) : `${String(min)} to ${String(max)}`;
  return describeSteps([{ repeat: max, steps }], "km").replace(String(max), often);
}

/** The whole dose of a runner in one piece has no length of its own yet. */
function doseText(set: readonly Piece[]): string {
  const zeroLength = describeSteps(set.map(stepOf), "km");
  return zeroLength.replace(/^\S+ \S+/, "the whole dose");
}

const stepOf = ({ zone, seconds = 0, metres = 0, effort }: Piece): SingleStep => ({
  zone,
  by: metres > 0 ? "distance" : "time",
  metres,
  seconds,
  ...(effort === undefined ? {} : { effort }),
});
