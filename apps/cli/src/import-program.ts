import { type Command, Option } from "commander";
import type { ImportOptions } from "./commands/import.ts";
import { EXIT_CODES_HELP } from "./exit-codes.ts";

/** Tells the program of `strideiq import`. */
export function addImport(
  program: Command,
  action: (files: readonly string[], options: ImportOptions) => Promise<void>,
): void {
  program
    .command("import")
    .summary("read what was run, and find in it what was planned")
    .description(
      "Reads files of watches and archives, and tells what each is. Nothing is stored or sent, unless --server names who keeps them.",
    )
    .argument("<files...>", "FIT, TCX or GPX, also .gz; a zip of them; the archive of Strava")
    .option("--plan <file>", "a plan as JSON: what was run of it, and how it went")
    .option(
      "--threshold-heart-rate <bpm>",
      "your heart rate at threshold; easy runs are then judged by it too",
    )
    .option("--done-out <file>", "with --plan: write what was done, for strideiq replan --done")
    .option("--today <date>", "look back from this day, for output that repeats")
    .option(
      "--time-zone <zone>",
      "where you live, for files that do not tell (default: the plan's or the system's)",
    )
    .addOption(
      new Option("--units <units>", "kilometres or miles (default: as the plan was wished for)").choices([
        "km",
        "mi",
      ]),
    )
    .addOption(new Option("--format <format>", "how to print it").choices(["text", "json"]))
    .addHelpText("after", IMPORT_HELP + EXIT_CODES_HELP)
    .action(action);
}

const IMPORT_HELP = `
Examples:
  strideiq import run.fit
  strideiq import export_12345.zip --format json
  strideiq import runs/*.fit --plan plan.json --done-out done.json
  strideiq --server https://plans.example.org import export_12345.zip
`;
