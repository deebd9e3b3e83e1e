import type { Certificate, Verdict } from "@strideiq/engine";
import { messages } from "../messages.ts";

/** `38 checks, 2 remarks`. Laws that do not apply to this plan were not checked. */
export function countLine({ laws }: Certificate): string {
  const count = (verdict: Verdict): number => laws.filter((law) => law.verdict === verdict).length;
  const breaches = count("breach");
  return [
    messages.certificate.checks(laws.length - count("not_applicable")),
    messages.certificate.remarks(count("flag")),
    ...(breaches > 0 ? [messages.certificate.breaches(breaches)] : []),
  ].join(", ");
}
