import { contrastOf } from "../plan/measure-contrast.ts";
import type { RunFacts } from "../plan/measured-plan.ts";
import { holdsOrBreaks, judgementOf, type Finding } from "./judgement.ts";
import { defineLaw } from "./law.ts";

export const optionsDifferInKind = defineLaw({
  id: "O2",
  name: "options-differ-in-kind",
  sentence:
    "The two options of a session differ in kind: continuous or broken, track or hills, flat or trail; and each has a name of its own.",
  reason: "Two ways that differ in nothing but numbers are no choice.",
  severity: "must",
  quantity: "count",
  shape: "plan",
  judge: ({ runs }) =>
    judgementOf(
      runs.filter((run) => run.options.length > 1).flatMap(differenceFindings),
      "no session offers an option B",
    ),
});

function differenceFindings({ options: [a, b], week }: RunFacts): readonly Finding[] {
  if (a === undefined || b === undefined) return [];
  return [
    holdsOrBreaks(contrastOf(a, b) !== null, "both options are of one kind", week),
    holdsOrBreaks(
      a.title.trim() !== b.title.trim() && b.title.trim() !== "",
      "both options have one name",
      week,
    ),
  ];
}
