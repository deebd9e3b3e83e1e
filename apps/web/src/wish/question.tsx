import type { ReactNode } from "react";
import styles from "./wish-form.module.css";

interface QuestionProps {
  readonly id: string;
  /** Set for the questions that make a plan; the others have no number. */
  readonly number?: number;
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}

/** One card of the form. */
export const Question = ({ id, number, title, lead, children }: QuestionProps) => (
  <section className={styles["section"]} aria-labelledby={`${id}-heading`}>
    <div className={styles["head"]}>
      {number !== undefined && (
        <span className={styles["number"]} aria-hidden="true">
          {number}
        </span>
      )}
      <div>
        <h2 id={`${id}-heading`}>{title}</h2>
        {lead !== undefined && <p className={styles["lead"]}>{lead}</p>}
      </div>
    </div>
    {children}
  </section>
);
