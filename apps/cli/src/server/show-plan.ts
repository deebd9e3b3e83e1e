import { handOut, type PlanOptions, tellAll } from "../commands/plan.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import { messagesOf, type ReadPlan } from "../read-plan.ts";
import type { Terminal } from "../terminal.ts";

export type ShowOptions = Pick<PlanOptions, "format" | "out" | "units">;

/** `strideiq show`: a plan as it is now. */
export async function showPlan(
  name: string,
  options: ShowOptions,
  read: ReadPlan,
  terminal: Terminal,
): Promise<ExitCode> {
  const plan = await read(name);
  return plan.ok
    ? handOut(plan.value, options.units ?? plan.value.request.units, options, terminal)
    : tellAll(
        messagesOf(plan.error).map((message) => `${name}: ${message}`),
        terminal,
        EXIT.unreadable,
      );
}
