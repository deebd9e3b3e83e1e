import { addDays, type CalendarDate, type Units, weekdayOf } from "@strideiq/engine";
import {
  formatDate,
  formatDistance,
  formatLongDate,
  formatMinutes,
  PHASE_NAMES,
  weekdayShort,
} from "@strideiq/wording";
import { type CalendarSession, useCalendar } from "../api/calendar.ts";
import { homeMessages } from "../messages/home.ts";
import { Link } from "../path/link.tsx";
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
          now.map((session) => <Now key={session.sessionId} session={session} units={units} />)
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
              />
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

/** Distance, or time where distances are only planning figures. */
const sizeOf = ({ estimated, metres, seconds }: CalendarSession, units: Units): string =>
  estimated || metres === 0 ? formatMinutes(seconds) : formatDistance(metres, units);

const alsoOf = ({ estimated, metres, seconds }: CalendarSession, units: Units): string => {
  if (metres === 0) return "";
  return words.about(estimated ? formatDistance(metres, units) : formatMinutes(seconds));
};

interface SessionProps {
  readonly session: CalendarSession;
  readonly units: Units;
}

const Now = ({ session, units }: SessionProps) => (
  <div className={styles["now"]}>
    <div>
      <h2>{session.title}</h2>
      <p>
        <b>{sizeOf(session, units)}</b> {alsoOf(session, units)}
      </p>
      <p className={styles["soft"]}>{words.where(PHASE_NAMES[session.phase], session.week)}</p>
    </div>
    <Link to={{ name: "plan", planId: session.planId }} className={buttons["primary"]}>
      {words.open}
    </Link>
  </div>
);

interface DayProps {
  readonly date: CalendarDate;
  readonly sessions: readonly CalendarSession[];
  readonly units: Units;
}

const Day = ({ date, sessions, units }: DayProps) => (
  <li>
    <span className={styles["date"]}>
      {weekdayShort(weekdayOf(date))} <span>{formatDate(date).replace(/^\w+ /, "")}</span>
    </span>
    <span>
      {sessions.length === 0 && <span className={styles["soft"]}>{words.restDay}</span>}
      {sessions.map((session) => (
        <span key={session.sessionId} className={styles["line"]}>
          <span className={classes((session.quality || session.kind === "long") && styles["key"])}>
            {session.title}
          </span>
          <span>{sizeOf(session, units)}</span>
        </span>
      ))}
    </span>
  </li>
);
