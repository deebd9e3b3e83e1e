import { createStored, useStored } from "./stored.ts";

/** What a session is told by first; the other stands beside it, smaller. */
export type Measure = "distance" | "time";

export const storedMeasure = createStored<Measure>("strideiq.measure", (text) =>
  text === "time" ? "time" : "distance",
);

/** Whether sessions are told by time also where their distance is known. */
export const useByTime = (): boolean => useStored(storedMeasure)[0] === "time";
