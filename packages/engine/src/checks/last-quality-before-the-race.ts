import { atLeast, judgementOf } from "./judgement.ts";
import { defineLaw } from "./law.ts";

export const lastQualityBeforeTheRace = defineLaw({
  id: "S3",
  name: "last-quality-before-the-race",
  sentence: "The last quality session lies at least three days before the race.",
  reason: "Hard work needs two to three days until it is no longer felt.",
  severity: "must",
  quantity: "days",
  shape: "plan",
  judge: ({ days }, { daysMin }) => {
    const last = days
      .filter((day) => day.quality && day.daysToRace > 0)
      .reduce<(typeof days)[number] | null>(
        (a, b) => (a === null || b.daysToRace < a.daysToRace ? b : a),
        null,
      );
    const findings = last === null ? [] : [atLeast(last.daysToRace, daysMin, "breach", { week: last.week })];
    return judgementOf(findings, "no quality session before the race");
  },
});
