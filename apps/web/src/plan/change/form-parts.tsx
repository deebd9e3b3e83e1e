import { type CalendarDate, parseCalendarDate } from "@strideiq/engine";
import { type ReactNode, useState } from "react";
import { changeMessages as say } from "../../messages/changes.ts";
import buttons from "../../ui/button.module.css";
import { Field, TextInput } from "../../ui/field.tsx";
import styles from "./change.module.css";

/** A form that asks what a change would do. */
export const Form = ({
  onSubmit,
  children,
}: {
  readonly onSubmit: () => void;
  readonly children?: ReactNode;
}) => (
  <form
    className={styles["form"]}
    noValidate
    onSubmit={(event) => {
      event.preventDefault();
      onSubmit();
    }}
  >
    {children}
    <button type="submit" className={buttons["primary"]}>
      {say.ask}
    </button>
  </form>
);

/** The day of a date field; null while it is none. */
export const dateOf = (text: string): CalendarDate | null => {
  const parsed = parseCalendarDate(text);
  return parsed.ok ? parsed.value : null;
};

interface DayFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly error?: string | undefined;
  readonly min: CalendarDate;
  readonly max?: CalendarDate;
  readonly onChange: (value: string) => void;
}

export const DayField = ({ label, hint, error, max, ...rest }: DayFieldProps) => (
  <Field label={label} hint={hint} error={error}>
    {(described) => (
      <TextInput {...described} {...rest} {...(max === undefined ? {} : { max })} type="date" />
    )}
  </Field>
);

/** Two days in order, or what is wrong with them. */
function spanOf(
  from: string,
  to: string,
): { readonly first: CalendarDate; readonly last: CalendarDate } | { readonly problem: string } {
  const [first, last] = [dateOf(from), dateOf(to === "" ? from : to)];
  if (first === null || last === null) return { problem: say.dayMissing };
  return last < first ? { problem: say.orderWrong } : { first, last };
}

/** Two date fields, and what they say together. */
export function useSpan(): {
  readonly fields: (today: CalendarDate, race: CalendarDate) => ReactNode;
  readonly read: () => { readonly first: CalendarDate; readonly last: CalendarDate } | null;
} {
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [problem, setProblem] = useState<string | undefined>(undefined);
  return {
    fields: (today, race) => (
      <div className={styles["pair"]}>
        <DayField label={say.from} value={from} error={problem} min={today} max={race} onChange={setFrom} />
        <DayField label={say.to} value={to} min={today} max={race} onChange={setTo} />
      </div>
    ),
    read: () => {
      const span = spanOf(from, to);
      setProblem("problem" in span ? span.problem : undefined);
      return "problem" in span ? null : span;
    },
  };
}
