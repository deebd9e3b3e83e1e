import type { Activity } from "../activity/activity.ts";
import type { SpeedProfile } from "../matching/speed-profile.ts";
import type { RecordingFault } from "../recording/recording.ts";
import type { FileRefusal } from "./refusal.ts";

/** An activity ready to be kept: its amounts apart from its track, which few readers need. */
export interface AnalysedActivity {
  /** Without its track. */
  readonly activity: Activity;
  readonly speeds: SpeedProfile;
  /** The text of `writeTrack`, gzipped; null when there is no track. */
  readonly track: Uint8Array | null;
}

/** What became of one file that was read, or of one in a zip. */
export interface AnalysedFile {
  readonly name: string;
  /** Counts the files of one source from 0, the same in every reading. */
  readonly number: number;
  /** How many there will be, where that is known. */
  readonly of: number | null;
  readonly refusal: FileRefusal | null;
  readonly faults: readonly RecordingFault[];
  readonly activities: readonly AnalysedActivity[];
  /** The file itself, gzipped; null where nothing came of it. */
  readonly original: Uint8Array | null;
}
