/**
 * The same work, done once for the same text: what came out last is kept and given again, as long as it is asked
 * with the same words. For work that is pure and slow; what it gives must not be changed by who gets it.
 */
export function rememberLast<Input, Output>(work: (input: Input) => Output): (input: Input) => Output {
  let last: { readonly key: string; readonly output: Output } | undefined;
  return (input) => {
    const key = JSON.stringify(input);
    if (last?.key !== key) last = { key, output: work(input) };
    return last.output;
  };
}
