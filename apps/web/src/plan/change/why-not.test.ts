import { describe, expect, it } from "vitest";
import { whyNot } from "./why-not.ts";

const problem = {
  status: 409,
  code: "change_refused",
  title: "No plan within the laws has this change.",
  detail: "Read in `errors` why.",
  errors: [],
  retryAfterSeconds: null,
  requestId: null,
} as const;

describe("an undo that is refused", () => {
  it("says why and what can be done instead, where the server knows", () => {
    const errors = [
      { field: "wish", message: "Week 6: the week grows too fast (law V1)." },
      { field: "wish", message: "The nearest that can be done: take up hard sessions again." },
    ];
    expect(whyNot({ ...problem, errors })).toBe(
      "Week 6: the week grows too fast (law V1). The nearest that can be done: take up hard sessions again.",
    );
  });

  it("says what went wrong where there is no more to say", () => {
    expect(whyNot(problem)).toBe("No plan within the laws has this change.");
  });
});
