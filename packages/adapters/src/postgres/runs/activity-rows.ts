import { createHash } from "node:crypto";
import type { Activity, AnalysedActivity } from "@strideiq/activity";
import type { Insertable } from "kysely";
import type { ActivitiesTable } from "../schema/activities.ts";

/**
 * The id of the activity that a recording is: a UUID of form 8 (RFC 9562), which follows from the recording, so that
 * the same file has the same id whenever it comes.
 */
export function activityIdOf(recordingId: string): string {
  const bytes = createHash("sha256").update(recordingId).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** Text that the database can keep: without NUL, and without halves of characters. */
export const storable = (text: string, lengthMax: number): string =>
  text
    .replaceAll(/[\u0000-\u001F\u007F]/g, " ")
    .slice(0, lengthMax)
    .replaceAll(HALF, "\uFFFD");

const HALF = /\p{Surrogate}/gu;

const storableJson = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "string" ? inner.replaceAll("\0", "").replaceAll(HALF, "\uFFFD") : inner,
  );

/** An activity under its own id as a row. */
export function activityRow(
  athleteId: string,
  { activity, speeds, track }: AnalysedActivity,
  original: Uint8Array | null,
): Insertable<ActivitiesTable> {
  const { format, id, metres, movingSeconds, name, source, sport, start } = activity;
  const startAt = start === null ? null : new Date(start.at);
  return {
    athlete_id: athleteId,
    id,
    source,
    format,
    sport,
    name: name === null || name === "" ? null : storable(name, 300),
    start_at: startAt,
    day: start?.day ?? null,
    ...(startAt === null ? { sort_at: new Date() } : { sort_at: startAt }),
    metres,
    moving_seconds: movingSeconds,
    summary: storableJson(activity satisfies Activity),
    speeds: JSON.stringify(speeds),
    track: track === null ? null : asBuffer(track),
    original: original === null ? null : asBuffer(original),
  };
}

/** The driver wants a Buffer; a view on the same bytes, as an archive has thousands of them. */
const asBuffer = ({ buffer, byteLength, byteOffset }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);
