import { type ReactNode, useId } from "react";
import { weekdayShort, WEEKDAY_NAMES } from "@strideiq/wording";
import { type Weekday, weekdaysFrom } from "@strideiq/engine";
import { classes } from "../ui/classes.ts";
import styles from "./wish-form.module.css";

interface ChoiceProps {
  readonly type: "radio" | "checkbox";
  readonly name: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly label?: string;
  readonly isDisabled?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A card that is a radio button or a check box. */
export const Choice = ({
  type,
  name,
  checked,
  onChange,
  label,
  isDisabled = false,
  className,
  children,
}: ChoiceProps) => (
  <label className={classes(styles["choice"], className)}>
    <input
      type={type}
      name={name}
      checked={checked}
      aria-label={label}
      disabled={isDisabled}
      onChange={(event) => {
        onChange(event.target.checked);
      }}
    />
    <span>{children}</span>
  </label>
);

interface DaysProps {
  readonly weekStart: Weekday;
  readonly isChosen: (day: Weekday) => boolean;
  readonly onChange: (day: Weekday, chosen: boolean) => void;
  readonly type: "radio" | "checkbox";
  readonly className?: string | undefined;
}

/** Seven days in the athlete's own order. */
export function Days({ weekStart, isChosen, onChange, type, className }: DaysProps) {
  const name = useId();
  return (
    <div className={styles["days"]}>
      {weekdaysFrom(weekStart).map((day) => (
        <Choice
          key={day}
          type={type}
          name={name}
          label={WEEKDAY_NAMES[day]}
          checked={isChosen(day)}
          className={className}
          onChange={(chosen) => {
            onChange(day, chosen);
          }}
        >
          {weekdayShort(day)}
        </Choice>
      ))}
    </div>
  );
}
