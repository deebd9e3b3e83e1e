import type { Phase, Plan, PlanDay, PlanWeek, Units } from "@strideiq/engine";
import { weekdayOf } from "@strideiq/engine";
import { EASY_PHASE_PURPOSE, PHASE_NAMES, PHASE_PURPOSES, RETURN_PURPOSE } from "../names/names.ts";
import { formatDateRange, formatDay, weekdayShort } from "../numbers/format-date.ts";
import { shortNotation } from "../workout/short-notation.ts";
import { weekNumber } from "./figures.ts";
import type { Painter, Style } from "./painter.ts";
import { PHASE_STYLES, sessionStyles, WEEK_REMARKS } from "./week-styles.ts";

/** A week as text, before it has a place on the page. */
interface WeekRow {
  readonly week: PlanWeek;
  readonly dates: Readonly<Record<Shape, string>>;
  readonly total: string;
  readonly days: readonly DayCell[];
}

interface DayCell {
  readonly size: string;
  readonly code: string;
  readonly detail: string;
  readonly styles: readonly Style[];
}

/** `line`: what is inside a session stands behind it; `below`: on a line of its own. */
type Shape = "line" | "below";

/** A wide table gives a week its dates, a narrow one its first day. */
const HEADS: Readonly<Record<Shape, string>> = { line: "Dates", below: "From" };

const GAP = "  ";
const BAR_MAX = 12;
const BAR_MIN = 6;

/**
 * The plan as a table, a row a week, or null where the page is too narrow for one.
 * Sessions take one line where the width allows it, two otherwise.
 */
export function weekTable(plan: Plan, units: Units, width: number, paint: Painter): readonly string[] | null {
  const rows = plan.weeks.map((week) => rowOf(week, units));
  for (const shape of ["line", "below"] as const) {
    const table = layOut(rows, units, shape);
    if (table.width <= width)
      return draw(rows, table, Math.min(BAR_MAX, width - table.width - GAP.length), paint);
  }
  return null;
}

const NO_DATES: WeekRow["dates"] = { line: "", below: "" };

function rowOf(week: PlanWeek, units: Units): WeekRow {
  const first = week.days[0]?.date;
  const last = week.days.at(-1)?.date;
  return {
    week,
    dates:
      first === undefined || last === undefined
        ? NO_DATES
        : { line: formatDateRange(first, last), below: formatDay(first) },
    total: weekNumber(week, units),
    days: week.days.map((day) => cellOf(day, units)),
  };
}

function cellOf({ sessions }: PlanDay, units: Units): DayCell {
  const [first, ...more] = sessions.map((session) => ({
    ...shortNotation(session, units),
    quality: session.quality,
  }));
  if (first === undefined) return { size: "", code: "rest", detail: "", styles: ["dim"] };
  const others = more.map(({ code, size }) => `${size} ${code}`);
  return {
    size: first.size,
    code: first.code,
    detail: [first.detail, ...others].filter((text) => text !== "").join(" + "),
    styles: sessionStyles(first.code, first.quality),
  };
}

interface Table {
  readonly shape: Shape;
  readonly unit: Units;
  readonly dates: number;
  readonly total: number;
  readonly days: readonly { readonly size: number; readonly width: number }[];
  readonly width: number;
}

const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(({ length }) => length));

function layOut(rows: readonly WeekRow[], unit: Units, shape: Shape): Table {
  const days = [0, 1, 2, 3, 4, 5, 6].map((index) => {
    const cells = rows.flatMap(({ days: all }) => all[index] ?? []);
    const size = widest(cells.map((cell) => cell.size));
    return { size, width: Math.max(3, ...cells.map((cell) => cellWidth(cell, size, shape))) };
  });
  const dates = Math.max(HEADS[shape].length, widest(rows.map((row) => row.dates[shape])));
  const total = Math.max(3, widest(rows.map((row) => row.total)));
  const remark = widest(rows.map(({ week }) => WEEK_REMARKS[week.kind]));
  const cells = days.reduce((sum, day) => sum + day.width + GAP.length, 0);
  const tail = shape === "line" && remark > 0 ? GAP.length + remark : 0;
  return { shape, unit, dates, total, days, width: 2 + 1 + dates + 1 + total + cells + tail };
}

function cellWidth({ code, detail, size }: DayCell, sizeWidth: number, shape: Shape): number {
  if (size === "") return code.length;
  const head = sizeWidth + 1 + code.length;
  if (detail === "") return head;
  return shape === "line" ? head + 1 + detail.length : Math.max(head, detail.length);
}

function draw(rows: readonly WeekRow[], table: Table, bar: number, paint: Painter): readonly string[] {
  const peak = Math.max(1, ...rows.map(({ week }) => week.targetMetres));
  const barOf = ({ targetMetres }: PlanWeek): string =>
    bar < BAR_MIN ? "" : GAP + barText(targetMetres / peak, bar);
  return [
    paint(tableHead(rows, table), "dim"),
    ...rows.flatMap((row, index) => [
      ...(row.week.phase === rows[index - 1]?.week.phase
        ? []
        : ["", phaseLine(stretchFrom(rows, index), paint)]),
      ...rowLines(row, table, barOf(row.week), paint),
    ]),
  ];
}

function tableHead(rows: readonly WeekRow[], table: Table): string {
  const names = rows[0]?.week.days.map(({ date }) => weekdayShort(weekdayOf(date))) ?? [];
  const days = table.days.map(({ width }, index) => GAP + (names[index] ?? "").padEnd(width));
  return `Wk ${HEADS[table.shape].padEnd(table.dates)} ${table.unit.padStart(table.total)}${days.join("")}`.trimEnd();
}

/** The weeks from this one on that follow each other in its phase: after a long break a phase may come a second time. */
function stretchFrom(rows: readonly WeekRow[], index: number): readonly PlanWeek[] {
  const phase = rows[index]?.week.phase;
  const next = rows.findIndex(({ week }, at) => at > index && week.phase !== phase);
  return rows.slice(index, next === -1 ? rows.length : next).map(({ week }) => week);
}

function phaseLine(weeks: readonly PlanWeek[], paint: Painter): string {
  const phase = weeks[0]?.phase ?? "base";
  const length = `${String(weeks.length)} ${weeks.length === 1 ? "week" : "weeks"}`;
  const name = paint(PHASE_NAMES[phase].toUpperCase(), "bold", PHASE_STYLES[phase]);
  return `${name} ${paint(`${length}: ${purposeOf(phase, weeks)}`, "dim")}`;
}

/** Nothing is promised that the weeks do not hold: of a break, of a builder's plan, of one that only leads to the finish. */
function purposeOf(phase: Phase, weeks: readonly PlanWeek[]): string {
  if (weeks.every(({ kind }) => kind === "return")) return RETURN_PURPOSE;
  const isHard = weeks.some((week) =>
    week.days.some((day) => day.sessions.some((session) => session.quality)),
  );
  return isHard || phase === "base" || phase === "taper" ? PHASE_PURPOSES[phase] : EASY_PHASE_PURPOSE;
}

function rowLines(row: WeekRow, table: Table, bar: string, paint: Painter): readonly string[] {
  const { kind, phase, week } = row.week;
  const remark = WEEK_REMARKS[kind];
  const head = `${String(week).padStart(2)} ${row.dates[table.shape].padEnd(table.dates)} `;
  const total = paint(row.total.padStart(table.total), "bold");
  const cells = table.days.map(({ size, width }, index) => {
    const cell = row.days[index];
    return cell === undefined
      ? GAP + " ".repeat(width)
      : GAP + cellText(cell, size, width, table.shape, paint);
  });
  const volume = paint(bar.trimEnd(), PHASE_STYLES[phase]) + " ".repeat(bar.length - bar.trimEnd().length);
  if (table.shape === "line")
    return [
      trimLine(head + total + cells.join("") + volume + (remark === "" ? "" : GAP + paint(remark, "dim"))),
    ];
  const details = table.days.map(({ width }, index) => GAP + (row.days[index]?.detail ?? "").padEnd(width));
  const second = "   " + remark.padEnd(table.dates + 1 + table.total) + details.join("");
  return [
    trimLine(head + total + cells.join("") + volume),
    ...(second.trim() === "" ? [] : [paint(second.trimEnd(), "dim")]),
  ];
}

function cellText(
  { code, detail, size, styles }: DayCell,
  sizeWidth: number,
  width: number,
  shape: Shape,
  paint: Painter,
): string {
  if (size === "") return paint(code.padEnd(width), ...styles);
  const head = `${size.padStart(sizeWidth)} ${code}`;
  const tail = shape === "line" && detail !== "" ? ` ${detail}` : "";
  return paint(head, ...styles) + tail + " ".repeat(width - head.length - tail.length);
}

const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"] as const;

/** A bar of eighths of a character; weeks read down the page as the curve of the plan. */
function barText(share: number, length: number): string {
  const eighths = Math.round(Math.max(0, Math.min(1, share)) * length * 8);
  return ("█".repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? "")).padEnd(length);
}

const trimLine = (line: string): string => line.trimEnd();
