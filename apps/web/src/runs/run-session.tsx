import { addDays, type CalendarDate, parseCalendarDate, type Units } from "@strideiq/engine";
import {
  formatClock,
  formatDate,
  formatDistance,
  formatPace,
  formatPaceRange,
  INTENT_REASON_WORDS,
} from "@strideiq/wording";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCalendar } from "../api/calendar.ts";
import { runMessages } from "../messages/runs.ts";
import { Link } from "../path/link.tsx";
import buttons from "../ui/button.module.css";
import { refreshRuns, type RunDetail, unlinkRun } from "./run-api.ts";
import type { Work } from "./run-charts.tsx";
import styles from "./runs.module.css";

const words = runMessages.session;

type Review = NonNullable<RunDetail["review"]>;

interface RunSessionProps {
  readonly run: RunDetail;
  readonly session: NonNullable<RunDetail["session"]>;
  readonly review: Review;
  readonly units: Units;
}

/** Which session it was, and how it went: volume and intent apart, each piece of work beside its target. */
export function RunSession({ run, session, review, units }: RunSessionProps) {
  const queries = useQueryClient();
  const day = parseCalendarDate(run.day ?? "");
  const unlinking = useMutation({
    mutationFn: () => unlinkRun(run.activityId),
    onSuccess: () => refreshRuns(queries),
  });
  const { intent } = review;
  return (
    <section className={styles["card"]} aria-labelledby="session">
      <h2 id="session">{words.title}</h2>
      {day.ok && <Planned day={day.value} session={session} units={units} />}
      <Scores review={review} />
      {intent !== null && intent.steps.length > 0 && <Steps steps={intent.steps} units={units} />}
      <div className={styles["ways"]}>
        <Link
          to={{
            name: "plan",
            planId: session.planId,
            ...(day.ok ? { day: day.value } : {}),
          }}
          className={buttons["plain"]}
        >
          {runMessages.toPlan}
        </Link>
        <button
          type="button"
          className={buttons["plain"]}
          onClick={() => {
            unlinking.mutate();
          }}
        >
          {words.notIt}
        </button>
      </div>
    </section>
  );
}

interface PlannedProps extends Pick<RunSessionProps, "session" | "units"> {
  readonly day: CalendarDate;
}

/** The session as it stands in its plan: on the day of the run, or beside it. */
function Planned({ day, session: { planId, sessionId }, units }: PlannedProps) {
  const told = useCalendar(addDays(day, -1), addDays(day, 1));
  const planned =
    told?.ok === true
      ? told.value.sessions.find((one) => one.planId === planId && one.sessionId === sessionId)
      : undefined;
  if (planned === undefined) return null;
  const date = parseCalendarDate(planned.date);
  const when = date.ok ? formatDate(date.value) : planned.date;
  return <p>{words.asPlanned(planned.title, formatDistance(planned.metres, units), when)}</p>;
}

/** Long enough and too hard is no success: the two are told apart. */
const Scores = ({ review: { intent, volume } }: Pick<RunSessionProps, "review">) => (
  <dl className={styles["scores"]}>
    {volume !== null && (
      <>
        <dt>{words.volume}</dt>
        <dd className={styles[volume.score]}>{words.scores[volume.score]}</dd>
        <dd>{words.share(Math.round(volume.ratio * 100), words.volumeOf[volume.by])}</dd>
      </>
    )}
    {intent !== null && intent.score !== null && (
      <>
        <dt>{words.intent}</dt>
        <dd className={styles[intent.score]}>{words.scores[intent.score]}</dd>
        <dd>{intent.reasons.map((reason) => INTENT_REASON_WORDS[reason]).join(", ")}</dd>
      </>
    )}
  </dl>
);

const Steps = ({ steps, units }: { readonly steps: readonly Work[]; readonly units: Units }) => (
  <div className={styles["scroll"]} tabIndex={0} role="region" aria-label={words.steps}>
    <table>
      <thead>
        <tr>
          {[words.planned, words.target, words.done, ""].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {steps.map((step, index) => (
          <tr key={`${String(step.step)} ${String(index)}`}>
            <td>{formatClock(step.plannedSeconds)}</td>
            <td>{step.target === null ? "–" : formatPaceRange(step.target, units)}</td>
            <td>{step.done === null ? "–" : formatPace(step.done.secondsPerKm, units)}</td>
            <td>{words.verdicts[step.verdict]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
