import {
  Done,
  ImportAnswer,
  ImportFileAnswer,
  ImportFileParams,
  ImportFileQuery,
  ImportParams,
} from "@strideiq/contracts";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { sendProblem } from "../http/problems.ts";
import { type ImportRoutesOptions, presentImport } from "./imports.ts";

const tags = ["imports"];
const PROBLEMS = {
  not_found: "import_not_found",
  started: "import_started",
  too_large: "file_too_large",
  replaced: "changed_meanwhile",
} as const;

/** The bytes of files go past everything that reads JSON, straight to where they are kept. */
export const importFileRoutes: FastifyPluginAsyncZod<ImportRoutesOptions> = async (app, options) => {
  const { doorman, imports, newIdFor } = options;
  // Left unread here: who may not send anything is told so before it is all there.
  app.addContentTypeParser("application/octet-stream", (_request, _payload, done) => {
    done(null);
  });

  app.put(
    "/v1/imports/:importId/files/:position",
    {
      config: { problems: ["import_not_found", "import_started", "file_too_large", "changed_meanwhile"] },
      schema: {
        tags,
        summary: "Send one file of an import, its bytes as they are (application/octet-stream)",
        description:
          "FIT, TCX, GPX, each also gzipped, or a zip of them, such as the archive of Strava: up to 2 GB. Sent again under the same position it takes the place of what was there.",
        params: ImportFileParams,
        querystring: ImportFileQuery,
        response: { 200: ImportFileAnswer },
      },
    },
    async (request, reply) => {
      const visitor = await doorman.visitorOf(request);
      if (visitor === undefined) return sendProblem(reply, "import_not_found");
      const { importId, position } = request.params;
      const key = { athleteId: visitor.athleteId, importId };
      const type = request.headers["content-type"];
      if (type !== undefined && !type.startsWith("application/octet-stream"))
        return sendProblem(reply, "unsupported_media_type");
      const content = type === undefined ? NOTHING : request.raw;
      const received = await imports.receive(key, { position, name: request.query.name }, content);
      if (received.state === "received") return { position, bytes: received.bytes };
      // The rest of what is being sent is not waited for.
      return sendProblem(reply.header("connection", "close"), PROBLEMS[received.state]);
    },
  );

  app.post(
    "/v1/imports/:importId/start",
    {
      config: { problems: ["import_not_found"] },
      schema: {
        tags,
        summary: "Have the files read that were sent; how far it has come stands at /v1/jobs/{jobId}",
        params: ImportParams,
        response: { 202: ImportAnswer },
      },
    },
    async (request, reply) => {
      const visitor = await doorman.visitorOf(request);
      const trace = { jobId: newIdFor(request, "job"), requestId: request.id };
      const started =
        visitor &&
        (await imports.start({ athleteId: visitor.athleteId, importId: request.params.importId }, trace));
      if (started === undefined) return sendProblem(reply, "import_not_found");
      return reply
        .code(202)
        .header("location", `/v1/jobs/${started.jobId ?? ""}`)
        .send(presentImport(started));
    },
  );
  return Promise.resolve();
};

export const importUndoRoutes: FastifyPluginAsyncZod<ImportRoutesOptions> = async (app, options) => {
  const { changeRuns, doorman } = options;

  app.delete(
    "/v1/imports/:importId",
    {
      config: { problems: ["import_not_found"] },
      schema: {
        tags,
        summary: "Undo an import: what it brought goes, and with it all that followed from it",
        params: ImportParams,
        response: { 200: Done },
      },
    },
    async (request, reply) => {
      const visitor = await doorman.visitorOf(request);
      if (visitor === undefined) return sendProblem(reply, "import_not_found");
      const undone = await changeRuns.undoImport({
        athleteId: visitor.athleteId,
        importId: request.params.importId,
      });
      return undone.ok ? ({ status: "done" } as const) : sendProblem(reply, "import_not_found");
    },
  );
  return Promise.resolve();
};

/** Whoever sends nothing has sent an empty file. */
const NOTHING: AsyncIterable<Uint8Array> = {
  [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true, value: undefined }) }),
};
