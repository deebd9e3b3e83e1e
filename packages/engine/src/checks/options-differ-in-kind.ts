import { contrastOf } from "../plan/measure-contrast.ts";
import type { RunFacts } from "../plan/measured-plan.ts";
import { holdsOrBreaks, judgementOf, type Finding } from "./judgement.ts";
import { defineLaw } from "./law.ts";
import { itemAt } from "../result/item-at.ts";

export const optionsDifferInKind = defineLaw({
  id: "O2",
  name: "options-differ-in-kind",
  sentence:
    "The two options of a session differ in kind: continuous or broken, track or hills, flat or trail; and each has a name of its own.",
  reason: "Two ways that differ in nothing but numbers are no choice.",
  severity: "must",
  quantity: "count",
  shape: "plan",
  judge: ({ runs }) => judgementOf(runs.flatMap(differenceFindings), "no session offers an option B"),
});

function differenceFindings({ options, week }: RunFacts): readonly Finding[] {
  const [, b] = options;
  if (b === undefined) return [];
  const a = itemAt(options, 0);
  return [
    holdsOrBreaks(contrastOf(a, b) !== null, "both options are of one kind", week),
    holdsOrBreaks(
      a.title.trim() !== b.title.trim() && b.title.trim() !== "",
      "both options have one name",
      week,
    ),
  ];
}
