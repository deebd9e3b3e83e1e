import { Command, CommanderError, Option } from "commander";
import { checkCommand, type CheckOptions } from "./commands/check.ts";
import { checkConfigCommand } from "./commands/check-config.ts";
import { explainCommand, type ExplainOptions } from "./commands/explain.ts";
import { planCommand, type PlanOptions } from "./commands/plan.ts";
import { replanCommand, type ReplanOptions } from "./commands/replan.ts";
import { STANDARD_RACE_DATE, standardCommand, type StandardOptions } from "./commands/standard.ts";
import { HOUSE_CONFIG } from "./config.ts";
import { addImport } from "./import-program.ts";
import { EXIT, EXIT_CODES_HELP, type ExitCode } from "./exit-codes.ts";
import type { Terminal } from "./terminal.ts";

/** Runs one command line (without `node` and the script) and says how it went. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  const finish = (result: ExitCode): void => {
    code = result;
  };
  try {
    await createProgram(terminal, finish).parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    throw error;
  }
}

function createProgram(terminal: Terminal, finish: (code: ExitCode) => void): Command {
  const program = new Command("strideiq");
  program
    .description("Training plans a good coach would sign, with a certificate you can check.")
    .option(
      "--config <folder>",
      "folder of plan_rules.yaml and workout_library.yaml (default: strideiq's own)",
    )
    .helpOption("-h, --help", "explain a command")
    .helpCommand(false)
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    .configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.out,
      outputError: (text) => {
        terminal.complain(cleanError(text));
      },
      getOutHelpWidth: () => terminal.width,
      getErrHelpWidth: () => terminal.width,
      getOutHasColors: () => terminal.colour,
    })
    .showHelpAfterError(false)
    .addHelpText("after", PROGRAM_HELP);
  const config = (): string => program.opts<{ config?: string }>().config ?? HOUSE_CONFIG;
  addPlan(program, async (options) => {
    finish(await planCommand(options, config(), terminal));
  });
  addCheck(program, async (files, options) => {
    finish(await checkCommand(files, options, config(), terminal));
  });
  addExplain(program, async (file, options) => {
    finish(await explainCommand(file, options, config(), terminal));
  });
  addReplan(program, async (file, options) => {
    finish(await replanCommand(file, options, config(), terminal));
  });
  addCheckConfig(program, async () => {
    finish(await checkConfigCommand(config(), terminal));
  });
  addImport(program, async (files, options) => {
    // Its readers of files take longer to load than most commands to run.
    const { importCommand } = await import("./commands/import.ts");
    finish(await importCommand(files, options, config(), terminal));
  });
  addStandard(program, async (options) => {
    finish(await standardCommand(options, config(), terminal));
  });
  return program;
}

/** Commander's own words, as a sentence after the program's name. */
const cleanError = (text: string): string => {
  const sentence = text
    .replace(/^error: /, "")
    .trim()
    .replaceAll("\n", " ");
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${/[.?)]$/.test(sentence) ? "" : "."} See strideiq --help.`;
};

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

const formats = (...more: readonly string[]): Option =>
  new Option("--format <format>", "how to print it").choices(["text", "json", ...more]);
const units = (text: string): Option => new Option("--units <units>", text).choices(["km", "mi"]);

function addPlan(program: Command, action: (options: PlanOptions) => Promise<void>): void {
  program
    .command("plan")
    .summary("make a plan for a race")
    .description("Makes a training plan for a race, built backwards from its date.")
    .optionsGroup("The race:")
    .option("--race <distance>", "5k, 10k, half_marathon or marathon")
    .option("--on <date>", "race day, such as 2027-04-18")
    .option("--weeks <weeks>", "length of a standard plan; without --on the race is that many weeks away")
    .option(
      "--tier <tier>",
      "volume tier: builder, low, mid, high or elite (default: from your weekly distance)",
    )
    .optionsGroup("You:")
    .option(
      "--result <race:time>",
      "a recent race, such as half_marathon:1:38:20; without one you run by effort",
    )
    .addOption(
      new Option("--weekly-km <km>", "mean weekly distance of the last four weeks").conflicts("weeklyMi"),
    )
    .option("--weekly-mi <miles>", "the same in miles")
    .addOption(new Option("--longest-km <km>", "longest run of the last 30 days").conflicts("longestMi"))
    .option("--longest-mi <miles>", "the same in miles")
    .option("--age <years>", "your age")
    .optionsGroup("Your week:")
    .option("--days <days>", "run days a week, 3 to 7")
    .option("--off <days>", "weekdays without running, such as mon,fri", collect)
    .option("--long-day <day>", "weekday of the long run (default: Sunday where it is free)")
    .option("--limit <day=time>", "the longest run a weekday has room for, such as tue=45min", collect)
    .option("--week-start <day>", "first day of your week (default: mon)")
    .optionsGroup("Today:")
    .option("--today <date>", "plan as if it were this day, for output that repeats")
    .option("--time-zone <zone>", "your time zone, such as Europe/Berlin (default: the system's)")
    .optionsGroup("The page:")
    .addOption(units("kilometres or miles (default: km, or mi when distances are given in miles)"))
    .addOption(formats("notation"))
    .option("--out <file>", "write to a file; a name that ends in .json gets JSON")
    .optionsGroup("Help:")
    .addHelpText("after", PLAN_HELP + EXIT_CODES_HELP)
    .action(action);
}

function addCheck(
  program: Command,
  action: (files: readonly string[], options: CheckOptions) => Promise<void>,
): void {
  program
    .command("check")
    .summary("judge plans by every law")
    .description("Judges plan documents by every law of training and prints their certificates.")
    .argument("<files...>", "plans as JSON; - reads from standard input")
    .option("--choose <options>", "judge with other options: b for all sessions, or s012=b,s020=a", collect)
    .addOption(formats())
    .addOption(units("kilometres or miles (default: as the plan was wished for)"))
    .addHelpText("after", CHECK_HELP + EXIT_CODES_HELP)
    .action(action);
}

function addExplain(
  program: Command,
  action: (file: string, options: ExplainOptions) => Promise<void>,
): void {
  program
    .command("explain")
    .summary("tell why a day of a plan is as it is")
    .description("Tells why a day of a plan is as it is: its sessions, its week, its phase, in numbers.")
    .argument("<file>", "a plan as JSON; - reads from standard input")
    .requiredOption("--date <date>", "the day, such as 2027-03-03")
    .addOption(formats())
    .addOption(units("kilometres or miles (default: as the plan was wished for)"))
    .addHelpText("after", EXPLAIN_HELP + EXIT_CODES_HELP)
    .action(action);
}

function addReplan(program: Command, action: (file: string, options: ReplanOptions) => Promise<void>): void {
  program
    .command("replan")
    .summary("change a plan from a day on")
    .description("Changes a plan from a day on: what lies before it stays, and every law still holds.")
    .argument("<file>", "a plan as JSON; - reads from standard input")
    .requiredOption("--from <date>", "the first day that may change, such as 2027-01-11")
    .optionsGroup("One change:")
    .option("--move <session:date>", "a session to another day, such as s012:2027-01-14")
    .option("--swap <date:date>", "two days exchange their sessions")
    .option(
      "--block <dates>",
      "days without running: a list, or a range such as 2027-02-01..2027-02-07",
      collect,
    )
    .option("--pause <date..date>", "a break; what falls into it is given up")
    .option("--repeat-week <week>", "a week once more, in place of the next")
    .option("--long-run-day <day>", "another weekday for the long run")
    .option("--race-date <date>", "the race on another day; also beside --pause and --repeat-week")
    .option("--resume", "take up hard sessions again after pain or illness")
    .option("--done <file>", "what was run so far, as JSON; alone it adapts the plan to it")
    .option("--respace", "with --move or --swap: other runs of the week make room")
    .optionsGroup("The page:")
    .addOption(formats("notation"))
    .addOption(units("kilometres or miles (default: as the plan was wished for)"))
    .option("--out <file>", "write to a file; a name that ends in .json gets JSON")
    .optionsGroup("Help:")
    .addHelpText("after", REPLAN_HELP + EXIT_CODES_HELP)
    .action(action);
}

function addCheckConfig(program: Command, action: () => Promise<void>): void {
  program
    .command("check-config")
    .summary("judge the configuration")
    .description(
      "Reads the configuration and makes every standard plan with it. Names the first plan and law that break, with file, line and column.",
    )
    .addHelpText("after", CHECK_CONFIG_HELP + EXIT_CODES_HELP)
    .action(action);
}

function addStandard(program: Command, action: (options: StandardOptions) => Promise<void>): void {
  program
    .command("standard")
    .summary("write the standard plans")
    .description("Writes all standard plans into a folder, each as JSON.")
    .requiredOption("--out <folder>", "where to write; it is made if it is not there")
    .option("--on <date>", "race day of all plans", STANDARD_RACE_DATE)
    .option("--text", "write each as a page to read, too")
    .addOption(units("kilometres or miles").default("km"))
    .addHelpText("after", STANDARD_HELP + EXIT_CODES_HELP)
    .action(action);
}

const PROGRAM_HELP = `
Examples:
  strideiq plan --race marathon --on 2027-04-18 --result half_marathon:1:38:20 \\
    --weekly-km 55 --longest-km 18 --days 5 --off mon
  strideiq plan --race marathon --weeks 18 --tier mid
  strideiq check plan.json
  strideiq explain plan.json --date 2027-03-03
  strideiq replan plan.json --from 2027-01-11 --swap 2027-01-12:2027-01-14
  strideiq import run.fit --plan plan.json
  strideiq standard --out plans

strideiq <command> --help explains a command.
${EXIT_CODES_HELP}`;

const PLAN_HELP = `
Examples:
  A marathon, with all that a coach would ask:
    strideiq plan --race marathon --on 2027-04-18 --result half_marathon:1:38:20 \\
      --weekly-km 55 --longest-km 18 --days 5 --off mon --limit tue=45min

  A standard plan that starts next week:
    strideiq plan --race 10k --weeks 12 --tier low

  The same in one line a session, to compare with another or to report a fault:
    strideiq plan --race 10k --weeks 12 --tier low --format notation

  By effort, in miles, into a file:
    strideiq plan --race half --on 2027-04-18 --weekly-mi 20 --days 4 --out half.json
`;

const EXPLAIN_HELP = `
Examples:
  strideiq explain plan.json --date 2027-03-03
  strideiq explain plan.json --date 2027-03-03 --units mi
  strideiq plan --race 5k --weeks 8 --tier low --format json | strideiq explain - --date 2027-01-12
`;

const CHECK_HELP = `
Examples:
  strideiq check plan.json
  strideiq check plans/*.json --format json
  strideiq check plan.json --choose s012=b,s020=b
  strideiq plan --race 5k --weeks 8 --tier low --format json | strideiq check -
`;

const REPLAN_HELP = `
Examples:
  strideiq replan plan.json --from 2027-01-11 --move s012:2027-01-14 --out plan.json
  strideiq replan plan.json --from 2027-01-11 --block 2027-02-01..2027-02-04
  strideiq replan plan.json --from 2027-01-11 --pause 2027-02-01..2027-02-10 --race-date 2027-04-25
  strideiq replan plan.json --from 2027-01-11 --long-run-day sat
  strideiq replan plan.json --from 2027-01-11 --done done.json --format json | strideiq check -
`;

const CHECK_CONFIG_HELP = `
Examples:
  strideiq check-config
  strideiq --config my-config check-config
`;

const STANDARD_HELP = `
Examples:
  strideiq standard --out plans
  strideiq standard --out plans --on 2027-10-31 --units mi
`;
