import { pipeline, Readable } from "node:stream";
import { promisify } from "node:util";
import { createGzip, gunzip } from "node:zlib";
import {
  type AuditLog,
  exportParts,
  type ExportShelf,
  type JobShelf,
  type OwnDataReader,
} from "@strideiq/application";
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
  readonly ownData: OwnDataReader;
  readonly audit: AuditLog;
  readonly newIdFor: NewIdFor;
}

export const exportRoutes: FastifyPluginAsyncZod<ExportRoutesOptions> = async (app, options) => {
  const { doorman, jobs, exports, ownData, newIdFor } = options;
  const tags = ["own data"];

  app.post(
    "/v1/me/exports",
    {
      config: { problems: ["sign_in_needed"] },
      schema: {
        tags,
        summary: "Ask for a file with everything that is kept of you; it is made in the background",
        description: "While an export of yours is not finished there is no other: the answer is that one.",
        response: { 202: JobAccepted },
      },
    },
    async (request, reply) => {
      const visitor = await doorman.visitorOf(request);
      if (visitor === undefined) return sendProblem(reply, "sign_in_needed");
      const trace = { jobId: newIdFor(request, "job"), requestId: request.id };
      await options.audit.write(exportedBy(visitor, request.id));
      const jobId = await exports.request(visitor, trace);
      return reply.code(202).header("location", `/v1/jobs/${jobId}`).send({ jobId, status: "waiting" });
    },
  );

  app.get<{ Params: JobParams; Reply: Readable }>(
    "/v1/jobs/:jobId/file",
    {
      config: { problems: ["job_not_found", "file_not_there"] },
      schema: {
        tags,
        summary: "The file that an export wrote; it is kept for a week",
        description:
          "The tables are those of the moment in which it was written. The recordings of your runs, which would fill the server if they were kept twice, are added as they are when you fetch it.",
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
        .send(await withRecordings(content, ownData, visitor));
    },
  );
  return Promise.resolve();
};

async function withRecordings(
  content: Uint8Array,
  ownData: OwnDataReader,
  visitor: Parameters<typeof exportParts>[2],
): Promise<Readable> {
  const text = (await unpack(content)).toString("utf8");
  const parts = Readable.from(exportParts(text, ownData, visitor));
  const packed = createGzip();
  // What breaks on the way ends the answer, too.
  pipeline(parts, packed, () => undefined);
  return packed;
}

const unpack = promisify(gunzip);
