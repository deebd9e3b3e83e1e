import type { ApiProblem } from "../api/client.ts";
import { messages } from "../messages.ts";
import { Link } from "../path/link.tsx";
import { currentAddress } from "../path/path.ts";
import { useSession } from "../session/session.ts";
import buttons from "../ui/button.module.css";
import { Notice } from "../ui/notice.tsx";
import styles from "./progress.module.css";

/** No plan to show, and the way on: the form still holds what was typed. */
export const Trouble = ({ problem }: { readonly problem: ApiProblem | null }) => {
  const session = useSession();
  const isStranger = problem?.status === 404 && session?.me.kind !== "account";
  const [title, lead] = wordsFor(problem, isStranger);
  return (
    <main className={styles["progress"]}>
      <div role="alert">
        <h1>{title}</h1>
        <p>{lead}</p>
      </div>
      {isStranger && (
        <Link to={{ name: "sign-in", next: currentAddress() }} className={buttons["primary"]}>
          {messages.menu.signIn}
        </Link>
      )}
      <Link to={{ name: "wish" }} className={buttons[isStranger ? "plain" : "primary"]}>
        {messages.progress.again}
      </Link>
    </main>
  );
};

function wordsFor(problem: ApiProblem | null, isStranger: boolean): readonly [string, string] {
  if (isStranger) return [messages.progress.notYours, messages.progress.notYoursLead];
  if (problem === null) return [messages.progress.failed, messages.progress.failedLead];
  return problem.status === 404
    ? [messages.progress.missing, messages.progress.missingLead]
    : [problem.title, problem.detail];
}

/** The server is silent; whoever shows this goes on asking, and asks at once when told to. */
export const PlanAway = ({ onAsk }: { readonly onAsk: () => void }) => (
  <Notice title={messages.shell.away} lead={messages.progress.awayLead} isAlert>
    <button type="button" className={buttons["primary"]} onClick={onAsk}>
      {messages.progress.ask}
    </button>
  </Notice>
);
