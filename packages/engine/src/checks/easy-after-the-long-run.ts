import type { SessionKind } from "../plan/vocabulary.ts";
import { atMost, judgementOf, type Finding } from "./judgement.ts";
import { defineLaw } from "./law.ts";

const GENTLE_KINDS: readonly SessionKind[] = ["easy", "recovery", "strides"];

export const easyAfterTheLongRun = defineLaw({
  id: "L7",
  name: "easy-after-the-long-run",
  sentence: "The day after a long run is easy or rest, also across the week's edge.",
  reason: "All published plans agree on this one: what the long run broke is mended on the day after.",
  severity: "must",
  quantity: "count",
  shape: "plan",
  judge: ({ longRuns, dayAt }) => {
    const findings: Finding[] = [];
    for (const long of longRuns) {
      const after = dayAt.get(long.epochDay + 1);
      const hard = after?.runs.filter((run) => run.quality || !GENTLE_KINDS.includes(run.kind)).length ?? 0;
      findings.push(atMost(hard, 0, "breach", after === undefined ? {} : { week: after.week }));
    }
    return judgementOf(findings, "the plan has no long run");
  },
});
