import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { JUDGEMENTS_FILE, judgementsText } from "../../tools/golden/judgements.ts";

it("laws say of sound and broken plans what was read and accepted, to the number and the week", () => {
  const stored = readFileSync(new URL(JUDGEMENTS_FILE, import.meta.url), "utf8");
  expect(judgementsText(), "If this is meant, accept it with: npm run golden -- --write").toBe(stored);
});
