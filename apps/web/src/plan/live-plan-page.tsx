import type { PlanAnswer } from "@strideiq/contracts";
import type { CalendarDate, ChangedWish, Units } from "@strideiq/engine";
import { useCallback } from "react";
import { ActsProvider } from "./acts.ts";
import { useLivePlan } from "./data/use-live-plan.ts";
import { EditTrouble } from "./edit-trouble.tsx";
import { NoticeBar } from "./notice-bar.tsx";
import { PlanPage } from "./plan-page.tsx";
import { useActsOf } from "./use-acts.ts";

interface LivePlanPageProps {
  readonly standing: Extract<PlanAnswer, { status: "ready" }>;
  readonly units: Units;
  readonly today: CalendarDate;
}

/** The athlete's own plan: everything on it can be changed, and everything that is done can be told. */
export function LivePlanPage({ standing, units, today }: LivePlanPageProps) {
  const { planId } = standing;
  const live = useLivePlan(planId, standing.plan);
  const consider = useCallback((_: ChangedWish) => undefined, []);
  const acts = useActsOf(planId, live, consider);
  return (
    <ActsProvider value={acts}>
      <EditTrouble planId={planId} />
      <PlanPage plan={live.plan} tales={live.tales} units={units} today={today} />
      <NoticeBar />
    </ActsProvider>
  );
}
