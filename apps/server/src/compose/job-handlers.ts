import type { JobHandlers } from "@strideiq/adapters";
import type { GenerateStoredPlan, GiveUpPlan, JobBoard } from "@strideiq/application";

export interface JobHandlersDeps {
  readonly board: Pick<JobBoard, "begin">;
  readonly generate: GenerateStoredPlan;
  readonly giveUp: GiveUpPlan;
}

/** What a worker does with each kind of job. */
export const jobHandlers = ({ board, generate, giveUp }: JobHandlersDeps): JobHandlers => ({
  begin: board.begin,
  run: (job) => generate(job, job.trace),
  giveUp: (job, problem) => giveUp(job, problem, job.trace),
});
