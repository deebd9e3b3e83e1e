import type { Plan, Units } from "@strideiq/engine";
import { explainAdjustment } from "@strideiq/wording";
import { messages } from "../messages.ts";
import { DownIcon, RemarkIcon } from "../ui/icons.tsx";
import styles from "./adjustments.module.css";

interface AdjustmentsProps {
  readonly plan: Plan;
  readonly units: Units;
  /** Where there is little room the sentences wait behind their heading. */
  readonly isOpen: boolean;
}

/** Where the plan departs from the wish, said before anyone has to discover it. */
export const Adjustments = ({ plan, units, isOpen }: AdjustmentsProps) =>
  plan.adjustments.length === 0 ? null : (
    <details className={styles["adjustments"]} open={isOpen}>
      <summary>
        <RemarkIcon size={15} /> {messages.adjustments.title}
        <span>{plan.adjustments.length}</span>
        <DownIcon size={13} className={styles["chevron"]} />
      </summary>
      <ul>
        {plan.adjustments.map((adjustment) => (
          <li key={`${adjustment.wish} ${adjustment.law}`}>{explainAdjustment(adjustment, units)}</li>
        ))}
      </ul>
    </details>
  );
