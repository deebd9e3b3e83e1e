import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plantedTree, readRoot } from "./tree.ts";

const SCHEMA = "docs/schema/plan-1.schema.json";

const PLANTED = {
  "packages/contracts/src/planted.ts": 'import "@strideiq/wording";\n',
  [SCHEMA]: readRoot(SCHEMA).replace('"strideiq.plan/1"', '"strideiq.plan/0"'),
};

describe("the generated pages", () => {
  let output = "";
  let remove: () => void;

  beforeAll(() => {
    const copy = plantedTree(PLANTED);
    ({ remove } = copy);
    const tool = join(copy.folder, "tools", "docs.ts");
    output = spawnSync(process.execPath, [tool, "--check"], { cwd: copy.folder, encoding: "utf8" }).stderr;
  });
  afterAll(() => {
    remove();
  });

  it.each(["ARCHITECTURE.md", SCHEMA])("are missed when %s is out of date", (path) => {
    expect(output).toContain(path);
  });
});
