import { parseArgs } from "node:util";
import { err, ok, type Result } from "@strideiq/engine";
import type { Variables } from "./configuration.ts";

export const HELP = `npm start                     everything in this process, with an embedded database
npm start -- --role api       requests only        (several may run, with one DATABASE_URL)
npm start -- --role worker    background work only (several may run, with one DATABASE_URL)
npm start -- --demo           with made-up people to look around with; never with DATABASE_URL

PORT, HOST, DATABASE_URL, DATA_DIR and others are read from the environment: docs/settings.md lists them.`;

/** What stands behind the command, as settings of the environment; the error is a sentence for the terminal. */
export function readArguments(args: readonly string[]): Result<Variables | "help", string> {
  try {
    const { values } = parseArgs({ args: [...args], options: OPTIONS });
    if (values.help === true) return ok("help");
    return ok({
      ...(values.role === undefined ? {} : { ROLE: values.role }),
      ...(values.demo === true ? { DEMO: "yes" } : {}),
    });
  } catch (problem) {
    return err(`${problem instanceof Error ? problem.message : String(problem)} Ask with --help.`);
  }
}

const OPTIONS = {
  role: { type: "string" },
  demo: { type: "boolean" },
  help: { type: "boolean" },
} as const;
