import { daysBetween, parseCalendarDate } from "@strideiq/engine";
import { formatLongDate, RACE_NAMES } from "@strideiq/wording";
import { type PlanInList, usePlanList } from "../api/plans.ts";
import { messages } from "../messages.ts";
import { homeMessages } from "../messages/home.ts";
import { Link } from "../path/link.tsx";
import { Away } from "../shell/away.tsx";
import buttons from "../ui/button.module.css";
import { RightIcon } from "../ui/icons.tsx";
import { Loading } from "../ui/loading.tsx";
import { Notice } from "../ui/notice.tsx";
import { todayIn } from "../wish/race-date.ts";
import styles from "./plans-page.module.css";

const words = homeMessages.plans;

/** All plans of the visitor. */
export function PlansPage() {
  const list = usePlanList();
  if (list === undefined) return <Loading />;
  if (!list.ok) return <Away />;
  const { plans } = list.value;
  if (plans.length === 0)
    return (
      <Notice title={words.none} lead={words.noneLead}>
        <Link to={{ name: "wish" }} className={buttons["primary"]}>
          {messages.newPlan}
        </Link>
      </Notice>
    );
  return (
    <main className={styles["page"]}>
      <h1>{words.title}</h1>
      <PlanCards plans={plans} />
    </main>
  );
}

/** Plans as links, each with its race. */
export const PlanCards = ({ plans }: { readonly plans: readonly PlanInList[] }) => (
  <ul className={styles["plans"]}>
    {plans.map((plan) => (
      <li key={plan.planId}>
        <Link to={{ name: "plan", planId: plan.planId }} className={styles["card"]}>
          <span>
            <b>{RACE_NAMES[plan.distance]}</b>
            <span>{stateOf(plan)}</span>
          </span>
          <RightIcon size={18} />
        </Link>
      </li>
    ))}
  </ul>
);

function stateOf({ status, raceDate, timeZone }: PlanInList): string {
  if (status !== "ready") return words.states[status];
  const race = parseCalendarDate(raceDate);
  if (!race.ok) return raceDate;
  return words.race(formatLongDate(race.value), daysBetween(todayIn(timeZone), race.value));
}
