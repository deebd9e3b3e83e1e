import { useQueryClient } from "@tanstack/react-query";
import { SignUpBody } from "@strideiq/contracts";
import { useState } from "react";
import { signUp } from "../api/accounts.ts";
import { accountMessages } from "../messages/account.ts";
import { messages } from "../messages.ts";
import { Link } from "../path/link.tsx";
import { goTo } from "../path/path.ts";
import { enterSession, leaveSession, useFeature, useSession } from "../session/session.ts";
import buttons from "../ui/button.module.css";
import { Notice } from "../ui/notice.tsx";
import { useForm } from "../ui/use-form.ts";
import { check, refusedBy } from "./check.ts";
import { LetterSent } from "./confirm-pages.tsx";
import { AccountInput } from "./fields.tsx";
import { FormPage } from "./form-page.tsx";

const words = accountMessages.signUp;
const FIELDS = ["name", "email", "newPassword"] as const;
const fieldOf = (name: string): (typeof FIELDS)[number] | undefined =>
  name === "password" ? "newPassword" : FIELDS.find((field) => field === name);

/** An account for a guest, whose plans it takes over. Where accounts are switched off it says why. */
export function SignUpPage() {
  const session = useSession();
  const { allowed, why } = useFeature("account.sign_up");
  if (!allowed)
    return (
      <Notice title={words.off} lead={why ?? ""}>
        <HomeLink />
      </Notice>
    );
  if (session?.me.kind === "account")
    return (
      <Notice title={accountMessages.signedIn.title(session.me.name)} lead={accountMessages.signedIn.lead}>
        <HomeLink />
      </Notice>
    );
  return <SignUpForm isGuest={session?.me.kind === "guest"} />;
}

const HomeLink = () => (
  <Link to={{ name: "home" }} className={buttons["primary"]}>
    {messages.shell.home}
  </Link>
);

function SignUpForm({ isGuest }: { readonly isGuest: boolean }) {
  const queries = useQueryClient();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useForm({
    first: { name: "", email: "", newPassword: "" },
    send: async ({ name, email, newPassword }) => {
      const account = { name, email, password: newPassword };
      const wrong = check(SignUpBody, account, fieldOf);
      if (wrong !== null) return wrong;
      const answer = await signUp(account);
      if (!answer.ok) return refusedBy(answer.error);
      if ("status" in answer.value) {
        setSentTo(email);
        await leaveSession(queries);
        return null;
      }
      goTo({ name: "home" });
      await enterSession(queries);
      return null;
    },
  });
  if (sentTo !== null) {
    const { sent, sentLead } = accountMessages.confirm;
    return <LetterSent email={sentTo} title={sent} lead={sentLead(sentTo)} />;
  }
  return (
    <FormPage
      title={words.title}
      lead={isGuest ? `${words.lead} ${words.takesOver}` : words.lead}
      form={form}
      submitText={words.submit}
      others={<Link to={{ name: "sign-in", next: "" }}>{words.hasOne}</Link>}
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
