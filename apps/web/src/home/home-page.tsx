import { type PlanInList, usePlanList } from "../api/plans.ts";
import { homeMessages } from "../messages/home.ts";
import { useFeature } from "../session/session.ts";
import { Away } from "../shell/away.tsx";
import { Loading } from "../ui/loading.tsx";
import { browserTimeZone } from "../wish/race-date.ts";
import { useToday } from "../wish/use-today.ts";
import { WishPage } from "../wish/wish-page.tsx";
import { PlanCards, PlansPage } from "./plans-page.tsx";
import { Today } from "./today.tsx";
import styles from "./plans-page.module.css";

/** The first page: the form for somebody without a plan, and what is up today for everybody else. */
export function HomePage() {
  const list = usePlanList();
  const calendar = useFeature("plan.calendar");
  const today = useToday(zoneOf(list?.ok === true ? list.value.plans : []));
  if (list === undefined) return <Loading />;
  if (!list.ok) return <Away />;
  const { plans } = list.value;
  if (plans.length === 0) return <WishPage />;
  if (!calendar.allowed || plans.every(({ status }) => status !== "ready")) return <PlansPage />;
  return (
    <main className={styles["page"]}>
      <Today today={today} />
      <section className={styles["shelf"]} aria-labelledby="plans">
        <h2 id="plans">{homeMessages.plans.title}</h2>
        <PlanCards plans={plans} />
      </section>
    </main>
  );
}

/** A day begins where the newest plan is run, as in its calendar, wherever the browser is. */
const zoneOf = (plans: readonly PlanInList[]): string =>
  plans.find(({ status }) => status === "ready")?.timeZone ?? browserTimeZone();
