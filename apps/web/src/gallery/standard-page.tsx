import { type CalendarDate, parseCalendarDate, type Plan, type Units } from "@strideiq/engine";
import { formatLongDate, PHASE_NAMES, RACE_NAMES } from "@strideiq/wording";
import { useMemo, useState } from "react";
import { type StandardPlan, useStandardPlan, useStandardPlans } from "../api/standard-plans.ts";
import { galleryMessages } from "../messages/gallery.ts";
import { Link } from "../path/link.tsx";
import { Bars } from "../plan/ribbon.tsx";
import { overviewOf } from "../plan/week-totals.ts";
import { storedUnits } from "../preferences/preferences.ts";
import { useStored } from "../preferences/stored.ts";
import { Away } from "../shell/away.tsx";
import buttons from "../ui/button.module.css";
import { Loading } from "../ui/loading.tsx";
import { Notice } from "../ui/notice.tsx";
import { browserTimeZone, todayIn } from "../wish/race-date.ts";
import { FactsTable } from "./facts-table.tsx";
import { factsOf, peakWeekOf } from "./facts.ts";
import { nameOf } from "./gallery-card.tsx";
import { soonestRaceDay } from "./race-day.ts";
import { TakePlan } from "./take-plan.tsx";
import { WeekList } from "./week-list.tsx";
import styles from "./gallery.module.css";

const words = galleryMessages.standard;

/** One plan of the gallery: its weeks, what they are for, and how to take it. */
export function StandardPage({ standardPlanId }: { readonly standardPlanId: string }) {
  const list = useStandardPlans();
  if (list === undefined) return <Loading />;
  if (!list.ok) return <Away />;
  const standard = list.value.plans.find(({ id }) => id === standardPlanId);
  return standard === undefined ? <MissingPlan /> : <Standard standard={standard} />;
}

const MissingPlan = () => (
  <Notice title={words.missing} lead={words.missingLead}>
    <Link to={{ name: "gallery" }} className={buttons["primary"]}>
      {words.back}
    </Link>
  </Notice>
);

function Standard({ standard }: { readonly standard: StandardPlan }) {
  const [units] = useStored(storedUnits);
  const [raceDate, setRaceDate] = useState<string>(() =>
    soonestRaceDay(standard.weeks, todayIn(browserTimeZone())),
  );
  const shownDate = useLastRealDate(raceDate, standard.weeks);
  const preview = useStandardPlan({ standardPlanId: standard.id, raceDate: shownDate, units });
  if (preview === undefined) return <Loading />;
  if (!preview.ok) return <Away />;
  return (
    <main className={styles["page"]}>
      <div className={styles["intro"]}>
        <Link to={{ name: "gallery" }}>{words.back}</Link>
        <h1>{nameOf(standard)}</h1>
        {preview.value.status === "ready" && (
          <p>
            {words.builtBack(
              formatLongDate(preview.value.plan.weeks[0]?.days[0]?.date ?? shownDate),
              formatLongDate(shownDate),
            )}
          </p>
        )}
      </div>
      <div className={styles["split"]}>
        {preview.value.status === "ready" ? (
          <Inside plan={preview.value.plan} units={units} />
        ) : (
          <p>{preview.value.refusal.reason}</p>
        )}
        <TakePlan standard={standard} raceDate={raceDate} onRaceDate={setRaceDate} />
      </div>
    </main>
  );
}

/** While a date is being typed the plan stays as it was for the last whole one. */
function useLastRealDate(text: string, weeks: number): CalendarDate {
  const [last, setLast] = useState(() => soonestRaceDay(weeks, todayIn(browserTimeZone())));
  const read = parseCalendarDate(text);
  if (read.ok && read.value !== last) setLast(read.value);
  return read.ok ? read.value : last;
}

function Inside({ plan, units }: { readonly plan: Plan; readonly units: Units }) {
  const overview = useMemo(() => overviewOf(plan), [plan]);
  const [first, peak, race] = [plan.weeks[0], peakWeekOf(plan), plan.weeks.at(-1)];
  return (
    <div className={styles["column"]}>
      <section className={styles["panel"]}>
        <h2>{RACE_NAMES[plan.distance]}</h2>
        <div className={styles["shape"]}>
          <Bars overview={overview} units={units} active={null} />
        </div>
        <FactsTable facts={[factsOf(plan, overview)]} units={units} />
      </section>
      <section className={styles["panel"]}>
        <h2>{words.phases}</h2>
        <ol className={styles["phases"]}>
          {plan.phases.map(({ phase, firstWeek, lastWeek }) => (
            <li key={phase}>
              <b>{words.phaseWeeks(PHASE_NAMES[phase], firstWeek, lastWeek)}</b>
              <span>{galleryMessages.purposes[phase]}</span>
            </li>
          ))}
        </ol>
      </section>
      <section className={styles["panel"]}>
        <h2>{words.sampleWeeks}</h2>
        {first !== undefined && <WeekList title={words.sample.first} week={first} units={units} />}
        {peak !== undefined && <WeekList title={words.sample.peak} week={peak} units={units} />}
        {race !== undefined && <WeekList title={words.sample.race} week={race} units={units} />}
      </section>
    </div>
  );
}
