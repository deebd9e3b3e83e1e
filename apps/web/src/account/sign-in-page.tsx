import { useQueryClient } from "@tanstack/react-query";
import { SignInBody } from "@strideiq/contracts";
import { useState } from "react";
import { signIn } from "../api/accounts.ts";
import { accountMessages } from "../messages/account.ts";
import { Link } from "../path/link.tsx";
import { goToAddress } from "../path/path.ts";
import { enterSession, leaveSession } from "../session/session.ts";
import { useForm } from "../ui/use-form.ts";
import { check, refusedBy, sameName } from "./check.ts";
import { LetterSent } from "./confirm-pages.tsx";
import { AccountInput } from "./fields.tsx";
import { FormPage } from "./form-page.tsx";

const words = accountMessages.signIn;
const FIELDS = ["email", "password"] as const;

/** `next` is the address to go on to. */
export const SignInPage = ({ next }: { readonly next: string }) => (
  <SignInForm
    title={words.title}
    lead={words.lead}
    onDone={() => {
      goToAddress(next === "" ? "/" : next);
    }}
  />
);

/** In place of a page whose owner's session ran out: the address stays, and so does what comes after. */
export function RanOut() {
  const queries = useQueryClient();
  return (
    <SignInForm title={words.ranOut} lead={words.ranOutLead} asGuest={() => void leaveSession(queries)} />
  );
}

interface SignInFormProps {
  readonly title: string;
  readonly lead: string;
  readonly onDone?: () => void;
  readonly asGuest?: () => void;
}

function SignInForm({ title, lead, onDone, asGuest }: SignInFormProps) {
  const queries = useQueryClient();
  const [waiting, setWaiting] = useState<string | null>(null);
  const form = useForm({
    first: { email: "", password: "" },
    send: async (typed) => {
      const wrong = check(SignInBody, typed, sameName(...FIELDS));
      if (wrong !== null) return wrong;
      const answer = await signIn(typed);
      if (!answer.ok && answer.error.code === "email_unconfirmed") {
        setWaiting(typed.email);
        return null;
      }
      if (!answer.ok) return refusedBy(answer.error);
      await enterSession(queries);
      onDone?.();
      return null;
    },
  });
  if (waiting !== null) {
    const { waits, waitsLead } = accountMessages.confirm;
    const goBack = (): void => {
      setWaiting(null);
    };
    return <LetterSent email={waiting} title={waits} lead={waitsLead(waiting)} goBack={goBack} />;
  }
  return (
    <FormPage
      title={title}
      lead={lead}
      form={form}
      submitText={words.submit}
      others={
        <>
          <Link to={{ name: "forgotten" }}>{words.forgotten}</Link>
          {asGuest === undefined ? (
            <Link to={{ name: "sign-up" }}>{words.hasNone}</Link>
          ) : (
            <button type="button" onClick={asGuest}>
              {words.asGuest}
            </button>
          )}
        </>
      }
    >
      {FIELDS.map((field) => (
        <AccountInput
          key={field}
          field={field}
          value={form.typed[field]}
          error={form.errors?.fields[field]}
          onChange={(value) => {
            form.change(field, value);
          }}
        />
      ))}
    </FormPage>
  );
}
