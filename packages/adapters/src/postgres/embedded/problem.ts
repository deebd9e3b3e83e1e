/** Why the embedded PostgreSQL cannot serve; a sentence is made of it at the edge. */
export type EmbeddedPostgresProblem =
  | { readonly type: "NoBinaries"; readonly platform: string }
  | { readonly type: "FolderNotWritable"; readonly folder: string }
  | { readonly type: "DidNotStart"; readonly folder: string; readonly log: string };

/** The problem in one sentence, with its cure. */
export function explainEmbeddedPostgresProblem(problem: EmbeddedPostgresProblem): string {
  switch (problem.type) {
    case "NoBinaries":
      return `There is no embedded PostgreSQL for ${problem.platform}; set DATABASE_URL to a PostgreSQL server of your own.`;
    case "FolderNotWritable":
      return `The data folder ${problem.folder} is not writable for this user; make it writable, or set DATA_DIR to a folder that is.`;
    case "DidNotStart":
      return `PostgreSQL did not start in ${problem.folder}; its last words were: ${problem.log}`;
  }
}
