import { type Law, LAWS } from "@strideiq/engine";
import { type Census, commonestFirst, FAULTS, reasonInClass, VOLUME_CLASSES } from "@strideiq/testing";
import { lawWordsOf } from "@strideiq/wording";
import { quantile } from "../bench/quantile.ts";
import type { ThreadMemory } from "./in-threads.ts";
import type { FaultFound } from "./judge-batch.ts";

/** Everything that the run found out. */
export interface Findings {
  readonly seed: number;
  readonly from: number;
  readonly census: Census;
  readonly faults: readonly FaultFound[];
  readonly memory: readonly ThreadMemory[];
  readonly planMilliseconds: readonly number[];
  readonly refusalMilliseconds: readonly number[];
  /** Of all answers in order; equal for equal athletes, rulebook and engine, in however many threads. */
  readonly digest: string;
  readonly rulebook: string;
}

/** The command that shows one athlete again. */
export const commandFor = (seed: number, from: number, count: number): string =>
  `npm run check:athletes -- --seed ${seed} --from ${from} --count ${count}`;

/** `docs/plan-quality.md`. */
export const qualityPage = (findings: Findings): string =>
  [
    introduction(findings),
    `## What came of it\n\n${totalsTable(findings.census)}`,
    `## What must never happen\n\n${faultTable(findings.census)}\n${faultList(findings)}`,
    refusals(findings.census),
    flags(findings.census),
    timeAndMemory(findings),
  ].join("\n\n");

function introduction({ seed, from, census, rulebook, digest }: Findings): string {
  const { athletes = 0 } = census.totals;
  return `# Plan quality

Random athletes asked for plans, and every answer was judged: any race 4 to 24 weeks away on any weekday, 15 to
160 km a week or nothing known, 3 to 7 run days, days that are not free, short days, with and without a result,
16 to 80 years old. How the athletes are drawn stands in \`packages/testing/src/arbitraries.ts\`, what is looked at in
\`packages/testing/src/athletes/audit.ts\`. This page is written by

    ${commandFor(seed, from, athletes)}

with the rulebook ${rulebook}. Equal athletes, engine and rulebook give equal answers: the fingerprint of all
${number(athletes)} answers, in their order, is \`${digest.slice(0, 16)}\`.`;
}

function totalsTable({ totals }: Census): string {
  const { athletes = 0, plans = 0, refused = 0 } = totals;
  const count = (name: string): string => number(totals[name] ?? 0);
  return table(
    ["", "Count"],
    [
      ["Athletes", number(athletes)],
      ["Plans", `${number(plans)} (${percent(plans, athletes)})`],
      ["Wishes that could not be kept", `${number(refused)} (${percent(refused, athletes)})`],
      ["Laws run on the plans", count("lawsRun")],
      ["Athletes inside the never-refused set", count("promised")],
      ["of them refused, as the laws' own arithmetic leaves no plan", count("promisedButBeyondTheLaws")],
      ["Answers made a second time with a rulebook read anew", count("madeTwice")],
    ],
  );
}

const faultTable = ({ faults }: Census): string =>
  table(
    ["", "Found"],
    Object.entries(FAULTS).map(([kind, sentence]) => [capitalised(sentence), number(faults[kind] ?? 0)]),
  );

const capitalised = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

const refusals = (census: Census): string => `## Wishes that could not be kept

Each was answered with the law, the number, and the nearest plan that is clean itself. By weekly distance
before the plan:

${table(
  ["Weekly distance", "Athletes", "Refused", "Share"],
  VOLUME_CLASSES.map((name) => volumeRow(name, census)),
)}

By the law that stood against the wish, and the field of the wish that would have to give way:

${reasonTable(census)}`;

const flags = (census: Census): string => `## Flags

A flag is shown to the athlete; the plan is sound. Of the plans that a law had something to say of:

${table(
  ["Law", "Plans", "Flagged", "Share"],
  LAWS.map((law) => lawRow(law, census)),
)}`;

const timeAndMemory = ({
  planMilliseconds,
  refusalMilliseconds,
  memory,
}: Findings): string => `## Time and memory

${table(
  ["", "p50", "p99", "Longest"],
  [
    ["A plan with its certificate", ...times(planMilliseconds)],
    ["A refusal with its nearest plan", ...times(refusalMilliseconds)],
  ],
)}

Every call counts, the first ones of a cold thread too, with ${number(memory.length)} threads at once.

${table(
  ["Thread", "Heap after its first 500 athletes", "Heap at its end"],
  memory.map(({ startBytes, endBytes }, index) => [
    number(index + 1),
    megabytes(startBytes),
    megabytes(endBytes),
  ]),
)}
`;

const FAULTS_LISTED_MAX = 20;

function faultList({ seed, faults }: Findings): string {
  const rows = faults.slice(0, FAULTS_LISTED_MAX).map(({ kind, detail, athlete }) => {
    const [first = ""] = detail.split("\n");
    return `- ${FAULTS[kind]}: ${first} (\`${commandFor(seed, athlete, 1)}\`)`;
  });
  return rows.length === 0 ? "" : `\n${rows.join("\n")}\n`;
}

function volumeRow(name: string, { athletesByVolume, refusedByReasonInVolume }: Census): readonly string[] {
  const athletes = athletesByVolume[name] ?? 0;
  const refused = Object.entries(refusedByReasonInVolume)
    .filter(([key]) => key === reasonInClass(key.split(" | ")[0] ?? "", name))
    .reduce((sum, [, count]) => sum + count, 0);
  return [name, number(athletes), number(refused), percent(refused, athletes)];
}

function reasonTable({ refusedByReason, refusedByReasonInVolume }: Census): string {
  const head = ["Reason", "All", ...VOLUME_CLASSES];
  const rows = commonestFirst(refusedByReason).map(([reason, all]) => [
    reason,
    number(all),
    ...VOLUME_CLASSES.map((name) => number(refusedByReasonInVolume[reasonInClass(reason, name)] ?? 0)),
  ]);
  return rows.length === 0 ? "None." : table(head, rows);
}

function lawRow({ id, name }: Law, { plansJudgedByLaw, plansFlaggedByLaw }: Census): readonly string[] {
  const judged = plansJudgedByLaw[id] ?? 0;
  const flagged = plansFlaggedByLaw[id] ?? 0;
  return [
    `[${id}](laws/${name}.md) ${lawWordsOf(id)?.name ?? ""}`,
    number(judged),
    number(flagged),
    percent(flagged, judged),
  ];
}

const number = (value: number): string => value.toLocaleString("en-GB");

const percent = (part: number, whole: number): string =>
  whole === 0 ? "" : `${((part / whole) * 100).toFixed(part === 0 ? 0 : 1)} %`;

const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;

const milliseconds = (value: number): string => (Number.isFinite(value) ? `${value.toFixed(1)} ms` : "");

const times = (values: readonly number[]): readonly string[] =>
  [0.5, 0.99, 1].map((share) => milliseconds(quantile(values, share)));

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const rule = head.map((_, index) => (index === 0 ? "---" : "---:"));
  return [head, rule, ...rows].map(line).join("\n");
}
