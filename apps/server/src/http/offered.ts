import { type Feature, FEATURES } from "@strideiq/access";
import type { CheckAccess, Visitor } from "@strideiq/application";
import { GATED, PLACING, WISHING } from "./gate.ts";

interface Document {
  readonly paths?: Readonly<Record<string, object | undefined>>;
}

/** What is switched off for somebody, whatever they hold. */
export async function switchedOffFor(
  visitor: Visitor | undefined,
  checkAccess: CheckAccess,
): Promise<ReadonlySet<Feature>> {
  const verdicts = await Promise.all(FEATURES.map((feature) => checkAccess(visitor, feature)));
  return new Set(
    FEATURES.filter((_, index) => {
      const access = verdicts[index];
      return access?.allowed === false && access.because === "switched_off";
    }),
  );
}

/** The API document without what is switched off: a program that goes by it calls nothing in vain. */
export function withoutSwitchedOff<D extends Document>(document: D, off: ReadonlySet<Feature>): D {
  const gone = new Set(
    [
      ...Object.keys(GATED).filter((operation) => isOff(GATED[operation], off)),
      ...(hasNoRace(off) ? [...WISHING, PLACING] : []),
    ].map(inDocument),
  );
  if (gone.size === 0) return document;
  const paths = Object.entries(document.paths ?? {}).flatMap(([path, item]) => {
    const left = Object.entries(item ?? {}).filter(([method]) => !gone.has(`${method} ${path}`));
    return left.length === 0 ? [] : [[path, Object.fromEntries(left)] as const];
  });
  return { ...document, paths: Object.fromEntries(paths) };
}

const isOff = (feature: Feature | undefined, off: ReadonlySet<Feature>): boolean =>
  feature !== undefined && off.has(feature);

const hasNoRace = (off: ReadonlySet<Feature>): boolean =>
  FEATURES.filter((feature) => feature.startsWith("plan.standard.")).every((feature) => off.has(feature));

/** `POST /v1/plans/:planId/restore` stands in the document as `post` at `/v1/plans/{planId}/restore`. */
function inDocument(operation: string): string {
  const [method = "", path = ""] = operation.split(" ");
  return `${method.toLowerCase()} ${path.replace(/:(\w+)/g, "{$1}")}`;
}
