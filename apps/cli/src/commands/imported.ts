import type {
  Activity,
  FileRefusal,
  RecordedOnce,
  RecordingFault,
  Review,
  ToldHistory,
} from "@strideiq/activity";

/** What became of one file, or of one file in a zip. */
export interface ImportedFile {
  readonly name: string;
  readonly activities: readonly Activity[];
  /** What was read and is too little to be an activity. */
  readonly isTooLittle: boolean;
  readonly faults: readonly RecordingFault[];
  readonly refusal: FileRefusal | null;
}

/** Everything that an import tells. */
export interface Imported {
  readonly files: readonly ImportedFile[];
  readonly runs: readonly RecordedOnce[];
  readonly history: ToldHistory;
  readonly review: Review | null;
}
