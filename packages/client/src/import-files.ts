import type { ImportAnswer, JobAnswer } from "@strideiq/contracts";
import { err, ok, type Result } from "@strideiq/engine";
import type { Client } from "./create-client.ts";
import { followJob } from "./follow-job.ts";
import { type ApiProblem, readProblem } from "./problem.ts";

/** One file to import; a Blob can stand for a file on the disk, which is then never in memory as a whole. */
export interface FileToImport {
  readonly name: string;
  readonly content: Blob;
}

/** How far an import has come: files that were sent, then files that were read, those in a zip each. */
export interface ImportProgress {
  readonly importId: string;
  readonly stage: "sending" | "reading";
  readonly done: number;
  readonly of: number | null;
}

export interface ImportOptions {
  /** Where the athlete lives, by IANA name. */
  readonly timeZone: string;
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly pauseMilliseconds?: number;
}

/** Sends files as one import and waits until all of them were read. What is refused is named in its reports. */
export async function importFiles(
  client: Client,
  files: readonly FileToImport[],
  { onProgress, pauseMilliseconds, timeZone }: ImportOptions,
): Promise<Result<ImportAnswer, ApiProblem>> {
  const opened = await client.ask("POST /v1/imports", { body: { timeZone } });
  if (!opened.ok) return opened;
  const { importId } = opened.value.body;
  const tell = (stage: ImportProgress["stage"], done: number, of: number | null): void =>
    onProgress?.({ importId, stage, done, of });
  for (const [position, file] of files.entries()) {
    tell("sending", position, files.length);
    const sent = await sendFile(client, importId, position, file);
    if (!sent.ok) return sent;
  }
  const started = await client.ask("POST /v1/imports/{importId}/start", { path: { importId } });
  if (!started.ok) return started;
  const { jobId } = started.value.body;
  const onJob = ({ progress }: JobAnswer): void => {
    if (progress !== null) tell("reading", progress.done, progress.of);
  };
  if (jobId !== null) {
    const pause = pauseMilliseconds === undefined ? {} : { pauseMilliseconds };
    const followed = await followJob(client, jobId, { onProgress: onJob, ...pause });
    if (!followed.ok) return followed;
  }
  const read = await client.ask("GET /v1/imports/{importId}", { path: { importId } });
  return read.ok ? ok(read.value.body) : read;
}

/** Bytes as they are; everything else that travels is JSON. */
async function sendFile(
  { open }: Client,
  importId: string,
  position: number,
  { content, name }: FileToImport,
): Promise<Result<null, ApiProblem>> {
  const query = new URLSearchParams({ name: name.slice(-300) }).toString();
  const sent = await open(`/v1/imports/${importId}/files/${String(position)}?${query}`, {
    method: "PUT",
    headers: { "content-type": "application/octet-stream", accept: "application/json" },
    body: content,
  });
  if (!sent.ok) return sent;
  const { headers, status } = sent.value;
  const body: unknown = await sent.value.json().catch(() => undefined);
  return sent.value.ok ? ok(null) : err(readProblem(status, headers.get("retry-after"), body));
}
