import type { OptionFacts, RunFacts } from "../plan/measured-plan.ts";
import { workPiecesOf } from "../plan/pieces.ts";
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
  const isOther = a.ground !== b.ground || a.kind !== b.kind || formOf(a) !== formOf(b);
  return [
    holdsOrBreaks(isOther, "both options are of one kind", week),
    holdsOrBreaks(
      a.title.trim() !== b.title.trim() && b.title.trim() !== "",
      "both options have one name",
      week,
    ),
  ];
}

/** Pieces whose lengths lie this close together are equal: derived times may differ by a fraction. */
const EQUAL_SECONDS = 5;

/** How the work is cut. */
function formOf({ pieces }: OptionFacts): string {
  const work = workPiecesOf(pieces);
  const zones = new Set(work.map((piece) => piece.zone));
  if (work.length < 2) return work.length === 0 ? "plain" : "continuous";
  if (zones.size > 1) return [...zones].join(" and ");
  const seconds = work.map((piece) => piece.seconds);
  return Math.max(...seconds) - Math.min(...seconds) <= EQUAL_SECONDS ? "broken" : "mixed";
}
