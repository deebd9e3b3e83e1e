import type { ReactNode, RefObject, SyntheticEvent } from "react";
import { accountMessages } from "../messages/account.ts";
import buttons from "../ui/button.module.css";
import styles from "./form-page.module.css";

interface FormPageProps {
  readonly title: string;
  readonly lead: string;
  readonly form: {
    readonly element: RefObject<HTMLFormElement | null>;
    readonly submit: (event: SyntheticEvent) => void;
    readonly errors: { readonly general: string | null } | null;
    readonly isSending: boolean;
  };
  readonly submitText: string;
  readonly children: ReactNode;
  /** Other ways to go. */
  readonly others?: ReactNode;
}

/** One short form in the middle of a page. */
export const FormPage = ({ title, lead, form, submitText, children, others }: FormPageProps) => (
  <main className={styles["page"]}>
    <h1>{title}</h1>
    <p className={styles["lead"]}>{lead}</p>
    <form ref={form.element} onSubmit={form.submit} noValidate className={styles["form"]}>
      {children}
      <p role="alert" className={styles["problem"]}>
        {form.errors?.general}
      </p>
      <button type="submit" className={buttons["primary"]} aria-disabled={form.isSending}>
        {form.isSending ? accountMessages.sending : submitText}
      </button>
    </form>
    {others !== undefined && <div className={styles["others"]}>{others}</div>}
  </main>
);
