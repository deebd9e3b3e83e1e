import { parseCalendarDate } from "@strideiq/engine";
import { formatDate } from "@strideiq/wording";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { runMessages as words } from "../messages/runs.ts";
import { Link } from "../path/link.tsx";
import buttons from "../ui/button.module.css";
import { type FileReport, type Import, refreshRuns, undoImport, useImports, useReports } from "./run-api.ts";
import styles from "./runs.module.css";

/** The latest imports: what became of each file, and the way to undo it. */
export function ImportList() {
  const told = useImports();
  const imports = told?.ok === true ? told.value.imports.filter(({ finishedAt }) => finishedAt !== null) : [];
  if (imports.length === 0) return null;
  return (
    <section className={styles["card"]} aria-labelledby="imports">
      <h2 id="imports">{words.imports}</h2>
      <ul className={styles["imports"]}>
        {imports.map((one, index) => (
          <li key={one.importId}>
            <ImportInList one={one} isLatest={index === 0} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ImportInList({ one, isLatest }: { readonly one: Import; readonly isLatest: boolean }) {
  const queries = useQueryClient();
  const undoing = useMutation({
    mutationFn: () => undoImport(one.importId),
    onSuccess: () => refreshRuns(queries),
  });
  return (
    <>
      <div className={styles["imported"]}>
        <p role={isLatest ? "status" : undefined}>
          <b>{words.imported(one.outcomes)}</b> {dayOf(one.createdAt)}
        </p>
        <button
          type="button"
          className={buttons["plain"]}
          aria-disabled={undoing.isPending}
          onClick={() => {
            if (!undoing.isPending) undoing.mutate();
          }}
        >
          {words.undo}
        </button>
      </div>
      {isLatest && <Reports importId={one.importId} count={one.read} />}
    </>
  );
}

function dayOf(moment: string): string {
  const day = parseCalendarDate(moment.slice(0, 10));
  return day.ok ? formatDate(day.value) : "";
}

function Reports({ importId, count }: { readonly importId: string; readonly count: number }) {
  const told = useReports(importId);
  const reports = told?.ok === true ? told.value.reports : [];
  return (
    <ul className={styles["reports"]}>
      {reports.map((report) => (
        <li key={`${String(report.position)}.${String(report.number)}`}>
          <Report report={report} />
        </li>
      ))}
      {reports.length > 0 && count > reports.length && <li>{words.more(count - reports.length)}</li>}
    </ul>
  );
}

const Report = ({ report }: { readonly report: FileReport }) => {
  const { activityIds, message, name, notes, outcome } = report;
  const [activityId] = activityIds;
  return (
    <>
      {activityId === undefined ? <b>{name}</b> : <Link to={{ name: "run", activityId }}>{name}</Link>}
      {outcome === "known" && <span>{words.known}</span>}
      {message !== null && <span className={styles["refused"]}>{message}</span>}
      {notes.map((note) => (
        <span key={note}>{note}</span>
      ))}
    </>
  );
};
