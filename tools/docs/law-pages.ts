import type { GeneratedFile } from "@strideiq/contracts";
import { lawIndexPage, lawPage, LAWS, type Rulebook } from "@strideiq/engine";

export const LAW_FOLDER = "docs/laws";

/** A page for each law, with its limits as the configuration has them, and the list of all. */
export const lawPages = (rulebook: Rulebook): readonly GeneratedFile[] => [
  { path: `${LAW_FOLDER}/README.md`, text: lawIndexPage(LAWS) },
  ...LAWS.map((law) => ({ path: `${LAW_FOLDER}/${law.name}.md`, text: lawPage(law, rulebook) })),
];
