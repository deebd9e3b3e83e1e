import { type CalendarDate, type PlanDay, type Units, weekdayOf } from "@strideiq/engine";
import { formatDateRange, PHASE_NAMES, weekdayShort } from "@strideiq/wording";
import { messages } from "../messages.ts";
import { isOpenDay, useActs } from "./acts.ts";
import { DragArea } from "./drag/drag-area.tsx";
import { DragCard } from "./drag/drag-card.tsx";
import { HealthSign, RestSign } from "./day-sign.tsx";
import { dayMarks } from "./drag/days.ts";
import { FirstPlan } from "./original.tsx";
import buttons from "../ui/button.module.css";
import { classes } from "../ui/classes.ts";
import { LeftIcon, RightIcon } from "../ui/icons.tsx";
import styles from "./agenda.module.css";
import phases from "./phase.module.css";
import { OptionSwitch } from "./option-switch.tsx";
import { judgementOf, useReview } from "./review/review.ts";
import { SessionCard } from "./session-card.tsx";
import { stateOf } from "./session-state.ts";
import { StateMark } from "./state-mark.tsx";
import { useScrollToToday } from "./use-week-in-view.ts";
import { WeekSummary } from "./week-summary.tsx";
import type { Overview, WeekOverview } from "./week-totals.ts";

interface AgendaProps {
  readonly overview: Overview;
  readonly units: Units;
  readonly today: CalendarDate;
  readonly active: number;
  readonly onChoose: (week: number) => void;
  readonly onOpen: (sessionId: string) => void;
}

/** The plan as a phone shows it: one week at a time, a day a row. */
export function Agenda(props: AgendaProps) {
  const { overview, active, units } = props;
  useScrollToToday();
  const entry = overview.weeks.find(({ week }) => week.week === active);
  if (entry === undefined) return null;
  return (
    <section className={styles["agenda"]} aria-labelledby="agenda-week">
      <AgendaHead {...props} entry={entry} />
      <WeekSummary entry={entry} overview={overview} units={units} today={props.today} />
      <DragArea plan={overview.plan} layout="list">
        <ol className={styles["days"]}>
          {entry.week.days.map((day) => (
            <AgendaDay key={day.date} {...props} day={day} />
          ))}
        </ol>
      </DragArea>
    </section>
  );
}

function AgendaHead({ entry, overview, active, onChoose }: AgendaProps & { readonly entry: WeekOverview }) {
  const { week } = entry;
  const [first, last] = [week.days[0], week.days.at(-1)];
  return (
    <div className={styles["head"]}>
      <span className={classes(styles["chip"], phases[week.phase])}>{PHASE_NAMES[week.phase]}</span>
      <h2 id="agenda-week" aria-live="polite">
        {messages.plan.weekNumber(week.week)}
        <small>{first && last && formatDateRange(first.date, last.date)}</small>
      </h2>
      <button
        type="button"
        className={buttons["icon"]}
        aria-label={messages.plan.previousWeek}
        disabled={active <= 1}
        onClick={() => {
          onChoose(active - 1);
        }}
      >
        <LeftIcon size={18} />
      </button>
      <button
        type="button"
        className={buttons["icon"]}
        aria-label={messages.plan.nextWeek}
        disabled={active >= overview.weeks.length}
        onClick={() => {
          onChoose(active + 1);
        }}
      >
        <RightIcon size={18} />
      </button>
    </div>
  );
}

function AgendaDay({ day, overview, units, today, onOpen }: AgendaProps & { readonly day: PlanDay }) {
  const isToday = day.date === today;
  const acts = useActs();
  const isOpen = isOpenDay(day.date, today, overview.plan.raceDate);
  const note = overview.notes.get(day.date);
  const review = useReview();
  return (
    <li {...dayMarks(day.date, isOpen)} className={styles["day"]} aria-current={isToday ? "date" : undefined}>
      <div className={classes(styles["date"], isToday && styles["today"])}>
        <span>{weekdayShort(weekdayOf(day.date))}</span>
        <b>{Number(day.date.slice(8))}</b>
        {isToday && <span className="visually-hidden">{messages.plan.today}</span>}
        <HealthSign note={note} />
      </div>
      <div className={styles["sessions"]}>
        {day.sessions.length === 0 ? (
          <p className={styles["rest"]}>
            <RestSign roomy note={note} />
          </p>
        ) : (
          day.sessions.map((session) => {
            const told = overview.tales.get(session.id);
            const state = stateOf(day.date, told, today, judgementOf(review, session.id));
            const hasSwitch =
              acts !== null && acts.choose !== null && state === "ahead" && session.optionB !== undefined;
            const card = (
              <SessionCard
                roomy
                session={session}
                plan={overview.plan}
                units={units}
                onOpen={onOpen}
                state={state}
                told={told}
                mark={<StateMark state={state} movedFrom={overview.movedFrom.get(session.id)} />}
                hasSwitch={hasSwitch}
              />
            );
            return (
              <div key={session.id} className={styles["slot"]}>
                {acts !== null && acts.consider !== null && isOpen && !overview.tales.has(session.id) ? (
                  <DragCard session={session} date={day.date}>
                    {card}
                  </DragCard>
                ) : (
                  card
                )}
                {hasSwitch && (
                  <div className={styles["switch"]}>
                    <OptionSwitch session={session} date={day.date} />
                  </div>
                )}
              </div>
            );
          })
        )}
        <FirstPlan date={day.date} sessions={day.sessions} units={units} />
      </div>
    </li>
  );
}
