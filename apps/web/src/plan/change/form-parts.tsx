import { addDays, type CalendarDate } from "@strideiq/engine";
import { type ReactNode, useState } from "react";
import { changeMessages as say } from "../../messages/changes.ts";
import buttons from "../../ui/button.module.css";
import { Field, TextInput } from "../../ui/field.tsx";
import styles from "./change.module.css";
import { type OpenDays, spanOf } from "./span.ts";

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

interface DayFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly error?: string | undefined;
  readonly min?: CalendarDate;
  readonly max?: CalendarDate;
  readonly onChange: (value: string) => void;
}

export const DayField = ({ label, hint, error, ...rest }: DayFieldProps) => (
  <Field label={label} hint={hint} error={error}>
    {(described) => <TextInput {...described} {...rest} type="date" />}
  </Field>
);

/** Two date fields, and what they say together. */
export function useSpan(open: OpenDays): {
  readonly fields: ReactNode;
  readonly read: () => { readonly first: CalendarDate; readonly last: CalendarDate } | null;
} {
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const typed = (set: (text: string) => void) => (text: string) => {
    set(text);
    setProblem(undefined);
  };
  const max = addDays(open.race, -1);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  return {
    fields: (
      <div className={styles["pair"]}>
        <DayField
          label={say.from}
          value={from}
          error={problem}
          min={open.today}
          max={max}
          onChange={typed(setFrom)}
        />
        <DayField label={say.to} value={to} min={open.today} max={max} onChange={typed(setTo)} />
      </div>
    ),
    read: () => {
      const span = spanOf(from, to, open);
      setProblem("problem" in span ? span.problem : undefined);
      return "problem" in span ? null : span;
    },
  };
}
