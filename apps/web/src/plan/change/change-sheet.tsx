import type { PlanAnswer } from "@strideiq/contracts";
import type { CalendarDate, Units } from "@strideiq/engine";
import { useState } from "react";
import { changeMessages as say } from "../../messages/changes.ts";
import { Locked } from "../../session/locked.tsx";
import { useFeature } from "../../session/session.ts";
import buttons from "../../ui/button.module.css";
import { LeftIcon } from "../../ui/icons.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import type { Overview } from "../week-totals.ts";
import { ChangeMenu } from "./change-menu.tsx";
import styles from "./change.module.css";
import type { Wanted } from "./wanted.ts";
import { WhatIf } from "./what-if.tsx";

/** What was asked for already, and why; null opens the list of all changes. */
export interface ChangeFirst {
  readonly wanted: Wanted | null;
  readonly reason: string;
}

interface ChangeSheetProps {
  readonly standing: Extract<PlanAnswer, { status: "ready" }>;
  readonly overview: Pick<Overview, "plan" | "tales">;
  readonly units: Units;
  readonly today: CalendarDate;
  readonly first: ChangeFirst;
  /** Whether the list of all changes lies behind what was asked for. */
  readonly canGoBack: boolean;
  readonly onClose: () => void;
}

/** One change from the wish to the answer: what it would do, why not, and what instead. */
export function ChangeSheet({
  standing,
  overview,
  units,
  today,
  first,
  canGoBack,
  onClose,
}: ChangeSheetProps) {
  const [wanted, setWanted] = useState(first.wanted);
  const [reason, setReason] = useState(first.reason);
  const { allowed } = useFeature("plan.dynamic_adaptation");
  return (
    <Sheet
      labelledBy="change-title"
      onClose={onClose}
      actions={
        wanted !== null &&
        allowed &&
        canGoBack && (
          <button
            type="button"
            className={buttons["icon"]}
            aria-label={say.back}
            onClick={() => {
              setWanted(null);
            }}
          >
            <LeftIcon size={18} />
          </button>
        )
      }
    >
      {wanted === null || !allowed ? (
        <>
          <header className={styles["head"]}>
            <h2 id="change-title">{say.title}</h2>
            <p>{say.lead}</p>
          </header>
          {allowed ? (
            <ChangeMenu overview={overview} today={today} onAsk={setWanted} />
          ) : (
            <Locked feature="plan.dynamic_adaptation" />
          )}
        </>
      ) : (
        <WhatIf
          standing={standing}
          overview={overview}
          units={units}
          wanted={wanted}
          reason={reason}
          onReason={setReason}
          onAsk={setWanted}
          onClose={onClose}
        />
      )}
    </Sheet>
  );
}
