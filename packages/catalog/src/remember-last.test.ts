import { describe, expect, it } from "vitest";
import { rememberLast } from "./remember-last.ts";

describe("work that remembers what came out last", () => {
  it("is done once for the same text, again for another, and again for the first after that", () => {
    const asked: string[] = [];
    const remembering = rememberLast(({ text }: { readonly text: string }) => {
      asked.push(text);
      return text.length;
    });
    const answers = ["one", "one", "three", "one"].map((text) => remembering({ text }));
    expect(answers).toEqual([3, 3, 5, 3]);
    expect(asked).toEqual(["one", "three", "one"]);
  });
});
