import type { Units } from "@strideiq/engine";
import { createOfTab } from "../../preferences/stored.ts";
import type { TellDraft } from "./tell-draft.ts";

/** What was typed of a session and not told yet. */
export interface KeptDraft {
  readonly draft: TellDraft;
  /** In which its distance was typed. */
  readonly units: Units;
  /** Revision of what was told when typing began. */
  readonly basis: number;
}

type Drafts = Readonly<Record<string, KeptDraft>>;

/** Closing a sheet or loading the page again loses nothing that was typed in it. */
const drafts = createOfTab<Drafts>("strideiq.untold", readDrafts);

const nameOf = (planId: string, sessionId: string): string => `${planId} ${sessionId}`;

export const keptDraft = (planId: string, sessionId: string): KeptDraft | null =>
  drafts.read()[nameOf(planId, sessionId)] ?? null;

/** Null once it is told, or nothing of it is left. */
export function keepDraft(planId: string, sessionId: string, kept: KeptDraft | null): void {
  const name = nameOf(planId, sessionId);
  const { [name]: _, ...others } = drafts.read();
  drafts.write(kept === null ? others : { ...others, [name]: kept });
}

/** The page wrote it; what cannot be read is left out. */
function readDrafts(text: string | null): Drafts {
  try {
    const value: unknown = JSON.parse(text ?? "{}");
    return typeof value === "object" && value !== null ? (value as Drafts) : {};
  } catch {
    return {};
  }
}
