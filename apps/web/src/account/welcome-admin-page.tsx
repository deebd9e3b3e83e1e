import { AdminSignUpBody } from "@strideiq/contracts";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { signUpAdmin } from "../api/accounts.ts";
import { accountMessages } from "../messages/account.ts";
import { messages } from "../messages.ts";
import { Link } from "../path/link.tsx";
import { goTo } from "../path/path.ts";
import { enterSession } from "../session/session.ts";
import buttons from "../ui/button.module.css";
import { Notice } from "../ui/notice.tsx";
import { useForm } from "../ui/use-form.ts";
import { check, refusedBy } from "./check.ts";
import { AccountInput } from "./fields.tsx";
import { FormPage } from "./form-page.tsx";

const words = accountMessages.welcomeAdmin;
const FIELDS = ["name", "email", "newPassword"] as const;
const fieldOf = (name: string): (typeof FIELDS)[number] | undefined =>
  name === "password" ? "newPassword" : FIELDS.find((field) => field === name);

/** Where the link of the first start leads to. Its secret stands behind the #, which no server ever sees. */
export function WelcomeAdminPage() {
  const [secret] = useState(() => window.location.hash.slice(1));
  return secret === "" ? (
    <Notice title={accountMessages.newPassword.noToken} lead={words.noSecretLead}>
      <Link to={{ name: "home" }} className={buttons["plain"]}>
        {messages.shell.home}
      </Link>
    </Notice>
  ) : (
    <AdminForm secret={secret} />
  );
}

function AdminForm({ secret }: { readonly secret: string }) {
  const queries = useQueryClient();
  const form = useForm({
    first: { name: "", email: "", newPassword: "" },
    send: async ({ name, email, newPassword }) => {
      const account = { name, email, password: newPassword, secret };
      const wrong = check(AdminSignUpBody, account, fieldOf);
      if (wrong !== null) return wrong;
      const answer = await signUpAdmin(account);
      if (!answer.ok) return refusedBy(answer.error);
      goTo({ name: "account" });
      await enterSession(queries);
      return null;
    },
  });
  return (
    <FormPage title={words.title} lead={words.lead} form={form} submitText={words.submit}>
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
