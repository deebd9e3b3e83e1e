import { rename, rm, writeFile } from "node:fs/promises";

/**
 * Writes a whole file or none: beside its place first, then moved over it.
 * Returns the sentence to tell when that failed.
 */
export async function writeWhole(path: string, text: string): Promise<string | null> {
  const draft = `${path}.${String(process.pid)}.part`;
  try {
    await writeFile(draft, text);
    await rename(draft, path);
    return null;
  } catch (error) {
    await rm(draft, { force: true });
    return `${path} could not be written: ${fileFault(error)}.`;
  }
}

const FAULTS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EISDIR: "it is a folder",
  EEXIST: "it is there already and no folder",
  ENOENT: "there is no such file or folder",
  ENOSPC: "the disk is full",
  ENOTDIR: "a part of its path is no folder",
  EROFS: "the disk is read-only",
};

/** Why a file could not be read or written, in plain words. */
export function fileFault(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown fault";
  return FAULTS[code] ?? code;
}
