import { useQuery } from "@tanstack/react-query";
import type { PlanAnswer } from "@strideiq/contracts";
import type { CalendarDate, ChangedWish, PlanDay, Units } from "@strideiq/engine";
import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { toolMessages as say } from "../messages/tools.ts";
import { HistoryIcon, RouteIcon } from "../ui/icons.tsx";
import { ActsProvider } from "./acts.ts";
import { forgetKept, keptOpen, type KeptOpen } from "./data/kept.ts";
import { fetchVersion } from "./data/plan-api.ts";
import type { ChangeFirst } from "./change/change-sheet.tsx";
import type { Wanted } from "./change/wanted.ts";
import { useLivePlan } from "./data/use-live-plan.ts";
import styles from "./live-plan-page.module.css";
import { NoticeBar } from "./notice-bar.tsx";
import { OriginalProvider, useOriginal } from "./original.tsx";
import { ReviewProvider } from "./review/review.ts";
import { PlanPage } from "./plan-page.tsx";
import { isOffered, useFeature } from "../session/session.ts";
import { patiently } from "../shell/patience.ts";
import { useReadAhead } from "./use-read-ahead.ts";
import { useActsOf } from "./use-acts.ts";

const readChanges = () => import("./change/change-sheet.tsx");
const readHistory = () => import("./history/history-sheet.tsx");
const ChangeSheet = lazy(async () => ({ default: (await patiently(readChanges)).ChangeSheet }));
const HistorySheet = lazy(async () => ({ default: (await patiently(readHistory)).HistorySheet }));
const LATER_PARTS = [readChanges, readHistory];

interface LivePlanPageProps {
  readonly standing: Extract<PlanAnswer, { status: "ready" }>;
  readonly units: Units;
  readonly today: CalendarDate;
  /** The day that is to be looked at first; null for today. */
  readonly opensAt: PlanDay | null;
}

/** What is open over the calendar. A change may have been asked for on the calendar already. */
type Open = { readonly sheet: "change"; readonly wish: ChangedWish | null } | KeptOpen;

/** The athlete's own plan: everything on it can be changed, and everything that is done can be told. */
export function LivePlanPage({ standing, units, today, opensAt }: LivePlanPageProps) {
  const { planId } = standing;
  const live = useLivePlan(planId, standing.plan);
  const [open, setOpen] = useState<Open | null>(() => keptOpen(planId));
  // What was open comes before the day that the address names.
  const [isReturning] = useState(open !== null);
  useEffect(() => {
    forgetKept(planId);
  }, [planId]);
  const [isOverlaid, setOverlaid] = useState(false);
  const consider = useCallback((wish: ChangedWish) => {
    setOpen({ sheet: "change", wish });
  }, []);
  const acts = useActsOf(planId, live, consider);
  const original = useOriginalOf(standing, isOverlaid);
  useReadAhead(LATER_PARTS);
  const close = (): void => {
    setOpen(null);
  };
  return (
    <ActsProvider value={acts}>
      <OriginalProvider value={original}>
        <ReviewProvider value={live.review}>
          <PlanPage
            plan={live.plan}
            tales={live.tales}
            units={units}
            today={today}
            opensAt={isReturning ? null : opensAt}
            tools={<Tools onOpen={setOpen} />}
          />
        </ReviewProvider>
      </OriginalProvider>
      <NoticeBar />
      <Suspense>
        {open?.sheet === "change" && (
          <ChangeSheet
            standing={standing}
            overview={live}
            units={units}
            today={today}
            first={"wanted" in open ? open : wantedFirst(open.wish)}
            canGoBack={"wanted" in open || open.wish === null}
            onClose={close}
          />
        )}
        {open?.sheet === "history" && (
          <HistorySheet standing={standing} isOverlaid={isOverlaid} onOverlay={setOverlaid} onClose={close} />
        )}
      </Suspense>
    </ActsProvider>
  );
}

const wantedFirst = (wish: ChangedWish | null): ChangeFirst => ({
  wanted: wish === null ? null : { wish: wish as Wanted["wish"], done: null },
  reason: "",
});

/** The first version, read when it is to lie under the plan. */
function useOriginalOf({ planId }: LivePlanPageProps["standing"], isOverlaid: boolean) {
  const { data } = useQuery({
    queryKey: ["version", planId, 1],
    queryFn: () => fetchVersion(planId, 1),
    enabled: isOverlaid,
  });
  return useOriginal(isOverlaid && data?.ok === true ? data.value.plan : null);
}

function Tools({ onOpen }: { readonly onOpen: (open: Open) => void }) {
  const changes = useFeature("plan.dynamic_adaptation");
  const versions = useFeature("plan.versions");
  return (
    <div className={styles["tools"]}>
      {isOffered(changes) && (
        <button
          type="button"
          aria-label={say.open}
          onClick={() => {
            onOpen({ sheet: "change", wish: null });
          }}
        >
          <RouteIcon size={15} />
          <span className={styles["long"]}>{say.open}</span>
          <span className={styles["short"]}>{say.openShort}</span>
        </button>
      )}
      {isOffered(versions) && (
        <button
          type="button"
          aria-label={say.history}
          onClick={() => {
            onOpen({ sheet: "history" });
          }}
        >
          <HistoryIcon size={15} /> <span className={styles["long"]}>{say.history}</span>
        </button>
      )}
    </div>
  );
}
