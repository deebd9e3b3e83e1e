import { useEffect, useState } from "react";
import { messages } from "../messages.ts";
import styles from "./progress.module.css";

const SLOW_MS = 8000;
const BARS = [38, 46, 52, 40, 56, 64, 70, 54, 74, 82, 88, 66, 90, 100, 72, 50, 34];

/** While the job runs. There is no percentage, because nobody knows one. */
export function Progress() {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => {
      setSlow(true);
    }, SLOW_MS);
    return () => {
      window.clearTimeout(timer);
    };
  }, []);
  return (
    <main className={styles["progress"]}>
      <div className={styles["bars"]} aria-hidden="true">
        {BARS.map((height, i) => (
          <i key={i} style={{ height: `${String(height)}%`, animationDelay: `${String(i * 70)}ms` }} />
        ))}
      </div>
      <div role="status">
        <h1>{messages.progress.title}</h1>
        <p>{isSlow ? messages.progress.slow : messages.progress.lead}</p>
      </div>
    </main>
  );
}
