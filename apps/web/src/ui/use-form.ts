import { type RefObject, type SyntheticEvent, useEffect, useRef, useState } from "react";

/** What is wrong, by field; `general` belongs to none. */
export interface FormErrors<Field extends string> {
  readonly fields: Readonly<Partial<Record<Field, string | undefined>>>;
  readonly general: string | null;
}

interface FormOptions<Field extends string> {
  readonly first: Readonly<Record<Field, string>>;
  /** Sends what was typed. Answers with what is wrong, or nothing when all went well. */
  readonly send: (typed: Readonly<Record<Field, string>>) => Promise<FormErrors<Field> | null>;
}

interface Form<Field extends string> {
  readonly typed: Readonly<Record<Field, string>>;
  /** Null while nothing is known to be wrong. */
  readonly errors: FormErrors<Field> | null;
  readonly isSending: boolean;
  readonly element: RefObject<HTMLFormElement | null>;
  readonly change: (field: Field, value: string) => void;
  readonly submit: (event: SyntheticEvent) => void;
}

/** A form of a few words: keeps what was typed whatever happens, and leads to the first field that is wrong. */
export function useForm<Field extends string>({ first, send }: FormOptions<Field>): Form<Field> {
  const [typed, setTyped] = useState(first);
  const [errors, setErrors] = useState<FormErrors<Field> | null>(null);
  const [isSending, setSending] = useState(false);
  const element = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (errors !== null) focusFirstProblem(element.current);
  }, [errors]);

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (isSending) return;
    setSending(true);
    void send(typed).then((problems) => {
      setSending(false);
      setErrors(problems);
    });
  };
  const change = (field: Field, value: string): void => {
    setTyped({ ...typed, [field]: value });
    if (errors?.fields[field] !== undefined)
      setErrors({ ...errors, fields: { ...errors.fields, [field]: undefined } });
  };
  return { typed, errors, isSending, element, change, submit };
}

/** Puts the cursor where something needs another look. */
export function focusFirstProblem(form: HTMLFormElement | null): void {
  const field = form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid="true"]');
  field?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: "center" });
}
