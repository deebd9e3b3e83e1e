import { type Certificate, countVerdicts, type LawVerdict, type Units, type Verdict } from "@strideiq/engine";
import { counted, explainLaw } from "../explain/explain-law.ts";
import { createPainter, type Painter, type Style } from "./painter.ts";
import type { TextOptions } from "./plan-header.ts";
import { wrap } from "./wrap.ts";

/** The certificate in one line: `38 laws: 36 pass, 2 remarks, 0 broken`. */
export function certificateLine(certificate: Certificate): string {
  const { pass, flag: remarks, breach, not_applicable: silent } = countVerdicts(certificate);
  return [
    `${counted(certificate.laws.length, "law")}: ${String(pass)} pass`,
    `${String(remarks)} ${remarks === 1 ? "remark" : "remarks"}`,
    `${String(breach)} broken`,
    ...(silent === 0 ? [] : [`${String(silent)} ${silent === 1 ? "does" : "do"} not apply`]),
  ].join(", ");
}

const MARKS: Readonly<Record<Verdict, { readonly mark: string; readonly styles: readonly Style[] }>> = {
  pass: { mark: "ok", styles: ["green"] },
  flag: { mark: "note", styles: ["yellow"] },
  breach: { mark: "BROKEN", styles: ["bold", "red"] },
  not_applicable: { mark: "-", styles: ["dim"] },
};

const MARK_WIDTH = 6;
const ID_WIDTH = 4;
/** The longest name of a law, and a gap. */
const NAME_WIDTH = 30;
const COLUMNS_FROM = 78;

/** One law as one or more lines: verdict, id, name, and what was measured. */
export function lawLines(
  verdict: LawVerdict,
  units: Units,
  width: number,
  paint: Painter,
): readonly string[] {
  const { mark, styles } = MARKS[verdict.verdict];
  const { detail, name } = explainLaw(verdict, units);
  const head = `${verdict.id.padEnd(ID_WIDTH)}${name}`;
  const indent = " ".repeat(MARK_WIDTH + 2 + ID_WIDTH);
  const inColumns = width >= COLUMNS_FROM;
  const text = inColumns ? head.padEnd(ID_WIDTH + NAME_WIDTH) + detail : `${head}: ${detail}`;
  const later = " ".repeat(ID_WIDTH + (inColumns ? NAME_WIDTH : 0));
  const lines = wrap(detail === "" ? head : text, width - MARK_WIDTH - 2, later);
  return lines.map((line, index) =>
    index === 0 ? `${paint(mark.padEnd(MARK_WIDTH), ...styles)}  ${line}` : indent.slice(ID_WIDTH) + line,
  );
}

/** The certificate of a plan: one line, then only what a reader must know. */
export function certificateSummary(
  certificate: Certificate,
  units: Units,
  width: number,
  paint: Painter,
): readonly string[] {
  const told = certificate.laws.filter(({ verdict }) => verdict === "flag" || verdict === "breach");
  return [
    paint("CERTIFICATE", "bold"),
    ...wrap(certificateLine(certificate), width),
    ...told.flatMap((law) => lawLines(law, units, width, paint)),
  ];
}

/** The whole certificate: every law, as `check` prints it. */
export const certificateText = (certificate: Certificate, { colour, units, width }: TextOptions): string => {
  const paint = createPainter(colour);
  return [
    ...wrap(certificateLine(certificate), width),
    ...certificate.laws.flatMap((law) => lawLines(law, units, width, paint)),
  ].join("\n");
};
