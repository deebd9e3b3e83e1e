import type { Plan, Units } from "@strideiq/engine";
import { explainAdjustment } from "@strideiq/wording";
import { messages } from "../messages.ts";
import { RemarkIcon } from "../ui/icons.tsx";
import styles from "./plan-page.module.css";

/** Where the plan departs from the wish, said before anyone has to discover it. */
export const Adjustments = ({ plan, units }: { readonly plan: Plan; readonly units: Units }) =>
  plan.adjustments.length === 0 ? null : (
    <section className={styles["adjustments"]} aria-labelledby="adjustments-heading">
      <h2 id="adjustments-heading">
        <RemarkIcon size={16} /> {messages.adjustments.title}
      </h2>
      <ul>
        {plan.adjustments.map((adjustment) => (
          <li key={`${adjustment.wish} ${adjustment.law}`}>{explainAdjustment(adjustment, units)}</li>
        ))}
      </ul>
    </section>
  );
