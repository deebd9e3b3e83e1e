import { FEATURES, type Paywall, PRODUCTS } from "@strideiq/access";
import { err, ok, type Result } from "@strideiq/engine";
import { type ConfigFile, type ConfigText, readConfigFile } from "./config-file.ts";
import type { ConfigProblem } from "./config-problem.ts";
import { schemaProblems } from "./schema-problems.ts";
import { paywallSchema } from "./schema/paywall.ts";

type Problems = readonly ConfigProblem[];

/** Reads who may use what, or names every mistake. Each feature of the product is in exactly one offer. */
export function parsePaywall(text: ConfigText): Result<Paywall, Problems> {
  const file = readConfigFile(text);
  if (!file.ok) return file;
  const parsed = paywallSchema.safeParse(file.value.value);
  if (!parsed.success) return err(schemaProblems(file.value, paywallSchema, parsed.error));
  const problems = [...doubleOffers(file.value, parsed.data), ...wrongPrices(file.value, parsed.data)];
  return problems.length === 0 ? ok(parsed.data) : err(problems);
}

function doubleOffers(file: ConfigFile, { products }: Paywall): Problems {
  const problems: ConfigProblem[] = [];
  const seen = new Set<string>();
  for (const product of PRODUCTS)
    for (const [index, feature] of products[product].features.entries()) {
      const path = ["products", product, "features", index];
      if (seen.has(feature))
        problems.push(file.problemAt(path, `${feature} is in a product before already.`));
      seen.add(feature);
    }
  const missing = FEATURES.filter((feature) => !seen.has(feature));
  return [
    ...problems,
    ...missing.map((feature) => file.problemAt(["products"], `No product holds ${feature}.`)),
  ];
}

/** What costs nothing would never be bought, and what is free has no price. */
const wrongPrices = (file: ConfigFile, { products }: Paywall): Problems =>
  PRODUCTS.filter((product) => {
    const { cents, per } = products[product];
    return product === "free" ? cents > 0 || per !== "nothing" : cents === 0 || per === "nothing";
  }).map((product) =>
    file.problemAt(
      ["products", product],
      product === "free" ? "What is free has no price." : `${product} needs a price, and what it is for.`,
    ),
  );
