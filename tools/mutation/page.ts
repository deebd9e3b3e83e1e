import { LAWS } from "@strideiq/engine";
import { judgementOn } from "./judgements.ts";
import type { Part } from "./parts.ts";
import type { FileScore, Survivor } from "./report.ts";

export interface PartScore {
  readonly part: Part;
  readonly files: readonly FileScore[];
}

/** Mutants noticed by a test, in per cent. */
export function scoreOf(files: readonly FileScore[]): number {
  const killed = files.reduce((sum, file) => sum + file.killed, 0);
  const survived = files.reduce((sum, { survivors }) => sum + survivors.length, 0);
  return (killed / Math.max(1, killed + survived)) * 100;
}

/** Why a survivor is none, or does no harm; undefined where nobody has looked at it yet. */
type Judge = (survivor: Survivor) => string | undefined;

/**
 * `docs/mutation.md`.
 * @param refuses says of a text of a file whether the compiler refuses it
 */
export function mutationPage(
  parts: readonly PartScore[],
  refuses: (file: string, text: string) => boolean,
): string {
  const judge: Judge = (one) => judgementOn(one) ?? (refuses(one.file, one.text) ? REFUSED : undefined);
  const files = parts.flatMap((part) => part.files);
  return [
    introduction(files),
    `## By part\n\n${partTable(parts)}`,
    `## By file\n\n${fileTable(files)}`,
    survivorSection(files, judge),
  ].join("\n\n");
}

const REFUSED = "The compiler refuses it.";

const introduction = (files: readonly FileScore[]): string => `# Mutation

A test that cannot fail is no test. \`npm run mutate\` changes the laws and the periodization one small piece at a
time (a \`<\` into a \`<=\`, a condition into \`true\`, a sum into a difference), runs the unit tests of laws and
periodization, and counts the changes that a test notices. Sentences are left alone: what laws say is tested where
it is shown. Not run are the tests of the four laws that compare plans (S8, S10, V9, V10), which make dozens of
plans each. This page is written from the reports of Stryker.

**${scoreOf(files).toFixed(1)} %** of ${number(files.reduce((sum, file) => sum + file.killed + file.survivors.length, 0))}
changes are noticed. At least 75 % are asked for.`;

const partTable = (parts: readonly PartScore[]): string =>
  table(
    ["Part", "Files", "Noticed", "Not noticed", "Score"],
    parts.map(({ part, files }) => [part.name, number(files.length), ...scoreCells(files)]),
  );

const fileTable = (files: readonly FileScore[]): string =>
  table(
    ["File", "Law", "Noticed", "Not noticed", "Score"],
    files.map((file) => [`\`${nameOf(file.file)}\``, lawTitle(file.file), ...scoreCells([file])]),
  );

const scoreCells = (files: readonly FileScore[]): readonly string[] => [
  number(files.reduce((sum, file) => sum + file.killed, 0)),
  number(files.reduce((sum, { survivors }) => sum + survivors.length, 0)),
  `${scoreOf(files).toFixed(1)} %`,
];

const nameOf = (file: string): string => file.split("/").slice(-2).join("/");

const lawOf = (file: string) => LAWS.find(({ name }) => file.endsWith(`/${name}.ts`));

function lawTitle(file: string): string {
  const law = lawOf(file);
  return law === undefined ? "" : `${law.id}, ${law.severity}`;
}

function survivorSection(files: readonly FileScore[], judge: Judge): string {
  const musts = files
    .filter(({ file }) => (lawOf(file)?.severity ?? "must") === "must")
    .flatMap(({ survivors }) => survivors)
    .map((one) => ({ one, judgement: judge(one) }));
  const refused = musts.filter(({ judgement }) => judgement === REFUSED).length;
  const open = musts.filter(({ judgement }) => judgement === undefined).length;
  const intro = `## What no test noticed in musts

${number(musts.length)} changes of musts, and of what musts are judged with, went unnoticed. ${number(refused)} of them do not compile, so
that nobody can make them. ${number(musts.length - refused - open)} have been looked at one by one; what was found stands beside them.
${number(open)} are still to be looked at.`;
  return [
    intro,
    table(
      ["Where", "Was", "Became", "Judgement"],
      musts.map(({ one, judgement }) => [
        `${nameOf(one.file)}:${one.line}`,
        code(one.was),
        code(one.became),
        judgement ?? "",
      ]),
    ),
  ].join("\n\n");
}

/** Code in a table: a bar would end the cell. */
const code = (text: string): string =>
  text === "" ? "" : `\`${text.replaceAll("|", "\\|").replaceAll("`", "'")}\``;

const number = (value: number): string => value.toLocaleString("en-GB");

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [head, head.map(() => "---"), ...rows].map(line).join("\n");
}
