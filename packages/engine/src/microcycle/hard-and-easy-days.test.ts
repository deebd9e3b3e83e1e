import { onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { standardRequest } from "../athlete/standard-request.ts";
import { generatePlan } from "../generate/generate.ts";
import { isRepeat, type Session, type Step } from "../plan/plan.ts";
import type { Phase } from "../plan/vocabulary.ts";

const rulebook = realRulebook();

interface RunDay {
  readonly session: Session;
  /** Days from the start of the plan, and to the long run that follows. */
  readonly at: number;
  readonly week: number;
  readonly phase: Phase;
  readonly isBuild: boolean;
}

const PLANS = rulebook.standardPlans.map((standard) => {
  const made = generatePlan(standardRequest(standard, onDate("2027-04-18")), rulebook);
  if (!made.ok) throw new Error(`refused for ${made.error.law}`);
  const runs: readonly RunDay[] = made.value.weeks.flatMap(({ days, kind, phase, week }, i) =>
    days.flatMap(({ sessions }, day) =>
      sessions.map((session) => ({ session, at: i * 7 + day, week, phase, isBuild: kind === "build" })),
    ),
  );
  return { name: `${standard.distance} ${standard.tier} ${String(standard.weeks)}`, standard, runs };
});

const isLong = ({ session }: RunDay): boolean => session.kind === "long";
const isHard = ({ session }: RunDay): boolean => session.quality;
const isRehearsal = (run: RunDay): boolean => isLong(run) && isHard(run);

const easySecondsOf = (step: Step | undefined): number =>
  step === undefined || isRepeat(step) || step.zone !== "easy" ? 0 : step.seconds;

describe.each(PLANS)("a coach reads the $name plan week by week", ({ standard, runs }) => {
  const on = (at: number): RunDay | undefined => runs.find((run) => run.at === at);
  const builds = runs.filter(({ isBuild }) => isBuild);

  it("no medium-long run lies between a quality session and the long run, with one day to either", () => {
    for (const { at, session } of runs) {
      if (session.kind !== "medium_long") continue;
      const [before, after] = [on(at - 1), on(at + 2)];
      expect(before !== undefined && isHard(before) && after !== undefined && isLong(after)).toBe(false);
    }
  });

  it("no medium-long run comes within two days of a long run at race pace", () => {
    for (const run of runs.filter(isRehearsal))
      for (const days of [1, 2]) expect(on(run.at - days)?.session.kind).not.toBe("medium_long");
  });

  it("the day after a long run is never the longest easy day of its week", () => {
    for (const run of builds.filter(isLong)) {
      const next = on(run.at + 1);
      if (next?.isBuild !== true) continue;
      const easy = builds.filter(
        (other) => other.week === next.week && !isHard(other) && !isLong(other) && other.at !== run.at - 1,
      );
      if (easy.length < 2) continue;
      expect(next.session.metres).toBeLessThanOrEqual(Math.max(...easy.map(({ session }) => session.metres)));
      expect(easy.some(({ at, session }) => at !== next.at && session.metres >= next.session.metres)).toBe(
        true,
      );
    }
  });

  it("strides wait for fresher legs than those of the day after a long run, where the week is fast anyway", () => {
    for (const run of builds.filter(isLong)) {
      const next = on(run.at + 1);
      const isFast = runs.some((other) => other.week === next?.week && isHard(other) && !isLong(other));
      if (next?.isBuild === true && isFast) expect(next.session.kind).not.toBe("strides");
    }
  });

  it("no effort stands alone in two weeks running while another one of its phase waits", () => {
    const weeks = [...new Set(builds.map(({ week }) => week))].filter((week) =>
      runs.some((run) => run.week === week && run.phase === "peak"),
    );
    const kindsOf = (week: number): readonly string[] =>
      runs
        .filter((run) => run.week === week && isHard(run) && !isLong(run))
        .map(({ session }) => session.kind);
    weeks.slice(1).forEach((week, i) => {
      const [before, now] = [kindsOf(weeks[i] ?? 0), kindsOf(week)];
      // Beside long runs at marathon pace law H6 leaves nothing but intervals.
      if (standard.distance === "marathon") return;
      if (now.length === 1 && before.length === 1) expect(now[0]).not.toBe(before[0]);
      if (now.length === 1 && before.length === 2) expect(now[0]).not.toBe("interval");
    });
  });

  it("a half marathon's pace is not run within the week of a long run that holds it", () => {
    for (const run of runs.filter(isRehearsal)) {
      const beside = runs.filter((other) => other.week === run.week && other.session.kind === "race_pace");
      expect(beside).toEqual([]);
    }
  });

  it("a warm-up before quality work is never rounded away", () => {
    const least = rulebook.days.warmUpSeconds.min + rulebook.days.coolDownSeconds.min;
    for (const { session } of builds.filter((run) => isHard(run) && !isLong(run))) {
      const easy = [session.steps[0], session.steps.at(-1)].reduce(
        (sum, step) => sum + easySecondsOf(step),
        0,
      );
      expect(easy).toBeGreaterThanOrEqual(least * 0.95);
    }
  });

  it("long runs of a build of three weeks are not all alike", () => {
    const kinds = new Set(
      builds.filter((run) => isLong(run) && run.phase !== "base").map(({ session }) => session.title),
    );
    expect(kinds.size).toBeGreaterThanOrEqual(builds.filter(isLong).length >= 8 ? 3 : 2);
  });
});
