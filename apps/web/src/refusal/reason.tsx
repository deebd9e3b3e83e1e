import { reasonWords } from "./reason-words.ts";

interface ReasonProps {
  readonly refusal: Parameters<typeof reasonWords>[0];
  readonly units: Parameters<typeof reasonWords>[1];
}

export const Reason = ({ refusal, units }: ReasonProps) => <p>{reasonWords(refusal, units)}</p>;
