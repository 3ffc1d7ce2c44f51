/** Server-sent events as Milepost writes them: lines end with LF, and `data` is one line. */

/** One event; `id` is empty where it has none. One without a name only says, by its id, how far the stream has come. */
export interface ServerEvent {
  readonly event: string;
  readonly data: string;
  readonly id: string;
}

/** The events of a stream; one that is cut off in its middle is dropped. `heard` is called for whatever arrives. */
export async function* eventsIn(body: ReadableStream<Uint8Array>, heard: () => void): AsyncGenerator<ServerEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  for (let rest = ""; ; ) {
    const { done, value } = await reader.read();
    if (done) return;
    heard();
    const blocks = (rest + decoder.decode(value, { stream: true })).split("\n\n");
    rest = blocks.pop()!;
    for (const block of blocks) {
      const event = { event: "", data: "", id: "", ...Object.fromEntries(block.split("\n").map(readLine)) };
      if (event.event || event.id) yield event; // what has neither is a comment, which keeps the connection open
    }
  }
}

function readLine(line: string): [string, string] {
  const colon = line.indexOf(":");
  return [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, "")];
}
