/** One mistake in a configuration file, at the place where it stands. */
export interface ConfigProblem {
  readonly file: string;
  /** 1-based, as editors count. */
  readonly line: number;
  readonly column: number;
  /** `races.5k.metres`; empty for the document itself and for text that is no YAML. */
  readonly path: string;
  /** A sentence that names the key, what was found and what was expected. */
  readonly message: string;
}

/** `config/plan_rules.yaml:12:5: volume.growthAim is 11; expected a factor from 0 to 5.` */
export const configProblemText = ({ file, line, column, message }: ConfigProblem): string =>
  `${file}:${String(line)}:${String(column)}: ${message}`;
