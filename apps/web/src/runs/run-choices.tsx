import { addDays, type CalendarDate, parseCalendarDate, type Units } from "@strideiq/engine";
import { formatDate, formatDistance } from "@strideiq/wording";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useCalendar } from "../api/calendar.ts";
import { runMessages } from "../messages/runs.ts";
import { Link } from "../path/link.tsx";
import buttons from "../ui/button.module.css";
import { Field, TextInput } from "../ui/field.tsx";
import { decideRun, linkRun, refreshRuns, type RunDetail, useRuns } from "./run-api.ts";
import { titleOf } from "./run-list.tsx";
import styles from "./runs.module.css";

const words = runMessages.choices;

interface ChoicesProps {
  readonly run: RunDetail;
  readonly units: Units;
}

/** What only the athlete knows of a run: its day, its session, and whether another recording is of the same. */
export function RunChoices({ run, units }: ChoicesProps) {
  const queries = useQueryClient();
  const choose = (made: Promise<unknown>): void => {
    void made.then(() => refreshRuns(queries));
  };
  const day = run.day === null ? null : parseCalendarDate(run.day);
  if (day?.ok !== true) return <DayForm run={run} choose={choose} />;
  return (
    <>
      {run.session === null && run.countsAs === null && (
        <Sessions run={run} day={day.value} units={units} choose={choose} />
      )}
      <Recordings run={run} choose={choose} />
    </>
  );
}

type Choose = (made: Promise<unknown>) => void;

function DayForm({ run, choose }: { readonly run: RunDetail; readonly choose: Choose }) {
  const [text, setText] = useState("");
  const day = parseCalendarDate(text);
  return (
    <section className={styles["card"]} aria-labelledby="day">
      <h2 id="day">{words.day}</h2>
      <Field label={words.dayField}>
        {(input) => <TextInput {...input} type="date" value={text} onChange={setText} />}
      </Field>
      <button
        type="button"
        className={buttons["plain"]}
        aria-disabled={!day.ok}
        onClick={() => {
          if (day.ok) choose(decideRun(run.activityId, { kind: "day", day: day.value }));
        }}
      >
        {words.dayKeep}
      </button>
    </section>
  );
}

interface SessionsProps extends ChoicesProps {
  readonly day: CalendarDate;
  readonly choose: Choose;
}

/** The sessions that lie near enough to be asked about. */
function Sessions({ run, day, units, choose }: SessionsProps) {
  const told = useCalendar(addDays(day, -1), addDays(day, 1));
  const sessions = told?.ok === true ? told.value.sessions.filter(({ metres }) => metres > 0) : [];
  if (sessions.length === 0) return null;
  return (
    <section className={styles["card"]} aria-labelledby="which">
      <h2 id="which">{words.which}</h2>
      <p>{words.whichLead}</p>
      <div className={styles["ways"]}>
        {sessions.map(({ date, metres, planId, sessionId, title }) => (
          <button
            key={`${planId} ${sessionId}`}
            type="button"
            className={buttons["plain"]}
            onClick={() => {
              choose(linkRun(run.activityId, { planId, sessionId }));
            }}
          >
            {words.session(title, formatDistance(metres, units), formatDate(date))}
          </button>
        ))}
      </div>
    </section>
  );
}

/** Other recordings: those that count as this run, the one that counts instead, and others of its day. */
function Recordings({ run, choose }: { readonly run: RunDetail; readonly choose: Choose }) {
  const { runs = [] } = useRuns();
  const { activityId, countsAs, duplicates } = run;
  const joined = countsAs === null ? duplicates.map((one) => one.activityId) : [countsAs];
  const others = runs.filter(
    (one) =>
      one.activityId !== activityId &&
      (joined.includes(one.activityId) || (one.day === run.day && one.countsAs === null)),
  );
  if (others.length === 0) return null;
  return (
    <section className={styles["card"]} aria-labelledby="recordings">
      <h2 id="recordings">{words.recordings}</h2>
      {countsAs !== null && (
        <button
          type="button"
          className={buttons["plain"]}
          onClick={() => {
            choose(decideRun(activityId, { kind: "preferred" }));
          }}
        >
          {words.believe}
        </button>
      )}
      <ul className={styles["reports"]}>
        {others.map((other) => {
          const isJoined = joined.includes(other.activityId);
          return (
            <li key={other.activityId}>
              <Link to={{ name: "run", activityId: other.activityId }}>{titleOf(other)}</Link>
              <button
                type="button"
                className={buttons["plain"]}
                onClick={() => {
                  const kind = isJoined ? "different" : "same";
                  choose(decideRun(activityId, { kind, other: other.activityId }));
                }}
              >
                {isJoined ? words.apart : words.same}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
