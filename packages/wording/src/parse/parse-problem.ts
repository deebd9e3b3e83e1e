/** Text that could not be read: what was wrong with it and what would be right, in one sentence. */
export interface ParseProblem {
  readonly type: "ParseProblem";
  readonly text: string;
  readonly message: string;
}

export const parseProblem = (text: string, message: string): ParseProblem => ({
  type: "ParseProblem",
  text,
  message,
});
