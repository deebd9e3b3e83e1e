import { formatDate } from "@strideiq/wording";
import type { CalendarDate } from "@strideiq/engine";
import { actMessages as say } from "../messages/acts.ts";
import { classes } from "../ui/classes.ts";
import { AskIcon, CheckIcon, CrossIcon, DashIcon, MovedIcon } from "../ui/icons.tsx";
import type { SessionState } from "./session-state.ts";
import styles from "./state-mark.module.css";

interface StateMarkProps {
  readonly state: SessionState;
  readonly movedFrom: CalendarDate | undefined;
}

const ICONS = { done: CheckIcon, partly_done: DashIcon, skipped: CrossIcon, asked: AskIcon } as const;

/** What became of a session, by shape: a tick, a bar, a cross, a question mark; an arrow where it was moved. */
export const StateMark = ({ state, movedFrom }: StateMarkProps) => {
  const Icon = state === "ahead" || state === "untold" ? null : ICONS[state];
  return (
    <span className={styles["marks"]}>
      {movedFrom !== undefined && (
        <span className={styles["moved"]} title={say.movedFrom(formatDate(movedFrom))}>
          <MovedIcon size={13} />
          <span className="visually-hidden">{say.movedFrom(formatDate(movedFrom))}</span>
        </span>
      )}
      {Icon !== null && (
        <span className={classes(styles["mark"], styles[state])} title={say.states[state]}>
          <Icon size={11} />
        </span>
      )}
    </span>
  );
};
