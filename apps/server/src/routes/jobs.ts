import { isFinished, type JobKey, type JobReading, type JobShelf } from "@strideiq/application";
import {
  type JobAnswer,
  JobAnswer as JobSchema,
  JobListAnswer,
  JobListQuery,
  JobParams,
} from "@strideiq/contracts";
import type { FastifyRequest } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Doorman } from "../http/athlete.ts";
import { sendProblem } from "../http/problems.ts";
import { type JobWatch, openEventStream } from "./job-events.ts";
import { pageOf, shownPage } from "./page-of.ts";

export interface JobRoutesOptions {
  readonly doorman: Doorman;
  readonly jobs: JobShelf;
  readonly jobWatch: JobWatch;
}

const tags = ["jobs"];

export const jobRoutes: FastifyPluginAsyncZod<JobRoutesOptions> = async (app, options) => {
  const { doorman, jobs } = options;

  app.get(
    "/v1/jobs",
    {
      schema: {
        tags,
        summary: "What is done for you in the background, newest first",
        querystring: JobListQuery,
        response: { 200: JobListAnswer },
      },
    },
    async (request, reply) => {
      void reply.header("cache-control", "no-store");
      const visitor = await doorman.visitorOf(request);
      if (visitor === undefined) return { jobs: [], next: null };
      const found = await jobs.list(visitor, pageOf(request.query));
      const { items, next } = shownPage(found, request.query, ({ jobId }) => jobId);
      return { jobs: items.map(presentJob), next };
    },
  );

  app.get(
    "/v1/jobs/:jobId",
    {
      config: { problems: ["job_not_found"] },
      schema: {
        tags,
        summary: "How far a job has come",
        params: JobParams,
        response: { 200: JobSchema },
      },
    },
    async (request, reply) => {
      void reply.header("cache-control", "no-store");
      const job = await jobOf(doorman, jobs, request);
      return job === undefined ? sendProblem(reply, "job_not_found") : presentJob(job.reading);
    },
  );

  return Promise.resolve();
};

export const jobControlRoutes: FastifyPluginAsyncZod<JobRoutesOptions> = async (app, options) => {
  const { doorman, jobs, jobWatch } = options;

  app.delete(
    "/v1/jobs/:jobId",
    {
      config: { problems: ["job_not_found", "job_finished"] },
      schema: {
        tags,
        summary: "Cancel a job that is not finished, and with it what it was for",
        params: JobParams,
        response: { 200: JobSchema },
      },
    },
    async (request, reply) => {
      const job = await jobOf(doorman, jobs, request);
      if (job === undefined) return sendProblem(reply, "job_not_found");
      const isCancelled = !isFinished(job.reading.state) && (await jobs.cancel(job.key));
      const after = isCancelled ? await jobs.find(job.key) : undefined;
      return after === undefined ? sendProblem(reply, "job_finished") : presentJob(after);
    },
  );

  app.get(
    "/v1/jobs/:jobId/events",
    {
      config: { problems: ["job_not_found"] },
      schema: {
        tags,
        summary: "The job, and every change of it as it comes, until it is finished (server-sent events)",
        description:
          "The data of each event is the job as at /v1/jobs/{jobId}; its id is the revision. After a break, `Last-Event-ID` leaves out what was seen; 204 says that nothing will come any more.",
        params: JobParams,
        response: {
          200: {
            description: "The job at once, and each change as it comes.",
            content: { "text/event-stream": { schema: z.string() } },
          },
          204: z.null().meta({ description: "Nothing will come any more." }),
        },
      },
    },
    async (request, reply) => {
      const job = await jobOf(doorman, jobs, request);
      if (job === undefined) return sendProblem(reply, "job_not_found");
      const read = async (): Promise<JobAnswer | undefined> => {
        const reading = await jobs.find(job.key);
        return reading && presentJob(reading);
      };
      return openEventStream(request, reply, { first: presentJob(job.reading), read, watch: jobWatch });
    },
  );
  // A stream that waits for news would keep the server from stopping; its reader comes again elsewhere.
  app.addHook("preClose", async () => {
    jobWatch.close();
    return Promise.resolve();
  });
  return Promise.resolve();
};

async function jobOf(
  doorman: Doorman,
  jobs: JobShelf,
  request: FastifyRequest<{ Params: JobParams }>,
): Promise<{ readonly key: JobKey; readonly reading: JobReading } | undefined> {
  const visitor = await doorman.visitorOf(request);
  if (visitor === undefined) return undefined;
  const key = { jobId: request.params.jobId, athleteId: visitor.athleteId };
  const reading = await jobs.find(key);
  return reading && { key, reading };
}

const presentJob = ({ state, problem, createdAt, startedAt, finishedAt, ...job }: JobReading): JobAnswer => ({
  ...job,
  problem: problem && { code: problem.code, errors: problem.errors.map((one) => ({ ...one })) },
  status: state,
  createdAt: createdAt.toISOString(),
  startedAt: startedAt?.toISOString() ?? null,
  finishedAt: finishedAt?.toISOString() ?? null,
});
