import { existsSync, readFileSync } from "node:fs";

/** The parts of Stryker's report that the page needs (mutation-testing-report-schema 2). */
interface Mutant {
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly status: string;
  readonly location: { readonly start: Place; readonly end: Place };
}

/** 1-based, as editors count. */
interface Place {
  readonly line: number;
  readonly column: number;
}

interface Report {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
}

/** A mutant that no test noticed. */
export interface Survivor {
  readonly file: string;
  readonly line: number;
  readonly mutator: string;
  /** What stood there, and what stood there instead; on one line each, and cut where they are long. */
  readonly was: string;
  readonly became: string;
}

export interface FileScore {
  readonly file: string;
  /** Killed, or ended by the clock. */
  readonly killed: number;
  readonly survivors: readonly Survivor[];
}

/** Scores of all files that have been mutated so far. */
export function readReport(path: string): readonly FileScore[] {
  if (!existsSync(path)) return [];
  const { files } = JSON.parse(readFileSync(path, "utf8")) as Report;
  return Object.entries(files).map(([file, { source, mutants }]) => {
    const lines = source.split("\n");
    return {
      file,
      killed: mutants.filter(({ status }) => status === "Killed" || status === "Timeout").length,
      survivors: mutants
        .filter(({ status }) => status === "Survived" || status === "NoCoverage")
        .map((mutant) => survivorOf(file, lines, mutant)),
    };
  });
}

function survivorOf(
  file: string,
  lines: readonly string[],
  { location: { start, end }, mutatorName, replacement = "" }: Mutant,
): Survivor {
  const first = lines[start.line - 1] ?? "";
  const was =
    start.line === end.line
      ? first.slice(start.column - 1, end.column - 1)
      : `${first.slice(start.column - 1)} ...`;
  return { file, line: start.line, mutator: mutatorName, was: short(was), became: short(replacement) };
}

const LENGTH_MAX = 90;

function short(code: string): string {
  const line = code.replaceAll(/\s+/g, " ").trim();
  return line.length > LENGTH_MAX ? `${line.slice(0, LENGTH_MAX)} ...` : line;
}
