import type { FileRefusal, Recording } from "@strideiq/activity";
import type { Result } from "@strideiq/engine";
import { readActivityFile } from "../one/read-activity-file.ts";
import type { ZipEntry } from "./open-zip.ts";

/** Unpacks one file of a zip and reads it. */
export async function readEntry(entry: ZipEntry): Promise<Result<readonly Recording[], FileRefusal>> {
  const bytes = await entry.read();
  return bytes.ok ? readActivityFile(bytes.value) : bytes;
}
