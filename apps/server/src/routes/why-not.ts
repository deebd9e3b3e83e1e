import type {
  ChangeImpossible,
} from "@strideiq/application";
import type { FieldError, ProblemCode } from "@strideiq/contracts";
import { explainChangeProblem, explainChangeRefusal } from "@strideiq/wording";

interface WhyNot {
  readonly code: ProblemCode;
  readonly errors?: readonly FieldError[];
}

/** Why the engine makes no plan of a change: it makes no sense, or a law stands against it; and what can be done instead. */
export function whyImpossible({ error, standing }: ChangeImpossible): WhyNot {
  if (error.type === "ChangeProblem")
    return { code: "invalid_request", errors: [{ field: "wish", message: explainChangeProblem(error) }] };
  const { reason, instead } = explainChangeRefusal(error, standing.plan.request.units);
  return {
    code: "change_refused",
    errors: [
      { field: "wish", message: reason },
      { field: "wish", message: instead },
    ],
  };
}
