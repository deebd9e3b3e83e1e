import type { FileRefusal, RecordingFault } from "@strideiq/activity";
import { err, ok, type Result } from "@strideiq/engine";
import { SaxesParser, type SaxesTagPlain } from "saxes";

/** What a reader of one XML format does with its elements; names come without their prefix. */
export interface XmlReader {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  /** The text directly inside the element that ends. */
  readonly close: (name: string, text: string) => void;
  /** A limit of the reader itself; the parse ends there. */
  readonly refusal: () => FileRefusal | null;
}

/** A fault that ended the parse; what came before it has been read. */
type Ended = RecordingFault | null;

const CUT_OFF = /unclosed tag|unexpected end|unterminated/i;
/** So that a limit is noticed long before a large file has been read. */
const CHUNK_LENGTH = 2 ** 20;

/**
 * Walks through XML. Entities of a document's own are how small files become huge and foreign files are read:
 * no format of activities has them, so a document type is refused.
 */
export function parseXml(text: string, reader: XmlReader): Result<Ended, FileRefusal> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  let own = "";
  let ended: Ended = null;
  let hasDoctype = false;
  parser.on("doctype", () => {
    hasDoctype = true;
  });
  parser.on("error", ({ message }) => {
    ended ??= CUT_OFF.test(message) ? "cut_off" : "damaged";
  });
  parser.on("opentag", ({ name, attributes }: SaxesTagPlain) => {
    own = "";
    if (ended === null) reader.open(localName(name), attributes);
  });
  const append = (piece: string): void => {
    own += piece;
  };
  parser.on("text", append);
  parser.on("cdata", append);
  parser.on("closetag", ({ name }) => {
    if (ended === null) reader.close(localName(name), own);
    own = "";
  });
  const state = (): { readonly ended: Ended; readonly hasDoctype: boolean } => ({ ended, hasDoctype });
  for (let at = 0; at < text.length && state().ended === null; at += CHUNK_LENGTH) {
    parser.write(text.slice(at, at + CHUNK_LENGTH));
    if (state().hasDoctype) return err({ reason: "entities" });
    const refusal = reader.refusal();
    if (refusal !== null) return err(refusal);
  }
  if (state().ended === null) parser.close();
  return ok(state().ended);
}

const localName = (name: string): string => {
  const colon = name.indexOf(":");
  return colon === -1 ? name : name.slice(colon + 1);
};

/** The text of a file: UTF-8, or UTF-16 where it begins with that mark. Some exporters write blanks first. */
export function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes).trimStart();
}

/** A decimal number as XML writes it; null for text, NaN and the infinities. */
export function decimalIn(text: string): number | null {
  if (text === "") return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

/** A time of XML in milliseconds since 1970; without a zone it is taken as UTC, as both formats demand. */
export function timeIn(text: string): number | null {
  const trimmed = text.trim();
  const at = Date.parse(/(Z|[+-]\d{2}:?\d{2})$/i.test(trimmed) ? trimmed : `${trimmed}Z`);
  return Number.isFinite(at) ? at : null;
}

/** `+01:00` at the end of a time, in seconds; null for `Z` and for none, which tell nothing of the place. */
export function offsetIn(text: string): number | null {
  const match = /([+-])(\d{2}):?(\d{2})$/.exec(text.trim());
  if (match === null) return null;
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60;
  return match[1] === "-" ? -seconds : seconds;
}
