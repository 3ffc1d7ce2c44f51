/** Follows a subscription over server-sent events, and goes on where it was cut off. */

import { answerIn, failed, parsed, read, told, type Answer } from "./answers.js";
import { eventsIn } from "./events.js";
import { listen, pause, pauseAfter } from "./waiting.js";

/**
 * A message. One with errors and a `sequence` could not be made, and others follow; one without a `sequence` says why
 * the subscription ends.
 */
export type Message<Data> = Answer<Data> & { readonly sequence: number | null };

/** Asks for the stream behind the sequence that was seen last. */
export type Open = (last: string, signal: AbortSignal) => Promise<Response>;

export interface Patience {
  /** How long nothing may be heard, in milliseconds. The server says something every twelve seconds. */
  readonly timeout: number;
  /** The longest `Retry-After` that is waited for, in seconds. */
  readonly longestWait: number;
}

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;
/** Why the server ends a subscription that may be asked for again as it was. */
const PASSING: readonly string[] = ["BUSY", "RATE_LIMITED"];

export async function* follow<Data>(
  open: Open,
  { timeout, longestWait }: Patience,
  signal: AbortSignal | undefined,
): AsyncGenerator<Message<Data>, void, undefined> {
  let last = "";
  let wasOpen = false;
  for (let cuts = 0; !signal?.aborted; cuts++) {
    const since = Date.now();
    let wait: number | null = null;
    const line = listen(timeout, signal);
    try {
      const response = await open(last, line.signal);
      if (response.body === null || !response.headers.get("content-type")?.startsWith("text/event-stream")) {
        wait = pauseAfter(response, longestWait);
        const refused = await answerIn<Data>(response);
        if (wait === null && !(wasOpen && response.status >= 500)) return yield { ...refused, sequence: null };
      } else {
        wasOpen = true;
        for await (const { event, data, id } of eventsIn(response.body, line.heard)) {
          if (event === "complete") return;
          if (event === "") {
            last = id; // where it began, or what it has passed by
            continue;
          }
          const answer = read<Data>(parsed(data)) ?? failed("NOT_GRAPHQL", data.slice(0, 200));
          if (id) [last, cuts] = [id, 0];
          else if (PASSING.includes(answer.errors[0]?.code ?? "")) break;
          yield { ...answer, sequence: id ? Number(id) : null };
        }
      }
    } catch (error) {
      if (signal?.aborted) return;
      if (!wasOpen) return yield { ...failed("NETWORK", told(error)), sequence: null };
    } finally {
      line.end();
    }
    if (Date.now() - since > timeout) cuts = 0; // it held
    await pause(wait ?? Math.min(FIRST_PAUSE * 2 ** cuts, LONGEST_PAUSE) * (0.5 + Math.random() / 2), signal).catch(
      () => {}, // the loop ends
    );
  }
}
