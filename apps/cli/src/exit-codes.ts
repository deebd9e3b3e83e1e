/** What the shell learns from a run; `strideiq --help` lists the same. */
export const EXIT = {
  done: 0,
  /** A plan breaks a law. */
  breach: 1,
  /** The wish cannot be kept; the nearest plan was printed instead. */
  refused: 2,
  /** A file or the configuration could not be read, or the result not be written. */
  unreadable: 3,
  /** The command or one of its options makes no sense. */
  usage: 4,
  /** The server could not be reached, or did not do what was asked. */
  server: 5,
  /** A fault in strideiq itself. */
  fault: 70,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** For the foot of every help page. */
export const EXIT_CODES_HELP = `
Exit codes:
  0  done
  1  a plan breaks a law
  2  the wish cannot be kept; the nearest plan was printed instead
  3  a file or the configuration could not be read, or the result not be written
  4  the command or an option makes no sense
  5  with --server: it could not be reached, or did not do what was asked`;
