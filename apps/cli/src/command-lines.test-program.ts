import { createInterface } from "node:readline";
import { run } from "./program.ts";
import { createTerminal } from "./terminal.ts";

/**
 * Runs one command line after the other, each as a process of its own would: a line of JSON in with its arguments and
 * its environment, a line out with what it said. To start a process takes longer than most commands.
 */
interface CommandLine {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

for await (const line of createInterface({ input: process.stdin })) {
  const { args, env } = JSON.parse(line) as CommandLine;
  Object.assign(process.env, env);
  const said = { out: "", err: "" };
  const into = (stream: "out" | "err") => ({ write: (text: string) => (said[stream] += text) });
  const code = await run(args, createTerminal(into("out"), into("err"), process.env));
  process.stdout.write(`${JSON.stringify({ code, ...said })}\n`);
}
