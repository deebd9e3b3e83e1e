import { useEffect } from "react";
import { actMessages as say } from "../messages/acts.ts";
import { useStored } from "../preferences/stored.ts";
import buttons from "../ui/button.module.css";
import { classes } from "../ui/classes.ts";
import { CrossIcon, UndoIcon } from "../ui/icons.tsx";
import { useActs } from "./acts.ts";
import { connection } from "./data/connection.ts";
import { currentNotice, dismissNotice } from "./data/notice.ts";
import { outboxOf } from "./data/outbox.ts";
import { EditTrouble } from "./edit-trouble.tsx";
import styles from "./notice-bar.module.css";

/** Long enough to read it and to reach the button; the history keeps the way back for good. */
const SHOWN_MS = 20_000;
/** What gives reasons and ways out takes longer to read: slow readers manage eight letters a second. */
const LETTER_MS = 125;

interface NoticeBarProps {
  /** A dialog hides the rest of the page from those who listen, so it has a bar of its own. */
  readonly isInside?: boolean;
}

/** Says what has just happened, to eyes and to ears, with the way back beside it. */
export function NoticeBar({ isInside = false }: NoticeBarProps) {
  const [notice] = useStored(currentNotice);
  const acts = useActs();
  const isKept = useIsKept(acts?.planId ?? "");
  useEffect(() => {
    if (notice === null) return undefined;
    const timer = window.setTimeout(dismissNotice, Math.max(SHOWN_MS, notice.text.length * LETTER_MS));
    return () => {
      window.clearTimeout(timer);
    };
  }, [notice]);
  return (
    <div className={classes(styles["place"], isInside && styles["inside"])}>
      {acts !== null && <EditTrouble planId={acts.planId} unread={acts.unread} />}
      <div role="status" className={classes(notice !== null && styles["bar"])}>
        {notice !== null && <span key={notice.id}>{isKept ? say.kept(notice.text) : notice.text}</span>}
        {notice?.undo !== undefined && (
          <button
            type="button"
            className={styles["undo"]}
            onClick={() => {
              dismissNotice();
              notice.undo?.();
            }}
          >
            <UndoIcon size={14} /> {say.undo}
          </button>
        )}
        {notice !== null && (
          <button
            type="button"
            className={classes(buttons["icon"], styles["dismiss"])}
            aria-label={say.dismiss}
            onClick={dismissNotice}
          >
            <CrossIcon size={14} />
          </button>
        )}
      </div>
    </div>
  );
}

/** Whether something waits for a connection: then nothing is called done. */
function useIsKept(planId: string): boolean {
  const [edits] = useStored(outboxOf(planId).edits);
  const [state] = useStored(connection);
  return state === "down" && edits.length > 0;
}
