import type { Plan, RaceResult, Units } from "@strideiq/engine";
import { RACE_NAMES, TIER_NAMES } from "../names/names.ts";
import { formatDate, formatLongDate } from "../numbers/format-date.ts";
import { formatDistance } from "../numbers/format-distance.ts";
import { formatClock } from "../numbers/format-duration.ts";
import { figuresOf, planDistance } from "./figures.ts";
import type { Painter } from "./painter.ts";
import { wrap } from "./wrap.ts";

export interface TextOptions {
  readonly units: Units;
  /** Columns of the terminal or the page. */
  readonly width: number;
  readonly colour: boolean;
}

/** The race, the dates and the figures by which a runner knows the plan. */
export function planHeader(plan: Plan, { units, width }: TextOptions, paint: Painter): readonly string[] {
  const title = `${RACE_NAMES[plan.distance].toUpperCase()}  ${formatLongDate(plan.raceDate)}`;
  return [
    paint(title, "bold"),
    ...[spanLine(plan), figuresLine(plan, units), basisLine(plan)].flatMap((line) => wrap(line, width)),
  ];
}

function spanLine(plan: Plan): string {
  const first = plan.weeks[0]?.days[0]?.date;
  const start = first === undefined ? "" : ` from ${formatDate(first)}`;
  return [
    `${String(plan.weeks.length)} weeks${start}`,
    `${String(plan.daysPerWeek)} run days a week`,
    TIER_NAMES[plan.tier].toLowerCase(),
  ].join(" · ");
}

function figuresLine(plan: Plan, units: Units): string {
  const { estimated, longestMetres, peakMetres, peakWeek, totalMetres } = figuresOf(plan);
  const say = (metres: number): string => planDistance(metres, estimated, units);
  return `${say(totalMetres)} in all · biggest week ${say(peakMetres)} (week ${String(peakWeek)}) · longest run ${say(longestMetres)}`;
}

function basisLine({ rpi, request }: Plan): string {
  if (rpi === null || request.result === null)
    return "Without a race result you run by effort; distances marked ~ are estimates, not targets.";
  return `Paces from ${describeResult(request.result, request.units)}: Running Performance Index (RPI) ${rpi.toFixed(1)}`;
}

const NAMED_METRES: readonly (readonly [number, string])[] = [
  [42_195, "a marathon"],
  [21_097.5, "a half marathon"],
  [10_000, "a 10K"],
  [5000, "a 5K"],
];

/** `a half marathon in 1:38:20`. */
export function describeResult({ metres, seconds }: RaceResult, units: Units): string {
  const name = NAMED_METRES.find(([length]) => Math.abs(length - metres) < 1)?.[1];
  return `${name ?? formatDistance(metres, units)} in ${formatClock(seconds)}`;
}
