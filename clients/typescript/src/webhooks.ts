/** What arrives at a webhook; check its signature with the package `standardwebhooks` before you read it. */

/** The body of a webhook. `Data` depends on `type`: the JSON schemas are at `GET /v1/event-types`. */
export interface WebhookEvent<Data = Readonly<Record<string, unknown>>> {
  /** `risk.alert.fired`, `venture.updated`, …; more may come. */
  readonly type: string;
  /** When it happened, RFC 3339. */
  readonly timestamp: string;
  readonly tenant_id: string;
  /** Counts everything that happened in the tenant; who is told only some of it sees gaps. */
  readonly sequence: number;
  readonly data: Data;
  /** Of a change, the values before it. */
  readonly previous: Readonly<Record<string, unknown>> | null;
  /** Who did it. */
  readonly actor: Readonly<Record<string, unknown>> | null;
  /** The date of the form: `2026-12-01`. */
  readonly version: string;
}
