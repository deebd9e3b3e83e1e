import { atLeast, judgementOf } from "./judgement.ts";
import { defineLaw } from "./law.ts";

export const lastTuneUpRace = defineLaw({
  id: "H5",
  name: "last-tune-up-race",
  sentence: "The last tune-up race leaves enough days before the race that counts.",
  reason: "A race is the hardest session there is; its fatigue must be gone on race day.",
  severity: "must",
  quantity: "days",
  shape: "plan",
  judge: ({ plan, runs }, { daysMin }) =>
    judgementOf(
      runs
        .filter((run) => run.kind === "tune_up_race")
        .map((run) => atLeast(run.daysToRace, daysMin[plan.distance], "breach", { week: run.week })),
      "the plan has no tune-up race",
    ),
});
