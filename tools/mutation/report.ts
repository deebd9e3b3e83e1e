import { existsSync, readFileSync } from "node:fs";

/** The parts of Stryker's report that the page needs (mutation-testing-report-schema 2). */
interface Mutant {
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
  /** What stood there, and what stood there instead; on one line each, and cut where they are long. */
  readonly was: string;
  readonly became: string;
  /** The whole file as it would be. */
  readonly text: string;
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
  return Object.entries(files).map(([file, { source, mutants }]) => ({
    file,
    killed: mutants.filter(({ status }) => status === "Killed" || status === "Timeout").length,
    survivors: mutants
      .filter(({ status }) => status === "Survived" || status === "NoCoverage")
      .map((mutant) => survivorOf(file, source, mutant)),
  }));
}

function survivorOf(
  file: string,
  source: string,
  { location: { start, end }, replacement = "" }: Mutant,
): Survivor {
  const from = offsetOf(source, start);
  const to = offsetOf(source, end);
  return {
    file,
    line: start.line,
    was: short(source.slice(from, to)),
    became: short(replacement),
    text: source.slice(0, from) + replacement + source.slice(to),
  };
}

/** Characters before a place. */
function offsetOf(source: string, { line, column }: Place): number {
  const before = source.split("\n").slice(0, line - 1);
  return before.reduce((sum, text) => sum + text.length + 1, 0) + column - 1;
}

const LENGTH_MAX = 90;

function short(code: string): string {
  const line = code.replaceAll(/\s+/g, " ").trim();
  return line.length > LENGTH_MAX ? `${line.slice(0, LENGTH_MAX)} ...` : line;
}
