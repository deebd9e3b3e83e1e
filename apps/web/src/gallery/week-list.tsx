import { type PlanWeek, type Units, weekdayOf } from "@strideiq/engine";
import { formatSessionSize, formatDistance, weekdayShort } from "@strideiq/wording";
import { galleryMessages as words } from "../messages/gallery.ts";
import { classes } from "../ui/classes.ts";
import styles from "./week-list.module.css";

interface WeekListProps {
  readonly title: string;
  readonly week: PlanWeek;
  readonly units: Units;
}

/** One week, a line for each day. */
export const WeekList = ({ title, week, units }: WeekListProps) => (
  <section className={styles["week"]}>
    <h3>
      {title} <small>· {words.compared.about(formatDistance(week.targetMetres, units))}</small>
    </h3>
    <ol>
      {week.days.map(({ date, sessions: [session] }) => (
        <li key={date}>
          <span>{weekdayShort(weekdayOf(date))}</span>
          {session === undefined ? (
            <span className={styles["restDay"]}>{words.standard.rest}</span>
          ) : (
            <>
              <span className={classes((session.quality || session.kind === "long") && styles["key"])}>
                {session.title}
              </span>
              <span>{formatSessionSize(session, units)}</span>
            </>
          )}
        </li>
      ))}
    </ol>
  </section>
);
