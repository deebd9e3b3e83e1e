import { ResetBody, ResetRequestBody } from "@strideiq/contracts";
import { useState } from "react";
import { sendResetLink, spendResetLink } from "../api/accounts.ts";
import { accountMessages } from "../messages/account.ts";
import { Link } from "../path/link.tsx";
import buttons from "../ui/button.module.css";
import { Notice } from "../ui/notice.tsx";
import { useForm } from "../ui/use-form.ts";
import { check, refusedBy, sameName } from "./check.ts";
import { AccountInput } from "./fields.tsx";
import { FormPage } from "./form-page.tsx";

/** Asks for a letter. Whether there is such an account is told to nobody. */
export function ForgottenPage() {
  const words = accountMessages.forgotten;
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useForm({
    first: { email: "" },
    send: async (typed) => {
      const wrong = check(ResetRequestBody, typed, sameName("email"));
      if (wrong !== null) return wrong;
      const answer = await sendResetLink(typed.email);
      if (!answer.ok) return refusedBy(answer.error);
      setSentTo(typed.email);
      return null;
    },
  });
  if (sentTo !== null)
    return (
      <Notice title={words.sent} lead={words.sentLead(sentTo)} isAlert>
        <button
          type="button"
          className={buttons["plain"]}
          onClick={() => {
            setSentTo(null);
          }}
        >
          {words.again}
        </button>
      </Notice>
    );
  return (
    <FormPage title={words.title} lead={words.lead} form={form} submitText={words.submit}>
      <AccountInput
        field="email"
        value={form.typed.email}
        error={form.errors?.fields.email}
        onChange={(value) => {
          form.change("email", value);
        }}
      />
    </FormPage>
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
