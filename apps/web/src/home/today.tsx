import { addDays, type CalendarDate, type Units, weekdayOf } from "@strideiq/engine";
import {
  formatDate,
  formatDistance,
  formatLongDate,
  formatMinutes,
  PHASE_NAMES,
  weekdayShort,
} from "@strideiq/wording";
import { useQuery } from "@tanstack/react-query";
import { type CalendarSession, useCalendar } from "../api/calendar.ts";
import { homeMessages } from "../messages/home.ts";
import { dayMessages } from "../messages/day.ts";
import { Link } from "../path/link.tsx";
import type { Place } from "../path/path.ts";
import type { Told } from "../plan/data/edit.ts";
import { fetchCompletions } from "../plan/data/plan-api.ts";
import { completionsKey } from "../plan/data/plan-cache.ts";
import { runLine } from "../plan/session-words.ts";
import { StateMark } from "../plan/state-mark.tsx";
import { useByTime } from "../preferences/measure.ts";
import { storedUnits } from "../preferences/preferences.ts";
import { useStored } from "../preferences/stored.ts";
import buttons from "../ui/button.module.css";
import { classes } from "../ui/classes.ts";
import styles from "./today.module.css";

const words = homeMessages.today;
const DAYS = 7;

interface TodayProps {
  readonly today: CalendarDate;
}

/** What is up today, and the days after it, from all plans together. */
export function Today({ today }: TodayProps) {
  const [units] = useStored(storedUnits);
  const byTime = useByTime();
  const calendar = useCalendar(today, addDays(today, DAYS - 1));
  const sessions = calendar?.ok === true ? calendar.value.sessions : [];
  const now = sessions.filter(({ date }) => date === today);
  return (
    <>
      <header className={styles["intro"]}>
        <p>{formatLongDate(today)}</p>
        <h1>{words.title}</h1>
      </header>
      <section className={styles["today"]} aria-label={words.title} aria-busy={calendar === undefined}>
        {now.length === 0 ? (
          <p className={styles["rest"]}>{calendar?.ok === true ? words.rest : words.looking}</p>
        ) : (
          now.map((session) => (
            <Now key={session.sessionId} session={session} units={units} byTime={byTime} />
          ))
        )}
      </section>
      {sessions.some(({ date }) => date !== today) && (
        <section className={styles["next"]} aria-labelledby="next-days">
          <h2 id="next-days">{words.next}</h2>
          <ol>
            {Array.from({ length: DAYS - 1 }, (_, index) => addDays(today, index + 1)).map((date) => (
              <Day
                key={date}
                date={date}
                sessions={sessions.filter((one) => one.date === date)}
                units={units}
                byTime={byTime}
              />
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

/** Distance, or time where distances are only planning figures. */
const goesByTime = ({ estimated, metres, kind }: CalendarSession, byTime: boolean): boolean =>
  metres === 0 || estimated || (byTime && kind !== "race");

function sizeOf(session: CalendarSession, units: Units, byTime: boolean): string {
  const { metres, seconds } = session;
  return goesByTime(session, byTime) ? formatMinutes(seconds) : formatDistance(metres, units);
}

function alsoOf(session: CalendarSession, units: Units, byTime: boolean): string {
  const { estimated, metres, seconds } = session;
  if (metres === 0) return "";
  if (!goesByTime(session, byTime)) return words.about(formatMinutes(seconds));
  return estimated ? words.about(formatDistance(metres, units)) : formatDistance(metres, units);
}

/** Its day in its plan. */
const placeOf = ({ planId, date }: CalendarSession): Place => ({ name: "plan", planId, day: date });

interface SessionProps {
  readonly session: CalendarSession;
  readonly units: Units;
  readonly byTime: boolean;
}

/** What became of it already, by hand or by a run that was found. */
function useTold({ planId, sessionId }: CalendarSession): Told | undefined {
  const { data } = useQuery({
    queryKey: completionsKey(planId),
    queryFn: () => fetchCompletions(planId),
    staleTime: 0,
  });
  return data?.ok === true ? data.value.find((one) => one.sessionId === sessionId) : undefined;
}

const Now = ({ session, units, byTime }: SessionProps) => {
  const told = useTold(session);
  return (
    <div className={styles["now"]}>
      <div>
        <h2>{session.title}</h2>
        {told !== undefined && (
          <p className={styles["told"]}>
            <StateMark state={told.state} movedFrom={undefined} /> {dayMessages.tell.said[told.state]}
            <span>{runLine(told, units)}</span>
          </p>
        )}
        <p>
          <b>{sizeOf(session, units, byTime)}</b> {alsoOf(session, units, byTime)}
        </p>
        <p className={styles["soft"]}>{words.where(PHASE_NAMES[session.phase], session.week)}</p>
      </div>
      <Link to={placeOf(session)} className={buttons["primary"]}>
        {words.open}
      </Link>
    </div>
  );
};

interface DayProps {
  readonly date: CalendarDate;
  readonly sessions: readonly CalendarSession[];
  readonly units: Units;
  readonly byTime: boolean;
}

const Day = ({ date, sessions, units, byTime }: DayProps) => (
  <li>
    <span className={styles["date"]}>
      {weekdayShort(weekdayOf(date))} <span>{formatDate(date).replace(/^\w+ /, "")}</span>
    </span>
    <span>
      {sessions.length === 0 && <span className={styles["soft"]}>{words.restDay}</span>}
      {sessions.map((session) => (
        <Link key={session.sessionId} to={placeOf(session)} className={styles["line"]}>
          <span className={classes((session.quality || session.kind === "long") && styles["key"])}>
            {session.title}
          </span>
          <span>{sizeOf(session, units, byTime)}</span>
        </Link>
      ))}
    </span>
  </li>
);
