import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type PostgresPackage, prepareBinaries } from "./binaries.ts";
import { chooseServerUser, mayUse } from "./server-user.ts";

let folder: string;
let packaged: PostgresPackage;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "strideiq-binaries-"));
  chmodSync(folder, 0o755);
  packaged = { native: join(folder, "home", "package", "native"), version: "18.0.0" };
  mkdirSync(join(packaged.native, "bin"), { recursive: true });
  mkdirSync(join(packaged.native, "lib"));
  writeFileSync(join(packaged.native, "bin", "postgres"), "#!/bin/sh\n", { mode: 0o755 });
  writeFileSync(join(packaged.native, "lib", "libpq.so.5.18"), "library");
  writeFileSync(
    join(packaged.native, "pg-symlinks.json"),
    JSON.stringify([{ source: "native/lib/libpq.so.5.18", target: "native/lib/libpq.so.5" }]),
  );
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("the programs of the embedded server", () => {
  it("are used where npm put them, with the library links that an install script may have left out", async () => {
    const prepared = await prepareBinaries(null, join(folder, "data"), packaged);
    expect(prepared).toEqual({ ok: true, value: packaged.native });
    expect(readlinkSync(join(packaged.native, "lib", "libpq.so.5"))).toBe("libpq.so.5.18");
  });

  it.skipIf(process.getuid?.() !== 0)(
    "are copied out of a home that their account may not enter",
    async () => {
      chmodSync(join(folder, "home"), 0o700);
      mkdirSync(join(folder, "data"), { mode: 0o755 });
      const user = chooseServerUser(join(folder, "data"));
      const copy = join(folder, "data", "postgresql-18.0.0");
      for (const _time of ["the first time", "the second time"])
        expect(await prepareBinaries(user, join(folder, "data"), packaged)).toEqual({
          ok: true,
          value: copy,
        });
      expect(mayUse(user, "-x", join(copy, "bin", "postgres"))).toBe(true);
      expect(readFileSync(join(copy, "lib", "libpq.so.5"), "utf8")).toBe("library");
    },
  );

  it("are missed in words when there is no package for the machine", async () => {
    const prepared = await prepareBinaries(null, folder, null);
    expect(prepared).toEqual({
      ok: false,
      error: { type: "NoBinaries", platform: `${process.platform} on ${process.arch}` },
    });
  });
});
