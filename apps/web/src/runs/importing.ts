import { createClient, importFiles, type ImportProgress } from "@strideiq/client";
import { useSyncExternalStore } from "react";
import { type ApiProblem, inWords } from "../api/client.ts";
import { browserTimeZone } from "../wish/race-date.ts";

/** Where the import of this page stands. It goes on while one looks elsewhere. */
export type Importing =
  | { readonly state: "none" }
  | { readonly state: "under_way"; readonly progress: ImportProgress | null }
  | { readonly state: "ended" }
  | { readonly state: "broken"; readonly problem: ApiProblem };

let standing: Importing = { state: "none" };
const listeners = new Set<() => void>();

function set(next: Importing): void {
  standing = next;
  for (const listener of listeners) listener();
}

/** Sends the files as one import; those that come while one is under way wait their turn. */
export function takeFiles(files: readonly File[]): void {
  if (files.length === 0) return;
  queue = queue.then(() => importAll(files));
}

let queue: Promise<void> = Promise.resolve();

async function importAll(files: readonly File[]): Promise<void> {
  set({ state: "under_way", progress: null });
  const ended = await importFiles(
    createClient(),
    files.map((file) => ({ name: file.name, content: file })),
    {
      timeZone: browserTimeZone(),
      onProgress: (progress) => {
        set({ state: "under_way", progress });
      },
    },
  );
  set(ended.ok ? { state: "ended" } : { state: "broken", problem: inWords(ended.error) });
}

export const useImporting = (): Importing =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    () => standing,
  );
