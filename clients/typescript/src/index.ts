export type { Answer, ErrorCode, Extensions, RequestError } from "./answers.js";
export { createClient, type AskOptions, type Client, type ClientOptions } from "./client.js";
export type { Document, TypedDocument } from "./documents.js";
export { pages, type Page } from "./pages.js";
export { MilepostError, orThrow, userErrors, type UserErrorsOf } from "./refusals.js";
export { scalars } from "./scalars.js";
export type { Message } from "./subscribing.js";
export type { WebhookEvent } from "./webhooks.js";
