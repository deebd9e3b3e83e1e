import { type CalendarDate, type Plan, RACE_DISTANCES, type Units } from "@strideiq/engine";
import { formatLongDate, RACE_NAMES } from "@strideiq/wording";
import { useId, useMemo } from "react";
import { type StandardPlan, useStandardPlan, useStandardPlans } from "../api/standard-plans.ts";
import { galleryMessages } from "../messages/gallery.ts";
import { Link } from "../path/link.tsx";
import { goTo } from "../path/path.ts";
import { Bars } from "../plan/ribbon.tsx";
import { overviewOf } from "../plan/week-totals.ts";
import { storedUnits } from "../preferences/preferences.ts";
import { useStored } from "../preferences/stored.ts";
import { Away } from "../shell/away.tsx";
import buttons from "../ui/button.module.css";
import { Loading } from "../ui/loading.tsx";
import { browserTimeZone, todayIn } from "../wish/race-date.ts";
import { FactsTable } from "./facts-table.tsx";
import { factsOf, peakWeekOf } from "./facts.ts";
import { nameOf } from "./gallery-card.tsx";
import { soonestRaceDay } from "./race-day.ts";
import { WeekList } from "./week-list.tsx";
import styles from "./gallery.module.css";

const words = galleryMessages.compared;

interface CompareProps {
  readonly left: string;
  readonly right: string;
}

/** Two plans for the same race day: 12 or 18 weeks, 4 or 5 days? */
export function ComparePage(sides: CompareProps) {
  const list = useStandardPlans();
  if (list === undefined) return <Loading />;
  if (!list.ok) return <Away />;
  const { plans } = list.value;
  const chosen = [sides.left, sides.right].map((id) => plans.find((plan) => plan.id === id));
  const [left, right] = chosen;
  return (
    <main className={styles["page"]}>
      <div className={styles["intro"]}>
        <Link to={{ name: "gallery" }}>{galleryMessages.standard.back}</Link>
        <h1>{words.title}</h1>
      </div>
      <div className={styles["choosers"]}>
        <Chooser
          label={words.left}
          plans={plans}
          value={left?.id ?? ""}
          onChange={(id) => {
            goTo({ name: "compare", left: id, right: sides.right });
          }}
        />
        <Chooser
          label={words.right}
          plans={plans}
          value={right?.id ?? ""}
          onChange={(id) => {
            goTo({ name: "compare", left: sides.left, right: id });
          }}
        />
      </div>
      {left === undefined || right === undefined ? <p>{words.empty}</p> : <Both left={left} right={right} />}
    </main>
  );
}

interface ChooserProps {
  readonly label: string;
  readonly plans: readonly StandardPlan[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

function Chooser({ label, plans, value, onChange }: ChooserProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className={styles["select"]}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      >
        <option value="">{words.choose}</option>
        {RACE_DISTANCES.map((distance) => (
          <optgroup key={distance} label={RACE_NAMES[distance]}>
            {plans
              .filter((plan) => plan.distance === distance)
              .map((plan) => (
                <option key={plan.id} value={plan.id}>
                  {nameOf(plan)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

function Both({ left, right }: { readonly left: StandardPlan; readonly right: StandardPlan }) {
  const [units] = useStored(storedUnits);
  const raceDate = soonestRaceDay(Math.max(left.weeks, right.weeks), todayIn(browserTimeZone()));
  const one = useInside(left.id, raceDate, units);
  const other = useInside(right.id, raceDate, units);
  if (one === undefined || other === undefined) return <Loading />;
  if (one === null || other === null) return <Away />;
  const sides = [
    { standard: left, plan: one },
    { standard: right, plan: other },
  ];
  return (
    <>
      <p>{words.lead(formatLongDate(raceDate))}</p>
      <section className={styles["panel"]}>
        <h2>{words.facts}</h2>
        <FactsTable
          facts={sides.map(({ plan }) => factsOf(plan))}
          names={sides.map(({ standard }) => nameOf(standard))}
          units={units}
        />
      </section>
      <div className={styles["pair"]}>
        {sides.map(({ standard, plan }) => (
          <Side key={standard.id} standard={standard} plan={plan} units={units} />
        ))}
      </div>
    </>
  );
}

/** Undefined while it is fetched, null where it cannot be had. */
function useInside(standardPlanId: string, raceDate: CalendarDate, units: Units): Plan | null | undefined {
  const preview = useStandardPlan({ standardPlanId, raceDate, units });
  if (preview === undefined) return undefined;
  return preview.ok && preview.value.status === "ready" ? preview.value.plan : null;
}

interface SideProps {
  readonly standard: StandardPlan;
  readonly plan: Plan;
  readonly units: Units;
}

function Side({ standard, plan, units }: SideProps) {
  const overview = useMemo(() => overviewOf(plan), [plan]);
  const peak = peakWeekOf(plan);
  return (
    <section className={styles["panel"]}>
      <h2>{nameOf(standard)}</h2>
      <div className={styles["shape"]}>
        <Bars overview={overview} units={units} active={null} />
      </div>
      {peak !== undefined && <WeekList title={words.week} week={peak} units={units} />}
      <Link to={{ name: "standard", standardPlanId: standard.id }} className={buttons["plain"]}>
        {words.take}
      </Link>
    </section>
  );
}
