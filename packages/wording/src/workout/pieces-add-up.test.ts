import { generatePlan, type PlanRequest, type Session } from "@strideiq/engine";
import { aRequest, onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { reasonText } from "../reason/reason-text.ts";
import { contrastText } from "./contrast-text.ts";

const rulebook = realRulebook();

const RUNNERS: readonly Partial<PlanRequest>[] = [
  { distance: "marathon", result: { metres: 21_097.5, seconds: 5900 } },
  { distance: "half_marathon", result: { metres: 10_000, seconds: 2777 } },
  { distance: "10k", result: { metres: 5000, seconds: 1633 }, weeklyMetres: 40_000, longestMetres: 13_000 },
  { distance: "5k", result: null },
];

function sessionsFor(wish: Partial<PlanRequest>): readonly Session[] {
  const plan = generatePlan(aRequest({ raceDate: onDate("2027-04-18"), ...wish }), rulebook);
  if (!plan.ok) throw new Error(plan.error.law);
  return plan.value.weeks.flatMap(({ days }) => days.flatMap((day) => day.sessions));
}

const AMOUNT = /(?:(\d+)\sh\s?)?(?:(\d+)(?::(\d\d))?\smin|(\d+)\ss)?/u.source;

/** Seconds of an amount as it is told: `8 min`, `1:45 min`, `40 s`, `1 h 5 min`. */
function secondsOf(told: string): number {
  const [, hours = 0, minutes = 0, rest = 0, seconds = 0] = new RegExp(`^${AMOUNT}$`, "u").exec(told) ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(rest) + Number(seconds);
}

const TIME = String.raw`(\d[\d:]*\s(?:h\s\d+\smin|h|min|s))`;
const PIECES = new RegExp(`(\\d+) pieces of (up to )?${TIME} .*?, ${TIME} in all`, "gu");
const STEP = new RegExp(`: ${TIME} .*in pieces of up to ${TIME}`, "u");

describe("pieces that are told with what they come to", () => {
  it.each(RUNNERS)("add up as told, for both options ($distance)", (wish) => {
    const options = { units: "km", estimated: wish.result === null } as const;
    const contrasts = sessionsFor(wish).flatMap(({ contrast }) => contrast ?? []);
    const told = contrasts.flatMap((one) => [...contrastText(one, options).matchAll(PIECES)]);
    expect(told.length).toBeGreaterThan(3);
    for (const [text, pieces, upTo, piece = "", all = ""] of told) {
      const sum = Number(pieces) * secondsOf(piece);
      expect(secondsOf(all), text).toBeGreaterThan(0);
      if (upTo === undefined) expect(sum, text).toBe(secondsOf(all));
      else expect(sum, text).toBeGreaterThanOrEqual(secondsOf(all));
    }
  });

  it.each(RUNNERS)("are none longer than the work that they are told to be pieces of ($distance)", (wish) => {
    const options = { units: "km", estimated: wish.result === null } as const;
    const steps = sessionsFor(wish)
      .flatMap(({ why = [] }) => why)
      .filter(({ kind }) => kind === "block_step")
      .flatMap((reason) => STEP.exec(reasonText(reason, options)) ?? []);
    for (let at = 0; at + 2 < steps.length; at += 3)
      expect(secondsOf(steps[at + 2] ?? ""), steps[at]).toBeLessThanOrEqual(secondsOf(steps[at + 1] ?? ""));
  });
});
