import { useEffect } from "react";
import { actMessages as say } from "../messages/acts.ts";
import { useStored } from "../preferences/stored.ts";
import buttons from "../ui/button.module.css";
import { classes } from "../ui/classes.ts";
import { CrossIcon, UndoIcon } from "../ui/icons.tsx";
import { currentNotice, dismissNotice } from "./data/notice.ts";
import styles from "./notice-bar.module.css";

/** Long enough to read it and to reach the button; the history keeps the way back for good. */
const SHOWN_MS = 20_000;

interface NoticeBarProps {
  /** A dialog hides the rest of the page from those who listen, so it has a bar of its own. */
  readonly isInside?: boolean;
}

/** Says what has just happened, to eyes and to ears, with the way back beside it. */
export function NoticeBar({ isInside = false }: NoticeBarProps) {
  const [notice] = useStored(currentNotice);
  useEffect(() => {
    if (notice === null) return undefined;
    const timer = window.setTimeout(dismissNotice, SHOWN_MS);
    return () => {
      window.clearTimeout(timer);
    };
  }, [notice]);
  return (
    <div className={classes(styles["place"], isInside && styles["inside"])}>
      <div role="status" className={classes(notice !== null && styles["bar"])}>
        {notice !== null && <span key={notice.id}>{notice.text}</span>}
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
