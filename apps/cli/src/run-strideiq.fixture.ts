import { run } from "./program.ts";
import { createTerminal } from "./terminal.ts";

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The program without a process of its own: starting one takes longer than what it does. */
export async function strideiq(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const [out, err]: [string[], string[]] = [[], []];
  const terminal = createTerminal(
    { write: (text) => out.push(text) },
    { write: (text) => err.push(text) },
    environment,
  );
  const code = await run(args, terminal);
  return { code, out: out.join(""), err: err.join("") };
}
