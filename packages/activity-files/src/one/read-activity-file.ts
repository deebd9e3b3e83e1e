import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import type { FileRefusal, Recording } from "@strideiq/activity";
import { err, ok, type Result } from "@strideiq/engine";
import { readFit } from "../fit/read-fit.ts";
import { ACTIVITY_BYTES_MAX } from "../limits.ts";
import { type Reading, refused } from "../reading.ts";
import { readGpx } from "../xml/read-gpx.ts";
import { readTcx } from "../xml/read-tcx.ts";
import { formatOf } from "./format-of.ts";

/**
 * Reads one activity file: FIT, GPX or TCX, each also gzipped. What it is its bytes decide, never its name.
 * A damaged file gives what stands before the damage. No bytes whatever make it throw.
 */
export function readActivityFile(bytes: Uint8Array): Result<readonly Recording[], FileRefusal> {
  if (bytes.length === 0) return refused({ reason: "empty" });
  if (bytes.length > ACTIVITY_BYTES_MAX)
    return refused({ reason: "too_large", bytesMax: ACTIVITY_BYTES_MAX });
  if (formatOf(bytes) !== "gzip") return readPlain(bytes);
  const unpacked = unpack(bytes);
  return unpacked.ok ? readPlain(unpacked.value) : unpacked;
}

function readPlain(bytes: Uint8Array): Result<readonly Recording[], FileRefusal> {
  const reading = readBy(bytes);
  if (!reading.ok) return reading;
  const id = createHash("sha256").update(bytes).digest("hex").slice(0, ID_LENGTH);
  return ok(
    reading.value.map((unnamed, index) => ({
      id: index === 0 ? id : `${id}-${String(index)}`,
      source: "file",
      ...unnamed,
    })),
  );
}

/** 128 bits of the digest: no two files of anybody share them. */
const ID_LENGTH = 32;

function readBy(bytes: Uint8Array): Reading {
  if (bytes.length === 0) return refused({ reason: "empty" });
  switch (formatOf(bytes)) {
    case "fit":
      return readFit(bytes);
    case "gpx":
      return readGpx(bytes);
    case "tcx":
      return readTcx(bytes);
    case "gzip":
    case "zip":
      return refused({ reason: "archive_in_archive" });
    case null:
      return refused({ reason: "unknown_format" });
  }
}

function unpack(bytes: Uint8Array): Result<Uint8Array, FileRefusal> {
  try {
    return ok(gunzipSync(bytes, { maxOutputLength: ACTIVITY_BYTES_MAX }));
  } catch (error) {
    return err(
      codeOf(error) === "ERR_BUFFER_TOO_LARGE"
        ? { reason: "unpacks_too_large", bytesMax: ACTIVITY_BYTES_MAX }
        : { reason: "unreadable", format: "gzip" },
    );
  }
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && "code" in error ? error.code : undefined;
