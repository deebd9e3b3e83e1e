import { describe, expect, it } from "vitest";
import { inWords } from "./client.ts";

const said = {
  status: 422,
  title: "Some fields make no sense.",
  detail: "Correct them.",
  errors: [{ field: "raceDate", message: "It has passed." }],
  retryAfterSeconds: null,
  requestId: null,
};

describe("what the server says when it refuses", () => {
  it("is said as it is, with its field messages", () => {
    const problem = { ...said, code: "invalid_request" as const };
    expect(inWords(problem)).toEqual(problem);
  });

  it("is said in the page's words where the server could say nothing", () => {
    expect(inWords({ ...said, status: 0, code: "offline" })).toMatchObject({
      title: "The server does not answer.",
      detail: "Nothing that you typed is lost. Check that it is running, then try again.",
    });
    expect(inWords({ ...said, status: 502, code: "unreadable" }).title).toBe("Something went wrong.");
  });
});
