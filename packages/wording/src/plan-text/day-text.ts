import {
  type ExplainedDay,
  type OptionComparison,
  type OptionFigures,
  type PlanPhase,
  type Reason,
  type Session,
  type SessionOption,
  type WorkoutCard,
  type Zone,
} from "@strideiq/engine";
import { counted } from "../explain/explain-law.ts";
import { PHASE_NAMES, WEEK_KIND_NAMES, ZONE_NAMES } from "../names/names.ts";
import { formatLongDate } from "../numbers/format-date.ts";
import { formatDuration, formatMinutes } from "../numbers/format-duration.ts";
import { authorityText, reasonText } from "../reason/reason-text.ts";
import { describeSteps } from "../workout/describe-steps.ts";
import { contrastText } from "../workout/contrast-text.ts";
import { chosenOf, formatSessionSize } from "../workout/session-view.ts";
import { planDistance } from "./figures.ts";
import { createPainter, type Painter } from "./painter.ts";
import type { TextOptions } from "./plan-header.ts";
import { wrap } from "./wrap.ts";

/** What the sections of a day are written with. */
interface Page {
  readonly explained: ExplainedDay;
  readonly options: TextOptions;
  readonly paint: Painter;
}

/** A day of a plan: what is run, why, both ways to run it, and the week and phase it stands in. */
export function dayText(explained: ExplainedDay, options: TextOptions): string {
  const page: Page = { explained, options, paint: createPainter(options.colour) };
  const { day, rest, week } = explained;
  const sections = [
    headLines(page),
    ...day.sessions.flatMap((session) => sessionSections(session, page)),
    ...(rest.length === 0 ? [] : [section("REST", rest, page)]),
    section(`WEEK ${String(week.week)}: ${weekWords(page)}`, week.why ?? [], page),
    section(phaseWords(explained.phase), explained.phase.why, page),
  ];
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function headLines({ explained, paint }: Page): readonly string[] {
  const { day, daysToRace, phase, plan, week } = explained;
  const place = [
    `Week ${String(week.week)} of ${String(plan.weeks.length)}`,
    PHASE_NAMES[phase.phase],
    raceWords(daysToRace),
  ];
  return [paint(formatLongDate(day.date).toUpperCase(), "bold"), place.join(" · ")];
}

const raceWords = (daysToRace: number): string =>
  daysToRace === 0
    ? "race day"
    : `${counted(Math.abs(daysToRace), "day")} ${daysToRace > 0 ? "to" : "after"} the race`;

function weekWords({ explained: { plan, week }, options: { units } }: Page): string {
  const size = planDistance(week.targetMetres, plan.paces === null, units);
  return `${WEEK_KIND_NAMES[week.kind].toLowerCase()}, ${size}`;
}

function phaseWords({ firstWeek, lastWeek, phase }: PlanPhase): string {
  const span =
    firstWeek === lastWeek
      ? `week ${String(firstWeek)}`
      : `weeks ${String(firstWeek)} to ${String(lastWeek)}`;
  return `${PHASE_NAMES[phase].toUpperCase()}: ${span}`;
}

function section(title: string, reasons: readonly Reason[], page: Page): readonly string[] {
  return [page.paint(title, "bold"), ...reasons.flatMap((reason) => reasonLines(reason, page))];
}

/** The sentence, and what decided behind it. */
function reasonLines(reason: Reason, { explained, options, paint }: Page): readonly string[] {
  const { units, width } = options;
  const text = reasonText(reason, { units, estimated: explained.plan.paces === null });
  const by = reason.kind === "adjusted" ? "" : authorityText(reason);
  const lines = wrap(`- ${text}`, width, "  ");
  if (by === "") return lines;
  const last = lines.at(-1) ?? "";
  const note = paint(`(${by})`, "dim");
  return `${last} (${by})`.length <= width
    ? [...lines.slice(0, -1), `${last} ${note}`]
    : [...lines, `  ${note}`];
}

function sessionSections(session: Session, page: Page): readonly (readonly string[])[] {
  const { paint, options, explained } = page;
  const chosen = chosenOf(session);
  const card = chosen.workout === undefined ? undefined : explained.plan.workouts[chosen.workout];
  const comparison = explained.comparisons.find(({ sessionId }) => sessionId === session.id);
  return [
    [
      paint(`${chosen.title.toUpperCase()}, ${formatSessionSize(session, options.units)}`, "bold"),
      ...insideLines(chosen, page),
      ...cardLines(card, chosen, page),
    ],
    section("WHY", session.why ?? [], page),
    ...(comparison === undefined ? [] : [comparisonLines(session, comparison, page)]),
  ];
}

const insideLines = ({ steps }: SessionOption, { explained, options }: Page): readonly string[] =>
  wrap(describeSteps(steps, options.units, { byEffort: explained.plan.paces === null }), options.width);

function cardLines(
  card: WorkoutCard | undefined,
  { seconds }: SessionOption,
  { options }: Page,
): readonly string[] {
  if (card === undefined) return [];
  const { feel, fuelling, purpose } = card;
  return [
    ...wrap(purpose, options.width),
    ...wrap(`Feel: ${feel}`, options.width),
    ...(fuelling === null || seconds <= fuelling.fromSeconds
      ? []
      : wrap(
          `On the way: ${String(fuelling.gramsPerHour.min)} to ${String(fuelling.gramsPerHour.max)} g of carbohydrate an hour.`,
          options.width,
        )),
  ];
}

const UNHURRIED: readonly Zone[] = ["walk", "recovery", "easy"];

/** What both ways ask for, side by side. */
function comparisonLines(session: Session, { a, b }: OptionComparison, page: Page): readonly string[] {
  const { explained, options, paint } = page;
  const isB = session.chosen === "b";
  const other = isB ? session : session.optionB;
  const zones = [...new Set([...a.zones, ...b.zones].map(({ zone }) => zone))].filter(
    (zone) => !UNHURRIED.includes(zone),
  );
  const estimated = explained.plan.paces === null;
  const rows: readonly (readonly [string, (figures: OptionFigures) => string])[] = [
    ...zones.map((zone) => [ZONE_NAMES[zone], (of: OptionFigures) => timeIn(zone, of)] as const),
    ["Load", ({ load }) => String(Math.round(load))],
    ["Distance", ({ metres }) => planDistance(metres, estimated, options.units)],
    ["In all", ({ seconds }) => formatMinutes(seconds)],
  ];
  const table = [
    ["", isB ? "A" : "A (yours)", isB ? "B (yours)" : "B"],
    ...rows.map(([name, say]) => [name, say(a), say(b)]),
  ];
  return [
    paint(`${isB ? "OPTION A" : "OPTION B"}: ${other?.title ?? ""}`, "bold"),
    ...(other === undefined ? [] : insideLines(other, page)),
    ...(session.contrast === undefined
      ? []
      : wrap(contrastText(session.contrast, { units: options.units, estimated }), options.width)),
    ...columns(table),
  ];
}

function timeIn(zone: Zone, { zones }: OptionFigures): string {
  const seconds = zones.find((at) => at.zone === zone)?.seconds ?? 0;
  return seconds < 120 ? formatDuration(seconds) : formatMinutes(seconds);
}

/** Rows of cells, each column as wide as its widest. */
function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, index) => cell.padEnd((widths[index] ?? 0) + 2))
      .join("")
      .trimEnd(),
  );
}
