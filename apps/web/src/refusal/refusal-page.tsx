import type { Units } from "@strideiq/engine";
import { lazy, Suspense, useMemo, useState } from "react";
import { formatLongDate, RACE_NAMES } from "@strideiq/wording";
import type { PlanAnswer } from "@strideiq/contracts";
import { messages } from "../messages.ts";
import { Link } from "../path/link.tsx";
import { PlanFigures } from "../plan/plan-figures.tsx";
import { PlanPage } from "../plan/plan-page.tsx";
import { Bars } from "../plan/ribbon.tsx";
import { overviewOf } from "../plan/week-totals.ts";
import { patiently } from "../shell/patience.ts";
import buttons from "../ui/button.module.css";
import { todayIn } from "../wish/race-date.ts";
import { KeepPlan } from "./keep-plan.tsx";
import styles from "./refusal-page.module.css";

type RefusalAnswer = Extract<PlanAnswer, { status: "refused" }>["refusal"];

/** The words of all laws come with it: no calendar waits for them. */
const readReason = () => import("./reason.tsx");
const Reason = lazy(async () => ({ default: (await patiently(readReason)).Reason }));

interface RefusalPageProps {
  readonly refusal: RefusalAnswer;
  readonly units: Units;
}

/** Never a dead end: why the wish cannot be kept, and the nearest plan, one click away. */
export function RefusalPage({ refusal, units }: RefusalPageProps) {
  const [isShown, setShown] = useState(false);
  const { nearest } = refusal;
  if (nearest !== null && isShown)
    return (
      <>
        <KeepPlan request={nearest.request} />
        <PlanPage plan={nearest.plan} units={units} today={todayIn(nearest.request.timeZone)} />
      </>
    );
  return (
    <main className={styles["page"]}>
      <div className={styles["reason"]} role="alert">
        <h1>{messages.refusal.title}</h1>
        <Suspense fallback={<p>{refusal.reason}</p>}>
          <Reason refusal={refusal} units={units} />
        </Suspense>
      </div>
      {nearest === null ? (
        <p className={styles["none"]}>{refusal.instead}</p>
      ) : (
        <Nearest
          nearest={nearest}
          units={units}
          onShow={() => {
            setShown(true);
            window.scrollTo(0, 0);
          }}
        />
      )}
      <Link to={{ name: "wish" }} className={buttons["plain"]}>
        {messages.refusal.change}
      </Link>
    </main>
  );
}

interface NearestProps {
  readonly nearest: NonNullable<RefusalAnswer["nearest"]>;
  readonly units: Units;
  readonly onShow: () => void;
}

function Nearest({ nearest: { plan }, units, onShow }: NearestProps) {
  const overview = useMemo(() => overviewOf(plan), [plan]);
  return (
    <section className={styles["nearest"]} aria-labelledby="nearest-heading">
      <p className={styles["kicker"]}>{messages.refusal.nearest}</p>
      <h2 id="nearest-heading">{RACE_NAMES[plan.distance]}</h2>
      <p className={styles["when"]}>
        {messages.refusal.nearestLine(formatLongDate(plan.raceDate), plan.weeks.length, plan.daysPerWeek)}
      </p>
      <Bars overview={overview} units={units} active={null} />
      <PlanFigures overview={overview} units={units} today={plan.request.today} />
      <button type="button" className={buttons["primary"]} onClick={onShow}>
        {messages.refusal.show}
      </button>
    </section>
  );
}
