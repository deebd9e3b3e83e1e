import { type Command, Option } from "commander";
import type { CheckOptions } from "./commands/check.ts";
import type { ExplainOptions } from "./commands/explain.ts";
import type { PlanOptions } from "./commands/plan.ts";
import { STANDARD_RACE_DATE, type StandardOptions } from "./commands/standard.ts";
import { EXIT_CODES_HELP } from "./exit-codes.ts";
import {
  CHECK_CONFIG_HELP,
  CHECK_HELP,
  EXPLAIN_HELP,
  PLAN_HELP,
  PLANS_HELP,
  REPLAN_HELP,
  SHOW_HELP,
  STANDARD_HELP,
} from "./program-help.ts";
import type { ListOptions } from "./server/list-plans.ts";
import type { ServerReplanOptions } from "./server/replan-on-server.ts";
import type { ShowOptions } from "./server/show-plan.ts";

/** What a command takes a plan by. */
const PLAN_NAME = "a plan as JSON, - for standard input, or with --server its id";

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

const formats = (...more: readonly string[]): Option =>
  new Option("--format <format>", "how to print it").choices(["text", "json", ...more]);
const units = (text: string): Option => new Option("--units <units>", text).choices(["km", "mi"]);

export function addPlan(program: Command, action: (options: PlanOptions) => Promise<void>): void {
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

export function addPlans(program: Command, action: (options: ListOptions) => Promise<void>): void {
  program
    .command("plans")
    .summary("list the plans that a server keeps")
    .description("Lists the plans that a server keeps of you, newest first. Needs --server.")
    .addOption(formats())
    .addHelpText("after", PLANS_HELP + EXIT_CODES_HELP)
    .action(action);
}

export function addShow(
  program: Command,
  action: (name: string, options: ShowOptions) => Promise<void>,
): void {
  program
    .command("show")
    .summary("print a plan")
    .description("Prints a plan as it is now.")
    .argument("<plan>", PLAN_NAME)
    .addOption(formats("notation"))
    .addOption(units("kilometres or miles (default: as the plan was wished for)"))
    .option("--out <file>", "write to a file; a name that ends in .json gets JSON")
    .addHelpText("after", SHOW_HELP + EXIT_CODES_HELP)
    .action(action);
}

export function addCheck(
  program: Command,
  action: (files: readonly string[], options: CheckOptions) => Promise<void>,
): void {
  program
    .command("check")
    .summary("judge plans by every law")
    .description("Judges plan documents by every law of training and prints their certificates.")
    .argument("<files...>", PLAN_NAME)
    .option("--choose <options>", "judge with other options: b for all sessions, or s012=b,s020=a", collect)
    .addOption(formats())
    .addOption(units("kilometres or miles (default: as the plan was wished for)"))
    .addHelpText("after", CHECK_HELP + EXIT_CODES_HELP)
    .action(action);
}

export function addExplain(
  program: Command,
  action: (file: string, options: ExplainOptions) => Promise<void>,
): void {
  program
    .command("explain")
    .summary("tell why a day of a plan is as it is")
    .description("Tells why a day of a plan is as it is: its sessions, its week, its phase, in numbers.")
    .argument("<file>", PLAN_NAME)
    .requiredOption("--date <date>", "the day, such as 2027-03-03")
    .addOption(formats())
    .addOption(units("kilometres or miles (default: as the plan was wished for)"))
    .addHelpText("after", EXPLAIN_HELP + EXIT_CODES_HELP)
    .action(action);
}

export function addReplan(
  program: Command,
  action: (file: string, options: ServerReplanOptions) => Promise<void>,
): void {
  program
    .command("replan")
    .summary("change a plan from a day on")
    .description("Changes a plan from a day on: what lies before it stays, and every law still holds.")
    .argument("<file>", PLAN_NAME)
    .option("--from <date>", "the first day that may change, such as 2027-01-11; a server takes today")
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
    .option(
      "--ill <date..date>",
      "days of illness, or its first day alone while it lasts: runs of past ones were not run, later ones are a break; then easy running until --resume",
    )
    .option("--injured <date..date>", "the same for pain or an injury")
    .option("--done <file>", "what was run so far, as JSON; alone it adapts the plan to it")
    .option("--respace", "with --move or --swap: other runs of the week make room")
    .optionsGroup("With --server:")
    .option("--what-if", "only show what would change; nothing is stored")
    .option("--reason <words>", "why, for the plan's history")
    .optionsGroup("The page:")
    .addOption(formats("notation"))
    .addOption(units("kilometres or miles (default: as the plan was wished for)"))
    .option("--out <file>", "write to a file; a name that ends in .json gets JSON")
    .optionsGroup("Help:")
    .addHelpText("after", REPLAN_HELP + EXIT_CODES_HELP)
    .action(action);
}

export function addCheckConfig(program: Command, action: () => Promise<void>): void {
  program
    .command("check-config")
    .summary("judge the configuration")
    .description(
      "Reads the configuration and makes every standard plan with it. Names the first plan and law that break, with file, line and column.",
    )
    .addHelpText("after", CHECK_CONFIG_HELP + EXIT_CODES_HELP)
    .action(action);
}

export function addStandard(program: Command, action: (options: StandardOptions) => Promise<void>): void {
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
