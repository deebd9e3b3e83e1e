export {
  comparePlans,
  type PlanComparison,
  type SessionDifference,
  type SessionFate,
  type WeekDifference,
} from "@strideiq/engine";
