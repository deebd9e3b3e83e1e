import type { AuditLog, ExportShelf, JobShelf } from "@strideiq/application";
import { ExportAnswer, JobAccepted, JobParams } from "@strideiq/contracts";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Doorman } from "../http/athlete.ts";
import { exportedBy } from "../http/audit-actor.ts";
import { sendProblem } from "../http/problems.ts";
import type { NewIdFor } from "../http/retries.ts";

export interface ExportRoutesOptions {
  readonly doorman: Doorman;
  readonly jobs: JobShelf;
  readonly exports: ExportShelf;
  readonly audit: AuditLog;
  readonly newIdFor: NewIdFor;
}

export const exportRoutes: FastifyPluginAsyncZod<ExportRoutesOptions> = async (app, options) => {
  const { doorman, jobs, exports, newIdFor } = options;
  const tags = ["own data"];

  app.post(
    "/v1/me/exports",
    {
      config: { problems: ["sign_in_needed"] },
      schema: {
        tags,
        summary: "Ask for a file with everything that is kept of you; it is made in the background",
        response: { 202: JobAccepted },
      },
    },
    async (request, reply) => {
      const visitor = await doorman.visitorOf(request);
      if (visitor === undefined) return sendProblem(reply, "sign_in_needed");
      const jobId = newIdFor(request, "job");
      await options.audit.write(exportedBy(visitor, request.id));
      await exports.request(visitor, { jobId, requestId: request.id });
      return reply.code(202).header("location", `/v1/jobs/${jobId}`).send({ jobId, status: "waiting" });
    },
  );

  app.get<{ Params: JobParams; Reply: Buffer }>(
    "/v1/jobs/:jobId/file",
    {
      config: { problems: ["job_not_found", "file_not_there"] },
      schema: {
        tags,
        summary: "The file that an export wrote; it is kept for a week",
        params: JobParams,
        response: { 200: ExportAnswer },
      },
    },
    async (request, reply) => {
      const visitor = await doorman.visitorOf(request);
      if (visitor === undefined) return sendProblem(reply, "job_not_found");
      const key = { jobId: request.params.jobId, athleteId: visitor.athleteId };
      const [job, content] = [await jobs.find(key), await exports.find(key)];
      if (job === undefined) return sendProblem(reply, "job_not_found");
      if (content === undefined) return sendProblem(reply, "file_not_there");
      return reply
        .header("cache-control", "no-store")
        .header("content-disposition", 'attachment; filename="strideiq-export.json"')
        .header("content-encoding", "gzip")
        .type("application/json; charset=utf-8")
        .send(Buffer.from(content));
    },
  );
  return Promise.resolve();
};
