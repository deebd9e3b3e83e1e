import { type Client, waitForPlan } from "@strideiq/client";
import { parsePlanDocument, type PlanAnswer } from "@strideiq/contracts";
import type { PlanRequest } from "@strideiq/engine";
import { handOut, type PlanOptions, sayWithOptions, tellAll, tellRefusal } from "../commands/plan.ts";
import { readRulebook } from "../config.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import { messagesOf } from "../read-plan.ts";
import type { Terminal } from "../terminal.ts";
import { readWish } from "../wish.ts";
import { whyNoPlan } from "./read-server-plan.ts";
import { tellProblem } from "./server-words.ts";

/** `strideiq plan --server`: the same wish, made and kept by a server. */
export async function planOnServer(
  options: PlanOptions,
  config: string,
  client: Client,
  terminal: Terminal,
): Promise<ExitCode> {
  if (options.today !== undefined)
    return tellAll(["--today: a server knows which day it is; leave it out."], terminal, EXIT.usage);
  // The server makes the plan: what has no part in these files may have one there.
  const rulebook = await readRulebook(config, () => undefined);
  if (!rulebook.ok) return tellAll(rulebook.error, terminal, EXIT.unreadable);
  const { faults, request } = readWish(options, rulebook.value.rulebook.standardPlans);
  if (request === null) return tellAll(faults, terminal, EXIT.usage);
  const { today: _, ...wish } = request;
  const accepted = await client.ask("POST /v1/plans", { body: wish });
  if (!accepted.ok) {
    const { code, errors } = accepted.error;
    return code === "invalid_request"
      ? tellAll(sayWithOptions(errors, options), terminal, EXIT.usage)
      : tellProblem(accepted.error, terminal);
  }
  const made = await waitForPlan(client, accepted.value.body);
  return made.ok ? show(made.value, request, options, terminal) : tellProblem(made.error, terminal);
}

async function show(
  answer: PlanAnswer,
  { units }: PlanRequest,
  options: PlanOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  if (answer.status === "refused") {
    const { nearest, ...refusal } = answer.refusal;
    const plan = nearest === null ? null : parsePlanDocument(nearest.plan);
    return tellRefusal(
      { ...refusal, nearest: plan?.ok === true ? plan.value : null },
      units,
      options,
      terminal,
    );
  }
  if (answer.status !== "ready") return tellAll([whyNoPlan(answer)], terminal, EXIT.server);
  const plan = parsePlanDocument(answer.plan);
  if (!plan.ok) return tellAll(messagesOf(plan.error), terminal, EXIT.server);
  const code = await handOut(plan.value, units, options, terminal);
  // Not in the output: that is a page, or a document to be read by another program.
  if (code === EXIT.done) terminal.note(`Kept on the server as plan ${answer.planId}.`);
  return code;
}
