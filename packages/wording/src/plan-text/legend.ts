import type { Plan } from "@strideiq/engine";
import { sessionCode } from "../workout/short-notation.ts";
import { sessionsOf } from "./figures.ts";
import type { Painter } from "./painter.ts";
import { wrap } from "./wrap.ts";

const LEGEND: readonly (readonly [string, string])[] = [
  ["E", "easy"],
  ["Rec", "recovery"],
  ["ML", "medium-long"],
  ["L", "long"],
  ["S", "steady"],
  ["P", "progression"],
  ["F", "fartlek"],
  ["H", "hills"],
  ["T", "threshold"],
  ["10K", "10K pace"],
  ["HM", "half-marathon pace"],
  ["M", "marathon pace"],
  ["I", "intervals"],
  ["R", "repetitions"],
  ["RP", "race pace"],
  ["XT", "cross-training"],
  ["ST", "strength"],
];

const NO_BREAK = "\u00A0";
const DOT = `${NO_BREAK}· `;

/** What the letters of this plan mean. */
export function legend(plan: Plan, width: number, paint: Painter): readonly string[] {
  const used = new Set(plan.weeks.flatMap(sessionsOf).map(sessionCode));
  const words = LEGEND.filter(([code]) => used.has(code)).map(([code, word]) =>
    word.startsWith(code) ? word : `${code} ${word}`,
  );
  const items = [...words, `8' minutes`, `20" seconds`].map((item) => item.replaceAll(" ", NO_BREAK));
  return wrap(items.join(DOT), width).map((line) => paint(line.replaceAll(NO_BREAK, " ").trimEnd(), "dim"));
}
