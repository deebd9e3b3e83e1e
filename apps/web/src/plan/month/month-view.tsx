import {
  addDays,
  type CalendarDate,
  nextWeekday,
  type PlanDay,
  type Session,
  type Units,
  weekdayOf,
  weekdaysFrom,
} from "@strideiq/engine";
import { chosenOf, formatDate, formatMonth, weekdayShort } from "@strideiq/wording";
import { type ReactNode, useState } from "react";
import { actMessages } from "../../messages/acts.ts";
import { overviewMessages } from "../../messages/overview.ts";
import { useByTime } from "../../preferences/measure.ts";
import { storedWeekStart } from "../../preferences/preferences.ts";
import { useStored } from "../../preferences/stored.ts";
import buttons from "../../ui/button.module.css";
import { classes } from "../../ui/classes.ts";
import { LeftIcon, RightIcon } from "../../ui/icons.tsx";
import { cardTitle } from "../card-title.ts";
import type { DayNote } from "../day-notes.ts";
import { HealthSign, RestSign } from "../day-sign.tsx";
import { judgementOf, useReview } from "../review/review.ts";
import { stateOf } from "../session-state.ts";
import { shortSizeOf } from "../session-words.ts";
import { StateMark } from "../state-mark.tsx";
import { stimulusOfKind } from "../stimulus.ts";
import colours from "../stimulus.module.css";
import type { Overview } from "../week-totals.ts";
import styles from "./month-view.module.css";

const say = overviewMessages.month;

interface MonthViewProps {
  readonly overview: Overview;
  readonly units: Units;
  readonly today: CalendarDate;
  readonly onOpen: (sessionId: string) => void;
}

/** A month at a time, as a wall calendar shows it. */
export function MonthView({ overview, units, today, onOpen }: MonthViewProps) {
  const { plan } = overview;
  const days = plan.weeks.flatMap((week) => week.days);
  const months = [...new Set(days.map(({ date }) => date.slice(0, 7)))];
  const [shown, setShown] = useState(() => Math.max(0, months.indexOf(today.slice(0, 7))));
  const month = months[shown] ?? months[0] ?? today.slice(0, 7);
  const inMonth = days.find(({ date }) => date.startsWith(month));
  const byDate = new Map(days.map((day) => [day.date, day]));
  const [weekStart] = useStored(storedWeekStart);
  const weekdays = weekdaysFrom(weekStart);
  const rows = rowsOf(month, days, weekStart);
  return (
    <section className={styles["month"]} aria-labelledby="month-name">
      <div className={styles["head"]}>
        <h2 id="month-name" aria-live="polite">
          {inMonth === undefined ? month : formatMonth(inMonth.date)}
        </h2>
        <Step
          label={say.previous}
          isOff={shown === 0}
          onStep={() => {
            setShown(shown - 1);
          }}
        >
          <LeftIcon size={18} />
        </Step>
        <Step
          label={say.next}
          isOff={shown >= months.length - 1}
          onStep={() => {
            setShown(shown + 1);
          }}
        >
          <RightIcon size={18} />
        </Step>
      </div>
      <table className={styles["table"]}>
        <thead>
          <tr>
            {weekdays.map((weekday) => (
              <th key={weekday} scope="col">
                {weekdayShort(weekday)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row[0]}>
              {row.map((date) => (
                <td
                  key={date}
                  className={classes(
                    date === today && styles["today"],
                    date.slice(0, 7) !== month && styles["other"],
                  )}
                  aria-current={date === today ? "date" : undefined}
                >
                  <DayHead date={date} note={overview.notes.get(date)} />
                  {(byDate.get(date)?.sessions ?? []).map((session) => (
                    <Entry
                      key={session.id}
                      session={session}
                      date={date}
                      overview={overview}
                      units={units}
                      today={today}
                      onOpen={onOpen}
                    />
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const DayHead = ({ date, note }: { readonly date: CalendarDate; readonly note: DayNote | undefined }) => (
  <span className={styles["date"]}>
    {Number(date.slice(8))}
    {(note?.closed ?? null) !== null && (
      <small>
        <RestSign note={note} />
      </small>
    )}
    <HealthSign note={note} />
  </span>
);

interface StepProps {
  readonly label: string;
  readonly isOff: boolean;
  readonly onStep: () => void;
  readonly children: ReactNode;
}

const Step = ({ label, isOff, onStep, children }: StepProps) => (
  <button type="button" className={buttons["icon"]} aria-label={label} disabled={isOff} onClick={onStep}>
    {children}
  </button>
);

interface EntryProps extends MonthViewProps {
  readonly session: Session;
  readonly date: CalendarDate;
}

function Entry({ session, date, overview, units, today, onOpen }: EntryProps) {
  const judged = judgementOf(useReview(), session.id);
  const state = stateOf(date, overview.tales.get(session.id), today, judged);
  const { kind } = chosenOf(session);
  const size = shortSizeOf(session, units, useByTime());
  return (
    <button
      type="button"
      className={classes(
        styles["entry"],
        colours[stimulusOfKind(kind)],
        (session.quality || kind === "long" || kind === "race") && styles["key"],
        state !== "ahead" && styles["spent"],
      )}
      onClick={() => {
        onOpen(session.id);
      }}
    >
      <span className="visually-hidden">{formatDate(date)}:</span>
      <span className={styles["title"]}>{cardTitle(session)}</span>
      <b>{size}</b>
      {state !== "ahead" && <span className="visually-hidden">({actMessages.states[state]})</span>}
      <StateMark state={state} movedFrom={overview.movedFrom.get(session.id)} />
    </button>
  );
}

/** Whole weeks from the one that holds the month's first day of the plan to the one that holds its last. */
function rowsOf(
  month: string,
  days: readonly PlanDay[],
  weekStart: ReturnType<typeof weekdayOf>,
): readonly (readonly CalendarDate[])[] {
  const inside = days.filter(({ date }) => date.slice(0, 7) === month).map(({ date }) => date);
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined) return [];
  const begin = weekdayOf(first) === weekStart ? first : addDays(nextWeekday(first, weekStart), -7);
  const rows: CalendarDate[][] = [];
  for (let day = begin; day <= last; day = addDays(day, 7))
    rows.push(Array.from({ length: 7 }, (_, i) => addDays(day, i)));
  return rows;
}
