import { Command, CommanderError } from "commander";
import type { Client } from "@strideiq/client";
import { checkCommand } from "./commands/check.ts";
import { checkConfigCommand } from "./commands/check-config.ts";
import { explainCommand } from "./commands/explain.ts";
import { planCommand } from "./commands/plan.ts";
import { replanCommand } from "./commands/replan.ts";
import { standardCommand } from "./commands/standard.ts";
import { HOUSE_CONFIG } from "./config.ts";
import { addImport } from "./import-program.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import {
  addCheck,
  addCheckConfig,
  addExplain,
  addPlan,
  addPlans,
  addReplan,
  addShow,
  addStandard,
} from "./program-commands.ts";
import { PROGRAM_HELP } from "./program-help.ts";
import { readPlan } from "./read-plan.ts";
import { connect } from "./server/connection.ts";
import { importOnServer } from "./server/import-on-server.ts";
import { listPlans } from "./server/list-plans.ts";
import { planOnServer } from "./server/plan-on-server.ts";
import { createReadServerPlan } from "./server/read-server-plan.ts";
import { replanOnServer } from "./server/replan-on-server.ts";
import { showPlan } from "./server/show-plan.ts";
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
    .option("--server <address>", "ask this server, with the key in STRIDEIQ_API_KEY; plans are named by id")
    .option("--key-file <file>", "with --server: the key stands in this file, which only you can read")
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
  addCommands(program, terminal, finish);
  return program;
}

type Act = (client: Client | null) => Promise<ExitCode>;

function addCommands(program: Command, terminal: Terminal, finish: (code: ExitCode) => void): void {
  const config = (): string => program.opts<{ config?: string }>().config ?? HOUSE_CONFIG;
  const go = async (act: Act): Promise<void> => {
    finish(await withServer(program.opts<ServerOptions>(), terminal, act));
  };
  const reader = (client: Client | null) => (client === null ? readPlan : createReadServerPlan(client));
  addPlan(program, (options) =>
    go((client) =>
      client === null
        ? planCommand(options, config(), terminal)
        : planOnServer(options, config(), client, terminal),
    ),
  );
  addPlans(program, (options) =>
    go((client) => (client === null ? alone("plans", terminal) : listPlans(options, client, terminal))),
  );
  addShow(program, (name, options) => go((client) => showPlan(name, options, reader(client), terminal)));
  addCheck(program, (files, options) =>
    go((client) => checkCommand(files, options, config(), terminal, reader(client))),
  );
  addExplain(program, (file, options) =>
    go((client) => explainCommand(file, options, config(), terminal, reader(client))),
  );
  addReplan(program, (file, options) =>
    go((client) =>
      client === null
        ? replanCommand(file, options, config(), terminal)
        : replanOnServer(file, options, client, terminal),
    ),
  );
  addCheckConfig(program, () => go(() => checkConfigCommand(config(), terminal)));
  addImport(program, async (files, options) => {
    await go(async (client) => {
      if (client !== null) return importOnServer(files, options, client, terminal);
      // Its readers of files take longer to load than most commands to run.
      const { importCommand } = await import("./commands/import.ts");
      return importCommand(files, options, config(), terminal);
    });
  });
  addStandard(program, (options) => go(() => standardCommand(options, config(), terminal)));
}

interface ServerOptions {
  readonly server?: string;
  readonly keyFile?: string;
}

async function withServer(
  { server, keyFile }: ServerOptions,
  terminal: Terminal,
  act: Act,
): Promise<ExitCode> {
  if (server === undefined) return act(null);
  const options = { server, ...(keyFile === undefined ? {} : { keyFile }) };
  const connected = await connect(options, process.env);
  if (connected.ok) return act(connected.value);
  terminal.complain(connected.error);
  return EXIT.usage;
}

function alone(command: string, terminal: Terminal): Promise<ExitCode> {
  terminal.complain(
    `${command} asks a server which plans it keeps. Say which: strideiq --server https://plans.example.org ${command}`,
  );
  return Promise.resolve(EXIT.usage);
}

/** Commander's own words, as a sentence after the program's name. */
const cleanError = (text: string): string => {
  const sentence = text
    .replace(/^error: /, "")
    .trim()
    .replaceAll("\n", " ");
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${/[.?)]$/.test(sentence) ? "" : "."} See strideiq --help.`;
};
