import type { PlanRequest } from "../athlete/request.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { outlinePlan, type Outline } from "./build-plan.ts";
import { horizonOf, raceCalendarOf } from "./frame.ts";
import { policiesOf, type Policy } from "./policy.ts";
import { runnerOf } from "./runner.ts";

/** The outline of a wish under one policy: the one that is wished for, unless a test says otherwise. */
export function outlineOf(request: PlanRequest, rulebook: Rulebook, change: Partial<Policy> = {}): Outline {
  const horizon = horizonOf(request, rulebook);
  const runner = runnerOf(request, horizon.weeks, rulebook);
  const [wished] = policiesOf(rulebook.races[request.distance], horizon.weeks, rulebook);
  if (wished === undefined) throw new Error("There is no policy.");
  const calendar = raceCalendarOf(request, runner, horizon, rulebook);
  const outline = outlinePlan(
    request,
    runner,
    request.daysPerWeek,
    calendar,
    { ...wished, ...change },
    rulebook,
  );
  if (outline === null) throw new Error("There is no week to build in.");
  return outline;
}
