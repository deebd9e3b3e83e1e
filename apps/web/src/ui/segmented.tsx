import { type ReactNode, useId } from "react";
import { classes } from "./classes.ts";
import styles from "./segmented.module.css";

export interface SegmentedOption<T extends string> {
  readonly value: T;
  readonly label: ReactNode;
  /** Read out instead of the label where the label is a sign or an abbreviation. */
  readonly name?: string;
  readonly disabled?: boolean;
}

interface SegmentedProps<T extends string> {
  readonly legend: string;
  readonly options: readonly SegmentedOption<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly size?: "small" | "normal";
  readonly className?: string | undefined;
}

/** One choice out of a few: radio buttons by nature, a switch by look. Arrow keys come with the nature. */
export function Segmented<T extends string>(props: SegmentedProps<T>) {
  const group = useId();
  return (
    <fieldset
      className={classes(styles["group"], props.size === "small" && styles["small"], props.className)}
    >
      <legend className="visually-hidden">{props.legend}</legend>
      {props.options.map((option) => (
        <label key={option.value} className={styles["option"]}>
          <input
            type="radio"
            name={group}
            value={option.value}
            checked={option.value === props.value}
            disabled={option.disabled ?? false}
            aria-label={option.name}
            onChange={() => {
              props.onChange(option.value);
            }}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
