import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import type { Plan } from "@strideiq/engine";
import type { Selectable } from "kysely";
import type { PlanVersionsTable } from "./schema/plans.ts";

// Higher levels take longer, and make less of a difference than one plan from another.
const PACKING = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/** The text of a plan as a version keeps it. */
export const packedDocument = (text: string): Buffer => zstdCompressSync(text, PACKING);

/** The columns that hold the document of a version: one of them does. */
export const DOCUMENT = ["document", "packed"] as const satisfies readonly (keyof PlanVersionsTable)[];

type DocumentColumns = Pick<Selectable<PlanVersionsTable>, (typeof DOCUMENT)[number]>;

/** The plan of a version; one of before lies there as JSON. */
export function planOfVersion({ document, packed }: DocumentColumns): Plan {
  if (packed === null) {
    if (document === null) throw new Error("A version has no document.");
    return document;
  }
  return unpackedDocument(packed);
}

export const unpackedDocument = (packed: Uint8Array): Plan =>
  JSON.parse(zstdDecompressSync(packed).toString("utf8")) as Plan;
