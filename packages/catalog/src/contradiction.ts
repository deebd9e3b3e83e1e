import { type ConfigPath, pathText } from "./config-file.ts";

/** Two places of the rulebook that cannot both be meant, told at one of them. */
export interface Contradiction {
  readonly path: ConfigPath;
  readonly message: string;
}

export type Contradictions = readonly Contradiction[];

/** One contradiction: the place by its name, and what is wrong there. */
export const contradictionAt = (path: ConfigPath, complaint: string): Contradictions => [
  { path, message: `${pathText(path)} ${complaint}.` },
];
