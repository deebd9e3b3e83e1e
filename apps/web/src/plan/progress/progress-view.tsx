import { type CalendarDate, daysBetween, type Units } from "@strideiq/engine";
import {
  describeResult,
  formatClock,
  formatDistance,
  formatMinutes,
  PHASE_NAMES,
  PHASE_PURPOSES,
} from "@strideiq/wording";
import { messages } from "../../messages.ts";
import { overviewMessages } from "../../messages/overview.ts";
import { classes } from "../../ui/classes.ts";
import { cardTitle } from "../card-title.ts";
import { useActs } from "../acts.ts";
import phases from "../phase.module.css";
import { bandsOf, datedSessions, weekOfToday } from "../plan-view.ts";
import colours from "../stimulus.module.css";
import { useReview } from "../review/review.ts";
import { ReviewPanels } from "../review/review-panel.tsx";
import type { Overview, WeekOverview } from "../week-totals.ts";
import { adherenceOf, intensityOf } from "./figures.ts";
import styles from "./progress-view.module.css";
import { WeeksChart } from "./weeks-chart.tsx";

interface ProgressViewProps {
  readonly overview: Overview;
  readonly units: Units;
  readonly today: CalendarDate;
}

/** How far it is, what was done of it, and what is to be expected. */
export const ProgressView = (props: ProgressViewProps) => {
  const review = useReview();
  const acts = useActs();
  return (
    <div className={styles["view"]}>
      <Phases {...props} />
      <Adherence {...props} />
      <Prediction {...props} />
      <section className={classes(styles["panel"], styles["wide"])} aria-labelledby="progress-chart">
        <h2 id="progress-chart">{overviewMessages.chart.title}</h2>
        <p className={styles["lead"]}>{overviewMessages.chart.lead}</p>
        <WeeksChart {...props} />
      </section>
      {review !== null && acts !== null && <ReviewPanels {...props} review={review} planId={acts.planId} />}
      <Intensity overview={props.overview} />
    </div>
  );
};

function Phases({ overview, units, today }: ProgressViewProps) {
  const say = overviewMessages.phases;
  const { plan, weeks } = overview;
  const number = weekOfToday(plan, today);
  const current = weeks[number - 1];
  const next = weeks[number];
  const days = daysBetween(today, plan.raceDate);
  const first = plan.weeks[0]?.days[0]?.date ?? today;
  return (
    <section className={styles["panel"]} aria-labelledby="progress-phases">
      <h2 id="progress-phases">{say.title}</h2>
      <ol className={styles["phases"]}>
        {bandsOf(plan).map((band) => (
          <li
            key={band.weeks[0]?.week}
            className={classes(
              phases[band.phase],
              band.weeks.some(({ week }) => week === number) && styles["here"],
            )}
            style={{ flexGrow: band.weeks.length }}
          >
            {PHASE_NAMES[band.phase]}
          </li>
        ))}
      </ol>
      <p className={styles["large"]}>
        {days < 0
          ? say.over
          : today < first
            ? say.ahead
            : say.at(number, weeks.length, PHASE_NAMES[current?.week.phase ?? "base"])}
      </p>
      {days >= 0 && <p className={styles["lead"]}>{say.toGo(days)}</p>}
      {current !== undefined && next !== undefined && days >= 0 && (
        <>
          <h3>{say.next}</h3>
          <ul className={styles["lines"]}>
            {nextWeekLines(current, next, overview, units).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** What is otherwise next week, the most telling first. */
function nextWeekLines(
  current: WeekOverview,
  next: WeekOverview,
  overview: Overview,
  units: Units,
): readonly string[] {
  const say = overviewMessages.phases;
  const size = ({ totals }: WeekOverview): number => (overview.byTime ? totals.seconds : totals.metres);
  const words = (value: number): string =>
    overview.byTime ? formatMinutes(value) : formatDistance(value, units);
  const change = size(next) - size(current);
  const rounded = words(Math.abs(change));
  const changed = change > 0 ? say.more(rounded) : say.less(rounded);
  const key = next.week.days.flatMap(({ sessions }) => sessions).filter(({ quality }) => quality);
  const { longest } = next.totals;
  return [
    ...(next.week.phase === current.week.phase
      ? []
      : [say.begins(PHASE_NAMES[next.week.phase], PHASE_PURPOSES[next.week.phase])]),
    say.kinds[next.week.kind],
    say.nextSize(words(size(next)), Math.abs(change) < 50 ? say.same : changed),
    key.length === 0 ? say.noKey : say.key([...new Set(key.map(cardTitle))].join(", ")),
    longest === null || next.week.kind === "race"
      ? ""
      : say.long(overview.byTime ? formatMinutes(longest.seconds) : formatDistance(longest.metres, units)),
  ].filter((line) => line !== "");
}

function Adherence({ overview, units, today }: ProgressViewProps) {
  const say = overviewMessages.adherence;
  const { planned, run, skipped, missed, metresPlanned, metresDone } = adherenceOf(overview, today);
  return (
    <section className={styles["panel"]} aria-labelledby="progress-done">
      <h2 id="progress-done">{say.title}</h2>
      {planned === missed ? (
        <p className={styles["lead"]}>
          {say.nothing} {planned > 0 && say.behind(planned)}
        </p>
      ) : (
        <>
          <p className={styles["figure"]}>{Math.round((run / planned) * 100)} %</p>
          <div className={styles["track"]} aria-hidden="true">
            <span className={styles["run"]} style={{ flexGrow: run }} />
            <span className={styles["skipped"]} style={{ flexGrow: skipped }} />
            <span style={{ flexGrow: missed }} />
          </div>
          <ul className={styles["lines"]}>
            <li>{say.of(run, planned)}</li>
            {!overview.isEstimated && (
              <li>
                {say.distance(
                  metresDone === 0 ? `0 ${units}` : formatDistance(metresDone, units),
                  formatDistance(metresPlanned, units),
                )}
              </li>
            )}
            {skipped > 0 && <li>{say.skipped(skipped)}</li>}
            {missed > 0 && <li>{say.missed(missed)}</li>}
          </ul>
        </>
      )}
    </section>
  );
}

/** The time that the result gives for this race, and how far from it races usually end. */
function Prediction({ overview: { plan }, units }: ProgressViewProps) {
  const say = overviewMessages.prediction;
  const { prediction, request } = plan;
  const isLost = plan.adjustments.some(({ wish }) => wish === "break" || wish === "break_to_race");
  return (
    <section className={styles["panel"]} aria-labelledby="progress-prediction">
      <h2 id="progress-prediction">{say.title}</h2>
      {prediction !== undefined && request.result !== null ? (
        <>
          <p className={styles["figure"]}>
            {say.range(
              formatClock(roundTo(prediction.fastSeconds)),
              formatClock(roundTo(prediction.slowSeconds)),
            )}
          </p>
          <p className={styles["large"]}>{say.about(formatClock(roundTo(prediction.seconds)))}</p>
          <p className={styles["lead"]}>{say.from(describeResult(request.result, units))}</p>
          {prediction.slowSeconds - prediction.seconds > prediction.seconds - prediction.fastSeconds && (
            <p className={styles["lead"]}>{say.shorter}</p>
          )}
        </>
      ) : (
        <p className={styles["lead"]}>{isLost ? say.afterBreak : say.none}</p>
      )}
    </section>
  );
}

/** Nobody knows a race to the second. */
const roundTo = (seconds: number): number => {
  const step = seconds > 3600 ? 30 : 5;
  return Math.round(seconds / step) * step;
};

function Intensity({ overview }: Pick<ProgressViewProps, "overview">) {
  const say = overviewMessages.intensity;
  const shares = intensityOf(datedSessions(overview.plan).map(({ session }) => session));
  return (
    <section className={classes(styles["panel"], styles["wide"])} aria-labelledby="progress-intensity">
      <h2 id="progress-intensity">{say.title}</h2>
      <p className={styles["lead"]}>{say.lead}</p>
      <div className={styles["mix"]} aria-hidden="true">
        {shares.map(({ stimulus, share }) => (
          <span key={stimulus} className={colours[stimulus]} style={{ flexGrow: share }} />
        ))}
      </div>
      <ul className={styles["legend"]}>
        {shares.map(({ stimulus, share }) => (
          <li key={stimulus} className={colours[stimulus]}>
            {say.share(
              messages.plan.stimuli[stimulus],
              (share * 100).toFixed(share < 0.1 || share > 0.99 ? 1 : 0),
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
