import { LAWS, type Rulebook } from "@strideiq/engine";
import { readProvedRulebook } from "../config.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import type { Terminal } from "../terminal.ts";

/** `strideiq check-config`: reads the configuration and makes every standard plan with it. */
export async function checkConfigCommand(config: string, terminal: Terminal): Promise<ExitCode> {
  const rulebook = await readProvedRulebook(config, terminal.note);
  if (!rulebook.ok) {
    rulebook.error.forEach(terminal.complain);
    return EXIT.unreadable;
  }
  const { plugins, standardPlans, version, workouts } = rulebook.value.rulebook;
  terminal.out(
    `The configuration ${version} makes all ${String(standardPlans.length)} standard plans as it wants them, ` +
      `with ${String(workouts.length)} workouts and clean under ${String(LAWS.length)} laws.\n` +
      pluginsText(plugins),
  );
  return EXIT.done;
}

const pluginsText = (plugins: Rulebook["plugins"] = {}): string => {
  const on = Object.entries(plugins).map(([id, version]) => `${id} ${version}`);
  return on.length === 0 ? "" : `Plugins that are on: ${on.join(", ")}.\n`;
};
