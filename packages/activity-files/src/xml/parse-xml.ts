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
const PIECE_BYTES = 2 ** 20;

/**
 * Walks through XML. Entities of a document's own are how small files become huge and foreign files are read:
 * no format of activities has them, so a document type is refused.
 */
export function parseXml(bytes: Uint8Array, reader: XmlReader): Result<Ended, FileRefusal> {
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
  const names: string[] = [];
  parser.on("opentag", ({ name, attributes }: SaxesTagPlain) => {
    own = "";
    const local = localName(name);
    names.push(local);
    if (ended === null) reader.open(local, attributes);
  });
  const append = (piece: string): void => {
    own += piece;
  };
  parser.on("text", append);
  parser.on("cdata", append);
  parser.on("closetag", () => {
    const name = names.pop() ?? "";
    if (ended === null) reader.close(name, own);
    own = "";
  });
  const state = (): { readonly ended: Ended; readonly hasDoctype: boolean } => ({ ended, hasDoctype });
  for (const text of piecesOf(bytes)) {
    parser.write(text);
    if (state().hasDoctype) return err({ reason: "entities" });
    const refusal = reader.refusal();
    if (refusal !== null) return err(refusal);
    if (state().ended !== null) break;
  }
  if (state().ended === null) parser.close();
  return ok(state().ended);
}

const localName = (name: string): string => {
  const colon = name.indexOf(":");
  return colon === -1 ? name : name.slice(colon + 1);
};

/**
 * The text of a file, a piece at a time: UTF-8, or UTF-16 where it begins with that mark. Some exporters write
 * blanks first, which XML forbids before its own head.
 */
function* piecesOf(bytes: Uint8Array): Generator<string> {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  const decoder = new TextDecoder(encoding);
  let isBlank = true;
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    const text = decoder.decode(bytes.subarray(at, at + PIECE_BYTES), { stream: true });
    const piece: string = isBlank ? text.trimStart() : text;
    isBlank &&= piece === "";
    if (piece !== "") yield piece;
  }
}

/** A decimal number as XML writes it; null for text, NaN and the infinities. */
export function decimalIn(text: string): number | null {
  if (text === "") return null;
  const value = plainDecimal(text) ?? Number(text);
  return Number.isFinite(value) ? value : null;
}

const ZERO = 48;
const MINUS = 45;
const POINT = 46;
/** Up to here digits and power of ten are exact, so that one division rounds as the platform's reader does. */
const DIGITS_MAX = 15;

/** `-80.578806`, read ten times as fast as all forms of number; null for any other form. */
function plainDecimal(text: string): number | null {
  const start = text.charCodeAt(0) === MINUS ? 1 : 0;
  let [digits, scale, point] = [0, 1, -1];
  if (text.length - start > DIGITS_MAX || text.length === start) return null;
  for (let at = start; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit >= 0 && digit <= 9) {
      digits = digits * 10 + digit;
      if (point !== -1) scale *= 10;
    } else if (digit === POINT - ZERO && point === -1 && at > start) point = at;
    else return null;
  }
  return (start === 1 ? -digits : digits) / scale;
}

/** A time of XML in milliseconds since 1970; without a zone it is taken as UTC, as both formats demand. */
export function timeIn(text: string): number | null {
  const at = usualTime(text) ?? Date.parse(zoned(text.trim()));
  return Number.isFinite(at) ? at : null;
}

const zoned = (text: string): string => (/(Z|[+-]\d{2}:?\d{2})$/i.test(text) ? text : `${text}Z`);

/** The day of the last time that was read: a file holds thousands of times and one or two days. */
let lastDay = { text: "none", at: Number.NaN };

/** `2026-05-09T06:00:00Z`, with or without a fraction: as above, the form that nearly all times have. */
function usualTime(text: string): number | null {
  const { length } = text;
  if (length < 20 || text[10] !== "T" || text[13] !== ":" || text[16] !== ":" || text[length - 1] !== "Z")
    return null;
  if (!text.startsWith(lastDay.text)) {
    const day = text.slice(0, 10);
    lastDay = { text: day, at: Date.parse(`${day}T00:00:00Z`) };
  }
  const hours = twoDigits(text, 11);
  const minutes = twoDigits(text, 14);
  const seconds = twoDigits(text, 17);
  if (!(hours < 24 && minutes < 60 && seconds < 60) || (length > 20 && text[19] !== ".")) return null;
  return lastDay.at + ((hours * 60 + minutes) * 60 + seconds) * 1000 + fractionAt(text, length);
}

/** Milliseconds; exporters write none or three digits, and `.000` nearly always. */
function fractionAt(text: string, length: number): number {
  if (length === 20) return 0;
  if (length !== 24) return Math.round(Number(text.slice(19, -1)) * 1000);
  return twoDigits(text, 20) * 10 + twoDigits(text, 21) - 10 * (text.charCodeAt(21) - ZERO);
}

/** NaN where there are no two digits. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/** `+01:00` at the end of a time, in seconds; null for `Z` and for none, which tell nothing of the place. */
export function offsetIn(text: string): number | null {
  const match = /([+-])(\d{2}):?(\d{2})$/.exec(text.trim());
  if (match === null) return null;
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60;
  return match[1] === "-" ? -seconds : seconds;
}
