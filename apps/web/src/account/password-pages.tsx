import { ResetBody } from "@strideiq/contracts";
import { useState } from "react";
import { sendResetLink, spendResetLink } from "../api/accounts.ts";
import { accountMessages } from "../messages/account.ts";
import { Link } from "../path/link.tsx";
import buttons from "../ui/button.module.css";
import { Notice } from "../ui/notice.tsx";
import { useForm } from "../ui/use-form.ts";
import { AskForLetter } from "./ask-for-letter.tsx";
import { check, refusedBy } from "./check.ts";
import { AccountInput } from "./fields.tsx";
import { FormPage } from "./form-page.tsx";

/** Asks for a letter with which to choose a new password. */
export function ForgottenPage() {
  const words = accountMessages.forgotten;
  return (
    <AskForLetter
      title={words.title}
      lead={words.lead}
      submitText={words.submit}
      send={sendResetLink}
      sent={(email, askAgain) => (
        <Notice title={words.sent} lead={words.sentLead(email)} isAlert>
          <button type="button" className={buttons["plain"]} onClick={askAgain}>
            {words.again}
          </button>
        </Notice>
      )}
    />
  );
}

const wireName = (name: string) => (name === "password" ? ("newPassword" as const) : undefined);

/** Where the letter's link leads to. */
export function NewPasswordPage({ token }: { readonly token: string }) {
  const words = accountMessages.newPassword;
  const [isDone, setDone] = useState(false);
  const form = useForm({
    first: { newPassword: "" },
    send: async ({ newPassword }) => {
      const wrong = check(ResetBody, { token, password: newPassword }, wireName);
      if (wrong !== null) return wrong;
      const answer = await spendResetLink(token, newPassword);
      if (!answer.ok) return refusedBy(answer.error);
      setDone(true);
      return null;
    },
  });
  const another = <Link to={{ name: "forgotten" }}>{words.another}</Link>;
  if (token === "") return <Notice title={words.noToken} lead={words.noTokenLead} children={another} />;
  if (isDone)
    return (
      <Notice title={words.done} lead={words.doneLead} isAlert>
        <Link to={{ name: "sign-in", next: "" }} className={buttons["primary"]}>
          {accountMessages.signIn.title}
        </Link>
      </Notice>
    );
  return (
    <FormPage title={words.title} lead={words.lead} form={form} submitText={words.submit} others={another}>
      <AccountInput
        field="newPassword"
        value={form.typed.newPassword}
        error={form.errors?.fields.newPassword}
        onChange={(value) => {
          form.change("newPassword", value);
        }}
      />
    </FormPage>
  );
}
