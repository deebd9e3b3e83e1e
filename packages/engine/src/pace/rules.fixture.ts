import type { PaceRules } from "../rulebook/rulebook.ts";

/** The pace rules as configured, for tests that must not move when a coach changes the configuration. */
export const PACE_RULES: PaceRules = {
  easy: { slow: 0.62, fast: 0.7 },
  threshold: 0.88,
  interval: 0.975,
  repetitionSecondsPer400: [
    { rpiMin: 0, seconds: 8 },
    { rpiMin: 48, seconds: 7 },
    { rpiMin: 50, seconds: 6 },
  ],
  slowRunnerRule: { enabled: true, rpiBelow: 39, factor: 2 / 3, offset: 13, source: "Daniels, 4th edition" },
  rangeShare: {
    marathon: 0.012,
    half_marathon: 0.012,
    threshold: 0.012,
    ten_k: 0.012,
    interval: 0.012,
    repetition: 0.015,
    race: 0.012,
  },
  walkSecondsPerKm: 720,
  sprintShareOfRepetition: 0.88,
  prediction: {
    eitherSideShare: { "5k": 0.02, "10k": 0.02, half_marathon: 0.03, marathon: 0.03 },
    slowerFromShorterShare: { "5k": 0.02, "10k": 0.02, half_marathon: 0.04, marathon: 0.08 },
    sameRaceShare: 0.9,
    source: "Hopkins & Hewson 2001; Vickers & Vertosick 2016",
  },
  worldRecordSeconds: [
    { metres: 1500, seconds: 206, source: "Hicham El Guerrouj 1998" },
    { metres: 5000, seconds: 755.36, source: "Joshua Cheptegei 2020" },
    { metres: 10_000, seconds: 1571, source: "Joshua Cheptegei 2020" },
    { metres: 21_097.5, seconds: 3402, source: "Jacob Kiplimo 2025" },
    { metres: 42_195, seconds: 7235, source: "Kelvin Kiptum 2023" },
  ],
  source: "Daniels and Gilbert 1979",
};
