import type { ReactNode } from "react";
import styles from "./notice.module.css";

interface NoticeProps {
  readonly title: string;
  readonly lead: string;
  /** What one can do now. */
  readonly children: ReactNode;
  /** Whether it is said at once, because something went wrong. */
  readonly isAlert?: boolean;
}

/** A page that says one thing: nothing here yet, nothing at this address, something broke. */
export const Notice = ({ title, lead, isAlert = false, children }: NoticeProps) => (
  <main className={styles["notice"]}>
    <div role={isAlert ? "alert" : undefined}>
      <h1>{title}</h1>
      <p>{lead}</p>
    </div>
    <div className={styles["ways"]}>{children}</div>
  </main>
);
