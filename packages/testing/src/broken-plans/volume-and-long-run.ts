import type { PlanUnderLaw, WeekKind } from "@strideiq/engine";
import { aMarathonPlan, aPlan } from "../a-plan.ts";
import { withRequest, withSession, withWeek } from "../mutate.ts";
import { broken, type BrokenPlan } from "./broken-plan.ts";

const called = (plan: PlanUnderLaw, week: number, kind: WeekKind): PlanUnderLaw =>
  withWeek(plan, week, (old) => ({ ...old, kind }));

export const VOLUME_PLANS = {
  V1: [broken("that leaps from 56 to 73.5 km", aPlan({ 10: "- I14 E13.5 - T13.5 E13.5 L19" }), "V1")],
  V2: [broken("that climbs from 56 to 70 km", aPlan({ 10: "- I13 E13 - T13 E12 L19" }))],
  V4: [
    broken("that begins with 40 km after 35 km a week", withRequest(aPlan(), { weeklyMetres: 35_000 }), "V4"),
  ],
  V5: [
    broken("whose lighter weeks are not told", called(called(aPlan(), 4, "build"), 8, "build"), "V5"),
    broken("with two cutbacks in a row", called(aPlan(), 7, "cutback"), "V5"),
    broken("with a cutback of 43 %", aPlan({ 4: "- S5 E5 - E5 E4 L7" }), "V5"),
  ],
  V6: [broken("that resumes below its last build week", aPlan({ 5: "- T8/5x0.8 E7 - E7 E6 L15" }), "V6")],
} satisfies Record<string, readonly BrokenPlan[]>;

const SHORT_LONG_RUNS = aPlan({
  5: "- T9/5x0.8 E8 - E8 E7 L15",
  6: "- T9 E9 - I9 E8.5 L15.5",
  7: "- T10/3x1.6 E9.5 - I10.5 E9.5 L15.5",
  9: "- I10.5 E10 - T10.5/2x2.5 E9.5 L15.5",
  10: "- I11 E11 - T11.5 E11 L15.5",
});

const EARLY_PEAK = aPlan({ 6: "- T8.5 E7.5 - I8.5 E7 L19.5", 10: "- I11 E10.5 - T11 E10 L17.5" });

export const LONG_RUN_PLANS = {
  L1: [broken("for a mid-volume runner that ends at 15.5 km without need", SHORT_LONG_RUNS, "L1", "L8")],
  L2: [
    broken("with a run of 15 km beside a long run of 16", aPlan({ 6: "- T8 E15 - I8.5 E3.5 L16" }), "L2"),
    broken("with its second longest run on Saturday", aPlan({ 3: "- S7 E7 - E8 E10 L14" }), "L2"),
    broken(
      "with a week that has no long run",
      withSession(aPlan(), 6, 7, (session) => ({ ...session, kind: "easy" })),
      "L2",
    ),
  ],
  L3: [broken("that leaps from 14 to 19 km", aPlan({ 5: "- T8/5x0.8 E7 - E7 E6 L19" }), "L3", "L8")],
  L4: [
    broken("with its last big long run six weeks before the race", EARLY_PEAK, "L4", "L8"),
    broken(
      "with its longest run a week before a marathon",
      aMarathonPlan({ 12: "- T8 E7 - S7 E6 L27" }),
      "L4",
    ),
  ],
  L5: [broken("whose first week is half a long run", aPlan({ 1: "- E3 E3 - E3 E3 L12.5" }), "L5")],
  L6: [broken("with more than two hours for a 10K", aPlan({ 10: "- I10.5 E9.5 - T10.5 E9 L20.5" }), "L6")],
  L7: [broken("with a steady run on the Monday after", aPlan({ 4: "D7 - E6.5 - E7 E6 L9.5" }), "L7")],
} satisfies Record<string, readonly BrokenPlan[]>;
