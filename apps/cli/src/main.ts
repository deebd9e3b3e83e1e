#!/usr/bin/env node
import { EXIT } from "./exit-codes.ts";
import { run } from "./program.ts";
import { createTerminal } from "./terminal.ts";

const terminal = createTerminal(process.stdout, process.stderr, process.env);

// A reader that has seen enough, such as `head`, closes the pipe; that is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(EXIT.done);
  throw error;
});

try {
  process.exitCode = await run(process.argv.slice(2), terminal);
} catch (error) {
  terminal.complain(`A fault in strideiq itself: ${error instanceof Error ? error.message : String(error)}`);
  if (process.env["STRIDEIQ_DEBUG"] !== undefined && error instanceof Error)
    process.stderr.write(`${error.stack ?? ""}\n`);
  else
    terminal.complain(
      "Please report it with the command you typed; STRIDEIQ_DEBUG=1 shows where it happened.",
    );
  process.exitCode = EXIT.fault;
}
