import { useDraggable } from "@dnd-kit/core";
import type { CalendarDate, Session } from "@strideiq/engine";
import { formatDate } from "@strideiq/wording";
import type { ReactNode } from "react";
import { toolMessages } from "../../messages/tools.ts";
import { classes } from "../../ui/classes.ts";
import { GripIcon } from "../../ui/icons.tsx";
import { cardTitle } from "../card-title.ts";
import type { DayLayout, Lifted } from "./days.ts";
import styles from "./drag.module.css";

interface DragCardProps {
  readonly session: Session;
  readonly date: CalendarDate;
  readonly layout: DayLayout;
  readonly children: ReactNode;
}

/**
 * A card that can be taken by mouse or finger anywhere, and by keyboard at its handle: the card itself is a
 * button that opens the session, and a key can mean one thing only.
 */
export function DragCard({ session, date, layout, children }: DragCardProps) {
  const lifted: Lifted = { session: session.id, date, layout };
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, isDragging } = useDraggable({
    id: session.id,
    data: { ...lifted },
  });
  const { onKeyDown, ...byPointer } = listeners ?? {};
  return (
    <div ref={setNodeRef} className={classes(styles["card"], isDragging && styles["away"])} {...byPointer}>
      {children}
      <button
        ref={setActivatorNodeRef}
        type="button"
        className={styles["grip"]}
        aria-label={toolMessages.drag.handle(cardTitle(session), formatDate(date))}
        aria-describedby={attributes["aria-describedby"]}
        {...(onKeyDown === undefined ? {} : { onKeyDown: onKeyDown as () => void })}
      >
        <GripIcon size={14} />
      </button>
    </div>
  );
}
