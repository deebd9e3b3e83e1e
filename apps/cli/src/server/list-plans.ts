import type { Answers, Client } from "@strideiq/client";
import { formatLongDate, RACE_NAMES } from "@strideiq/wording";
import { toJson } from "../commands/plan.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import type { Terminal } from "../terminal.ts";
import { tellProblem } from "./server-words.ts";

export interface ListOptions {
  readonly format?: "text" | "json";
}

type Listed = Answers["GET /v1/plans"]["plans"];

const PAGE = 100;
const STATES: Readonly<Record<Listed[number]["status"], string>> = {
  generating: "being made",
  ready: "ready",
  refused: "refused",
  failed: "failed",
};

/** `strideiq plans --server`: all plans of whoever gave the key, newest first. */
export async function listPlans(
  options: ListOptions,
  { ask }: Client,
  terminal: Terminal,
): Promise<ExitCode> {
  const plans: Listed[number][] = [];
  for (let after: string | null | undefined; after !== null;) {
    const query = { limit: PAGE, ...(after === undefined ? {} : { after }) };
    const page = await ask("GET /v1/plans", { query });
    if (!page.ok) return tellProblem(page.error, terminal);
    plans.push(...page.value.body.plans);
    after = page.value.body.next;
  }
  terminal.out(options.format === "json" ? toJson(plans) : textOf(plans));
  return EXIT.done;
}

function textOf(plans: Listed): string {
  if (plans.length === 0) return "No plans yet. Ask for one with strideiq plan.\n";
  const lines = plans.map(
    ({ planId, distance, raceDate, status, version }) =>
      `${planId}  ${RACE_NAMES[distance]}, ${formatLongDate(raceDate)}, ${STATES[status]}${version === null ? "" : `, version ${String(version)}`}`,
  );
  return `${lines.join("\n")}\n`;
}
