/** What commands were refused for, and exceptions for those who prefer them. */

import type { Answer, RequestError } from "./answers.js";

/** The user errors that a document selects, of all its mutations together. */
export type UserErrorsOf<Data> = {
  [Field in keyof Data]: NonNullable<Data[Field]> extends { userErrors: ReadonlyArray<infer Told> } ? Told : never;
}[keyof Data];

/** Why the mutations of a document were refused, in their order; empty where all was done. */
export function userErrors<Data extends object>(data: Data | null): UserErrorsOf<Data>[] {
  const payloads: Array<{ userErrors?: UserErrorsOf<Data>[] } | null> = Object.values(data ?? {});
  return payloads.flatMap((payload) => payload?.userErrors ?? []);
}

/** Thrown by `orThrow` and `pages`. */
export class MilepostError extends Error {
  override readonly name = "MilepostError";

  constructor(
    /** What kept the request from being carried out. */
    readonly errors: readonly RequestError[],
    /** What its commands were refused for. */
    readonly userErrors: readonly unknown[],
  ) {
    super(
      [...errors, ...(userErrors as Array<{ message?: string }>)].map((error) => error.message ?? "refused").join("; "),
    );
  }
}

/** The data of an answer in which nothing was refused. Throws `MilepostError`. */
export function orThrow<Data extends object>(answer: Answer<Data>): Data {
  const refused = userErrors(answer.data);
  if (!answer.ok || refused.length > 0) throw new MilepostError(answer.errors, refused);
  return answer.data;
}
