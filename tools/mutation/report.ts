import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

/** The parts of Stryker's report that the page needs (mutation-testing-report-schema 2). */
const MutantDocument = z.object({
  mutatorName: z.string(),
  replacement: z.string().optional(),
  status: z.enum([
    "Killed",
    "Survived",
    "NoCoverage",
    "Timeout",
    "CompileError",
    "RuntimeError",
    "Ignored",
    "Pending",
  ]),
  location: z.object({
    start: z.object({ line: z.number(), column: z.number() }),
    end: z.object({ line: z.number(), column: z.number() }),
  }),
});

const ReportDocument = z.object({
  files: z.record(z.string(), z.object({ source: z.string(), mutants: z.array(MutantDocument) })),
});

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

/** Scores of the files of one part; undefined where the part has not run. */
export function readReport(path: string): readonly FileScore[] | undefined {
  if (!existsSync(path)) return undefined;
  const { files } = ReportDocument.parse(JSON.parse(readFileSync(path, "utf8")));
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
  { location: { start, end }, mutatorName, replacement = "" }: z.output<typeof MutantDocument>,
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
