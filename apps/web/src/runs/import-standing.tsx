import { runMessages as words } from "../messages/runs.ts";
import type { Importing } from "./importing.ts";
import styles from "./runs.module.css";

/** How far the import has come that is under way. */
export function ImportStanding({ importing }: { readonly importing: Importing }) {
  switch (importing.state) {
    case "none":
    case "ended":
      return null;
    case "under_way":
      return <UnderWay progress={importing.progress} />;
    case "broken":
      return (
        <section className={styles["card"]} role="alert">
          <h2>{importing.problem.title}</h2>
          <p>{importing.problem.detail}</p>
        </section>
      );
  }
}

type Progress = Extract<Importing, { readonly state: "under_way" }>["progress"];

function UnderWay({ progress }: { readonly progress: Progress }) {
  const of = progress?.of ?? 0;
  return (
    <section className={styles["card"]}>
      <p role="status">{textOf(progress)}</p>
      <progress
        aria-label={words.title}
        max={Math.max(1, of)}
        {...(of > 0 ? { value: progress?.done ?? 0 } : {})}
      />
    </section>
  );
}

function textOf(progress: Progress): string {
  if (progress === null) return words.waiting;
  const { done, of, stage } = progress;
  return stage === "sending" ? words.sending(done, of ?? done) : words.reading(done, of);
}
