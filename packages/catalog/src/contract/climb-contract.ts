import type { LawLimits } from "@strideiq/engine";
import { between, type BoundsOf, FREE, least, most } from "./bound.ts";

/** How far the limits of weekly growth may be moved: 68 published plans (VOL-03 to VOL-07); Nielsen 2014. */
export const CLIMB_CONTRACT: Pick<BoundsOf<LawLimits>, "V1" | "V2"> = {
  V1: {
    growthMax: between(1, 1.3),
    smallMetres: most(30_000),
    smallStepMetres: most(6000),
    twoWeeks: {
      growthMax: between(1, 1.5),
      smallMetres: most(16_000),
      smallStepMetres: most(8000),
      belowMetres: least(20_000),
    },
  },
  V2: { growthMax: FREE, smallMetres: FREE, smallStepMetres: FREE },
};
