import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plantedTree, ROOT } from "./tree.ts";

const PLANTED = {
  "packages/engine/src/planted-file.ts": "export const nobody = 1;\n",
  "packages/engine/src/units/planted-unused.ts": "export const used = 1;\nexport const unusedWord = 2;\n",
  "packages/engine/src/planted-user.test.ts":
    'import { used } from "./units/planted-unused.ts";\nused.toFixed();\n',
};

describe("the search for dead code", () => {
  let output = "";
  let remove: () => void;

  beforeAll(() => {
    const copy = plantedTree(PLANTED);
    ({ remove } = copy);
    const knip = join(ROOT, "node_modules", "knip", "bin", "knip.js");
    const found = spawnSync(process.execPath, [knip, "--reporter=compact"], {
      cwd: copy.folder,
      encoding: "utf8",
    });
    output = found.stdout + found.stderr;
  });
  afterAll(() => {
    remove();
  });

  it("finds a file that nothing imports", () => {
    expect(output).toContain("packages/engine/src/planted-file.ts");
  });

  it("finds an export that nothing uses", () => {
    expect(output).toContain("unusedWord");
  });
});
