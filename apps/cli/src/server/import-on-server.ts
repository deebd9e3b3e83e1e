import { openAsBlob } from "node:fs";
import { open } from "node:fs/promises";
import { basename } from "node:path";
import { type Answers, type ApiProblem, type Client, type FileToImport, importFiles } from "@strideiq/client";
import { ok, type Result } from "@strideiq/engine";
import { toJson, tellAll } from "../commands/plan.ts";
import type { ImportOptions } from "../commands/import.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import { printable, type Terminal } from "../terminal.ts";
import { systemTimeZone } from "../today.ts";
import { fileFault } from "../write-file.ts";
import { tellProblem } from "./server-words.ts";

type Report = Answers["GET /v1/imports/{importId}/reports"]["reports"][number];
type Import = Answers["GET /v1/imports/{importId}"];

/** Only a plan of one's own machine is reviewed here; a server reviews those that it keeps by itself. */
const ALONE: readonly (readonly [keyof ImportOptions, string])[] = [
  ["plan", "--plan"],
  ["doneOut", "--done-out"],
  ["today", "--today"],
  ["thresholdHeartRate", "--threshold-heart-rate"],
];

/** `strideiq import --server`: the same files, kept by a server, which finds in them what it planned. */
export async function importOnServer(
  names: readonly string[],
  options: ImportOptions,
  client: Client,
  terminal: Terminal,
): Promise<ExitCode> {
  const useless = ALONE.filter(([key]) => options[key] !== undefined);
  if (useless.length > 0)
    return tellAll(
      useless.map(([, option]) => `${option}: a server knows its plans and the day; leave it out.`),
      terminal,
      EXIT.usage,
    );
  const { faults, files } = await openAll(names);
  if (files.length === 0) return tellAll(faults, terminal, EXIT.unreadable);
  const timeZone = options.timeZone ?? systemTimeZone();
  const imported = await importFiles(client, files, { timeZone });
  if (!imported.ok) return tellProblem(imported.error, terminal);
  const reports = await allReports(client, imported.value.importId);
  if (!reports.ok) return tellProblem(reports.error, terminal);
  const { value } = reports;
  terminal.out(
    options.format === "json" ? toJson({ ...imported.value, reports: value }) : textOf(imported.value, value),
  );
  const refused = imported.value.outcomes.refused + imported.value.outcomes.too_little;
  if (faults.length > 0) return tellAll(faults, terminal, EXIT.unreadable);
  return refused === 0 ? EXIT.done : EXIT.unreadable;
}

async function openAll(
  names: readonly string[],
): Promise<{ readonly files: readonly FileToImport[]; readonly faults: readonly string[] }> {
  const files: FileToImport[] = [];
  const faults: string[] = [];
  for (const name of names)
    try {
      files.push({ name: basename(name), content: await contentOf(name) });
    } catch (error) {
      faults.push(`${printable(name)} could not be read: ${fileFault(error)}.`);
    }
  return { files, faults };
}

/** The content is read when it is sent; whether it can be read is found out before anything is. */
async function contentOf(name: string): Promise<Blob> {
  const file = await open(name);
  try {
    await file.read({ length: 1 });
    return await openAsBlob(name);
  } finally {
    await file.close();
  }
}

const PAGE = 100;

async function allReports({ ask }: Client, importId: string): Promise<Result<readonly Report[], ApiProblem>> {
  const reports: Report[] = [];
  for (let after: string | null | undefined; after !== null;) {
    const query = { limit: PAGE, ...(after === undefined ? {} : { after }) };
    const page = await ask("GET /v1/imports/{importId}/reports", { path: { importId }, query });
    if (!page.ok) return page;
    reports.push(...page.value.body.reports);
    after = page.value.body.next;
  }
  return ok(reports);
}

function textOf({ importId, outcomes, read }: Import, reports: readonly Report[]): string {
  const lines = reports.flatMap(({ message, name, notes, outcome }) => [
    printable(name),
    `  ${message === null ? WORDS[outcome] : `refused: ${message}`}`,
    ...notes.map((note) => `  note: ${note}`),
  ]);
  const counts = [
    `${String(read)} ${read === 1 ? "file" : "files"}`,
    `${String(outcomes.imported)} imported`,
    `${String(outcomes.known)} known already`,
    `${String(outcomes.refused + outcomes.too_little)} refused`,
  ];
  return `${[...lines, "", counts.join(", "), `Kept on the server as import ${importId}.`].join("\n")}\n`;
}

const WORDS: Readonly<Record<Report["outcome"], string>> = {
  imported: "imported",
  known: "known already; it counts once",
  too_little: "too little to be an activity",
  refused: "refused",
};
