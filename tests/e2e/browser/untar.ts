import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

const BLOCK = 512;

/** Writes the plain files of a tar archive (ustar) below a folder. Links and devices are left out. */
export function untar(archive: Buffer, folder: string): void {
  let offset = 0;
  while (offset + BLOCK <= archive.length) {
    const name = text(archive, offset, 100);
    if (name === "") return;
    const size = Number.parseInt(text(archive, offset + 124, 12).trim() || "0", 8);
    const isFile = ["0", ""].includes(text(archive, offset + 156, 1));
    const content = archive.subarray(offset + BLOCK, offset + BLOCK + size);
    if (isFile) writeInside(folder, name, content);
    offset += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}

function writeInside(folder: string, name: string, content: Buffer): void {
  const inside = normalize(name);
  if (inside.startsWith("..")) throw new Error(`The archive reaches out of its folder: ${name}`);
  mkdirSync(dirname(join(folder, inside)), { recursive: true });
  writeFileSync(join(folder, inside), content);
}

const text = (archive: Buffer, start: number, length: number): string =>
  archive
    .subarray(start, start + length)
    .toString("utf8")
    .replace(/\0.*$/s, "");
