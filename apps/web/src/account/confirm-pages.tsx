import { useState } from "react";
import { sendConfirmation, spendConfirmation } from "../api/accounts.ts";
import { accountMessages } from "../messages/account.ts";
import { Link } from "../path/link.tsx";
import buttons from "../ui/button.module.css";
import { Notice } from "../ui/notice.tsx";
import { useForm } from "../ui/use-form.ts";
import { AskForLetter } from "./ask-for-letter.tsx";
import { refusedBy } from "./check.ts";
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
  token === "" ? <AskForConfirmation /> : <ConfirmForm key={token} token={token} />;

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

const AskForConfirmation = () => (
  <AskForLetter
    title={words.askTitle}
    lead={words.askLead}
    submitText={words.askSubmit}
    send={sendConfirmation}
    sent={(email) => <LetterSent email={email} title={words.sent} lead={words.askedLead(email)} />}
  />
);
