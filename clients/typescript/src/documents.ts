/** Documents as graphql-codegen writes them: text with the types of answer and variables. */

/** A document that knows its types: `TypedDocumentString` and `TypedDocumentNode` of graphql-codegen both fit. */
export interface TypedDocument<Data, Variables> {
  /** Is never there at run time. */
  __apiType?: (variables: Variables) => Data;
}

/** What can be asked: a typed document, or plain text, whose answer is `unknown`. */
export type Document<Data, Variables> = TypedDocument<Data, Variables> | string;

/** The text to send. Throws `TypeError` for a parsed document where nothing can print it. */
export function textOf(document: unknown, print: ((document: never) => string) | undefined): string {
  if (typeof document === "string" || document instanceof String) return document.toString();
  if (print) return print(document as never);
  throw new TypeError(
    'this document is parsed: generate with documentMode: "string", or give createClient the function print of graphql',
  );
}
