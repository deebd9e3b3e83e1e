import type { Client } from "@strideiq/client";
import { parsePlanDocument } from "@strideiq/contracts";
import { diffOf, err, ok, type Plan, type Result } from "@strideiq/engine";
import { tellAll, toJson } from "../commands/plan.ts";
import type { Asked } from "../change-options.ts";
import { handOutChanged, readAsked, type ReplanOptions, withUnwellDays } from "../commands/replan.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import { messagesOf } from "../read-plan.ts";
import type { Terminal } from "../terminal.ts";
import { localToday } from "../today.ts";
import { whyNoPlan } from "./read-server-plan.ts";
import { tellProblem } from "./server-words.ts";

export interface ServerReplanOptions extends ReplanOptions {
  readonly whatIf?: true;
  readonly reason?: string;
}

/** `strideiq replan --server`: a change of a plan that a server keeps; with `--what-if` it is only shown. */
export async function replanOnServer(
  planId: string,
  options: ServerReplanOptions,
  client: Client,
  terminal: Terminal,
): Promise<ExitCode> {
  if (options.from !== undefined)
    return tellAll(["--from: a server changes from today on; leave it out."], terminal, EXIT.usage);
  const asked = await readAsked(options);
  if (!asked.ok) return tellAll(asked.error.sentences, terminal, asked.error.code);
  const standing = await readStanding(client, planId, terminal);
  if (!standing.ok) return standing.error;
  const { plan } = standing.value;
  const today = localToday(plan.request.timeZone) ?? plan.request.today;
  const change = withUnwellDays(asked.value, plan, today);
  const question = questionOf(planId, change, options, standing.value.etag);
  const shown = await client.ask("POST /v1/plans/{planId}/changes/what-if", question);
  if (!shown.ok) return tellProblem(shown.error, terminal);
  const answer = shown.value.body;
  if (answer.status === "refused") return tellRefused(answer, options, terminal);
  const after = parsePlanDocument(answer.plan);
  if (!after.ok) return tellAll(messagesOf(after.error), terminal, EXIT.server);
  if (options.whatIf !== true) {
    const made = await client.ask("POST /v1/plans/{planId}/changes", question);
    if (!made.ok) return tellProblem(made.error, terminal);
    terminal.note(`The plan is at version ${String(made.value.body.version)} now.`);
  }
  const { sessions } = diffOf(plan, after.value, change.wish);
  return handOutChanged(after.value, sessions, options.units ?? plan.request.units, options, terminal);
}

interface Standing {
  readonly plan: Plan;
  readonly etag: string;
}

async function readStanding(
  { ask }: Client,
  planId: string,
  terminal: Terminal,
): Promise<Result<Standing, ExitCode>> {
  const read = await ask("GET /v1/plans/{planId}", { path: { planId } });
  if (!read.ok) return err(tellProblem(read.error, terminal));
  const { body, etag } = read.value;
  if (body.status !== "ready") return err(tellAll([whyNoPlan(body)], terminal, EXIT.server));
  const plan = parsePlanDocument(body.plan);
  return plan.ok
    ? ok({ plan: plan.value, etag: etag ?? "*" })
    : err(tellAll(messagesOf(plan.error), terminal, EXIT.server));
}

/** The state that was read goes along: what somebody else changes in between is seen before it is built upon. */
const questionOf = (
  planId: string,
  { wish, done }: Asked,
  { reason }: ServerReplanOptions,
  ifMatch: string,
) => ({
  path: { planId },
  body: { wish, done, ...(reason === undefined ? {} : { reason }) },
  ifMatch,
});

function tellRefused(
  answer: {
    readonly law: string;
    readonly measured: number | null;
    readonly limit: number | null;
    readonly reason: string;
    readonly instead: string;
    readonly nearest: { readonly wish: unknown } | null;
  },
  { format }: ServerReplanOptions,
  terminal: Terminal,
): ExitCode {
  const { law, measured, limit, reason, instead, nearest } = answer;
  tellAll([reason, instead], terminal, EXIT.refused);
  const refused = { law, measured, limit, reason, instead, wish: nearest?.wish ?? null };
  if (format === "json") terminal.out(toJson({ refused }));
  return EXIT.refused;
}
