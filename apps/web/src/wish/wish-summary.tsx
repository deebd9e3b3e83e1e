import { WEEKDAYS, weekdaysFrom } from "@strideiq/engine";
import { RACE_NAMES, weekdayShort } from "@strideiq/wording";
import { messages } from "../messages.ts";
import { classes } from "../ui/classes.ts";
import { raceDateHint } from "./race-date.ts";
import type { SectionProps } from "./section.ts";
import { summaryLines } from "./summary-lines.ts";
import styles from "./wish-summary.module.css";

/** The wish read back in plain words, with the week as it would lie on the calendar. */
export const WishSummary = ({ draft, units, today }: SectionProps) => (
  <section className={styles["summary"]} aria-labelledby="summary-heading">
    <div>
      <h2 id="summary-heading">{messages.wish.summary}</h2>
      <p className={styles["headline"]}>{RACE_NAMES[draft.distance]}</p>
      <p className={styles["small"]}>{raceDateHint(draft.raceDate, today)}</p>
    </div>
    <div className={styles["week"]} aria-hidden="true">
      {weekdaysFrom(draft.weekStart).map((day) => (
        <span
          key={day}
          className={classes(
            draft.unavailable.includes(day) && styles["blocked"],
            draft.longRunDay === day && !draft.unavailable.includes(day) && styles["longest"],
          )}
        >
          <i />
          {weekdayShort(day).slice(0, 1)}
        </span>
      ))}
    </div>
    <ul>
      {summaryLines(draft, units, WEEKDAYS).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  </section>
);
