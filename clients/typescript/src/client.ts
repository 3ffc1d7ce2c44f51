/** A client that sends typed documents with `fetch`. */

import { answerIn, failed, told, type Answer } from "./answers.js";
import { textOf, type Document } from "./documents.js";
import { follow, type Message } from "./subscribing.js";
import { pause, pauseAfter } from "./waiting.js";

export interface ClientOptions {
  /** Where `/graphql` is: `https://milepost.example/graphql`. */
  readonly url: string | URL;
  /** An API key. Leave it out in a browser that is signed in: the session's cookie says who asks. */
  readonly key?: string;
  /** More headers for every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** How often a request is sent again after 429 or 503 with `Retry-After`; 3 unless given. */
  readonly retries?: number;
  /** The longest `Retry-After` that is waited for, in seconds; 30 unless given. A longer one is answered as an error. */
  readonly longestWait?: number;
  /** How long one try may take, and a subscription be silent, in milliseconds; 30,000 unless given. */
  readonly timeout?: number;
  /** `print` of graphql, for documents that are parsed. */
  readonly print?: (document: never) => string;
  /** Used in place of the global `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
}

export interface AskOptions {
  /** Which operation, where the document has several. */
  readonly operationName?: string;
  /**
   * Stops: `ask` rejects with the signal's reason, `subscribe` ends. A mutation that has arrived is carried out all the
   * same.
   */
  readonly signal?: AbortSignal;
}

/** Variables may be left out where none is required. */
export type Given<Variables> = Record<never, never> extends Variables
  ? [variables?: Variables, options?: AskOptions]
  : [variables: Variables, options?: AskOptions];

export interface Client {
  /** Ask, and wait for the answer. Everything that goes wrong is in the answer; only your own `signal` rejects. */
  ask<Data = unknown, Variables = Record<string, unknown>>(
    document: Document<Data, Variables>,
    ...given: Given<Variables>
  ): Promise<Answer<Data>>;

  /**
   * Follow a subscription until you leave the loop, your `signal` says so, or the server refuses it: the last message
   * then has no `sequence`. A connection that is cut is opened again, and goes on behind the last message.
   */
  subscribe<Data = unknown, Variables = Record<string, unknown>>(
    document: Document<Data, Variables>,
    ...given: Given<Variables>
  ): AsyncGenerator<Message<Data>, void, undefined>;
}

const ACCEPT = "application/graphql-response+json, application/json;q=0.9";

export function createClient(options: ClientOptions): Client {
  const { url, key, retries = 3, longestWait = 30, timeout = 30_000, print } = options;
  const headers: Record<string, string> = {
    Accept: ACCEPT,
    "Content-Type": "application/json",
    ...(key === undefined ? {} : { Authorization: `Bearer ${key}` }),
    ...options.headers,
  };

  async function ask<Data, Variables>(
    document: Document<Data, Variables>,
    ...[variables, { operationName, signal } = {}]: [variables?: Variables, options?: AskOptions]
  ): Promise<Answer<Data>> {
    const body = JSON.stringify({ query: textOf(document, print), variables, operationName });
    for (let left = retries; ; left--) {
      signal?.throwIfAborted();
      const late = AbortSignal.timeout(timeout);
      const stop = signal ? AbortSignal.any([signal, late]) : late;
      try {
        const response = await (options.fetch ?? fetch)(url, { method: "POST", headers, body, signal: stop });
        const wait = left > 0 ? pauseAfter(response, longestWait) : null;
        if (wait === null) return await answerIn<Data>(response);
        await response.body?.cancel();
        await pause(wait, signal);
      } catch (error) {
        signal?.throwIfAborted();
        return failed("NETWORK", late.aborted ? `no answer within ${timeout} ms` : told(error));
      }
    }
  }

  function subscribe<Data, Variables>(
    document: Document<Data, Variables>,
    ...[variables, { operationName, signal } = {}]: [variables?: Variables, options?: AskOptions]
  ): AsyncGenerator<Message<Data>, void, undefined> {
    const body = JSON.stringify({ query: textOf(document, print), variables, operationName });
    const open = (last: string, stop: AbortSignal) => {
      const asking = { ...headers, Accept: "text/event-stream", ...(last && { "Last-Event-ID": last }) };
      return (options.fetch ?? fetch)(url, { method: "POST", headers: asking, body, signal: stop });
    };
    return follow<Data>(open, { timeout, longestWait }, signal);
  }

  return { ask, subscribe };
}
