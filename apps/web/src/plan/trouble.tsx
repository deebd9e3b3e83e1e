import type { ApiProblem } from "../api/client.ts";
import { messages } from "../messages.ts";
import { Link } from "../path/link.tsx";
import buttons from "../ui/button.module.css";
import styles from "./progress.module.css";

/** No plan to show, and the way on: the form still holds what was typed. */
export const Trouble = ({ problem }: { readonly problem: ApiProblem | null }) => {
  const [title, lead] = wordsFor(problem);
  return (
    <main className={styles["progress"]}>
      <div role="alert">
        <h1>{title}</h1>
        <p>{lead}</p>
      </div>
      <Link to={{ name: "wish" }} className={buttons["primary"]}>
        {messages.progress.again}
      </Link>
    </main>
  );
};

function wordsFor(problem: ApiProblem | null): readonly [string, string] {
  if (problem === null) return [messages.progress.failed, messages.progress.failedLead];
  return problem.status === 404
    ? [messages.progress.missing, messages.progress.missingLead]
    : [problem.title, problem.detail];
}
