import type { FileRefusal, Recording } from "@strideiq/activity";
import type { Result } from "@strideiq/engine";
import type { Content } from "./packed/open-zip.ts";

/** What an athlete handed in: a file of activities or a zip of many, in memory or on the disk. */
export interface FileSource {
  /** As the athlete knows it; it only serves to speak of the file. */
  readonly name: string;
  readonly content: Content;
}

/** What became of one file: for a zip there is a report for each file in it. */
export interface FileReport {
  readonly name: string;
  /** Counts the reports of one source from 0, the same in every run: an import goes on from here. */
  readonly position: number;
  /** How many there will be, where that is known. */
  readonly of: number | null;
  readonly result: Result<readonly Recording[], FileRefusal>;
  /** The file itself as it came, packed or not; null where there was none, or none that could be unpacked. */
  readonly original: Uint8Array | null;
}
