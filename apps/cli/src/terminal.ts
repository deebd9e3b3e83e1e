/** Where a command writes, and what the place can show. */
export interface Terminal {
  readonly out: (text: string) => void;
  /** One sentence a call; the program's name is put before it. */
  readonly complain: (sentence: string) => void;
  /** What is worth knowing beside the output, a sentence a call; it goes where complaints go. */
  readonly note: (sentence: string) => void;
  readonly width: number;
  readonly colour: boolean;
}

interface Stream {
  readonly columns?: number;
  readonly isTTY?: boolean;
  readonly write: (text: string) => unknown;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Wide enough for the table of a plan, and what a page holds. */
export const PAGE_WIDTH = 110;
const WIDTH_MIN = 40;
const WIDTH_MAX = 140;

export const createTerminal = (out: Stream, err: Stream, environment: Environment): Terminal => ({
  out: (text) => {
    out.write(text);
  },
  complain: (sentence) => {
    err.write(`strideiq: ${printable(sentence)}\n`);
  },
  note: (sentence) => {
    err.write(`${printable(sentence)}\n`);
  },
  width: widthOf(out, environment),
  colour: wantsColour(out, environment),
});

function widthOf({ columns }: Stream, environment: Environment): number {
  const wished = columns ?? Number(environment["COLUMNS"]);
  return Number.isInteger(wished) && wished > 0
    ? Math.min(WIDTH_MAX, Math.max(WIDTH_MIN, wished))
    : PAGE_WIDTH;
}

/** See no-color.org: any value but the empty one switches colour off. */
function wantsColour({ isTTY }: Stream, environment: Environment): boolean {
  if ((environment["NO_COLOR"] ?? "") !== "" || environment["TERM"] === "dumb") return false;
  return isTTY === true || !["", "0", undefined].includes(environment["FORCE_COLOR"]);
}

/** Keeps what a file contains from steering the terminal. */
export const printable = (text: string): string =>
  text.replaceAll(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/g, "?");
