import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deliverToFolder, forgetInFolder } from "./deliver.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "strideiq-outbox-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const LETTER = { id: "1", accountId: "ada", recipient: "ada@example.org", subject: "Hello" } as const;
/** So long that writing it takes many steps. */
const LONG = "run ".repeat(2_000_000);

describe("a letter in the folder of letters", () => {
  it("has its name only when it is whole, whenever one looks", async () => {
    const delivering = deliverToFolder(folder)({ ...LETTER, text: LONG }).then(() => "delivered");
    while ((await Promise.race([delivering, nextTurn("under way")])) === "under way")
      for (const name of readdirSync(folder).filter((one) => one.endsWith(".txt"))) {
        expect(statSync(join(folder, name)).size).toBeGreaterThan(LONG.length);
      }
    expect(readFileSync(join(folder, "1.txt"), "utf8")).toContain(LONG);
    expect(readdirSync(folder)).toEqual(["1.txt"]);
  });

  it("goes with whom it was written to, half written or whole", async () => {
    await deliverToFolder(folder)({ ...LETTER, text: "Welcome." });
    writeFileSync(join(folder, "2.part"), `To: ${LETTER.recipient}\nAccount: ada\nSubject: He`);
    await deliverToFolder(folder)({
      ...LETTER,
      id: "3",
      accountId: "bo",
      recipient: "bo@example.org",
      text: "",
    });
    await forgetInFolder(folder)("Ada@example.org", "ada");
    expect(readdirSync(folder)).toEqual(["3.txt"]);
  });
});
