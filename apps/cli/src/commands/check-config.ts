import { LAWS } from "@strideiq/engine";
import { readProvedRulebook } from "../config.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import type { Terminal } from "../terminal.ts";

/** `strideiq check-config`: reads the configuration and makes every standard plan with it. */
export async function checkConfigCommand(config: string, terminal: Terminal): Promise<ExitCode> {
  const rulebook = await readProvedRulebook(config);
  if (!rulebook.ok) {
    rulebook.error.forEach(terminal.complain);
    return EXIT.unreadable;
  }
  const { version, standardPlans, workouts } = rulebook.value;
  terminal.out(
    `The configuration ${version} makes all ${String(standardPlans.length)} standard plans as it wants them, ` +
      `with ${String(workouts.length)} workouts and clean under ${String(LAWS.length)} laws.\n`,
  );
  return EXIT.done;
}
