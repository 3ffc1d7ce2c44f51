/** What comes back: data and errors side by side, for nothing that the API answers is thrown. */

/** Codes of `errors[].extensions.code`; more may come. `NETWORK` and `NOT_GRAPHQL` are this client's own. */
export type ErrorCode =
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "BAD_USER_INPUT"
  | "COST_LIMIT"
  | "RATE_LIMITED"
  | "BUSY"
  | "TIMEOUT"
  | "INTERNAL"
  | "NETWORK"
  | "NOT_GRAPHQL"
  | (string & {});

/** Something that kept the request, or a part of it, from being carried out. */
export interface RequestError {
  readonly message: string;
  readonly code: ErrorCode;
  /** Where in the answer; absent when the whole request was refused. */
  readonly path?: ReadonlyArray<string | number>;
  /** Give it to whoever runs the server. */
  readonly requestId?: string;
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** An answer. `ok` says that there are no errors; refusals of a mutation are in its `data`, see `userErrors`. */
export type Answer<Data> =
  | { readonly ok: true; readonly data: Data; readonly errors: readonly []; readonly extensions: Extensions }
  | {
      readonly ok: false;
      readonly data: Data | null;
      readonly errors: readonly [RequestError, ...RequestError[]];
      readonly extensions: Extensions;
    };

export type Extensions = Readonly<Record<string, unknown>>;

/** An answer with one error of this client's own. */
export function failed(code: ErrorCode, message: string): Answer<never> {
  return { ok: false, data: null, errors: [{ code, message, extensions: {} }], extensions: {} };
}

/** The answer in a parsed body; null where that is no GraphQL. */
export function read<Data>(body: unknown): Answer<Data> | null {
  if (!isObject(body) || !("data" in body || "errors" in body)) return null;
  const data = (body["data"] ?? null) as Data | null;
  const extensions = isObject(body["extensions"]) ? body["extensions"] : {};
  const [first, ...more] = (Array.isArray(body["errors"]) ? body["errors"] : []).map(readError);
  if (first) return { ok: false, data, errors: [first, ...more], extensions };
  return { ok: true, data: data as Data, errors: [], extensions };
}

/** The answer in a response, whatever it is. */
export async function answerIn<Data>(response: Response): Promise<Answer<Data>> {
  const text = await response.text();
  return read<Data>(parsed(text)) ?? failed("NOT_GRAPHQL", `status ${response.status}: ${text.slice(0, 200)}`);
}

/** A text as JSON; null where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What an exception says, with its cause. */
export function told(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

function readError(given: unknown): RequestError {
  const error = isObject(given) ? given : {};
  const extensions = isObject(error["extensions"]) ? error["extensions"] : {};
  return {
    message: String(error["message"] ?? "no message"),
    code: String(extensions["code"] ?? "INTERNAL"),
    ...(Array.isArray(error["path"]) ? { path: error["path"] as Array<string | number> } : {}),
    ...(extensions["requestId"] ? { requestId: String(extensions["requestId"]) } : {}),
    extensions,
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
