import { describe, expect, it } from "vitest";
import { readProblem } from "./client.ts";

describe("what the server says when it refuses", () => {
  it("is read with its field messages", () => {
    const body = {
      title: "Some fields make no sense.",
      detail: "Correct them.",
      errors: [{ field: "raceDate", message: "It has passed." }, { field: 7 }],
    };
    expect(readProblem(422, body)).toEqual({
      status: 422,
      title: "Some fields make no sense.",
      detail: "Correct them.",
      errors: [{ field: "raceDate", message: "It has passed." }],
    });
  });

  it.each([null, "<html>", 7])("is a plain sentence where it cannot be read: %o", (body) => {
    expect(readProblem(502, body)).toMatchObject({ status: 502, title: "Something went wrong.", errors: [] });
  });
});
