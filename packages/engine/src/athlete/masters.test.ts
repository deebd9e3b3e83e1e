import { realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { needsMastersRecovery } from "./masters.ts";
import type { TrainingHistory } from "./request.ts";

const { V5 } = realRulebook().laws;
const ran = (...kilometres: readonly number[]): TrainingHistory => ({
  weeks: kilometres.map((km) => ({ metres: km * 1000, longestMetres: km * 300, runs: 4 })),
});
const needs = (age: number | null, history: TrainingHistory | null = null): boolean =>
  needsMastersRecovery({ age, history }, V5);

describe("who gets the recovery of the masters", () => {
  it("is who is fifty or older, as far as nothing else is known", () => {
    expect([needs(49), needs(50), needs(72), needs(null)]).toEqual([false, true, true, false]);
  });

  it("is not who has carried two streaks of four build weeks and ran on after each", () => {
    expect(needs(58, ran(50, 52, 54, 56, 45, 55, 56, 58, 60, 48, 58))).toBe(false);
    expect(needs(58, ran(50, 50, 50, 50, 50, 50, 50, 50, 50))).toBe(false);
  });

  it("is who has carried one only, or took a lighter week every fourth", () => {
    expect(needs(58, ran(50, 52, 54, 56, 45, 55, 56, 58))).toBe(true);
    expect(needs(58, ran(50, 52, 54, 40, 54, 56, 58, 42, 58, 60, 62, 45))).toBe(true);
  });

  it("is whose long streaks ended in a break", () => {
    expect(needs(58, ran(50, 52, 54, 56, 0, 40, 50, 52, 54, 20, 40, 50))).toBe(true);
    expect(needs(58, ran(50, 52, 54, 56, 0, 40, 50, 52, 54, 44, 50, 52))).toBe(true);
  });

  it("is who has not run at all", () => {
    expect(needs(58, ran(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))).toBe(true);
  });
});
