import { parseCalendarDate, type Units } from "@strideiq/engine";
import { formatDate, formatDistance, PHASE_NAMES, SPORT_NAMES } from "@strideiq/wording";
import { reviewMessages as say } from "../../messages/review.ts";
import { Link } from "../../path/link.tsx";
import { classes } from "../../ui/classes.ts";
import { cardTitle } from "../card-title.ts";
import { datedSessions } from "../plan-view.ts";
import panels from "../progress/progress-view.module.css";
import type { Overview } from "../week-totals.ts";
import { WhichRun } from "./questions.tsx";
import type { Review } from "./review.ts";
import styles from "./review.module.css";

interface ReviewPanelProps {
  readonly review: Review;
  readonly overview: Overview;
  readonly planId: string;
  readonly units: Units;
}

/** The plan beside what was run: what is to be asked, how phases and weeks went, and what was run beside it. */
export function ReviewPanels(props: ReviewPanelProps) {
  const { asked, told } = props.review;
  return (
    <>
      {asked.size > 0 && <Questions {...props} />}
      {told.plan.due > 0 && told.runs.length > 0 && <Kept {...props} />}
      {told.extra.length > 0 && <Extra {...props} />}
    </>
  );
}

function Questions({ review, overview, planId, units }: ReviewPanelProps) {
  const asked = datedSessions(overview.plan).flatMap(({ day, session }) => {
    const question = review.asked.get(session.id);
    return question === undefined ? [] : [{ day, session, question }];
  });
  return (
    <section className={classes(panels["panel"], panels["wide"])} aria-labelledby="review-questions">
      <h2 id="review-questions">{say.questions}</h2>
      <p className={panels["lead"]}>{say.questionsLead}</p>
      <ul className={styles["questions"]}>
        {asked.map(({ day, session, question }) => (
          <li key={session.id}>
            <h3>{say.session(cardTitle(session), formatDate(day.date))}</h3>
            <WhichRun question={question} review={review} planId={planId} units={units} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type Amounts = Review["told"]["plan"];

/** Done of due, and how many of them as planned. */
function Kept({ review: { told }, units }: ReviewPanelProps) {
  const phases = told.phases.filter(({ due }) => due > 0);
  const weeks = told.weeks.filter(({ due, doneMetres }) => due > 0 || doneMetres > 0);
  return (
    <section className={classes(panels["panel"], panels["wide"])} aria-labelledby="review-kept">
      <h2 id="review-kept">{say.kept}</h2>
      <p className={panels["lead"]}>{say.keptLead}</p>
      <div className={panels["scroll"]} tabIndex={0} role="region" aria-label={say.kept}>
        <table className={styles["kept"]}>
          <thead>
            <tr>
              {[say.span, say.sessions, say.nailed, say.planned, say.run].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <KeptRow name={say.plan} amounts={told.plan} done={null} units={units} isSum />
            {phases.map((phase) => (
              <KeptRow
                key={phase.phase}
                name={PHASE_NAMES[phase.phase]}
                amounts={phase}
                done={null}
                units={units}
                isSum
              />
            ))}
            {weeks.map((week) => (
              <KeptRow
                key={week.week}
                name={say.week(week.week)}
                amounts={week}
                done={week.doneMetres}
                units={units}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface KeptRowProps {
  readonly name: string;
  readonly amounts: Amounts;
  /** Metres run in it, planned or not; null where nobody adds them up. */
  readonly done: number | null;
  readonly units: Units;
  readonly isSum?: boolean;
}

const KeptRow = ({ amounts, done, isSum = false, name, units }: KeptRowProps) => {
  const { due, done: sessions, nailed, plannedMetres, share } = amounts;
  return (
    <tr data-sum={isSum}>
      <th scope="row">{name}</th>
      <td>
        <span className={styles["share"]}>
          <span>{due === 0 ? "–" : say.of(sessions, due)}</span>
          {share !== null && (
            <span className={panels["track"]} aria-hidden="true">
              <span className={panels["run"]} style={{ width: `${(share * 100).toFixed(0)}%` }} />
            </span>
          )}
        </span>
      </td>
      <td>{sessions === 0 ? "–" : nailed}</td>
      <td>{isSum ? "" : formatDistance(plannedMetres, units)}</td>
      <td>{done === null ? "" : done === 0 ? "–" : formatDistance(done, units)}</td>
    </tr>
  );
};

const Extra = ({ review: { told, runs }, units }: ReviewPanelProps) => (
  <section className={classes(panels["panel"], panels["wide"])} aria-labelledby="review-extra">
    <h2 id="review-extra">{say.extra}</h2>
    <p className={panels["lead"]}>{say.extraLead}</p>
    <ul className={styles["extra"]}>
      {told.extra.map(({ activityId, day, load, metres, sport }) => {
        const parsed = parseCalendarDate(day);
        return (
          <li key={activityId}>
            <Link to={{ name: "run", activityId }}>
              {parsed.ok ? formatDate(parsed.value) : day} ·{" "}
              {runs.get(activityId)?.name ?? SPORT_NAMES[sport]}
            </Link>
            <span>
              {[
                ...(metres === null ? [] : [formatDistance(metres, units)]),
                say.load(Math.round(load.value)),
              ].join(" · ")}
            </span>
          </li>
        );
      })}
    </ul>
  </section>
);
