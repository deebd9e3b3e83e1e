import { readActivityFile } from "../one/read-activity-file.ts";
import type { FileReport } from "../report.ts";
import type { ZipEntry } from "./open-zip.ts";

/** Unpacks one file of a zip and reads it. */
export async function readEntry(entry: ZipEntry): Promise<Pick<FileReport, "result" | "original">> {
  const bytes = await entry.read();
  return bytes.ok
    ? { result: readActivityFile(bytes.value), original: bytes.value }
    : { result: bytes, original: null };
}
