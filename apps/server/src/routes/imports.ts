import type { ChangeRuns, Clock, ImportReading, ImportReport, Imports } from "@strideiq/application";
import {
  type ImportAnswer,
  ImportAnswer as ImportSchema,
  ImportBody,
  ImportListAnswer,
  ImportListQuery,
  ImportParams,
  ImportReportListAnswer,
  ImportReportQuery,
} from "@strideiq/contracts";
import { explainRefusedFile, FAULT_WORDS } from "@strideiq/wording";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Doorman } from "../http/athlete.ts";
import { sendProblem } from "../http/problems.ts";
import type { NewIdFor } from "../http/retries.ts";
import { pageOf, shownPage } from "./page-of.ts";

export interface ImportRoutesOptions {
  readonly doorman: Doorman;
  readonly imports: Imports;
  readonly changeRuns: ChangeRuns;
  readonly newIdFor: NewIdFor;
  readonly today: Clock["today"];
}

const tags = ["imports"];

export const importRoutes: FastifyPluginAsyncZod<ImportRoutesOptions> = async (app, options) => {
  const { doorman, imports, newIdFor, today } = options;

  app.post(
    "/v1/imports",
    {
      schema: {
        tags,
        summary: "Open an import; then send its files, and start it",
        body: ImportBody,
        response: { 201: ImportSchema },
      },
    },
    async (request, reply) => {
      const { timeZone } = request.body;
      if (today(timeZone) === undefined)
        return sendProblem(reply, "invalid_request", [
          { field: "timeZone", message: "There is no such time zone. Give a name such as Europe/Berlin." },
        ]);
      const visitor = await doorman.admit(request, reply);
      const opened = await imports.open(visitor, newIdFor(request, "import"), timeZone);
      return reply
        .code(201)
        .header("location", `/v1/imports/${opened.importId}`)
        .header("cache-control", "no-store")
        .send(presentImport(opened));
    },
  );

  app.get(
    "/v1/imports",
    {
      schema: {
        tags,
        summary: "Your imports, newest first",
        querystring: ImportListQuery,
        response: { 200: ImportListAnswer },
      },
    },
    async (request, reply) => {
      void reply.header("cache-control", "no-store");
      const visitor = await doorman.visitorOf(request);
      if (visitor === undefined) return { imports: [], next: null };
      const found = await imports.list(visitor, pageOf(request.query));
      const { items, next } = shownPage(found, request.query, ({ importId }) => importId);
      return { imports: items.map(presentImport), next };
    },
  );
  return Promise.resolve();
};

export const importItemRoutes: FastifyPluginAsyncZod<ImportRoutesOptions> = async (app, options) => {
  const { doorman, imports } = options;

  app.get(
    "/v1/imports/:importId",
    {
      config: { problems: ["import_not_found"] },
      schema: {
        tags,
        summary: "How far an import has come, and what came of it",
        params: ImportParams,
        response: { 200: ImportSchema },
      },
    },
    async (request, reply) => {
      void reply.header("cache-control", "no-store");
      const visitor = await doorman.visitorOf(request);
      const found =
        visitor && (await imports.find({ athleteId: visitor.athleteId, importId: request.params.importId }));
      return found === undefined ? sendProblem(reply, "import_not_found") : presentImport(found);
    },
  );

  app.get(
    "/v1/imports/:importId/reports",
    {
      config: { problems: ["import_not_found"] },
      schema: {
        tags,
        summary: "What became of each file, and of each file in a zip",
        params: ImportParams,
        querystring: ImportReportQuery,
        response: { 200: ImportReportListAnswer },
      },
    },
    async (request, reply) => {
      void reply.header("cache-control", "no-store");
      const { after, limit } = request.query;
      const [position, number] = (after ?? "").split(".").map(Number);
      const cursor = position === undefined || number === undefined ? {} : { after: { position, number } };
      const visitor = await doorman.visitorOf(request);
      const key = visitor && { athleteId: visitor.athleteId, importId: request.params.importId };
      const found = key && (await imports.reports(key, { limit: limit + 1, ...cursor }));
      if (found === undefined) return sendProblem(reply, "import_not_found");
      const { items, next } = shownPage(found, request.query, (last) =>
        [last.position, last.number].map(String).join("."),
      );
      return { reports: items.map(presentReport), next };
    },
  );
  return Promise.resolve();
};

export const presentImport = ({ createdAt, finishedAt, state, ...rest }: ImportReading): ImportAnswer => ({
  ...rest,
  status: state,
  createdAt: createdAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
});

function presentReport({
  activityIds,
  faults,
  refusal,
  ...rest
}: ImportReport): ImportReportListAnswer["reports"][number] {
  return {
    ...rest,
    reason: refusal?.reason ?? null,
    message: refusal === null ? TOO_LITTLE[rest.outcome] : explainRefusedFile(refusal),
    notes: faults.map((fault) => FAULT_WORDS[fault]),
    activityIds: [...activityIds],
  };
}

const TOO_LITTLE: Readonly<Record<ImportReport["outcome"], string | null>> = {
  imported: null,
  known: null,
  refused: null,
  too_little: "Too little was recorded to be an activity.",
};
