import { type ReactNode, useId } from "react";
import { classes } from "./classes.ts";
import styles from "./field.module.css";
import { RemarkIcon } from "./icons.tsx";

interface Described {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": boolean | undefined;
}

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly className?: string | undefined;
  readonly children: (input: Described) => ReactNode;
}

/** One labelled input with its hint and its message, tied together for every reader. */
export function Field({ label, hint, error, className, children }: FieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={classes(styles["field"], className)}>
      <label className={styles["label"]} htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        "aria-describedby": described === "" ? undefined : described,
        "aria-invalid": error === undefined ? undefined : true,
      })}
      {hint && (
        <p className={styles["hint"]} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}

interface GroupProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly children: ReactNode;
}

/** Several inputs under one name: choices of a kind, days of a week. */
export function FieldGroup({ label, hint, error, children }: GroupProps) {
  const id = useId();
  return (
    <div
      className={styles["field"]}
      role="group"
      aria-labelledby={`${id}-label`}
      aria-describedby={error === undefined ? undefined : `${id}-error`}
      tabIndex={error === undefined ? undefined : -1}
      data-invalid={error === undefined ? undefined : true}
    >
      <p className={styles["label"]} id={`${id}-label`}>
        {label}
      </p>
      {children}
      {hint && <p className={styles["hint"]}>{hint}</p>}
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}

const FieldError = ({ id, error }: { readonly id: string; readonly error: string | undefined }) =>
  error === undefined ? null : (
    <p className={styles["error"]} id={id}>
      <RemarkIcon size={14} />
      <span>{error}</span>
    </p>
  );

interface TextInputProps extends Described {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: "text" | "date" | "email" | "password";
  readonly placeholder?: string;
  /** What a browser or password keeper may fill in. */
  readonly autoComplete?: string;
  readonly suffix?: string;
  readonly inputMode?: "decimal" | "numeric" | "text";
  readonly min?: string;
  readonly max?: string;
}

export const TextInput = ({
  value,
  onChange,
  type = "text",
  autoComplete = "off",
  suffix,
  ...rest
}: TextInputProps) => (
  <span className={styles["box"]}>
    <input
      {...rest}
      type={type}
      autoComplete={autoComplete}
      value={value}
      onChange={(event) => {
        onChange(event.target.value);
      }}
    />
    {suffix !== undefined && <span className={styles["suffix"]}>{suffix}</span>}
  </span>
);
