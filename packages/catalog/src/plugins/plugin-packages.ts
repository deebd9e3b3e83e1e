import { ok, type Result } from "@strideiq/engine";
import { z } from "zod";
import type { ConfigText } from "../config-file.ts";
import type { ConfigProblem } from "../config-problem.ts";
import { parseFile } from "../parse-rulebook.ts";
import { listOf } from "../schema/values.ts";

const NAME = /^(@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*$/;

const schema = z.strictObject({
  packages: listOf(
    z.string({ error: "the name of a package" }).regex(NAME, "the name of a package").max(200),
  ),
});

/** A package that is named, and how to say that something is wrong with it where it is named. */
export interface NamedPackage {
  readonly name: string;
  readonly problem: (message: string) => ConfigProblem;
}

/** Reads which installed packages are plugins. */
export function parsePluginPackages(
  text: ConfigText,
): Result<readonly NamedPackage[], readonly ConfigProblem[]> {
  const read = parseFile(text, schema);
  if (!read.ok) return read;
  const { file, parsed } = read.value;
  return ok(
    parsed.packages.map((name, index) => ({
      name,
      problem: (message) => file.problemAt(["packages", index], message),
    })),
  );
}
