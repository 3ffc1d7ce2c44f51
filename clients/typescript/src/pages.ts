/** Walks through a list of any length. */

import type { Client } from "./client.js";
import type { TypedDocument } from "./documents.js";
import { orThrow } from "./refusals.js";

/** What a connection must select to be walked. */
export interface Page {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null | undefined };
}

/**
 * The pages of a list, one after another: rows that come or go meanwhile neither repeat nor vanish.
 *
 * `listOf` finds the list in the data; null, as for a venture that is not there, ends the walk. The document takes
 * `$after: String`. Throws `MilepostError`.
 */
export async function* pages<Data extends object, Variables extends { after?: string | null }, List extends Page>(
  client: Client,
  document: TypedDocument<Data, Variables>,
  variables: Variables,
  listOf: (data: Data) => List | null | undefined,
): AsyncGenerator<List, void, undefined> {
  for (let after = variables.after; ; ) {
    const given = { ...variables, ...(after == null ? {} : { after }) };
    const list = listOf(orThrow(await client.ask<Data, { after?: string | null }>(document as never, given)));
    if (!list) return;
    yield list;
    if (!list.pageInfo.hasNextPage) return;
    after = list.pageInfo.endCursor ?? null;
  }
}
