/** One event of a stream. */
export interface StreamEvent {
  readonly data: string;
}

/** The events of a text/event-stream, one after the other; a stream that breaks ends like one that is over. */
export async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }) as const);
    if (done) return;
    const blocks = `${rest}${decoder.decode(value, { stream: true })}`.replaceAll("\r\n", "\n").split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const data = dataOf(block);
      if (data !== "") yield { data };
    }
  }
}

/** Lines that begin with a colon are signs of life. */
const dataOf = (block: string): string =>
  block
    .split("\n")
    .flatMap((line) => (line.startsWith("data:") ? [line.slice(5).trimStart()] : []))
    .join("\n");
