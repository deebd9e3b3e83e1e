import { describe, expect, it } from "vitest";
import { countLine } from "./certificate-words.ts";

const law = (verdict: "pass" | "flag" | "breach" | "not_applicable") => ({ id: "L1", verdict });

describe("the certificate in one line", () => {
  it("counts what was checked, and leaves out what does not apply", () => {
    expect(countLine({ laws: [law("pass"), law("flag"), law("flag"), law("not_applicable")] })).toBe(
      "3 checks, 2 remarks",
    );
  });

  it("is glad when there is nothing to remark, and never hides a breach", () => {
    expect(countLine({ laws: [law("pass")] })).toBe("1 check, no remarks");
    expect(countLine({ laws: [law("pass"), law("breach")] })).toBe("2 checks, no remarks, 1 broken");
  });
});
