import {
  type CalendarDate,
  type Phase,
  type Plan,
  type PlanDay,
  type Session,
  type Units,
  weekdayOf,
} from "@strideiq/engine";
import { memo, type ReactNode } from "react";
import { formatDay, PHASE_NAMES, weekdayShort } from "@strideiq/wording";
import { messages } from "../messages.ts";
import { classes } from "../ui/classes.ts";
import phases from "./phase.module.css";
import { bandsOf } from "./plan-view.ts";
import { isOpenDay, useActs } from "./acts.ts";
import { DragArea } from "./drag/drag-area.tsx";
import { DragCard } from "./drag/drag-card.tsx";
import { HealthSign, RestSign } from "./day-sign.tsx";
import { dayMarks } from "./drag/days.ts";
import { FirstPlan } from "./original.tsx";
import { OptionSwitch } from "./option-switch.tsx";
import { judgementOf, useReview } from "./review/review.ts";
import { SessionCard } from "./session-card.tsx";
import { stateOf } from "./session-state.ts";
import { StateMark } from "./state-mark.tsx";
import { useFilledWeeks } from "./use-filled-weeks.ts";
import { WeekSummary } from "./week-summary.tsx";
import styles from "./week-table.module.css";
import type { Overview, WeekOverview } from "./week-totals.ts";

interface WeekTableProps {
  readonly overview: Overview;
  readonly units: Units;
  readonly today: CalendarDate;
  /** The week that is looked at first. */
  readonly opensAt: number;
  readonly onOpen: (sessionId: string) => void;
}

/** The plan as a wide screen shows it: a week a row, seven days, the phase at the left, the sum at the right. */
export function WeekTable(props: WeekTableProps) {
  const { overview, opensAt } = props;
  const { weeks } = overview.plan;
  const { isWhole, isFilled } = useFilledWeeks(opensAt, weeks.length);
  return (
    <DragArea plan={overview.plan} layout="grid">
      <table className={styles["table"]} aria-busy={!isWhole}>
        <caption className="visually-hidden">{messages.plan.calendar}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles["bandHead"]} data-covers="">
              <span className="visually-hidden">{messages.plan.phase}</span>
            </th>
            <th scope="col">{messages.plan.week}</th>
            {weeks[0]?.days.map(({ date }) => (
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
              <Row
                key={week.week}
                {...props}
                entry={entryOf(overview, week.week)}
                band={i === 0 ? band.phase : null}
                bandWeeks={band.weeks.length}
                isFilled={isFilled(week.week)}
              />
            ))}
          </tbody>
        ))}
      </table>
    </DragArea>
  );
}

function entryOf(overview: Overview, week: number): WeekOverview {
  const entry = overview.weeks.find((candidate) => candidate.week.week === week);
  if (entry === undefined) throw new Error(`Week ${String(week)} is in a phase but not in the plan.`);
  return entry;
}

interface RowProps extends Omit<WeekTableProps, "opensAt"> {
  readonly entry: WeekOverview;
  /** The phase that begins with this week; null where it goes on. */
  readonly band: Phase | null;
  readonly bandWeeks: number;
  /** Whether its days are drawn yet. */
  readonly isFilled: boolean;
}

/** A week whose entry is the same is drawn the same, whatever else of the plan has changed. */
const isSameRow = (one: RowProps, other: RowProps): boolean =>
  one.entry === other.entry &&
  one.band === other.band &&
  one.bandWeeks === other.bandWeeks &&
  one.isFilled === other.isFilled &&
  one.units === other.units &&
  one.overview.byTime === other.overview.byTime &&
  one.overview.notes === other.overview.notes &&
  one.today === other.today &&
  one.onOpen === other.onOpen &&
  one.overview.plan.paces === other.overview.plan.paces &&
  one.overview.plan.weeks.length === other.overview.plan.weeks.length;

const Row = memo(function Row(props: RowProps) {
  const { entry, overview, units, today, onOpen, band, bandWeeks, isFilled } = props;
  const { week } = entry;
  const isCurrent = week.days.some(({ date }) => date === today);
  return (
    <tr
      id={`week-${String(week.week)}`}
      data-week={week.week}
      className={classes(styles["row"], isCurrent && styles["current"])}
    >
      {band !== null && (
        <th scope="rowgroup" rowSpan={bandWeeks} className={classes(styles["band"], phases[band])}>
          <span>{messages.plan.phaseSpan(PHASE_NAMES[band], bandWeeks)}</span>
        </th>
      )}
      <th scope="row" className={styles["week"]}>
        <abbr title={messages.plan.weekNumber(week.week)}>{messages.plan.weekShort(week.week)}</abbr>
        <small>
          {week.kind === "build" || week.kind === "taper"
            ? messages.plan.toRace(overview.plan.weeks.length - week.week)
            : messages.plan.kinds[week.kind]}
        </small>
      </th>
      {week.days.map((day) => (
        <Day
          key={day.date}
          day={day}
          overview={overview}
          units={units}
          today={today}
          isFilled={isFilled}
          onOpen={onOpen}
        />
      ))}
      <td className={styles["summary"]}>
        {isFilled && <WeekSummary entry={entry} overview={overview} units={units} today={today} />}
      </td>
    </tr>
  );
}, isSameRow);

interface DayProps extends Omit<WeekTableProps, "opensAt"> {
  readonly day: PlanDay;
}

const Day = ({ isFilled, ...props }: DayProps & Pick<RowProps, "isFilled">) => {
  const { day, overview, today } = props;
  const isOpen = isOpenDay(day.date, today, overview.plan.raceDate);
  return (
    <td
      {...dayMarks(day.date, isOpen)}
      className={classes(day.date === today && styles["today"], day.date < today && styles["past"])}
    >
      {isFilled && <DayContent {...props} isOpen={isOpen} />}
    </td>
  );
};

function DayContent({
  day,
  overview,
  units,
  today,
  isOpen,
  onOpen,
}: DayProps & { readonly isOpen: boolean }) {
  const isToday = day.date === today;
  const { plan, notes } = overview;
  const review = useReview();
  const note = notes.get(day.date);
  return (
    <>
      <div className={styles["date"]} aria-current={isToday ? "date" : undefined}>
        <span>{dayLabel(day, plan)}</span>
        {isToday && <b>{messages.plan.today}</b>}
        {day.sessions.length === 0 && (
          <i>
            <RestSign note={note} />
          </i>
        )}
        <HealthSign note={note} />
        <DayMarks day={day} overview={overview} today={today} />
      </div>
      <div className={styles["sessions"]}>
        {day.sessions.map((session) => (
          <DayCard key={session.id} session={session} day={day} overview={overview} isOpen={isOpen}>
            <SessionCard
              session={session}
              plan={plan}
              units={units}
              onOpen={onOpen}
              told={overview.tales.get(session.id)}
              state={stateOf(
                day.date,
                overview.tales.get(session.id),
                today,
                judgementOf(review, session.id),
              )}
            />
          </DayCard>
        ))}
        <FirstPlan date={day.date} sessions={day.sessions} units={units} />
      </div>
    </>
  );
}

interface DayCardProps extends Pick<DayProps, "day" | "overview"> {
  readonly session: Session;
  readonly isOpen: boolean;
  readonly children: ReactNode;
}

/** Only what lies ahead and was not told yet can be taken elsewhere. */
function DayCard({ session, day, overview, isOpen, children }: DayCardProps) {
  const acts = useActs();
  const isFree = acts !== null && acts.consider !== null && isOpen && !overview.tales.has(session.id);
  if (!isFree) return children;
  return (
    <DragCard session={session} date={day.date}>
      {children}
    </DragCard>
  );
}

/** What became of the day's sessions, and the switch of one that can be run in two ways and lies ahead. */
function DayMarks({ day, overview, today }: Pick<DayProps, "day" | "overview" | "today">) {
  const { tales, movedFrom } = overview;
  const review = useReview();
  const open = day.sessions.find((session) => isUndecided(session, day, overview, today));
  return (
    <span className={styles["marks"]}>
      {day.sessions.map((session) => (
        <StateMark
          key={session.id}
          state={stateOf(day.date, tales.get(session.id), today, judgementOf(review, session.id))}
          movedFrom={movedFrom.get(session.id)}
        />
      ))}
      {open !== undefined && <OptionSwitch session={open} date={day.date} />}
    </span>
  );
}

const isUndecided = (session: Session, day: PlanDay, { tales }: Overview, today: CalendarDate): boolean =>
  session.optionB !== undefined && stateOf(day.date, tales.get(session.id), today) === "ahead";

/** The month is named where it begins, and on the plan's first day. */
function dayLabel({ date }: PlanDay, plan: Plan): string {
  const isFirst = date.endsWith("-01") || plan.weeks[0]?.days[0]?.date === date;
  return isFirst ? formatDay(date) : String(Number(date.slice(8)));
}
