export const FILE_FORMATS = ["fit", "gpx", "tcx", "gzip", "zip"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

const startsWith = (bytes: Uint8Array, ...prefix: readonly number[]): boolean =>
  prefix.every((byte, index) => bytes[index] === byte);

const HEAD_BYTES = 4096;

/**
 * What a file is by its bytes; names lie, and uploads lose them. Null when it is nothing that we read.
 * A FIT file has `.FIT` as its bytes 8 to 11.
 */
export function formatOf(bytes: Uint8Array): FileFormat | null {
  if (startsWith(bytes, 0x1f, 0x8b)) return "gzip";
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return "zip";
  if (startsWith(bytes.subarray(8), 0x2e, 0x46, 0x49, 0x54)) return "fit";
  const head = headOf(bytes);
  if (/<([\w.-]+:)?gpx[\s>]/i.test(head)) return "gpx";
  return /<([\w.-]+:)?TrainingCenterDatabase[\s>]/i.test(head) ? "tcx" : null;
}

/** The first characters, read so that UTF-16 too can be recognised by its tags. */
const headOf = (bytes: Uint8Array): string =>
  new TextDecoder("latin1").decode(bytes.subarray(0, HEAD_BYTES)).replaceAll("\0", "");
