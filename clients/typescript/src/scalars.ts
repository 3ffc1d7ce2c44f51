/** How the schema's scalars look in TypeScript, for `config.scalars` of graphql-codegen. */
export const scalars = {
  /** The type and 32 hexadecimal digits: `risk_0198f3…`. */
  ID: "string",
  /** RFC 3339 in UTC: `2026-12-31T12:00:00.000000Z`. */
  DateTime: "string",
  /** A calendar day: `2026-12-31`. */
  Date: "string",
  /** A decimal number with all its digits: `"1250.50"`. A `number` would lose some. */
  Decimal: "string",
  /** ISO 8601: `P2W`, `-PT12H`. */
  Duration: "string",
  /** Any JSON value; look before you use it. */
  JSON: "unknown",
  URL: "string",
  EmailAddress: "string",
} as const;
