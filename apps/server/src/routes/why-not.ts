import type {
  ChangeImpossible,
  JobProblem,
  NoSuchOption,
  PlanChangedMeanwhile,
  PlanNotFound,
  RebuildProblem,
  SessionIsDone,
  SessionIsPast,
  SessionNotFound,
  UndoProblem,
  VersionNotFound,
} from "@strideiq/application";
import type { FieldError, ProblemCode } from "@strideiq/contracts";
import { explainChangeProblem, explainChangeRefusal } from "@strideiq/wording";

/** What stands in the way of a change, whatever it is. */
export type PlanChangeProblem =
  | PlanNotFound
  | PlanChangedMeanwhile
  | VersionNotFound
  | SessionNotFound
  | SessionIsDone
  | SessionIsPast
  | NoSuchOption
  | Exclude<UndoProblem, ChangeImpossible>;

export const CHANGE_CODES: Readonly<Record<PlanChangeProblem["type"], ProblemCode>> = {
  PlanNotFound: "plan_not_found",
  PlanChangedMeanwhile: "plan_changed",
  VersionNotFound: "version_not_found",
  SessionNotFound: "session_not_found",
  SessionIsDone: "session_done",
  SessionIsPast: "session_past",
  NoSuchOption: "no_such_option",
  ChangeNotFound: "change_not_found",
  ChangeUndoneAlready: "change_undone",
  ChangeIsNotTheLatest: "change_not_latest",
};

interface WhyNot {
  readonly code: ProblemCode;
  readonly errors?: readonly FieldError[];
}

/** Why the engine makes no plan of a change: it makes no sense, or a law stands against it; and what can be done instead. */
export function whyImpossible({ error, standing }: ChangeImpossible): WhyNot {
  if (error.type === "ChangeProblem")
    return {
      code: "invalid_request",
      errors: [{ field: error.field === "done" ? "done" : "wish", message: explainChangeProblem(error) }],
    };
  const { reason, instead } = explainChangeRefusal(error, standing.plan.request.units);
  return {
    code: "change_refused",
    errors: [
      { field: "wish", message: reason },
      { field: "wish", message: instead },
    ],
  };
}

/** The same for whoever is told later. */
export function whyNot(problem: RebuildProblem): JobProblem {
  if (problem.type !== "ChangeImpossible") return { code: CHANGE_CODES[problem.type], errors: [] };
  const { code, errors = [] } = whyImpossible(problem);
  return { code, errors };
}
