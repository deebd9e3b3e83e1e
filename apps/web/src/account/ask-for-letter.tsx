import { ResetRequestBody } from "@strideiq/contracts";
import { type ReactElement, useState } from "react";
import { useForm } from "../ui/use-form.ts";
import { check, refusedBy, sameName } from "./check.ts";
import { AccountInput } from "./fields.tsx";
import { FormPage } from "./form-page.tsx";

interface AskForLetterProps {
  readonly title: string;
  readonly lead: string;
  readonly submitText: string;
  readonly send: (
    email: string,
  ) => Promise<
    { readonly ok: true } | { readonly ok: false; readonly error: Parameters<typeof refusedBy>[0] }
  >;
  /** What is shown once the letter is on its way. */
  readonly sent: (email: string, askAgain: () => void) => ReactElement;
}

/** Asks for a letter. Whether there is such an account is told to nobody. */
export function AskForLetter({ title, lead, submitText, send, sent }: AskForLetterProps) {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useForm({
    first: { email: "" },
    send: async (typed) => {
      const wrong = check(ResetRequestBody, typed, sameName("email"));
      if (wrong !== null) return wrong;
      const answer = await send(typed.email);
      if (!answer.ok) return refusedBy(answer.error);
      setSentTo(typed.email);
      return null;
    },
  });
  if (sentTo !== null)
    return sent(sentTo, () => {
      setSentTo(null);
    });
  return (
    <FormPage title={title} lead={lead} form={form} submitText={submitText}>
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
