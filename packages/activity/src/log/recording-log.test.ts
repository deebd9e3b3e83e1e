import { aRecording } from "@strideiq/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Recording } from "../recording/recording.ts";
import { withoutRecordings, withRecordings } from "./recording-log.ts";

/** Few ids and few titles, so that the same id comes often with another content. */
const anyRecording = fc
  .record({
    id: fc.constantFrom("a", "b", "c", "d"),
    name: fc.constantFrom("one", "two"),
    seconds: fc.constantFrom(60, 120),
  })
  .map(({ id, name, seconds }): Recording =>
    aRecording({
      id,
      at: "2026-05-09T08:00:00Z",
      seconds,
      secondsPerKm: 300,
      everySeconds: 30,
      change: { name },
    }),
  );
const anyRecordings = fc.array(anyRecording, { maxLength: 8 });

describe("the log of recordings", () => {
  it("is the same for every order of import, at once or one by one", () => {
    fc.assert(
      fc.property(anyRecordings, (recordings) => {
        const atOnce = withRecordings([], recordings);
        const backwards = recordings
          .toReversed()
          .reduce((log, one) => withRecordings(log, [one]), withRecordings([], []));
        expect(backwards).toEqual(atOnce);
      }),
    );
  });

  it("is as if imported once after import, deletion and import again", () => {
    fc.assert(
      fc.property(anyRecordings, anyRecordings, (before, recordings) => {
        const once = withRecordings(withRecordings([], before), recordings);
        const deleted = withoutRecordings(
          once,
          recordings.map(({ id }) => id),
        );
        expect(withRecordings(deleted, [...recordings, ...before])).toEqual(once);
      }),
    );
  });

  it("forgets what was deleted", () => {
    const [run] = withRecordings(
      [],
      [aRecording({ at: "2026-05-09T08:00:00Z", seconds: 60, secondsPerKm: 300 })],
    );
    expect(withoutRecordings(run === undefined ? [] : [run], ["run-1"])).toEqual([]);
  });
});
