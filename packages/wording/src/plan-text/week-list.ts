import type { Plan, PlanDay, PlanWeek } from "@strideiq/engine";
import { PHASE_NAMES } from "../names/names.ts";
import { formatDate, formatDateRange } from "../numbers/format-date.ts";
import { describeSteps } from "../workout/describe-steps.ts";
import { sessionCode } from "../workout/short-notation.ts";
import { chosenOf, formatSessionSize } from "../workout/session-view.ts";
import { weekNumber } from "./figures.ts";
import type { Painter } from "./painter.ts";
import type { TextOptions } from "./plan-header.ts";
import { PHASE_STYLES, sessionStyles, WEEK_REMARKS } from "./week-styles.ts";
import { wrap } from "./wrap.ts";

const INDENT = "    ";
/** `Wed 30 Dec` and a gap. */
const DAY_WIDTH = 12;
/** `13.5 km`. */
const SIZE_WIDTH = 7;

/** The plan for a narrow page: a line a day, with what is inside a session below it. */
export const weekList = (plan: Plan, options: TextOptions, paint: Painter): readonly string[] =>
  plan.weeks.flatMap((week) => [
    "",
    ...weekHead(week, options, paint),
    ...week.days.flatMap((day) => dayLines(day, plan.paces === null, options, paint)),
  ]);

function weekHead(week: PlanWeek, { units, width }: TextOptions, paint: Painter): readonly string[] {
  const first = week.days[0]?.date;
  const last = week.days.at(-1)?.date;
  const dates = first === undefined || last === undefined ? "" : formatDateRange(first, last);
  const parts = [
    `Week ${String(week.week)}`,
    dates,
    PHASE_NAMES[week.phase],
    WEEK_REMARKS[week.kind],
    `${weekNumber(week, units)} ${units}`,
  ];
  const text = parts.filter((part) => part !== "").join(" · ");
  return wrap(text, width, "  ").map((line) => paint(line, "bold", PHASE_STYLES[week.phase]));
}

function dayLines(
  { date, sessions }: PlanDay,
  byEffort: boolean,
  { units, width }: TextOptions,
  paint: Painter,
): readonly string[] {
  const day = formatDate(date).padEnd(DAY_WIDTH - 2);
  if (sessions.length === 0) return [`${day}  ${paint("rest", "dim")}`];
  return sessions.flatMap((session) => {
    const { steps, title } = chosenOf(session);
    const text = `${formatSessionSize(session, units).padEnd(SIZE_WIDTH)}  ${title}`;
    const inside = steps.length > 1 ? describeSteps(steps, units, { byEffort }) : "";
    const styles = sessionStyles(sessionCode(session), session.quality);
    const lines = wrap(`${day}  ${text}`, width, INDENT);
    return [
      ...lines.map((line, index) =>
        index === 0
          ? line.slice(0, DAY_WIDTH) + paint(line.slice(DAY_WIDTH), ...styles)
          : paint(line, ...styles),
      ),
      ...(inside === "" ? [] : wrap(INDENT + inside, width, INDENT)),
    ];
  });
}
