import { formatDate } from "@strideiq/wording";
import type { CalendarDate } from "@strideiq/engine";
import { actMessages as say } from "../messages/acts.ts";
import { classes } from "../ui/classes.ts";
import {
  AskIcon,
  CheckIcon,
  CrossIcon,
  DashIcon,
  MovedIcon,
  NearIcon,
  OffIcon,
  StarIcon,
} from "../ui/icons.tsx";
import type { SessionState } from "./session-state.ts";
import styles from "./state-mark.module.css";

interface StateMarkProps {
  readonly state: SessionState;
  readonly movedFrom: CalendarDate | undefined;
}

const ICONS = {
  done: CheckIcon,
  nailed: StarIcon,
  close: NearIcon,
  off: OffIcon,
  partly_done: DashIcon,
  skipped: CrossIcon,
  asked: AskIcon,
  missed: null,
} as const;

/**
 * What became of a session, by shape: a tick, or a star, a wave and an unequal sign where runs tell how it went; a bar,
 * a cross, a question mark, and an empty ring for what was missed; an arrow where it was moved.
 */
export const StateMark = ({ state, movedFrom }: StateMarkProps) => {
  const isMarked = state !== "ahead" && state !== "untold";
  const Icon = isMarked ? ICONS[state] : null;
  return (
    <span className={styles["marks"]}>
      {movedFrom !== undefined && (
        <span className={styles["moved"]} title={say.movedFrom(formatDate(movedFrom))}>
          <MovedIcon size={13} />
          <span className="visually-hidden">{say.movedFrom(formatDate(movedFrom))}</span>
        </span>
      )}
      {isMarked && (
        <span className={classes(styles["mark"], styles[state])} title={say.states[state]}>
          {Icon !== null && <Icon size={11} />}
        </span>
      )}
    </span>
  );
};
