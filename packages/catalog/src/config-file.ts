import { err, ok, type Result } from "@strideiq/engine";
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument,
  visit,
} from "yaml";
import type { ConfigProblem } from "./config-problem.ts";

/** A configuration file as text; who calls has read it. */
export interface ConfigText {
  readonly name: string;
  readonly text: string;
}

export type ConfigPath = readonly (string | number)[];

/** A readable YAML file: its value, and a way to tell where in the text any part of it stands. */
export interface ConfigFile {
  readonly value: unknown;
  /** The problem at a value, or where that is missing at what should hold it. */
  readonly problemAt: (path: ConfigPath, message: string) => ConfigProblem;
  /** The problem at a key itself. */
  readonly problemAtKey: (path: ConfigPath, message: string) => ConfigProblem;
}

const TEXT_LENGTH_MAX = 1_000_000;
const ALIASES_MAX = 100;

/** Reads YAML text. Everything that YAML itself forbids is a problem, and so are tags, and keys that are not words. */
export function readConfigFile({ name, text }: ConfigText): Result<ConfigFile, readonly ConfigProblem[]> {
  const lines = new LineCounter();
  const problem = (offset: number, path: ConfigPath, message: string): ConfigProblem => {
    const { line, col } = lines.linePos(offset);
    return { file: name, line: Math.max(1, line), column: Math.max(1, col), path: pathText(path), message };
  };
  if (text.length > TEXT_LENGTH_MAX)
    return err([problem(0, [], `The file has more than ${String(TEXT_LENGTH_MAX)} characters.`)]);

  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const problems = [
    ...[...document.errors, ...document.warnings].map(({ pos, message }) =>
      problem(pos[0], [], `This is not readable YAML: ${message}.`),
    ),
    ...unsuitableNodes(document).map(({ offset, message }) => problem(offset, [], message)),
  ];
  if (problems.length > 0) return err(problems);

  const value = valueOf(document);
  if (!value.ok) return err([problem(offsetOfFirstAlias(document), [], value.error)]);
  return ok({
    value: value.value,
    problemAt: (path, message) => problem(offsetOf(document, path), path, message),
    problemAtKey: (path, message) =>
      problem(keyOffsetOf(document, path) ?? offsetOf(document, path), path, message),
  });
}

/** Few aliases are many values where each names others: that is seen only while they are put in. */
function valueOf(document: ConfigDocument): Result<unknown, string> {
  try {
    return ok(document.toJS({ maxAliasCount: ALIASES_MAX }));
  } catch {
    return err(`The aliases of this file stand for more than ${String(ALIASES_MAX)} values.`);
  }
}

function offsetOfFirstAlias(document: ConfigDocument): number {
  let first = 0;
  visit(document, {
    Alias: (_, alias) => {
      first = startOf(alias);
      return visit.BREAK;
    },
  });
  return first;
}

/** `races.5k.mesocycles[2].weight` */
export const pathText = (path: ConfigPath): string =>
  path.reduce<string>(
    (text, key) =>
      typeof key === "number" ? `${text}[${String(key)}]` : text === "" ? key : `${text}.${key}`,
    "",
  );

type ConfigDocument = Document.Parsed<ParsedNode, boolean>;
interface Unsuitable {
  readonly offset: number;
  readonly message: string;
}

function unsuitableNodes(document: ConfigDocument): readonly Unsuitable[] {
  const found: Unsuitable[] = [];
  let aliases = 0;
  visit(document, {
    Alias: (_, alias) => {
      aliases += 1;
      const offset = startOf(alias);
      if (!alias.resolve(document)) found.push({ offset, message: `There is no anchor &${alias.source}.` });
      if (aliases === ALIASES_MAX + 1)
        found.push({ offset, message: `The file has more than ${String(ALIASES_MAX)} aliases.` });
    },
    Pair: (_, { key }) => {
      if (!isScalar(key)) found.push({ offset: startOf(key), message: "A key is a single word here." });
    },
  });
  return found;
}

/** Where the value stands, or else the nearest thing around it. */
function offsetOf(document: ConfigDocument, path: ConfigPath): number {
  const node = nodeAt(document, path);
  if (node) return startOf(node);
  return path.length === 0
    ? 0
    : (keyOffsetOf(document, path.slice(0, -1)) ?? offsetOf(document, path.slice(0, -1)));
}

function keyOffsetOf(document: ConfigDocument, path: ConfigPath): number | undefined {
  const parent = nodeAt(document, path.slice(0, -1));
  const pair = isMap(parent) ? parent.items.find(({ key }) => isKey(key, path.at(-1))) : undefined;
  return pair && startOf(pair.key);
}

const nodeAt = (document: ConfigDocument, path: ConfigPath): unknown =>
  path.reduce<unknown>((node, key) => resolved(document, childOf(node, key)), document.contents);

function childOf(node: unknown, key: string | number): unknown {
  if (isMap(node)) return node.items.find((pair) => isKey(pair.key, key))?.value;
  return isSeq(node) && typeof key === "number" ? node.items[key] : undefined;
}

const resolved = (document: ConfigDocument, node: unknown): unknown =>
  isAlias(node) ? node.resolve(document) : node;

const isKey = (key: unknown, name: string | number | undefined): boolean =>
  isScalar(key) && String(key.value) === String(name);

const startOf = (node: unknown): number => (hasRange(node) ? (node.range?.[0] ?? 0) : 0);

const hasRange = (node: unknown): node is Pick<Node, "range"> =>
  typeof node === "object" && node !== null && "range" in node;
