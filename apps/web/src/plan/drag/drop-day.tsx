import { useDroppable } from "@dnd-kit/core";
import type { CalendarDate } from "@strideiq/engine";
import type { ComponentPropsWithoutRef } from "react";
import { classes } from "../../ui/classes.ts";
import { dropId } from "./days.ts";
import styles from "./drag.module.css";

interface DropDayProps {
  readonly date: CalendarDate;
  /** A day that can be changed: not past, and not the race. */
  readonly isOpen: boolean;
}

/** A cell of the calendar to put sessions down on. Its content is drawn by who made it, not with every move. */
export function DropCell({
  date,
  isOpen,
  className,
  ...rest
}: DropDayProps & ComponentPropsWithoutRef<"td">) {
  const { setNodeRef, isOver } = useDroppable({ id: dropId(date), disabled: !isOpen });
  return <td ref={setNodeRef} className={classes(className, isOver && styles["over"])} {...rest} />;
}

/** The same as a row of the agenda. */
export function DropRow({ date, isOpen, className, ...rest }: DropDayProps & ComponentPropsWithoutRef<"li">) {
  const { setNodeRef, isOver } = useDroppable({ id: dropId(date), disabled: !isOpen });
  return <li ref={setNodeRef} className={classes(className, isOver && styles["over"])} {...rest} />;
}
