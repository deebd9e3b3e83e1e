import { isLostDay } from "../plan/change-facts.ts";
import { atLeast, judgementOf, notApplicable } from "./judgement.ts";
import { defineLaw } from "./law.ts";
import { itemAt } from "../result/item-at.ts";

export const taperKeepsFrequency = defineLaw({
  id: "T3",
  name: "taper-keeps-frequency",
  sentence: "The last full week before race week keeps nearly as many run days as the plan has.",
  reason: "Tapers that work cut distance and keep frequency; with fewer days the legs go flat.",
  severity: "must",
  quantity: "days",
  shape: "plan",
  judge: ({ raceWeeks, change }, { daysShareMin }) => {
    const full = raceWeeks.filter((week) => week.index > 0 && week.complete);
    const last = full.find((week) => week.index === 1);
    if (last === undefined) return notApplicable("no full week before race week");
    const days = full.map((week) => week.runDays).sort((a, b) => a - b);
    const lost = last.days.filter((day) => isLostDay(change, day)).length;
    const fewest = daysShareMin * medianOf(days) - lost;
    const week = itemAt(last.weekNumbers, 0);
    return judgementOf([atLeast(last.runDays, fewest, "breach", { week })], "");
  },
});

function medianOf(sorted: readonly number[]): number {
  const upper = itemAt(sorted, Math.floor(sorted.length / 2));
  const lower = itemAt(sorted, Math.ceil(sorted.length / 2) - 1);
  return (lower + upper) / 2;
}
