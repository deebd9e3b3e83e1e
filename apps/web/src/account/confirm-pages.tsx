import { ResetRequestBody } from "@strideiq/contracts";
import { useState } from "react";
import { sendConfirmation, spendConfirmation } from "../api/accounts.ts";
import { accountMessages } from "../messages/account.ts";
import { Link } from "../path/link.tsx";
import buttons from "../ui/button.module.css";
import { Notice } from "../ui/notice.tsx";
import { useForm } from "../ui/use-form.ts";
import { check, refusedBy, sameName } from "./check.ts";
import { AccountInput } from "./fields.tsx";
import { FormPage } from "./form-page.tsx";

const words = accountMessages.confirm;

interface LetterSentProps {
  readonly email: string;
  readonly title: string;
  readonly lead: string;
  /** Back to the form that led here; without it the page to sign in. */
  readonly goBack?: () => void;
}

/** A letter with a link was sent to somebody, who can have it sent once more. */
export function LetterSent({ email, title, lead, goBack }: LetterSentProps) {
  const [told, setTold] = useState("");
  const sendAgain = async (): Promise<void> => {
    setTold(accountMessages.sending);
    const answer = await sendConfirmation(email);
    setTold(answer.ok ? words.sentAgain : `${answer.error.title} ${answer.error.detail}`);
  };
  return (
    <Notice title={title} lead={lead} isAlert>
      <button type="button" className={buttons["plain"]} onClick={() => void sendAgain()}>
        {words.again}
      </button>
      {goBack === undefined ? (
        <SignInLink />
      ) : (
        <button type="button" className={buttons["primary"]} onClick={goBack}>
          {accountMessages.signIn.title}
        </button>
      )}
      <p role="status">{told}</p>
    </Notice>
  );
}

const SignInLink = () => (
  <Link to={{ name: "sign-in", next: "" }} className={buttons["primary"]}>
    {accountMessages.signIn.title}
  </Link>
);

/** Where the letter's link leads to. Programs that look into letters follow links too: a person presses a button. */
export const ConfirmPage = ({ token }: { readonly token: string }) =>
  token === "" ? <AskForLetter /> : <ConfirmForm key={token} token={token} />;

function ConfirmForm({ token }: { readonly token: string }) {
  const [isDone, setDone] = useState(false);
  const form = useForm({
    first: {},
    send: async () => {
      const answer = await spendConfirmation(token);
      if (!answer.ok) return refusedBy(answer.error);
      setDone(true);
      return null;
    },
  });
  if (isDone) return <Notice title={words.done} lead={words.doneLead} isAlert children={<SignInLink />} />;
  return (
    <FormPage
      title={words.title}
      lead={words.lead}
      form={form}
      submitText={words.submit}
      others={<Link to={{ name: "confirm", token: "" }}>{words.another}</Link>}
    >
      {null}
    </FormPage>
  );
}

/** Asks for another letter. Whether there is such an account is told to nobody. */
function AskForLetter() {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useForm({
    first: { email: "" },
    send: async (typed) => {
      const wrong = check(ResetRequestBody, typed, sameName("email"));
      if (wrong !== null) return wrong;
      const answer = await sendConfirmation(typed.email);
      if (!answer.ok) return refusedBy(answer.error);
      setSentTo(typed.email);
      return null;
    },
  });
  if (sentTo !== null) return <LetterSent email={sentTo} title={words.sent} lead={words.askedLead(sentTo)} />;
  return (
    <FormPage title={words.askTitle} lead={words.askLead} form={form} submitText={words.askSubmit}>
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
