import { type CalendarDate, type Plan, type PlanDay, type Units, weekdayOf } from "@strideiq/engine";
import type { ReactNode } from "react";
import { formatDay, PHASE_NAMES, weekdayShort } from "@strideiq/wording";
import { messages } from "../messages.ts";
import { classes } from "../ui/classes.ts";
import phases from "./phase.module.css";
import { bandsOf } from "./plan-view.ts";
import { SessionCard } from "./session-card.tsx";
import { WeekSummary } from "./week-summary.tsx";
import styles from "./week-table.module.css";
import type { Overview, WeekOverview } from "./week-totals.ts";

interface WeekTableProps {
  readonly overview: Overview;
  readonly units: Units;
  readonly today: CalendarDate;
  readonly onOpen: (sessionId: string) => void;
}

/** The plan as a wide screen shows it: a week a row, seven days, the phase at the left, the sum at the right. */
export function WeekTable(props: WeekTableProps) {
  const { overview } = props;
  const firstWeek = overview.plan.weeks[0];
  return (
    <table className={styles["table"]}>
      <caption className="visually-hidden">{messages.plan.calendar}</caption>
      <thead>
        <tr>
          <th scope="col" className={styles["bandHead"]}>
            <span className="visually-hidden">{messages.plan.phase}</span>
          </th>
          <th scope="col">{messages.plan.week}</th>
          {firstWeek?.days.map(({ date }) => (
            <th scope="col" key={date}>
              {weekdayShort(weekdayOf(date))}
            </th>
          ))}
          <th scope="col">{messages.plan.summary}</th>
        </tr>
      </thead>
      {bandsOf(overview.plan).map((band) => (
        <tbody key={band.weeks[0]?.week}>
          {band.weeks.map((week, i) => (
            <Row key={week.week} {...props} entry={entryOf(overview, week.week)}>
              {i === 0 && (
                <th
                  scope="rowgroup"
                  rowSpan={band.weeks.length}
                  className={classes(styles["band"], phases[band.phase])}
                >
                  <span>{messages.plan.phaseSpan(PHASE_NAMES[band.phase], band.weeks.length)}</span>
                </th>
              )}
            </Row>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function entryOf(overview: Overview, week: number): WeekOverview {
  const entry = overview.weeks.find((candidate) => candidate.week.week === week);
  if (entry === undefined) throw new Error(`Week ${String(week)} is in a phase but not in the plan.`);
  return entry;
}

interface RowProps extends WeekTableProps {
  readonly entry: WeekOverview;
  readonly children: ReactNode;
}

function Row({ entry, overview, units, today, onOpen, children }: RowProps) {
  const { week } = entry;
  const isCurrent = week.days.some(({ date }) => date === today);
  return (
    <tr
      id={`week-${String(week.week)}`}
      data-week={week.week}
      className={classes(styles["row"], isCurrent && styles["current"])}
    >
      {children}
      <th scope="row" className={styles["week"]}>
        <abbr title={messages.plan.weekNumber(week.week)}>{messages.plan.weekShort(week.week)}</abbr>
        <small>
          {week.kind === "build" || week.kind === "taper"
            ? messages.plan.toRace(overview.plan.weeks.length - week.week)
            : messages.plan.kinds[week.kind]}
        </small>
      </th>
      {week.days.map((day) => (
        <Day key={day.date} day={day} plan={overview.plan} units={units} today={today} onOpen={onOpen} />
      ))}
      <td className={styles["summary"]}>
        <WeekSummary entry={entry} overview={overview} units={units} />
      </td>
    </tr>
  );
}

interface DayProps extends Omit<WeekTableProps, "overview"> {
  readonly plan: Plan;
  readonly day: PlanDay;
}

function Day({ day, plan, units, today, onOpen }: DayProps) {
  const isToday = day.date === today;
  return (
    <td className={classes(isToday && styles["today"], day.date < today && styles["past"])}>
      <div className={styles["date"]} aria-current={isToday ? "date" : undefined}>
        <span>{dayLabel(day, plan)}</span>
        {isToday && <b>{messages.plan.today}</b>}
        {day.sessions.length === 0 && <i>{messages.plan.rest}</i>}
      </div>
      <div className={styles["sessions"]}>
        {day.sessions.map((session) => (
          <SessionCard key={session.id} session={session} plan={plan} units={units} onOpen={onOpen} />
        ))}
      </div>
    </td>
  );
}

/** The month is named where it begins, and on the plan's first day. */
function dayLabel({ date }: PlanDay, plan: Plan): string {
  const isFirst = date.endsWith("-01") || plan.weeks[0]?.days[0]?.date === date;
  return isFirst ? formatDay(date) : String(Number(date.slice(8)));
}
