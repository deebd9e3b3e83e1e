import type { PlanAnswer } from "@strideiq/contracts";
import type { CalendarDate, ChangedWish, Units } from "@strideiq/engine";
import { useState } from "react";
import { changeMessages as say } from "../../messages/changes.ts";
import buttons from "../../ui/button.module.css";
import { LeftIcon } from "../../ui/icons.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import type { Overview } from "../week-totals.ts";
import { ChangeMenu } from "./change-menu.tsx";
import styles from "./change.module.css";
import type { Wanted } from "./wanted.ts";
import { WhatIf } from "./what-if.tsx";

interface ChangeSheetProps {
  readonly standing: Extract<PlanAnswer, { status: "ready" }>;
  readonly overview: Pick<Overview, "plan" | "tales">;
  readonly units: Units;
  readonly today: CalendarDate;
  /** What was asked for on the calendar already; null opens the list of all changes. */
  readonly wish: ChangedWish | null;
  readonly onClose: () => void;
}

/** One change from the wish to the answer: what it would do, why not, and what instead. */
export function ChangeSheet({ standing, overview, units, today, wish, onClose }: ChangeSheetProps) {
  const [wanted, setWanted] = useState<Wanted | null>(() =>
    wish === null ? null : { wish: wish as Wanted["wish"], done: null },
  );
  const [reason, setReason] = useState("");
  return (
    <Sheet
      labelledBy="change-title"
      onClose={onClose}
      actions={
        wanted !== null &&
        wish === null && (
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
      {wanted === null ? (
        <>
          <header className={styles["head"]}>
            <h2 id="change-title">{say.title}</h2>
            <p>{say.lead}</p>
          </header>
          <ChangeMenu overview={overview} today={today} onAsk={setWanted} />
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
