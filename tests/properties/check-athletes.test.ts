import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { NOBODY } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { athletesOf, BATCH, batchesOf } from "../../tools/athletes/batch.ts";
import { complaintsOf } from "../../tools/athletes/complaints.ts";
import { qualityPage, type Findings } from "../../tools/athletes/page.ts";

const TOOL = fileURLToPath(new URL("../../tools/athletes.ts", import.meta.url));

const row = (seed: number, from: number, count: number) => batchesOf(seed, from, count).flatMap(athletesOf);

const sound: Findings = {
  seed: 1,
  from: 0,
  census: { ...NOBODY, totals: { athletes: 1, plans: 1 } },
  faults: [],
  memory: [{ startBytes: 30e6, endBytes: 32e6 }],
  planMilliseconds: [3],
  refusalMilliseconds: [],
  digest: "0123456789abcdef0123",
  rulebook: "test",
};

describe("the row of random athletes", () => {
  it("has the same athlete at a number, however many are asked for around it", () => {
    const many = row(3, 0, BATCH + 20);
    expect(many).toHaveLength(BATCH + 20);
    expect(row(3, BATCH - 2, 5)).toEqual(many.slice(BATCH - 2, BATCH + 3));
    expect(row(3, 17, 1)).toEqual([many[17]]);
  });

  it("has other athletes for another seed, and other days in another batch", () => {
    expect(row(4, 0, 20)).not.toEqual(row(3, 0, 20));
    expect(new Set(row(3, BATCH - 1, 2).map(({ today }) => today)).size).toBe(2);
  });
});

describe("check:athletes", () => {
  it("asks for plans in threads, writes its page and ends well", () => {
    const folder = mkdtempSync(join(tmpdir(), "athletes-"));
    try {
      const page = join(folder, "page.md");
      const ended = spawnSync(process.execPath, [TOOL, "--count", "40", "--threads", "2", "--out", page], {
        encoding: "utf8",
      });
      expect(ended.stderr).toBe("");
      expect(ended.status).toBe(0);
      expect(ended.stdout).toMatch(/^40 athletes, \d+ plans, \d+ refused, \d+ laws run, 0 faults$/m);
      expect(readFileSync(page, "utf8")).toContain("--seed 1 --from 0 --count 40");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("complains of every fault with the command that shows it again, and writes it down", () => {
    const [request] = row(1, 0, 1);
    if (request === undefined) throw new Error("The row is empty.");
    const fault = { kind: "broken_must", detail: "L7", athlete: 812, request } as const;
    const findings = { ...sound, faults: [fault], census: { ...sound.census, faults: { broken_must: 1 } } };
    expect(complaintsOf(sound)).toEqual([]);
    expect(complaintsOf(findings)).toEqual([
      "musts broken: L7\n  npm run check:athletes -- --seed 1 --from 812 --count 1",
    ]);
    expect(qualityPage(findings)).toContain("| Musts broken | 1 |");
    expect(qualityPage(findings)).toContain("- musts broken: L7 (`npm run");
  });

  it("complains of memory that grows from athlete to athlete", () => {
    const leaking = { ...sound, memory: [{ startBytes: 30e6, endBytes: 90e6 }] };
    expect(complaintsOf(leaking).join()).toContain("Memory grew");
  });

  it("refuses a count that is none", () => {
    expect(spawnSync(process.execPath, [TOOL, "--count", "many"]).status).toBe(2);
  });
});
