export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar date: `2026-12-31`. In filters also an ISO 8601 duration from today: `-P2W`. */
  Date: { input: string; output: string; }
  /** An instant in RFC 3339, in UTC: `2026-12-31T12:00:00.000000Z`. In filters also an ISO 8601 duration from now: `-PT12H`. */
  DateTime: { input: string; output: string; }
  /** A decimal number as a string, so that no digit is lost: `"1250.50"`. Numbers are taken as well. */
  Decimal: { input: string; output: string; }
  /** An ISO 8601 duration: `P2W`, `-PT12H`. */
  Duration: { input: string; output: string; }
  /** An e-mail address. */
  EmailAddress: { input: string; output: string; }
  /** Any JSON value. */
  JSON: { input: unknown; output: unknown; }
  /** An http or https address. */
  URL: { input: string; output: string; }
};

/** A risk borne knowingly until a day: one person asks, another approves. Approved, it holds through that day. */
export type Acceptance = Node & {
  /** When it was approved. */
  approvedAt: Maybe<Scalars['DateTime']['output']>;
  /** The member who approved it; never the one who asked. */
  approvedBy: Maybe<Member>;
  /** When it was archived; empty while it is in use. */
  archivedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** When it was rejected, withdrawn, followed by another, or ended with the risk's status. */
  endedAt: Maybe<Scalars['DateTime']['output']>;
  /** The member who ended it. */
  endedBy: Maybe<Member>;
  /** The last day on which it holds, in the tenant's time zone. */
  expiresOn: Scalars['Date']['output'];
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** When it lapsed. */
  lapsedAt: Maybe<Scalars['DateTime']['output']>;
  /** What was said when it was approved, rejected or withdrawn. */
  note: Maybe<Scalars['String']['output']>;
  /** Why the risk can be borne. */
  reason: Scalars['String']['output'];
  /** When it was asked for. */
  requestedAt: Scalars['DateTime']['output'];
  /** The member who asked for it. */
  requestedBy: Member;
  /** The risk that is borne. */
  risk: Risk;
  /** Where it stands. */
  state: AcceptanceState;
  /** When it was changed last. */
  updatedAt: Scalars['DateTime']['output'];
  /** The venture. */
  venture: Venture;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version: Scalars['Int']['output'];
  /** What you may do with it, by your role. */
  viewerCan: AcceptanceViewerCan;
  /** The nearest warning that was given: 30, 7 or 1 days before. */
  warnedDays: Maybe<Scalars['Int']['output']>;
};

/** What is told of a group of acceptances. */
export type AcceptanceAggregate = {
  /** The average of each over the rows that have a value, to six places. */
  avg: AcceptanceAvg;
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** How many groups there are, also where not all of them are given. */
  groupCount: Scalars['Int']['output'];
  /** What its rows share. */
  keys: AcceptanceGroupKeys;
  /** The greatest, latest or gravest of each. */
  max: AcceptanceMax;
  /** The smallest, earliest or mildest of each. */
  min: AcceptanceMin;
  /** The sum of each; null where no row has a value. */
  sum: AcceptanceSum;
};

/** Averages over acceptances. */
export type AcceptanceAvg = {
  /** The nearest warning that was given: 30, 7 or 1 days before. */
  warnedDays: Maybe<Scalars['Float']['output']>;
};

/** A page of a list of acceptances. */
export type AcceptanceConnection = {
  /** Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their keys; read only when asked for. */
  aggregate: Array<AcceptanceAggregate>;
  /** The rows with their cursors. */
  edges: Array<AcceptanceEdge>;
  /** The rows. */
  nodes: Array<Acceptance>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};


/** A page of a list of acceptances. */
export type AcceptanceConnectionaggregateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<Array<AcceptanceGroupField>>;
};

/** A row of a list of acceptances. */
export type AcceptanceEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: Acceptance;
};

/** Conditions on acceptances; all must hold. An empty filter filters nothing. */
export type AcceptanceFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<AcceptanceFilter>>;
  /** When it was approved. */
  approvedAt?: InputMaybe<DateTimeComparator>;
  /** The member who approved it; never the one who asked. */
  approvedBy?: InputMaybe<MemberFilter>;
  /** The member who approved it; never the one who asked. */
  approvedById?: InputMaybe<IDComparator>;
  /** When it was archived; empty while it is in use. */
  archivedAt?: InputMaybe<DateTimeComparator>;
  /** When it was made. */
  createdAt?: InputMaybe<DateTimeComparator>;
  /** When it was rejected, withdrawn, followed by another, or ended with the risk's status. */
  endedAt?: InputMaybe<DateTimeComparator>;
  /** The member who ended it. */
  endedBy?: InputMaybe<MemberFilter>;
  /** The member who ended it. */
  endedById?: InputMaybe<IDComparator>;
  /** The last day on which it holds, in the tenant's time zone. */
  expiresOn?: InputMaybe<DateComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** When it lapsed. */
  lapsedAt?: InputMaybe<DateTimeComparator>;
  /** This does not hold. */
  not?: InputMaybe<AcceptanceFilter>;
  /** What was said when it was approved, rejected or withdrawn. */
  note?: InputMaybe<StringComparator>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<AcceptanceFilter>>;
  /** Why the risk can be borne. */
  reason?: InputMaybe<StringComparator>;
  /** When it was asked for. */
  requestedAt?: InputMaybe<DateTimeComparator>;
  /** The member who asked for it. */
  requestedBy?: InputMaybe<MemberFilter>;
  /** The member who asked for it. */
  requestedById?: InputMaybe<IDComparator>;
  /** The risk that is borne. */
  risk?: InputMaybe<RiskFilter>;
  /** The risk that is borne. */
  riskId?: InputMaybe<IDComparator>;
  /** Where it stands. */
  state?: InputMaybe<AcceptanceStateComparator>;
  /** When it was changed last. */
  updatedAt?: InputMaybe<DateTimeComparator>;
  /** The venture. */
  venture?: InputMaybe<VentureFilter>;
  /** The venture. */
  ventureId?: InputMaybe<IDComparator>;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version?: InputMaybe<IntComparator>;
  /** The nearest warning that was given: 30, 7 or 1 days before. */
  warnedDays?: InputMaybe<IntComparator>;
};

/** By what acceptances can be grouped. */
export type AcceptanceGroupField =
  /** When it was approved: the day. */
  | 'APPROVED_AT_DAY'
  /** When it was approved: the first day of the month. */
  | 'APPROVED_AT_MONTH'
  /** When it was approved: the first day of the week. */
  | 'APPROVED_AT_WEEK'
  /** The member who approved it; never the one who asked. */
  | 'APPROVED_BY'
  /** The member who approved it; never the one who asked: What the person may do. */
  | 'APPROVED_BY_ROLE'
  /** When it was made: the day. */
  | 'CREATED_AT_DAY'
  /** When it was made: the first day of the month. */
  | 'CREATED_AT_MONTH'
  /** When it was made: the first day of the week. */
  | 'CREATED_AT_WEEK'
  /** When it was rejected, withdrawn, followed by another, or ended with the risk's status: the day. */
  | 'ENDED_AT_DAY'
  /** When it was rejected, withdrawn, followed by another, or ended with the risk's status: the first day of the month. */
  | 'ENDED_AT_MONTH'
  /** When it was rejected, withdrawn, followed by another, or ended with the risk's status: the first day of the week. */
  | 'ENDED_AT_WEEK'
  /** The member who ended it. */
  | 'ENDED_BY'
  /** The member who ended it: What the person may do. */
  | 'ENDED_BY_ROLE'
  /** The last day on which it holds, in the tenant's time zone: the day. */
  | 'EXPIRES_ON_DAY'
  /** The last day on which it holds, in the tenant's time zone: the first day of the month. */
  | 'EXPIRES_ON_MONTH'
  /** The last day on which it holds, in the tenant's time zone: the first day of the week. */
  | 'EXPIRES_ON_WEEK'
  /** When it lapsed: the day. */
  | 'LAPSED_AT_DAY'
  /** When it lapsed: the first day of the month. */
  | 'LAPSED_AT_MONTH'
  /** When it lapsed: the first day of the week. */
  | 'LAPSED_AT_WEEK'
  /** When it was asked for: the day. */
  | 'REQUESTED_AT_DAY'
  /** When it was asked for: the first day of the month. */
  | 'REQUESTED_AT_MONTH'
  /** When it was asked for: the first day of the week. */
  | 'REQUESTED_AT_WEEK'
  /** The member who asked for it. */
  | 'REQUESTED_BY'
  /** The member who asked for it: What the person may do. */
  | 'REQUESTED_BY_ROLE'
  /** The risk that is borne: Code of its category: technical, funding, market, legal or one of the tenant's own. */
  | 'RISK_CATEGORY'
  /** The risk that is borne. */
  | 'RISK_ID'
  /** The risk that is borne: How serious it was before any response. */
  | 'RISK_INHERENT_LEVEL'
  /** The risk that is borne: Whether it would hurt or help. */
  | 'RISK_KIND'
  /** The risk that is borne: How serious it is now. */
  | 'RISK_LEVEL'
  /** The risk that is borne: Where it stands. */
  | 'RISK_STATUS'
  /** The risk that is borne: Code of the sub-type within the category. */
  | 'RISK_SUB_TYPE'
  /** The risk that is borne: How serious it should become. */
  | 'RISK_TARGET_LEVEL'
  /** Where it stands. */
  | 'STATE'
  /** The venture: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture. */
  | 'VENTURE_ID'
  /** The venture: How far it has come. */
  | 'VENTURE_STAGE'
  /** The nearest warning that was given: 30, 7 or 1 days before. */
  | 'WARNED_DAYS'
  | '%future added value';

/** What the acceptances of a group share; null unless grouped by. */
export type AcceptanceGroupKeys = {
  /** When it was approved: the day. */
  approvedAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was approved: the first day of the month. */
  approvedAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was approved: the first day of the week. */
  approvedAtWeek: Maybe<Scalars['Date']['output']>;
  /** The member who approved it; never the one who asked. Given with its id as a key. */
  approvedBy: Maybe<Member>;
  /** The member who approved it; never the one who asked. */
  approvedById: Maybe<Scalars['ID']['output']>;
  /** The member who approved it; never the one who asked: What the person may do. */
  approvedByRole: Maybe<Role>;
  /** When it was made: the day. */
  createdAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the month. */
  createdAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the week. */
  createdAtWeek: Maybe<Scalars['Date']['output']>;
  /** When it was rejected, withdrawn, followed by another, or ended with the risk's status: the day. */
  endedAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was rejected, withdrawn, followed by another, or ended with the risk's status: the first day of the month. */
  endedAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was rejected, withdrawn, followed by another, or ended with the risk's status: the first day of the week. */
  endedAtWeek: Maybe<Scalars['Date']['output']>;
  /** The member who ended it. Given with its id as a key. */
  endedBy: Maybe<Member>;
  /** The member who ended it. */
  endedById: Maybe<Scalars['ID']['output']>;
  /** The member who ended it: What the person may do. */
  endedByRole: Maybe<Role>;
  /** The last day on which it holds, in the tenant's time zone: the day. */
  expiresOnDay: Maybe<Scalars['Date']['output']>;
  /** The last day on which it holds, in the tenant's time zone: the first day of the month. */
  expiresOnMonth: Maybe<Scalars['Date']['output']>;
  /** The last day on which it holds, in the tenant's time zone: the first day of the week. */
  expiresOnWeek: Maybe<Scalars['Date']['output']>;
  /** When it lapsed: the day. */
  lapsedAtDay: Maybe<Scalars['Date']['output']>;
  /** When it lapsed: the first day of the month. */
  lapsedAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it lapsed: the first day of the week. */
  lapsedAtWeek: Maybe<Scalars['Date']['output']>;
  /** When it was asked for: the day. */
  requestedAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was asked for: the first day of the month. */
  requestedAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was asked for: the first day of the week. */
  requestedAtWeek: Maybe<Scalars['Date']['output']>;
  /** The member who asked for it. Given with its id as a key. */
  requestedBy: Maybe<Member>;
  /** The member who asked for it. */
  requestedById: Maybe<Scalars['ID']['output']>;
  /** The member who asked for it: What the person may do. */
  requestedByRole: Maybe<Role>;
  /** The risk that is borne. Given with its id as a key. */
  risk: Maybe<Risk>;
  /** The risk that is borne: Code of its category: technical, funding, market, legal or one of the tenant's own. */
  riskCategory: Maybe<Scalars['String']['output']>;
  /** The risk that is borne. */
  riskId: Maybe<Scalars['ID']['output']>;
  /** The risk that is borne: How serious it was before any response. */
  riskInherentLevel: Maybe<RiskLevel>;
  /** The risk that is borne: Whether it would hurt or help. */
  riskKind: Maybe<RiskKind>;
  /** The risk that is borne: How serious it is now. */
  riskLevel: Maybe<RiskLevel>;
  /** The risk that is borne: Where it stands. */
  riskStatus: Maybe<RiskStatus>;
  /** The risk that is borne: Code of the sub-type within the category. */
  riskSubType: Maybe<Scalars['String']['output']>;
  /** The risk that is borne: How serious it should become. */
  riskTargetLevel: Maybe<RiskLevel>;
  /** Where it stands. */
  state: Maybe<AcceptanceState>;
  /** The venture. Given with its id as a key. */
  venture: Maybe<Venture>;
  /** The venture: Application field, such as medicine or finance. */
  ventureField: Maybe<Scalars['String']['output']>;
  /** The venture. */
  ventureId: Maybe<Scalars['ID']['output']>;
  /** The venture: How far it has come. */
  ventureStage: Maybe<VentureStage>;
  /** The nearest warning that was given: 30, 7 or 1 days before. */
  warnedDays: Maybe<Scalars['Int']['output']>;
};

/** Conditions on all acceptances of something. */
export type AcceptanceListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<AcceptanceFilter>;
  /** None is like this. */
  none?: InputMaybe<AcceptanceFilter>;
  /** At least one is like this. */
  some?: InputMaybe<AcceptanceFilter>;
};

/** Greatest values over acceptances. */
export type AcceptanceMax = {
  /** When it was approved. */
  approvedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was rejected, withdrawn, followed by another, or ended with the risk's status. */
  endedAt: Maybe<Scalars['DateTime']['output']>;
  /** The last day on which it holds, in the tenant's time zone. */
  expiresOn: Maybe<Scalars['Date']['output']>;
  /** When it lapsed. */
  lapsedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was asked for. */
  requestedAt: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  state: Maybe<AcceptanceState>;
  /** The nearest warning that was given: 30, 7 or 1 days before. */
  warnedDays: Maybe<Scalars['Int']['output']>;
};

/** Smallest values over acceptances. */
export type AcceptanceMin = {
  /** When it was approved. */
  approvedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was rejected, withdrawn, followed by another, or ended with the risk's status. */
  endedAt: Maybe<Scalars['DateTime']['output']>;
  /** The last day on which it holds, in the tenant's time zone. */
  expiresOn: Maybe<Scalars['Date']['output']>;
  /** When it lapsed. */
  lapsedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was asked for. */
  requestedAt: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  state: Maybe<AcceptanceState>;
  /** The nearest warning that was given: 30, 7 or 1 days before. */
  warnedDays: Maybe<Scalars['Int']['output']>;
};

/** One key of the order of acceptances. */
export type AcceptanceOrder = {
  /** Which way; ASC where left out. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: AcceptanceOrderField;
  /** Where rows without a value stand; LAST where left out. */
  nulls?: InputMaybe<OrderNulls>;
};

/** By what acceptances can be ordered. */
export type AcceptanceOrderField =
  /** When it was approved. */
  | 'APPROVED_AT'
  /** The member who approved it; never the one who asked: The person's e-mail address. */
  | 'APPROVED_BY_EMAIL'
  /** The member who approved it; never the one who asked: The person's name. */
  | 'APPROVED_BY_NAME'
  /** The member who approved it; never the one who asked: What the person may do. */
  | 'APPROVED_BY_ROLE'
  /** When it was archived; empty while it is in use. */
  | 'ARCHIVED_AT'
  /** When it was made. */
  | 'CREATED_AT'
  /** When it was rejected, withdrawn, followed by another, or ended with the risk's status. */
  | 'ENDED_AT'
  /** The member who ended it: The person's e-mail address. */
  | 'ENDED_BY_EMAIL'
  /** The member who ended it: The person's name. */
  | 'ENDED_BY_NAME'
  /** The member who ended it: What the person may do. */
  | 'ENDED_BY_ROLE'
  /** The last day on which it holds, in the tenant's time zone. */
  | 'EXPIRES_ON'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** When it lapsed. */
  | 'LAPSED_AT'
  /** What was said when it was approved, rejected or withdrawn. */
  | 'NOTE'
  /** Why the risk can be borne. */
  | 'REASON'
  /** When it was asked for. */
  | 'REQUESTED_AT'
  /** The member who asked for it: The person's e-mail address. */
  | 'REQUESTED_BY_EMAIL'
  /** The member who asked for it: The person's name. */
  | 'REQUESTED_BY_NAME'
  /** The member who asked for it: What the person may do. */
  | 'REQUESTED_BY_ROLE'
  /** The risk that is borne: When it was last assessed as it is now. */
  | 'RISK_ASSESSED_AT'
  /** The risk that is borne: Code of its category: technical, funding, market, legal or one of the tenant's own. */
  | 'RISK_CATEGORY'
  /** The risk that is borne: Why it may happen. */
  | 'RISK_CAUSE'
  /** The risk that is borne: What would follow. */
  | 'RISK_EFFECT'
  /** The risk that is borne: What would happen. */
  | 'RISK_EVENT'
  /** The risk that is borne: Probability × mean impact now, in the tenant's currency. */
  | 'RISK_EXPECTED_LOSS'
  /** The risk that is borne: When it would happen. */
  | 'RISK_EXPECTED_ON'
  /** The risk that is borne: Level of impact now, from 1. */
  | 'RISK_IMPACT_LEVEL'
  /** The risk that is borne: How serious it was before any response. */
  | 'RISK_INHERENT_LEVEL'
  /** The risk that is borne: Score before any response. */
  | 'RISK_INHERENT_SCORE'
  /** The risk that is borne: Whether it would hurt or help. */
  | 'RISK_KIND'
  /** The risk that is borne: How serious it is now. */
  | 'RISK_LEVEL'
  /** The risk that is borne: Since when the present level has held. */
  | 'RISK_LEVEL_SINCE'
  /** The risk that is borne: When it is to be assessed again. */
  | 'RISK_NEXT_ASSESSMENT_ON'
  /** The risk that is borne: Since when it has been open without a break. */
  | 'RISK_OPENED_AT'
  /** The risk that is borne: How many actions of its responses are not done. */
  | 'RISK_OPEN_ACTION_COUNT'
  /** The risk that is borne: By how much its venture's P80 loss would be lower without it. */
  | 'RISK_P80_SHARE'
  /** The risk that is borne: Level of probability now, from 1. */
  | 'RISK_PROBABILITY_LEVEL'
  /** The risk that is borne: How many days away that is; negative where it has passed. */
  | 'RISK_PROXIMITY_DAYS'
  /** The risk that is borne: When it would happen: the expected day, else the day on which the first milestone that it threatens is due. */
  | 'RISK_PROXIMITY_ON'
  /** The risk that is borne: Probability level × impact level of the latest current assessment. */
  | 'RISK_SCORE'
  /** The risk that is borne: Where it stands. */
  | 'RISK_STATUS'
  /** The risk that is borne: Code of the sub-type within the category. */
  | 'RISK_SUB_TYPE'
  /** The risk that is borne: How serious it should become. */
  | 'RISK_TARGET_LEVEL'
  /** The risk that is borne: Score as it should become. */
  | 'RISK_TARGET_SCORE'
  /** The risk that is borne: Code of the template that it was made from. */
  | 'RISK_TEMPLATE'
  /** The risk that is borne: The risk in one line. */
  | 'RISK_TITLE'
  /** Where it stands. */
  | 'STATE'
  /** When it was changed last. */
  | 'UPDATED_AT'
  /** The venture: What it is about. */
  | 'VENTURE_DESCRIPTION'
  /** The venture: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture: How many alerts are firing. */
  | 'VENTURE_FIRING_ALERT_COUNT'
  /** The venture: Short code, unique in the tenant, such as MEDX. */
  | 'VENTURE_KEY'
  /** The venture: Its name. */
  | 'VENTURE_NAME'
  /** The venture: How many risks are open. */
  | 'VENTURE_OPEN_RISK_COUNT'
  /** The venture: How many milestones are past their due day and not done. */
  | 'VENTURE_OVERDUE_MILESTONE_COUNT'
  /** The venture: How far it has come. */
  | 'VENTURE_STAGE'
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  | 'VERSION'
  /** The nearest warning that was given: 30, 7 or 1 days before. */
  | 'WARNED_DAYS'
  | '%future added value';

/** Where an acceptance stands. */
export type AcceptanceState =
  /** It holds. */
  | 'APPROVED'
  /** The risk's status was changed. */
  | 'ENDED'
  /** Its last day is over. */
  | 'LAPSED'
  /** It was not approved. */
  | 'REJECTED'
  /** It waits for another person's approval. */
  | 'REQUESTED'
  /** A later one took its place. */
  | 'SUPERSEDED'
  /** It was taken back. */
  | 'WITHDRAWN'
  | '%future added value';

/** Conditions on a value of the type AcceptanceState; all must hold. */
export type AcceptanceStateComparator = {
  /** Equal to it. */
  eq?: InputMaybe<AcceptanceState>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<AcceptanceState>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<AcceptanceState>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<AcceptanceState>>;
};

/** Sums over acceptances. */
export type AcceptanceSum = {
  /** The nearest warning that was given: 30, 7 or 1 days before. */
  warnedDays: Maybe<Scalars['Float']['output']>;
};

/** What you may do with a Acceptance. */
export type AcceptanceViewerCan = {
  /** Whether you may approve it. */
  approve: Scalars['Boolean']['output'];
  /** Whether you may reject it. */
  reject: Scalars['Boolean']['output'];
  /** Whether you may request it. */
  request: Scalars['Boolean']['output'];
};

/** An alert that somebody takes. */
export type AcknowledgeAlertInput = {
  /** The alert. */
  alertId: Scalars['ID']['input'];
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What is being done about it. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** Until when it is taken, at most 90 days from now; left out, what the tenant's policy says. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What came of `acknowledgeAlert`. */
export type AcknowledgeAlertPayload = {
  /** The alert as it is now; null where refused. */
  alert: Maybe<Alert>;
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** One thing to do for a response, or about an issue. */
export type Action = Node & {
  /** When it was archived; empty while it is in use. */
  archivedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was done. */
  completedAt: Maybe<Scalars['DateTime']['output']>;
  /** What it costs, in the tenant's currency. */
  cost: Maybe<Scalars['Decimal']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** How many days after its due day it was done, or have passed since; 0 in time, empty without a due day. */
  daysLate: Maybe<Scalars['Int']['output']>;
  /** Until when. */
  dueOn: Maybe<Scalars['Date']['output']>;
  /** Whether that came true; empty until somebody has said. */
  effectCameTrue: Maybe<Scalars['Boolean']['output']>;
  /** Level of impact at which the risk is expected to stand afterwards. */
  effectImpactLevel: Maybe<Scalars['Int']['output']>;
  /** How that is known. */
  effectNote: Maybe<Scalars['String']['output']>;
  /** Level of probability at which the risk is expected to stand afterwards. */
  effectProbabilityLevel: Maybe<Scalars['Int']['output']>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** Whether its due day has passed in the tenant's time zone and it is not done. */
  isOverdue: Scalars['Boolean']['output'];
  /** The issue that it belongs to, unless to a response. */
  issue: Maybe<Issue>;
  /** The member who does it. */
  owner: Maybe<Member>;
  /** The response that it belongs to, unless to an issue. */
  response: Maybe<Response>;
  /** What is to be done. */
  title: Scalars['String']['output'];
  /** When it was changed last. */
  updatedAt: Scalars['DateTime']['output'];
  /** The venture. */
  venture: Venture;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version: Scalars['Int']['output'];
  /** What you may do with it, by your role. */
  viewerCan: ActionViewerCan;
};

/** What is told of a group of actions. */
export type ActionAggregate = {
  /** The average of each over the rows that have a value, to six places. */
  avg: ActionAvg;
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** How many groups there are, also where not all of them are given. */
  groupCount: Scalars['Int']['output'];
  /** What its rows share. */
  keys: ActionGroupKeys;
  /** The greatest, latest or gravest of each. */
  max: ActionMax;
  /** The smallest, earliest or mildest of each. */
  min: ActionMin;
  /** The sum of each; null where no row has a value. */
  sum: ActionSum;
};

/** Averages over actions. */
export type ActionAvg = {
  /** What it costs, in the tenant's currency. */
  cost: Maybe<Scalars['Decimal']['output']>;
  /** How many days after its due day it was done, or have passed since; 0 in time, empty without a due day. */
  daysLate: Maybe<Scalars['Float']['output']>;
  /** Level of impact at which the risk is expected to stand afterwards. */
  effectImpactLevel: Maybe<Scalars['Float']['output']>;
  /** Level of probability at which the risk is expected to stand afterwards. */
  effectProbabilityLevel: Maybe<Scalars['Float']['output']>;
};

/** A page of a list of actions. */
export type ActionConnection = {
  /** Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their keys; read only when asked for. */
  aggregate: Array<ActionAggregate>;
  /** The rows with their cursors. */
  edges: Array<ActionEdge>;
  /** The rows. */
  nodes: Array<Action>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};


/** A page of a list of actions. */
export type ActionConnectionaggregateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<Array<ActionGroupField>>;
};

/** A row of a list of actions. */
export type ActionEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: Action;
};

/** Conditions on actions; all must hold. An empty filter filters nothing. */
export type ActionFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<ActionFilter>>;
  /** When it was archived; empty while it is in use. */
  archivedAt?: InputMaybe<DateTimeComparator>;
  /** When it was done. */
  completedAt?: InputMaybe<DateTimeComparator>;
  /** What it costs, in the tenant's currency. */
  cost?: InputMaybe<DecimalComparator>;
  /** When it was made. */
  createdAt?: InputMaybe<DateTimeComparator>;
  /** How many days after its due day it was done, or have passed since; 0 in time, empty without a due day. */
  daysLate?: InputMaybe<IntComparator>;
  /** Until when. */
  dueOn?: InputMaybe<DateComparator>;
  /** Whether that came true; empty until somebody has said. */
  effectCameTrue?: InputMaybe<BooleanComparator>;
  /** Level of impact at which the risk is expected to stand afterwards. */
  effectImpactLevel?: InputMaybe<IntComparator>;
  /** How that is known. */
  effectNote?: InputMaybe<StringComparator>;
  /** Level of probability at which the risk is expected to stand afterwards. */
  effectProbabilityLevel?: InputMaybe<IntComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** Whether its due day has passed in the tenant's time zone and it is not done. */
  isOverdue?: InputMaybe<BooleanComparator>;
  /** The issue that it belongs to, unless to a response. */
  issue?: InputMaybe<IssueFilter>;
  /** The issue that it belongs to, unless to a response. */
  issueId?: InputMaybe<IDComparator>;
  /** This does not hold. */
  not?: InputMaybe<ActionFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<ActionFilter>>;
  /** The member who does it. */
  owner?: InputMaybe<MemberFilter>;
  /** The member who does it. */
  ownerId?: InputMaybe<IDComparator>;
  /** The response that it belongs to, unless to an issue. */
  response?: InputMaybe<ResponseFilter>;
  /** The response that it belongs to, unless to an issue. */
  responseId?: InputMaybe<IDComparator>;
  /** What is to be done. */
  title?: InputMaybe<StringComparator>;
  /** When it was changed last. */
  updatedAt?: InputMaybe<DateTimeComparator>;
  /** The venture. */
  venture?: InputMaybe<VentureFilter>;
  /** The venture. */
  ventureId?: InputMaybe<IDComparator>;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version?: InputMaybe<IntComparator>;
};

/** By what actions can be grouped. */
export type ActionGroupField =
  /** When it was done: the day. */
  | 'COMPLETED_AT_DAY'
  /** When it was done: the first day of the month. */
  | 'COMPLETED_AT_MONTH'
  /** When it was done: the first day of the week. */
  | 'COMPLETED_AT_WEEK'
  /** When it was made: the day. */
  | 'CREATED_AT_DAY'
  /** When it was made: the first day of the month. */
  | 'CREATED_AT_MONTH'
  /** When it was made: the first day of the week. */
  | 'CREATED_AT_WEEK'
  /** How many days after its due day it was done, or have passed since; 0 in time, empty without a due day. */
  | 'DAYS_LATE'
  /** Until when: the day. */
  | 'DUE_ON_DAY'
  /** Until when: the first day of the month. */
  | 'DUE_ON_MONTH'
  /** Until when: the first day of the week. */
  | 'DUE_ON_WEEK'
  /** Whether that came true; empty until somebody has said. */
  | 'EFFECT_CAME_TRUE'
  /** Level of impact at which the risk is expected to stand afterwards. */
  | 'EFFECT_IMPACT_LEVEL'
  /** Level of probability at which the risk is expected to stand afterwards. */
  | 'EFFECT_PROBABILITY_LEVEL'
  /** The issue that it belongs to, unless to a response. */
  | 'ISSUE_ID'
  /** The issue that it belongs to, unless to a response: Whether it is still dealt with. */
  | 'ISSUE_STATE'
  /** Whether its due day has passed in the tenant's time zone and it is not done. */
  | 'IS_OVERDUE'
  /** The member who does it. */
  | 'OWNER_ID'
  /** The member who does it: What the person may do. */
  | 'OWNER_ROLE'
  /** The response that it belongs to, unless to an issue. */
  | 'RESPONSE_ID'
  /** The response that it belongs to, unless to an issue: How the risk is answered. */
  | 'RESPONSE_KIND'
  /** The venture: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture. */
  | 'VENTURE_ID'
  /** The venture: How far it has come. */
  | 'VENTURE_STAGE'
  | '%future added value';

/** What the actions of a group share; null unless grouped by. */
export type ActionGroupKeys = {
  /** When it was done: the day. */
  completedAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was done: the first day of the month. */
  completedAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was done: the first day of the week. */
  completedAtWeek: Maybe<Scalars['Date']['output']>;
  /** When it was made: the day. */
  createdAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the month. */
  createdAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the week. */
  createdAtWeek: Maybe<Scalars['Date']['output']>;
  /** How many days after its due day it was done, or have passed since; 0 in time, empty without a due day. */
  daysLate: Maybe<Scalars['Int']['output']>;
  /** Until when: the day. */
  dueOnDay: Maybe<Scalars['Date']['output']>;
  /** Until when: the first day of the month. */
  dueOnMonth: Maybe<Scalars['Date']['output']>;
  /** Until when: the first day of the week. */
  dueOnWeek: Maybe<Scalars['Date']['output']>;
  /** Whether that came true; empty until somebody has said. */
  effectCameTrue: Maybe<Scalars['Boolean']['output']>;
  /** Level of impact at which the risk is expected to stand afterwards. */
  effectImpactLevel: Maybe<Scalars['Int']['output']>;
  /** Level of probability at which the risk is expected to stand afterwards. */
  effectProbabilityLevel: Maybe<Scalars['Int']['output']>;
  /** Whether its due day has passed in the tenant's time zone and it is not done. */
  isOverdue: Maybe<Scalars['Boolean']['output']>;
  /** The issue that it belongs to, unless to a response. Given with its id as a key. */
  issue: Maybe<Issue>;
  /** The issue that it belongs to, unless to a response. */
  issueId: Maybe<Scalars['ID']['output']>;
  /** The issue that it belongs to, unless to a response: Whether it is still dealt with. */
  issueState: Maybe<IssueState>;
  /** The member who does it. Given with its id as a key. */
  owner: Maybe<Member>;
  /** The member who does it. */
  ownerId: Maybe<Scalars['ID']['output']>;
  /** The member who does it: What the person may do. */
  ownerRole: Maybe<Role>;
  /** The response that it belongs to, unless to an issue. Given with its id as a key. */
  response: Maybe<Response>;
  /** The response that it belongs to, unless to an issue. */
  responseId: Maybe<Scalars['ID']['output']>;
  /** The response that it belongs to, unless to an issue: How the risk is answered. */
  responseKind: Maybe<ResponseKind>;
  /** The venture. Given with its id as a key. */
  venture: Maybe<Venture>;
  /** The venture: Application field, such as medicine or finance. */
  ventureField: Maybe<Scalars['String']['output']>;
  /** The venture. */
  ventureId: Maybe<Scalars['ID']['output']>;
  /** The venture: How far it has come. */
  ventureStage: Maybe<VentureStage>;
};

/** Conditions on all actions of something. */
export type ActionListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<ActionFilter>;
  /** None is like this. */
  none?: InputMaybe<ActionFilter>;
  /** At least one is like this. */
  some?: InputMaybe<ActionFilter>;
};

/** Greatest values over actions. */
export type ActionMax = {
  /** When it was done. */
  completedAt: Maybe<Scalars['DateTime']['output']>;
  /** What it costs, in the tenant's currency. */
  cost: Maybe<Scalars['Decimal']['output']>;
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** How many days after its due day it was done, or have passed since; 0 in time, empty without a due day. */
  daysLate: Maybe<Scalars['Int']['output']>;
  /** Until when. */
  dueOn: Maybe<Scalars['Date']['output']>;
  /** Level of impact at which the risk is expected to stand afterwards. */
  effectImpactLevel: Maybe<Scalars['Int']['output']>;
  /** Level of probability at which the risk is expected to stand afterwards. */
  effectProbabilityLevel: Maybe<Scalars['Int']['output']>;
};

/** Smallest values over actions. */
export type ActionMin = {
  /** When it was done. */
  completedAt: Maybe<Scalars['DateTime']['output']>;
  /** What it costs, in the tenant's currency. */
  cost: Maybe<Scalars['Decimal']['output']>;
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** How many days after its due day it was done, or have passed since; 0 in time, empty without a due day. */
  daysLate: Maybe<Scalars['Int']['output']>;
  /** Until when. */
  dueOn: Maybe<Scalars['Date']['output']>;
  /** Level of impact at which the risk is expected to stand afterwards. */
  effectImpactLevel: Maybe<Scalars['Int']['output']>;
  /** Level of probability at which the risk is expected to stand afterwards. */
  effectProbabilityLevel: Maybe<Scalars['Int']['output']>;
};

/** One key of the order of actions. */
export type ActionOrder = {
  /** Which way; ASC where left out. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: ActionOrderField;
  /** Where rows without a value stand; LAST where left out. */
  nulls?: InputMaybe<OrderNulls>;
};

/** By what actions can be ordered. */
export type ActionOrderField =
  /** When it was archived; empty while it is in use. */
  | 'ARCHIVED_AT'
  /** When it was done. */
  | 'COMPLETED_AT'
  /** What it costs, in the tenant's currency. */
  | 'COST'
  /** When it was made. */
  | 'CREATED_AT'
  /** How many days after its due day it was done, or have passed since; 0 in time, empty without a due day. */
  | 'DAYS_LATE'
  /** Until when. */
  | 'DUE_ON'
  /** Whether that came true; empty until somebody has said. */
  | 'EFFECT_CAME_TRUE'
  /** Level of impact at which the risk is expected to stand afterwards. */
  | 'EFFECT_IMPACT_LEVEL'
  /** How that is known. */
  | 'EFFECT_NOTE'
  /** Level of probability at which the risk is expected to stand afterwards. */
  | 'EFFECT_PROBABILITY_LEVEL'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** The issue that it belongs to, unless to a response: What it has cost, in the tenant's currency. */
  | 'ISSUE_ACTUAL_COST'
  /** The issue that it belongs to, unless to a response: Delay that it has brought, in working days. */
  | 'ISSUE_ACTUAL_DELAY'
  /** The issue that it belongs to, unless to a response: What happened. */
  | 'ISSUE_DESCRIPTION'
  /** The issue that it belongs to, unless to a response: The mean loss last estimated before it happened, in the tenant's currency. */
  | 'ISSUE_ESTIMATED_COST'
  /** The issue that it belongs to, unless to a response: The mean delay last estimated before it happened, in working days. */
  | 'ISSUE_ESTIMATED_DELAY'
  /** The issue that it belongs to, unless to a response: The probability last given to it before it happened. */
  | 'ISSUE_ESTIMATED_PROBABILITY'
  /** The issue that it belongs to, unless to a response: When it happened. */
  | 'ISSUE_OCCURRED_ON'
  /** The issue that it belongs to, unless to a response: When it was dealt with. */
  | 'ISSUE_RESOLVED_ON'
  /** The issue that it belongs to, unless to a response: Whether it is still dealt with. */
  | 'ISSUE_STATE'
  /** The issue that it belongs to, unless to a response: The issue in one line. */
  | 'ISSUE_TITLE'
  /** The member who does it: The person's e-mail address. */
  | 'OWNER_EMAIL'
  /** The member who does it: The person's name. */
  | 'OWNER_NAME'
  /** The member who does it: What the person may do. */
  | 'OWNER_ROLE'
  /** The response that it belongs to, unless to an issue: What it means. */
  | 'RESPONSE_DESCRIPTION'
  /** The response that it belongs to, unless to an issue: How the risk is answered. */
  | 'RESPONSE_KIND'
  /** The response that it belongs to, unless to an issue: The response in one line. */
  | 'RESPONSE_TITLE'
  /** What is to be done. */
  | 'TITLE'
  /** When it was changed last. */
  | 'UPDATED_AT'
  /** The venture: What it is about. */
  | 'VENTURE_DESCRIPTION'
  /** The venture: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture: How many alerts are firing. */
  | 'VENTURE_FIRING_ALERT_COUNT'
  /** The venture: Short code, unique in the tenant, such as MEDX. */
  | 'VENTURE_KEY'
  /** The venture: Its name. */
  | 'VENTURE_NAME'
  /** The venture: How many risks are open. */
  | 'VENTURE_OPEN_RISK_COUNT'
  /** The venture: How many milestones are past their due day and not done. */
  | 'VENTURE_OVERDUE_MILESTONE_COUNT'
  /** The venture: How far it has come. */
  | 'VENTURE_STAGE'
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  | 'VERSION'
  | '%future added value';

/** Sums over actions. */
export type ActionSum = {
  /** What it costs, in the tenant's currency. */
  cost: Maybe<Scalars['Decimal']['output']>;
  /** How many days after its due day it was done, or have passed since; 0 in time, empty without a due day. */
  daysLate: Maybe<Scalars['Float']['output']>;
  /** Level of impact at which the risk is expected to stand afterwards. */
  effectImpactLevel: Maybe<Scalars['Float']['output']>;
  /** Level of probability at which the risk is expected to stand afterwards. */
  effectProbabilityLevel: Maybe<Scalars['Float']['output']>;
};

/** What you may do with a Action. */
export type ActionViewerCan = {
  /** Whether you may complete it. */
  complete: Scalars['Boolean']['output'];
  /** Whether you may edit it. */
  edit: Scalars['Boolean']['output'];
};

/** One thing to do for a response. */
export type AddActionInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** What it costs, in the tenant's currency. */
  cost?: InputMaybe<Scalars['Decimal']['input']>;
  /** Until when. */
  dueOn?: InputMaybe<Scalars['Date']['input']>;
  /** Level of impact at which the risk is expected to stand once it is done. */
  effectImpactLevel?: InputMaybe<Scalars['Int']['input']>;
  /** Level of probability at which the risk is expected to stand once it is done. */
  effectProbabilityLevel?: InputMaybe<Scalars['Int']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The member who does it. */
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  /** The response. */
  responseId: Scalars['ID']['input'];
  /** What is to be done. */
  title: Scalars['String']['input'];
};

/** What came of `addAction`. */
export type AddActionPayload = {
  /** The action as it is now; null where refused. */
  action: Maybe<Action>;
  /** The new action as an edge of the root list in its usual order. */
  actionEdge: Maybe<ActionEdge>;
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The response as it is now; null where refused. */
  response: Maybe<Response>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** A new criterion of a milestone; a metric criterion names metric, target and direction. */
export type AddCriterionInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Whether the target is reached from below or kept under. */
  direction?: InputMaybe<CriterionDirection>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What is measured. */
  metric?: InputMaybe<Scalars['String']['input']>;
  /** The milestone. */
  milestoneId: Scalars['ID']['input'];
  /** Whether the milestone fails without it. */
  must?: InputMaybe<Scalars['Boolean']['input']>;
  /** The value to reach or to stay under. */
  target?: InputMaybe<Scalars['Decimal']['input']>;
  /** What must be true. */
  title: Scalars['String']['input'];
  /** Unit of the target. */
  unit?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `addCriterion`. */
export type AddCriterionPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The criterion as it is now; null where refused. */
  criterion: Maybe<Criterion>;
  /** The new criterion as an edge of the root list in its usual order. */
  criterionEdge: Maybe<CriterionEdge>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** One milestone depends on another. */
export type AddDependencyInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Which end of the first holds which end of the second. */
  kind?: InputMaybe<DependencyKind>;
  /** Working days between the two; may be negative. */
  lagDays?: InputMaybe<Scalars['Int']['input']>;
  /** The milestone that comes first. */
  predecessorId: Scalars['ID']['input'];
  /** The milestone that depends on it. */
  successorId: Scalars['ID']['input'];
};

/** What came of `addDependency`. */
export type AddDependencyPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The dependency as it is now; null where refused. */
  dependency: Maybe<Dependency>;
  /** The new dependency as an edge of the root list in its usual order. */
  dependencyEdge: Maybe<DependencyEdge>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** One more thing to do about an issue. */
export type AddIssueActionInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** What it costs, in the tenant's currency. */
  cost?: InputMaybe<Scalars['Decimal']['input']>;
  /** Until when. */
  dueOn?: InputMaybe<Scalars['Date']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The issue. */
  issueId: Scalars['ID']['input'];
  /** The member who does it. */
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  /** What is to be done. */
  title: Scalars['String']['input'];
};

/** What came of `addIssueAction`. */
export type AddIssueActionPayload = {
  /** The action as it is now; null where refused. */
  action: Maybe<Action>;
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The issue as it is now; null where refused. */
  issue: Maybe<Issue>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** A new member. With an e-mail address the person signs in by it; without one the member is only named. */
export type AddMemberInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The address by which the person signs in, verified by a provider. */
  email?: InputMaybe<Scalars['EmailAddress']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Name of the person. */
  name: Scalars['String']['input'];
  /** What the member may do. */
  role?: InputMaybe<Role>;
  /** The only ventures that the member may see; left out: all. */
  ventureIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** What came of `addMember`. */
export type AddMemberPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The member as it is now; null where refused. */
  member: Maybe<Member>;
  /** The new member as an edge of the root list in its usual order. */
  memberEdge: Maybe<MemberEdge>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** How a risk is answered. */
export type AddResponseInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** More about it. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** A threat: avoid, mitigate, transfer, accept. An opportunity: exploit, enhance, share, accept. */
  kind: ResponseKind;
  /** The member who answers for it. */
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  /** The risk. */
  riskId: Scalars['ID']['input'];
  /** The response in one line. */
  title: Scalars['String']['input'];
};

/** What came of `addResponse`. */
export type AddResponsePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The response as it is now; null where refused. */
  response: Maybe<Response>;
  /** The new response as an edge of the root list in its usual order. */
  responseEdge: Maybe<ResponseEdge>;
  /** The risk as it is now; null where refused. */
  risk: Maybe<Risk>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** One risk that may bring about another. */
export type AddRiskCauseInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The risk that may follow; of the same venture. */
  followsId: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The risk that may bring it about. */
  riskId: Scalars['ID']['input'];
};

/** What came of `addRiskCause`. */
export type AddRiskCausePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The risk as it is now; null where refused. */
  risk: Maybe<Risk>;
  /** The risk cause as it is now; null where refused. */
  riskCause: Maybe<RiskCause>;
  /** The new risk cause as an edge of the root list in its usual order. */
  riskCauseEdge: Maybe<RiskCauseEdge>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** What somebody has to say of a risk. */
export type AddRiskCommentInput = {
  /** The text; it is kept as it was written. */
  body: Scalars['String']['input'];
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Members whom it names. */
  mentionIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The risk. */
  riskId: Scalars['ID']['input'];
};

/** What came of `addRiskComment`. */
export type AddRiskCommentPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The risk as it is now; null where refused. */
  risk: Maybe<Risk>;
  /** The risk comment as it is now; null where refused. */
  riskComment: Maybe<RiskComment>;
  /** The new risk comment as an edge of the root list in its usual order. */
  riskCommentEdge: Maybe<RiskCommentEdge>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** A milestone that a risk threatens, and by how much it would slip: in three points, or by so many days. */
export type AddRiskMilestoneInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The milestone; of the risk's venture. */
  milestoneId: Scalars['ID']['input'];
  /** The risk. */
  riskId: Scalars['ID']['input'];
  /** Slip in three points, in working days. */
  slip?: InputMaybe<ThreePointDelayInput>;
  /** Slip in working days, where it is certain. */
  slipDays?: InputMaybe<Scalars['Decimal']['input']>;
};

/** What came of `addRiskMilestone`. */
export type AddRiskMilestonePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The risk as it is now; null where refused. */
  risk: Maybe<Risk>;
  /** The risk milestone as it is now; null where refused. */
  riskMilestone: Maybe<RiskMilestone>;
  /** The new risk milestone as an edge of the root list in its usual order. */
  riskMilestoneEdge: Maybe<RiskMilestoneEdge>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** A resource that a risk would hit. */
export type AddRiskResourceInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The resource; of the risk's venture. */
  resourceId: Scalars['ID']['input'];
  /** The risk. */
  riskId: Scalars['ID']['input'];
};

/** What came of `addRiskResource`. */
export type AddRiskResourcePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The risk as it is now; null where refused. */
  risk: Maybe<Risk>;
  /** The risk resource as it is now; null where refused. */
  riskResource: Maybe<RiskResource>;
  /** The new risk resource as an edge of the root list in its usual order. */
  riskResourceEdge: Maybe<RiskResourceEdge>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** A member's place in a team. */
export type AddTeamMemberInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The member. */
  memberId: Scalars['ID']['input'];
  /** Percent of the member's time. */
  share?: InputMaybe<Scalars['Int']['input']>;
  /** The team. */
  teamId: Scalars['ID']['input'];
  /** What the member does there. */
  title?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `addTeamMember`. */
export type AddTeamMemberPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The team as it is now; null where refused. */
  team: Maybe<Team>;
  /** The team member as it is now; null where refused. */
  teamMember: Maybe<TeamMember>;
  /** The new team member as an edge of the root list in its usual order. */
  teamMemberEdge: Maybe<TeamMemberEdge>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** One rule holding for one subject. Its columns are those of `domain.risks.monitoring.lifecycle.AlertState`. */
export type Alert = Node & {
  /** When a member took it. */
  acknowledgedAt: Maybe<Scalars['DateTime']['output']>;
  /** The member who took it. */
  acknowledgedBy: Maybe<Member>;
  /** When the acknowledgement lapses by itself; empty: never. */
  acknowledgedUntil: Maybe<Scalars['DateTime']['output']>;
  /** What the member said. */
  acknowledgementNote: Maybe<Scalars['String']['output']>;
  /** Category of the risk that it is about. */
  category: Maybe<Scalars['String']['output']>;
  /** Since when its condition has been gone. */
  clearingSince: Maybe<Scalars['DateTime']['output']>;
  /** How far it was escalated: 0 not, 1 to the venture's owner, 2 to the admins. */
  escalationStep: Scalars['Int']['output'];
  /** When it was last looked at. */
  evaluatedAt: Scalars['DateTime']['output'];
  /** What the rule saw. */
  evidence: Scalars['JSON']['output'];
  /** When it fired. */
  firedAt: Maybe<Scalars['DateTime']['output']>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** The gravest it has been since it fired. */
  peakSeverity: Severity;
  /** Since when its condition holds. */
  pendingSince: Scalars['DateTime']['output'];
  /** The alert before it of the same rule and subject. */
  previousAlert: Maybe<Alert>;
  /** When it was resolved. */
  resolvedAt: Maybe<Scalars['DateTime']['output']>;
  /** Why it was resolved. */
  resolvedReason: Maybe<AlertResolvedReason>;
  /** Counts the events told of it. */
  revision: Scalars['Int']['output'];
  /** Code of the rule. */
  rule: Scalars['String']['output'];
  /** How grave it is. */
  severity: Severity;
  /** Since when its condition holds. */
  since: Scalars['DateTime']['output'];
  /** Where it stands. */
  state: AlertState;
  /** What it is about; empty where that is gone or you may not see it. */
  subject: Maybe<Node>;
  /** The type of what it is about. */
  subjectType: Scalars['String']['output'];
  /** What it says, in the tenant's language. */
  summary: Scalars['String']['output'];
  /** What happened to it, the oldest first. */
  timeline: AlertTransitionConnection;
  /** The venture that it concerns. */
  venture: Venture;
  /** What you may do with it, by your role. */
  viewerCan: AlertViewerCan;
  /** Why nothing is told of it at present. */
  withheld: Maybe<AlertWithheld>;
};


/** One rule holding for one subject. Its columns are those of `domain.risks.monitoring.lifecycle.AlertState`. */
export type AlerttimelineArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AlertTransitionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<AlertTransitionOrder>>;
};

/** What is told of a group of alerts. */
export type AlertAggregate = {
  /** The average of each over the rows that have a value, to six places. */
  avg: AlertAvg;
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** How many groups there are, also where not all of them are given. */
  groupCount: Scalars['Int']['output'];
  /** What its rows share. */
  keys: AlertGroupKeys;
  /** The greatest, latest or gravest of each. */
  max: AlertMax;
  /** The smallest, earliest or mildest of each. */
  min: AlertMin;
  /** The sum of each; null where no row has a value. */
  sum: AlertSum;
};

/** Averages over alerts. */
export type AlertAvg = {
  /** How far it was escalated: 0 not, 1 to the venture's owner, 2 to the admins. */
  escalationStep: Maybe<Scalars['Float']['output']>;
  /** Counts the events told of it. */
  revision: Maybe<Scalars['Float']['output']>;
};

/** A page of a list of alerts. */
export type AlertConnection = {
  /** Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their keys; read only when asked for. */
  aggregate: Array<AlertAggregate>;
  /** The rows with their cursors. */
  edges: Array<AlertEdge>;
  /** The rows. */
  nodes: Array<Alert>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};


/** A page of a list of alerts. */
export type AlertConnectionaggregateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<Array<AlertGroupField>>;
};

/** A row of a list of alerts. */
export type AlertEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: Alert;
};

/** Conditions on alerts; all must hold. An empty filter filters nothing. */
export type AlertFilter = {
  /** When a member took it. */
  acknowledgedAt?: InputMaybe<DateTimeComparator>;
  /** The member who took it. */
  acknowledgedBy?: InputMaybe<MemberFilter>;
  /** The member who took it. */
  acknowledgedById?: InputMaybe<IDComparator>;
  /** When the acknowledgement lapses by itself; empty: never. */
  acknowledgedUntil?: InputMaybe<DateTimeComparator>;
  /** What the member said. */
  acknowledgementNote?: InputMaybe<StringComparator>;
  /** All of these hold. */
  and?: InputMaybe<Array<AlertFilter>>;
  /** Category of the risk that it is about. */
  category?: InputMaybe<StringComparator>;
  /** Since when its condition has been gone. */
  clearingSince?: InputMaybe<DateTimeComparator>;
  /** How far it was escalated: 0 not, 1 to the venture's owner, 2 to the admins. */
  escalationStep?: InputMaybe<IntComparator>;
  /** When it was last looked at. */
  evaluatedAt?: InputMaybe<DateTimeComparator>;
  /** When it fired. */
  firedAt?: InputMaybe<DateTimeComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** This does not hold. */
  not?: InputMaybe<AlertFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<AlertFilter>>;
  /** The gravest it has been since it fired. */
  peakSeverity?: InputMaybe<SeverityComparator>;
  /** The alert before it of the same rule and subject. */
  previousAlert?: InputMaybe<AlertFilter>;
  /** The alert before it of the same rule and subject. */
  previousAlertId?: InputMaybe<IDComparator>;
  /** When it was resolved. */
  resolvedAt?: InputMaybe<DateTimeComparator>;
  /** Why it was resolved. */
  resolvedReason?: InputMaybe<AlertResolvedReasonComparator>;
  /** Counts the events told of it. */
  revision?: InputMaybe<IntComparator>;
  /** Code of the rule. */
  rule?: InputMaybe<StringComparator>;
  /** How grave it is. */
  severity?: InputMaybe<SeverityComparator>;
  /** Since when its condition holds. */
  since?: InputMaybe<DateTimeComparator>;
  /** Where it stands. */
  state?: InputMaybe<AlertStateComparator>;
  /** The id of what it is about. */
  subjectId?: InputMaybe<IDComparator>;
  /** The type of what it is about. */
  subjectType?: InputMaybe<StringComparator>;
  /** What it says, in the tenant's language. */
  summary?: InputMaybe<StringComparator>;
  /** What happened to it, the oldest first. */
  timeline?: InputMaybe<AlertTransitionListFilter>;
  /** The venture that it concerns. */
  venture?: InputMaybe<VentureFilter>;
  /** The venture that it concerns. */
  ventureId?: InputMaybe<IDComparator>;
  /** Why nothing is told of it at present. */
  withheld?: InputMaybe<AlertWithheldComparator>;
};

/** By what alerts can be grouped. */
export type AlertGroupField =
  /** When a member took it: the day. */
  | 'ACKNOWLEDGED_AT_DAY'
  /** When a member took it: the first day of the month. */
  | 'ACKNOWLEDGED_AT_MONTH'
  /** When a member took it: the first day of the week. */
  | 'ACKNOWLEDGED_AT_WEEK'
  /** The member who took it. */
  | 'ACKNOWLEDGED_BY'
  /** The member who took it: What the person may do. */
  | 'ACKNOWLEDGED_BY_ROLE'
  /** When the acknowledgement lapses by itself; empty: never: the day. */
  | 'ACKNOWLEDGED_UNTIL_DAY'
  /** When the acknowledgement lapses by itself; empty: never: the first day of the month. */
  | 'ACKNOWLEDGED_UNTIL_MONTH'
  /** When the acknowledgement lapses by itself; empty: never: the first day of the week. */
  | 'ACKNOWLEDGED_UNTIL_WEEK'
  /** Category of the risk that it is about. */
  | 'CATEGORY'
  /** Since when its condition has been gone: the day. */
  | 'CLEARING_SINCE_DAY'
  /** Since when its condition has been gone: the first day of the month. */
  | 'CLEARING_SINCE_MONTH'
  /** Since when its condition has been gone: the first day of the week. */
  | 'CLEARING_SINCE_WEEK'
  /** How far it was escalated: 0 not, 1 to the venture's owner, 2 to the admins. */
  | 'ESCALATION_STEP'
  /** When it was last looked at: the day. */
  | 'EVALUATED_AT_DAY'
  /** When it was last looked at: the first day of the month. */
  | 'EVALUATED_AT_MONTH'
  /** When it was last looked at: the first day of the week. */
  | 'EVALUATED_AT_WEEK'
  /** When it fired: the day. */
  | 'FIRED_AT_DAY'
  /** When it fired: the first day of the month. */
  | 'FIRED_AT_MONTH'
  /** When it fired: the first day of the week. */
  | 'FIRED_AT_WEEK'
  /** The gravest it has been since it fired. */
  | 'PEAK_SEVERITY'
  /** The alert before it of the same rule and subject: Category of the risk that it is about. */
  | 'PREVIOUS_ALERT_CATEGORY'
  /** The alert before it of the same rule and subject. */
  | 'PREVIOUS_ALERT_ID'
  /** The alert before it of the same rule and subject: The gravest it has been since it fired. */
  | 'PREVIOUS_ALERT_PEAK_SEVERITY'
  /** The alert before it of the same rule and subject: Why it was resolved. */
  | 'PREVIOUS_ALERT_RESOLVED_REASON'
  /** The alert before it of the same rule and subject: Code of the rule. */
  | 'PREVIOUS_ALERT_RULE'
  /** The alert before it of the same rule and subject: How grave it is. */
  | 'PREVIOUS_ALERT_SEVERITY'
  /** The alert before it of the same rule and subject: Where it stands. */
  | 'PREVIOUS_ALERT_STATE'
  /** The alert before it of the same rule and subject: The type of what it is about. */
  | 'PREVIOUS_ALERT_SUBJECT_TYPE'
  /** The alert before it of the same rule and subject: Why nothing is told of it at present. */
  | 'PREVIOUS_ALERT_WITHHELD'
  /** When it was resolved: the day. */
  | 'RESOLVED_AT_DAY'
  /** When it was resolved: the first day of the month. */
  | 'RESOLVED_AT_MONTH'
  /** When it was resolved: the first day of the week. */
  | 'RESOLVED_AT_WEEK'
  /** Why it was resolved. */
  | 'RESOLVED_REASON'
  /** Counts the events told of it. */
  | 'REVISION'
  /** Code of the rule. */
  | 'RULE'
  /** How grave it is. */
  | 'SEVERITY'
  /** Since when its condition holds: the day. */
  | 'SINCE_DAY'
  /** Since when its condition holds: the first day of the month. */
  | 'SINCE_MONTH'
  /** Since when its condition holds: the first day of the week. */
  | 'SINCE_WEEK'
  /** Where it stands. */
  | 'STATE'
  /** The type of what it is about. */
  | 'SUBJECT_TYPE'
  /** The venture that it concerns: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture that it concerns. */
  | 'VENTURE_ID'
  /** The venture that it concerns: How far it has come. */
  | 'VENTURE_STAGE'
  /** Why nothing is told of it at present. */
  | 'WITHHELD'
  | '%future added value';

/** What the alerts of a group share; null unless grouped by. */
export type AlertGroupKeys = {
  /** When a member took it: the day. */
  acknowledgedAtDay: Maybe<Scalars['Date']['output']>;
  /** When a member took it: the first day of the month. */
  acknowledgedAtMonth: Maybe<Scalars['Date']['output']>;
  /** When a member took it: the first day of the week. */
  acknowledgedAtWeek: Maybe<Scalars['Date']['output']>;
  /** The member who took it. Given with its id as a key. */
  acknowledgedBy: Maybe<Member>;
  /** The member who took it. */
  acknowledgedById: Maybe<Scalars['ID']['output']>;
  /** The member who took it: What the person may do. */
  acknowledgedByRole: Maybe<Role>;
  /** When the acknowledgement lapses by itself; empty: never: the day. */
  acknowledgedUntilDay: Maybe<Scalars['Date']['output']>;
  /** When the acknowledgement lapses by itself; empty: never: the first day of the month. */
  acknowledgedUntilMonth: Maybe<Scalars['Date']['output']>;
  /** When the acknowledgement lapses by itself; empty: never: the first day of the week. */
  acknowledgedUntilWeek: Maybe<Scalars['Date']['output']>;
  /** Category of the risk that it is about. */
  category: Maybe<Scalars['String']['output']>;
  /** Since when its condition has been gone: the day. */
  clearingSinceDay: Maybe<Scalars['Date']['output']>;
  /** Since when its condition has been gone: the first day of the month. */
  clearingSinceMonth: Maybe<Scalars['Date']['output']>;
  /** Since when its condition has been gone: the first day of the week. */
  clearingSinceWeek: Maybe<Scalars['Date']['output']>;
  /** How far it was escalated: 0 not, 1 to the venture's owner, 2 to the admins. */
  escalationStep: Maybe<Scalars['Int']['output']>;
  /** When it was last looked at: the day. */
  evaluatedAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was last looked at: the first day of the month. */
  evaluatedAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was last looked at: the first day of the week. */
  evaluatedAtWeek: Maybe<Scalars['Date']['output']>;
  /** When it fired: the day. */
  firedAtDay: Maybe<Scalars['Date']['output']>;
  /** When it fired: the first day of the month. */
  firedAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it fired: the first day of the week. */
  firedAtWeek: Maybe<Scalars['Date']['output']>;
  /** The gravest it has been since it fired. */
  peakSeverity: Maybe<Severity>;
  /** The alert before it of the same rule and subject. Given with its id as a key. */
  previousAlert: Maybe<Alert>;
  /** The alert before it of the same rule and subject: Category of the risk that it is about. */
  previousAlertCategory: Maybe<Scalars['String']['output']>;
  /** The alert before it of the same rule and subject. */
  previousAlertId: Maybe<Scalars['ID']['output']>;
  /** The alert before it of the same rule and subject: The gravest it has been since it fired. */
  previousAlertPeakSeverity: Maybe<Severity>;
  /** The alert before it of the same rule and subject: Why it was resolved. */
  previousAlertResolvedReason: Maybe<AlertResolvedReason>;
  /** The alert before it of the same rule and subject: Code of the rule. */
  previousAlertRule: Maybe<Scalars['String']['output']>;
  /** The alert before it of the same rule and subject: How grave it is. */
  previousAlertSeverity: Maybe<Severity>;
  /** The alert before it of the same rule and subject: Where it stands. */
  previousAlertState: Maybe<AlertState>;
  /** The alert before it of the same rule and subject: The type of what it is about. */
  previousAlertSubjectType: Maybe<Scalars['String']['output']>;
  /** The alert before it of the same rule and subject: Why nothing is told of it at present. */
  previousAlertWithheld: Maybe<AlertWithheld>;
  /** When it was resolved: the day. */
  resolvedAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was resolved: the first day of the month. */
  resolvedAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was resolved: the first day of the week. */
  resolvedAtWeek: Maybe<Scalars['Date']['output']>;
  /** Why it was resolved. */
  resolvedReason: Maybe<AlertResolvedReason>;
  /** Counts the events told of it. */
  revision: Maybe<Scalars['Int']['output']>;
  /** Code of the rule. */
  rule: Maybe<Scalars['String']['output']>;
  /** How grave it is. */
  severity: Maybe<Severity>;
  /** Since when its condition holds: the day. */
  sinceDay: Maybe<Scalars['Date']['output']>;
  /** Since when its condition holds: the first day of the month. */
  sinceMonth: Maybe<Scalars['Date']['output']>;
  /** Since when its condition holds: the first day of the week. */
  sinceWeek: Maybe<Scalars['Date']['output']>;
  /** Where it stands. */
  state: Maybe<AlertState>;
  /** The type of what it is about. */
  subjectType: Maybe<Scalars['String']['output']>;
  /** The venture that it concerns. Given with its id as a key. */
  venture: Maybe<Venture>;
  /** The venture that it concerns: Application field, such as medicine or finance. */
  ventureField: Maybe<Scalars['String']['output']>;
  /** The venture that it concerns. */
  ventureId: Maybe<Scalars['ID']['output']>;
  /** The venture that it concerns: How far it has come. */
  ventureStage: Maybe<VentureStage>;
  /** Why nothing is told of it at present. */
  withheld: Maybe<AlertWithheld>;
};

/** Conditions on all alerts of something. */
export type AlertListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<AlertFilter>;
  /** None is like this. */
  none?: InputMaybe<AlertFilter>;
  /** At least one is like this. */
  some?: InputMaybe<AlertFilter>;
};

/** Greatest values over alerts. */
export type AlertMax = {
  /** When a member took it. */
  acknowledgedAt: Maybe<Scalars['DateTime']['output']>;
  /** When the acknowledgement lapses by itself; empty: never. */
  acknowledgedUntil: Maybe<Scalars['DateTime']['output']>;
  /** Since when its condition has been gone. */
  clearingSince: Maybe<Scalars['DateTime']['output']>;
  /** How far it was escalated: 0 not, 1 to the venture's owner, 2 to the admins. */
  escalationStep: Maybe<Scalars['Int']['output']>;
  /** When it was last looked at. */
  evaluatedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it fired. */
  firedAt: Maybe<Scalars['DateTime']['output']>;
  /** The gravest it has been since it fired. */
  peakSeverity: Maybe<Severity>;
  /** When it was resolved. */
  resolvedAt: Maybe<Scalars['DateTime']['output']>;
  /** Why it was resolved. */
  resolvedReason: Maybe<AlertResolvedReason>;
  /** Counts the events told of it. */
  revision: Maybe<Scalars['Int']['output']>;
  /** How grave it is. */
  severity: Maybe<Severity>;
  /** Since when its condition holds. */
  since: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  state: Maybe<AlertState>;
  /** Why nothing is told of it at present. */
  withheld: Maybe<AlertWithheld>;
};

/** News of an alert. */
export type AlertMessage = {
  /** Who did it, as webhooks tell. */
  actor: Scalars['JSON']['output'];
  /** The alert as it is now. Null where it is gone, or you may not see it. */
  alert: Maybe<Alert>;
  /** The fields that an update changed, as GraphQL spells them; empty for other events. */
  changed: Array<Scalars['String']['output']>;
  /** What is told of it, as webhooks have it: the state right after it, in snake case. */
  data: Scalars['JSON']['output'];
  /** The id of the event, the `webhook-id` of webhooks. */
  eventId: Scalars['ID']['output'];
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
  /** What those fields were before, as webhooks have it, in snake case; null where nothing was before. */
  previous: Maybe<Scalars['JSON']['output']>;
  /** Counts everything that happens in the tenant, without gaps; give the last one as `after` to go on. */
  sequence: Scalars['Int']['output'];
  /** The id of what it is about. */
  subjectId: Scalars['ID']['output'];
  /** What happened. */
  type: EventType;
  /** The id of the venture that it concerns; null where it concerns none. */
  ventureId: Maybe<Scalars['ID']['output']>;
};

/** News of alerts like this: each field names the values that it takes. */
export type AlertMessageFilter = {
  /** Categories of risks, or the first word of a rule. At most 100. */
  category?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Codes of rules. At most 100. */
  rule?: InputMaybe<Array<Scalars['String']['input']>>;
  /** How grave it is. */
  severity?: InputMaybe<Array<Severity>>;
  /** What happened to the alert. */
  type?: InputMaybe<Array<EventType>>;
  /** Ids of ventures. At most 100. */
  ventureId?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** Smallest values over alerts. */
export type AlertMin = {
  /** When a member took it. */
  acknowledgedAt: Maybe<Scalars['DateTime']['output']>;
  /** When the acknowledgement lapses by itself; empty: never. */
  acknowledgedUntil: Maybe<Scalars['DateTime']['output']>;
  /** Since when its condition has been gone. */
  clearingSince: Maybe<Scalars['DateTime']['output']>;
  /** How far it was escalated: 0 not, 1 to the venture's owner, 2 to the admins. */
  escalationStep: Maybe<Scalars['Int']['output']>;
  /** When it was last looked at. */
  evaluatedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it fired. */
  firedAt: Maybe<Scalars['DateTime']['output']>;
  /** The gravest it has been since it fired. */
  peakSeverity: Maybe<Severity>;
  /** When it was resolved. */
  resolvedAt: Maybe<Scalars['DateTime']['output']>;
  /** Why it was resolved. */
  resolvedReason: Maybe<AlertResolvedReason>;
  /** Counts the events told of it. */
  revision: Maybe<Scalars['Int']['output']>;
  /** How grave it is. */
  severity: Maybe<Severity>;
  /** Since when its condition holds. */
  since: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  state: Maybe<AlertState>;
  /** Why nothing is told of it at present. */
  withheld: Maybe<AlertWithheld>;
};

/** One key of the order of alerts. */
export type AlertOrder = {
  /** Which way; ASC where left out. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: AlertOrderField;
  /** Where rows without a value stand; LAST where left out. */
  nulls?: InputMaybe<OrderNulls>;
};

/** By what alerts can be ordered. */
export type AlertOrderField =
  /** When a member took it. */
  | 'ACKNOWLEDGED_AT'
  /** The member who took it: The person's e-mail address. */
  | 'ACKNOWLEDGED_BY_EMAIL'
  /** The member who took it: The person's name. */
  | 'ACKNOWLEDGED_BY_NAME'
  /** The member who took it: What the person may do. */
  | 'ACKNOWLEDGED_BY_ROLE'
  /** When the acknowledgement lapses by itself; empty: never. */
  | 'ACKNOWLEDGED_UNTIL'
  /** What the member said. */
  | 'ACKNOWLEDGEMENT_NOTE'
  /** Category of the risk that it is about. */
  | 'CATEGORY'
  /** Since when its condition has been gone. */
  | 'CLEARING_SINCE'
  /** How far it was escalated: 0 not, 1 to the venture's owner, 2 to the admins. */
  | 'ESCALATION_STEP'
  /** When it was last looked at. */
  | 'EVALUATED_AT'
  /** When it fired. */
  | 'FIRED_AT'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** The gravest it has been since it fired. */
  | 'PEAK_SEVERITY'
  /** The alert before it of the same rule and subject: When a member took it. */
  | 'PREVIOUS_ALERT_ACKNOWLEDGED_AT'
  /** The alert before it of the same rule and subject: When the acknowledgement lapses by itself; empty: never. */
  | 'PREVIOUS_ALERT_ACKNOWLEDGED_UNTIL'
  /** The alert before it of the same rule and subject: What the member said. */
  | 'PREVIOUS_ALERT_ACKNOWLEDGEMENT_NOTE'
  /** The alert before it of the same rule and subject: Category of the risk that it is about. */
  | 'PREVIOUS_ALERT_CATEGORY'
  /** The alert before it of the same rule and subject: Since when its condition has been gone. */
  | 'PREVIOUS_ALERT_CLEARING_SINCE'
  /** The alert before it of the same rule and subject: How far it was escalated: 0 not, 1 to the venture's owner, 2 to the admins. */
  | 'PREVIOUS_ALERT_ESCALATION_STEP'
  /** The alert before it of the same rule and subject: When it was last looked at. */
  | 'PREVIOUS_ALERT_EVALUATED_AT'
  /** The alert before it of the same rule and subject: When it fired. */
  | 'PREVIOUS_ALERT_FIRED_AT'
  /** The alert before it of the same rule and subject: The gravest it has been since it fired. */
  | 'PREVIOUS_ALERT_PEAK_SEVERITY'
  /** The alert before it of the same rule and subject: When it was resolved. */
  | 'PREVIOUS_ALERT_RESOLVED_AT'
  /** The alert before it of the same rule and subject: Why it was resolved. */
  | 'PREVIOUS_ALERT_RESOLVED_REASON'
  /** The alert before it of the same rule and subject: Counts the events told of it. */
  | 'PREVIOUS_ALERT_REVISION'
  /** The alert before it of the same rule and subject: Code of the rule. */
  | 'PREVIOUS_ALERT_RULE'
  /** The alert before it of the same rule and subject: How grave it is. */
  | 'PREVIOUS_ALERT_SEVERITY'
  /** The alert before it of the same rule and subject: Since when its condition holds. */
  | 'PREVIOUS_ALERT_SINCE'
  /** The alert before it of the same rule and subject: Where it stands. */
  | 'PREVIOUS_ALERT_STATE'
  /** The alert before it of the same rule and subject: The type of what it is about. */
  | 'PREVIOUS_ALERT_SUBJECT_TYPE'
  /** The alert before it of the same rule and subject: What it says, in the tenant's language. */
  | 'PREVIOUS_ALERT_SUMMARY'
  /** The alert before it of the same rule and subject: Why nothing is told of it at present. */
  | 'PREVIOUS_ALERT_WITHHELD'
  /** When it was resolved. */
  | 'RESOLVED_AT'
  /** Why it was resolved. */
  | 'RESOLVED_REASON'
  /** Counts the events told of it. */
  | 'REVISION'
  /** Code of the rule. */
  | 'RULE'
  /** How grave it is. */
  | 'SEVERITY'
  /** Since when its condition holds. */
  | 'SINCE'
  /** Where it stands. */
  | 'STATE'
  /** The type of what it is about. */
  | 'SUBJECT_TYPE'
  /** What it says, in the tenant's language. */
  | 'SUMMARY'
  /** The venture that it concerns: What it is about. */
  | 'VENTURE_DESCRIPTION'
  /** The venture that it concerns: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture that it concerns: How many alerts are firing. */
  | 'VENTURE_FIRING_ALERT_COUNT'
  /** The venture that it concerns: Short code, unique in the tenant, such as MEDX. */
  | 'VENTURE_KEY'
  /** The venture that it concerns: Its name. */
  | 'VENTURE_NAME'
  /** The venture that it concerns: How many risks are open. */
  | 'VENTURE_OPEN_RISK_COUNT'
  /** The venture that it concerns: How many milestones are past their due day and not done. */
  | 'VENTURE_OVERDUE_MILESTONE_COUNT'
  /** The venture that it concerns: How far it has come. */
  | 'VENTURE_STAGE'
  /** Why nothing is told of it at present. */
  | 'WITHHELD'
  | '%future added value';

/** Why an alert was resolved. */
export type AlertResolvedReason =
  /** The condition went away. */
  | 'CLEARED'
  /** The rule was changed. */
  | 'RULE_CHANGED'
  /** The rule was switched off. */
  | 'RULE_DISABLED'
  /** The subject was archived. */
  | 'SUBJECT_ARCHIVED'
  | '%future added value';

/** Conditions on a value of the type AlertResolvedReason; all must hold. */
export type AlertResolvedReasonComparator = {
  /** Equal to it. */
  eq?: InputMaybe<AlertResolvedReason>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<AlertResolvedReason>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<AlertResolvedReason>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<AlertResolvedReason>>;
};

/** Where an alert stands. An alert whose condition goes before its hold is over leaves nothing behind. */
export type AlertState =
  /** The condition holds. */
  | 'FIRING'
  /** The condition holds, not yet for long enough. */
  | 'PENDING'
  /** The condition has gone. */
  | 'RESOLVED'
  | '%future added value';

/** Conditions on a value of the type AlertState; all must hold. */
export type AlertStateComparator = {
  /** Equal to it. */
  eq?: InputMaybe<AlertState>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<AlertState>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<AlertState>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<AlertState>>;
};

/** Sums over alerts. */
export type AlertSum = {
  /** How far it was escalated: 0 not, 1 to the venture's owner, 2 to the admins. */
  escalationStep: Maybe<Scalars['Float']['output']>;
  /** Counts the events told of it. */
  revision: Maybe<Scalars['Float']['output']>;
};

/** One step of an alert's life, told or not. */
export type AlertTransition = Node & {
  /** The member who did it, where it was a member. */
  actor: Maybe<Member>;
  /** The alert; empty where it went away before it fired. */
  alert: Maybe<Alert>;
  /** When it happened. */
  at: Scalars['DateTime']['output'];
  /** What the rule saw then. */
  evidence: Maybe<Scalars['JSON']['output']>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** Why. */
  reason: Maybe<Scalars['String']['output']>;
  /** The alert's severity after it. */
  severity: Severity;
  /** The alert's state after it. */
  state: AlertState;
  /** Whether others were told of it. */
  told: Scalars['Boolean']['output'];
  /** What happened. */
  transition: Scalars['String']['output'];
};

/** What is told of a group of alert transitions. */
export type AlertTransitionAggregate = {
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** How many groups there are, also where not all of them are given. */
  groupCount: Scalars['Int']['output'];
  /** What its rows share. */
  keys: AlertTransitionGroupKeys;
  /** The greatest, latest or gravest of each. */
  max: AlertTransitionMax;
  /** The smallest, earliest or mildest of each. */
  min: AlertTransitionMin;
};

/** A page of a list of alert transitions. */
export type AlertTransitionConnection = {
  /** Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their keys; read only when asked for. */
  aggregate: Array<AlertTransitionAggregate>;
  /** The rows with their cursors. */
  edges: Array<AlertTransitionEdge>;
  /** The rows. */
  nodes: Array<AlertTransition>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};


/** A page of a list of alert transitions. */
export type AlertTransitionConnectionaggregateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<Array<AlertTransitionGroupField>>;
};

/** A row of a list of alert transitions. */
export type AlertTransitionEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: AlertTransition;
};

/** Conditions on alert transitions; all must hold. An empty filter filters nothing. */
export type AlertTransitionFilter = {
  /** The member who did it, where it was a member. */
  actor?: InputMaybe<MemberFilter>;
  /** The member who did it, where it was a member. */
  actorId?: InputMaybe<IDComparator>;
  /** The alert; empty where it went away before it fired. */
  alert?: InputMaybe<AlertFilter>;
  /** All of these hold. */
  and?: InputMaybe<Array<AlertTransitionFilter>>;
  /** When it happened. */
  at?: InputMaybe<DateTimeComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** This does not hold. */
  not?: InputMaybe<AlertTransitionFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<AlertTransitionFilter>>;
  /** Why. */
  reason?: InputMaybe<StringComparator>;
  /** The alert's severity after it. */
  severity?: InputMaybe<SeverityComparator>;
  /** The alert's state after it. */
  state?: InputMaybe<AlertStateComparator>;
  /** Whether others were told of it. */
  told?: InputMaybe<BooleanComparator>;
  /** What happened. */
  transition?: InputMaybe<StringComparator>;
};

/** By what alert transitions can be grouped. */
export type AlertTransitionGroupField =
  /** The member who did it, where it was a member. */
  | 'ACTOR_ID'
  /** The member who did it, where it was a member: What the person may do. */
  | 'ACTOR_ROLE'
  /** The alert; empty where it went away before it fired: Category of the risk that it is about. */
  | 'ALERT_CATEGORY'
  /** The alert; empty where it went away before it fired: The gravest it has been since it fired. */
  | 'ALERT_PEAK_SEVERITY'
  /** The alert; empty where it went away before it fired: Why it was resolved. */
  | 'ALERT_RESOLVED_REASON'
  /** The alert; empty where it went away before it fired: Code of the rule. */
  | 'ALERT_RULE'
  /** The alert; empty where it went away before it fired: How grave it is. */
  | 'ALERT_SEVERITY'
  /** The alert; empty where it went away before it fired: Where it stands. */
  | 'ALERT_STATE'
  /** The alert; empty where it went away before it fired: The type of what it is about. */
  | 'ALERT_SUBJECT_TYPE'
  /** The alert; empty where it went away before it fired: Why nothing is told of it at present. */
  | 'ALERT_WITHHELD'
  /** When it happened: the day. */
  | 'AT_DAY'
  /** When it happened: the first day of the month. */
  | 'AT_MONTH'
  /** When it happened: the first day of the week. */
  | 'AT_WEEK'
  /** The alert's severity after it. */
  | 'SEVERITY'
  /** The alert's state after it. */
  | 'STATE'
  /** Whether others were told of it. */
  | 'TOLD'
  /** What happened. */
  | 'TRANSITION'
  | '%future added value';

/** What the alert transitions of a group share; null unless grouped by. */
export type AlertTransitionGroupKeys = {
  /** The member who did it, where it was a member. Given with its id as a key. */
  actor: Maybe<Member>;
  /** The member who did it, where it was a member. */
  actorId: Maybe<Scalars['ID']['output']>;
  /** The member who did it, where it was a member: What the person may do. */
  actorRole: Maybe<Role>;
  /** The alert; empty where it went away before it fired: Category of the risk that it is about. */
  alertCategory: Maybe<Scalars['String']['output']>;
  /** The alert; empty where it went away before it fired: The gravest it has been since it fired. */
  alertPeakSeverity: Maybe<Severity>;
  /** The alert; empty where it went away before it fired: Why it was resolved. */
  alertResolvedReason: Maybe<AlertResolvedReason>;
  /** The alert; empty where it went away before it fired: Code of the rule. */
  alertRule: Maybe<Scalars['String']['output']>;
  /** The alert; empty where it went away before it fired: How grave it is. */
  alertSeverity: Maybe<Severity>;
  /** The alert; empty where it went away before it fired: Where it stands. */
  alertState: Maybe<AlertState>;
  /** The alert; empty where it went away before it fired: The type of what it is about. */
  alertSubjectType: Maybe<Scalars['String']['output']>;
  /** The alert; empty where it went away before it fired: Why nothing is told of it at present. */
  alertWithheld: Maybe<AlertWithheld>;
  /** When it happened: the day. */
  atDay: Maybe<Scalars['Date']['output']>;
  /** When it happened: the first day of the month. */
  atMonth: Maybe<Scalars['Date']['output']>;
  /** When it happened: the first day of the week. */
  atWeek: Maybe<Scalars['Date']['output']>;
  /** The alert's severity after it. */
  severity: Maybe<Severity>;
  /** The alert's state after it. */
  state: Maybe<AlertState>;
  /** Whether others were told of it. */
  told: Maybe<Scalars['Boolean']['output']>;
  /** What happened. */
  transition: Maybe<Scalars['String']['output']>;
};

/** Conditions on all alert transitions of something. */
export type AlertTransitionListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<AlertTransitionFilter>;
  /** None is like this. */
  none?: InputMaybe<AlertTransitionFilter>;
  /** At least one is like this. */
  some?: InputMaybe<AlertTransitionFilter>;
};

/** Greatest values over alert transitions. */
export type AlertTransitionMax = {
  /** When it happened. */
  at: Maybe<Scalars['DateTime']['output']>;
  /** The alert's severity after it. */
  severity: Maybe<Severity>;
  /** The alert's state after it. */
  state: Maybe<AlertState>;
};

/** Smallest values over alert transitions. */
export type AlertTransitionMin = {
  /** When it happened. */
  at: Maybe<Scalars['DateTime']['output']>;
  /** The alert's severity after it. */
  severity: Maybe<Severity>;
  /** The alert's state after it. */
  state: Maybe<AlertState>;
};

/** One key of the order of alert transitions. */
export type AlertTransitionOrder = {
  /** Which way; ASC where left out. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: AlertTransitionOrderField;
  /** Where rows without a value stand; LAST where left out. */
  nulls?: InputMaybe<OrderNulls>;
};

/** By what alert transitions can be ordered. */
export type AlertTransitionOrderField =
  /** The member who did it, where it was a member: The person's e-mail address. */
  | 'ACTOR_EMAIL'
  /** The member who did it, where it was a member: The person's name. */
  | 'ACTOR_NAME'
  /** The member who did it, where it was a member: What the person may do. */
  | 'ACTOR_ROLE'
  /** The alert; empty where it went away before it fired: When a member took it. */
  | 'ALERT_ACKNOWLEDGED_AT'
  /** The alert; empty where it went away before it fired: When the acknowledgement lapses by itself; empty: never. */
  | 'ALERT_ACKNOWLEDGED_UNTIL'
  /** The alert; empty where it went away before it fired: What the member said. */
  | 'ALERT_ACKNOWLEDGEMENT_NOTE'
  /** The alert; empty where it went away before it fired: Category of the risk that it is about. */
  | 'ALERT_CATEGORY'
  /** The alert; empty where it went away before it fired: Since when its condition has been gone. */
  | 'ALERT_CLEARING_SINCE'
  /** The alert; empty where it went away before it fired: How far it was escalated: 0 not, 1 to the venture's owner, 2 to the admins. */
  | 'ALERT_ESCALATION_STEP'
  /** The alert; empty where it went away before it fired: When it was last looked at. */
  | 'ALERT_EVALUATED_AT'
  /** The alert; empty where it went away before it fired: When it fired. */
  | 'ALERT_FIRED_AT'
  /** The alert; empty where it went away before it fired: The gravest it has been since it fired. */
  | 'ALERT_PEAK_SEVERITY'
  /** The alert; empty where it went away before it fired: When it was resolved. */
  | 'ALERT_RESOLVED_AT'
  /** The alert; empty where it went away before it fired: Why it was resolved. */
  | 'ALERT_RESOLVED_REASON'
  /** The alert; empty where it went away before it fired: Counts the events told of it. */
  | 'ALERT_REVISION'
  /** The alert; empty where it went away before it fired: Code of the rule. */
  | 'ALERT_RULE'
  /** The alert; empty where it went away before it fired: How grave it is. */
  | 'ALERT_SEVERITY'
  /** The alert; empty where it went away before it fired: Since when its condition holds. */
  | 'ALERT_SINCE'
  /** The alert; empty where it went away before it fired: Where it stands. */
  | 'ALERT_STATE'
  /** The alert; empty where it went away before it fired: The type of what it is about. */
  | 'ALERT_SUBJECT_TYPE'
  /** The alert; empty where it went away before it fired: What it says, in the tenant's language. */
  | 'ALERT_SUMMARY'
  /** The alert; empty where it went away before it fired: Why nothing is told of it at present. */
  | 'ALERT_WITHHELD'
  /** When it happened. */
  | 'AT'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** Why. */
  | 'REASON'
  /** The alert's severity after it. */
  | 'SEVERITY'
  /** The alert's state after it. */
  | 'STATE'
  /** Whether others were told of it. */
  | 'TOLD'
  /** What happened. */
  | 'TRANSITION'
  | '%future added value';

/** What you may do with a Alert. */
export type AlertViewerCan = {
  /** Whether you may acknowledge it. */
  acknowledge: Scalars['Boolean']['output'];
};

/** Why nothing is told of an alert at present; where several hold, the first of these. */
export type AlertWithheld =
  /** The risk is accepted. */
  | 'ACCEPTED'
  /** It comes and goes too often. */
  | 'FLAPPING'
  /** A worse alert of the same subject tells it already. */
  | 'INHIBITED'
  /** The rule is only tried. */
  | 'SHADOW'
  /** A silence holds. */
  | 'SILENCED'
  | '%future added value';

/** Conditions on a value of the type AlertWithheld; all must hold. */
export type AlertWithheldComparator = {
  /** Equal to it. */
  eq?: InputMaybe<AlertWithheld>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<AlertWithheld>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<AlertWithheld>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<AlertWithheld>>;
};

/** How much of a resource goes to a milestone, in which period. */
export type Allocation = Node & {
  /** How much goes to the milestone, in the resource's unit. */
  amount: Scalars['Decimal']['output'];
  /** When it was archived; empty while it is in use. */
  archivedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Last day. */
  endOn: Maybe<Scalars['Date']['output']>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** The milestone that it goes to. */
  milestone: Milestone;
  /** What for. */
  note: Maybe<Scalars['String']['output']>;
  /** The resource. */
  resource: Resource;
  /** First day. */
  startOn: Maybe<Scalars['Date']['output']>;
  /** When it was changed last. */
  updatedAt: Scalars['DateTime']['output'];
  /** The venture. */
  venture: Venture;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version: Scalars['Int']['output'];
  /** What you may do with it, by your role. */
  viewerCan: AllocationViewerCan;
};

/** What is told of a group of allocations. */
export type AllocationAggregate = {
  /** The average of each over the rows that have a value, to six places. */
  avg: AllocationAvg;
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** How many groups there are, also where not all of them are given. */
  groupCount: Scalars['Int']['output'];
  /** What its rows share. */
  keys: AllocationGroupKeys;
  /** The greatest, latest or gravest of each. */
  max: AllocationMax;
  /** The smallest, earliest or mildest of each. */
  min: AllocationMin;
  /** The sum of each; null where no row has a value. */
  sum: AllocationSum;
};

/** Averages over allocations. */
export type AllocationAvg = {
  /** How much goes to the milestone, in the resource's unit. */
  amount: Maybe<Scalars['Decimal']['output']>;
};

/** A page of a list of allocations. */
export type AllocationConnection = {
  /** Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their keys; read only when asked for. */
  aggregate: Array<AllocationAggregate>;
  /** The rows with their cursors. */
  edges: Array<AllocationEdge>;
  /** The rows. */
  nodes: Array<Allocation>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};


/** A page of a list of allocations. */
export type AllocationConnectionaggregateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<Array<AllocationGroupField>>;
};

/** A row of a list of allocations. */
export type AllocationEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: Allocation;
};

/** Conditions on allocations; all must hold. An empty filter filters nothing. */
export type AllocationFilter = {
  /** How much goes to the milestone, in the resource's unit. */
  amount?: InputMaybe<DecimalComparator>;
  /** All of these hold. */
  and?: InputMaybe<Array<AllocationFilter>>;
  /** When it was archived; empty while it is in use. */
  archivedAt?: InputMaybe<DateTimeComparator>;
  /** When it was made. */
  createdAt?: InputMaybe<DateTimeComparator>;
  /** Last day. */
  endOn?: InputMaybe<DateComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** The milestone that it goes to. */
  milestone?: InputMaybe<MilestoneFilter>;
  /** The milestone that it goes to. */
  milestoneId?: InputMaybe<IDComparator>;
  /** This does not hold. */
  not?: InputMaybe<AllocationFilter>;
  /** What for. */
  note?: InputMaybe<StringComparator>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<AllocationFilter>>;
  /** The resource. */
  resource?: InputMaybe<ResourceFilter>;
  /** The resource. */
  resourceId?: InputMaybe<IDComparator>;
  /** First day. */
  startOn?: InputMaybe<DateComparator>;
  /** When it was changed last. */
  updatedAt?: InputMaybe<DateTimeComparator>;
  /** The venture. */
  venture?: InputMaybe<VentureFilter>;
  /** The venture. */
  ventureId?: InputMaybe<IDComparator>;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version?: InputMaybe<IntComparator>;
};

/** By what allocations can be grouped. */
export type AllocationGroupField =
  /** When it was made: the day. */
  | 'CREATED_AT_DAY'
  /** When it was made: the first day of the month. */
  | 'CREATED_AT_MONTH'
  /** When it was made: the first day of the week. */
  | 'CREATED_AT_WEEK'
  /** Last day: the day. */
  | 'END_ON_DAY'
  /** Last day: the first day of the month. */
  | 'END_ON_MONTH'
  /** Last day: the first day of the week. */
  | 'END_ON_WEEK'
  /** The milestone that it goes to. */
  | 'MILESTONE_ID'
  /** The milestone that it goes to: Where it stands. */
  | 'MILESTONE_STATUS'
  /** The resource: How it is obtained. */
  | 'RESOURCE_CHANNEL'
  /** The resource. */
  | 'RESOURCE_ID'
  /** The resource: Which of the four kinds it is. */
  | 'RESOURCE_KIND'
  /** The resource: Unit of the amount; for funding an ISO 4217 currency. */
  | 'RESOURCE_UNIT'
  /** First day: the day. */
  | 'START_ON_DAY'
  /** First day: the first day of the month. */
  | 'START_ON_MONTH'
  /** First day: the first day of the week. */
  | 'START_ON_WEEK'
  /** The venture: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture. */
  | 'VENTURE_ID'
  /** The venture: How far it has come. */
  | 'VENTURE_STAGE'
  | '%future added value';

/** What the allocations of a group share; null unless grouped by. */
export type AllocationGroupKeys = {
  /** When it was made: the day. */
  createdAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the month. */
  createdAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the week. */
  createdAtWeek: Maybe<Scalars['Date']['output']>;
  /** Last day: the day. */
  endOnDay: Maybe<Scalars['Date']['output']>;
  /** Last day: the first day of the month. */
  endOnMonth: Maybe<Scalars['Date']['output']>;
  /** Last day: the first day of the week. */
  endOnWeek: Maybe<Scalars['Date']['output']>;
  /** The milestone that it goes to. Given with its id as a key. */
  milestone: Maybe<Milestone>;
  /** The milestone that it goes to. */
  milestoneId: Maybe<Scalars['ID']['output']>;
  /** The milestone that it goes to: Where it stands. */
  milestoneStatus: Maybe<MilestoneStatus>;
  /** The resource. Given with its id as a key. */
  resource: Maybe<Resource>;
  /** The resource: How it is obtained. */
  resourceChannel: Maybe<Scalars['String']['output']>;
  /** The resource. */
  resourceId: Maybe<Scalars['ID']['output']>;
  /** The resource: Which of the four kinds it is. */
  resourceKind: Maybe<ResourceKind>;
  /** The resource: Unit of the amount; for funding an ISO 4217 currency. */
  resourceUnit: Maybe<Scalars['String']['output']>;
  /** First day: the day. */
  startOnDay: Maybe<Scalars['Date']['output']>;
  /** First day: the first day of the month. */
  startOnMonth: Maybe<Scalars['Date']['output']>;
  /** First day: the first day of the week. */
  startOnWeek: Maybe<Scalars['Date']['output']>;
  /** The venture. Given with its id as a key. */
  venture: Maybe<Venture>;
  /** The venture: Application field, such as medicine or finance. */
  ventureField: Maybe<Scalars['String']['output']>;
  /** The venture. */
  ventureId: Maybe<Scalars['ID']['output']>;
  /** The venture: How far it has come. */
  ventureStage: Maybe<VentureStage>;
};

/** Conditions on all allocations of something. */
export type AllocationListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<AllocationFilter>;
  /** None is like this. */
  none?: InputMaybe<AllocationFilter>;
  /** At least one is like this. */
  some?: InputMaybe<AllocationFilter>;
};

/** Greatest values over allocations. */
export type AllocationMax = {
  /** How much goes to the milestone, in the resource's unit. */
  amount: Maybe<Scalars['Decimal']['output']>;
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Last day. */
  endOn: Maybe<Scalars['Date']['output']>;
  /** First day. */
  startOn: Maybe<Scalars['Date']['output']>;
};

/** Smallest values over allocations. */
export type AllocationMin = {
  /** How much goes to the milestone, in the resource's unit. */
  amount: Maybe<Scalars['Decimal']['output']>;
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Last day. */
  endOn: Maybe<Scalars['Date']['output']>;
  /** First day. */
  startOn: Maybe<Scalars['Date']['output']>;
};

/** One key of the order of allocations. */
export type AllocationOrder = {
  /** Which way; ASC where left out. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: AllocationOrderField;
  /** Where rows without a value stand; LAST where left out. */
  nulls?: InputMaybe<OrderNulls>;
};

/** By what allocations can be ordered. */
export type AllocationOrderField =
  /** How much goes to the milestone, in the resource's unit. */
  | 'AMOUNT'
  /** When it was archived; empty while it is in use. */
  | 'ARCHIVED_AT'
  /** When it was made. */
  | 'CREATED_AT'
  /** Last day. */
  | 'END_ON'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** The milestone that it goes to: Due day as once agreed. */
  | 'MILESTONE_BASELINE_DUE_ON'
  /** The milestone that it goes to: First day as once agreed. */
  | 'MILESTONE_BASELINE_START_ON'
  /** The milestone that it goes to: Day on which it was reached. */
  | 'MILESTONE_COMPLETED_ON'
  /** The milestone that it goes to: How many days after its due day it was reached, or have passed since; 0 in time or where it was cancelled, empty without a due day. */
  | 'MILESTONE_DAYS_LATE'
  /** The milestone that it goes to: How many days its due day lies after the one once agreed; negative where before. */
  | 'MILESTONE_DAYS_SLIPPED'
  /** The milestone that it goes to: What it means. */
  | 'MILESTONE_DESCRIPTION'
  /** The milestone that it goes to: Day by which it is to be reached. */
  | 'MILESTONE_DUE_ON'
  /** The milestone that it goes to: Most likely duration, in working days. */
  | 'MILESTONE_ESTIMATE_LIKELY'
  /** The milestone that it goes to: Duration if all goes well, in working days. */
  | 'MILESTONE_ESTIMATE_OPTIMISTIC'
  /** The milestone that it goes to: Duration if much goes wrong, in working days. */
  | 'MILESTONE_ESTIMATE_PESSIMISTIC'
  /** The milestone that it goes to: Whether it is a key milestone, which gets a review. */
  | 'MILESTONE_KEY'
  /** The milestone that it goes to: How many open risks threaten it. */
  | 'MILESTONE_OPEN_RISK_COUNT'
  /** The milestone that it goes to: How much of it is done, in percent. */
  | 'MILESTONE_PERCENT_COMPLETE'
  /** The milestone that it goes to: Planned day of the review; empty: five working days before a key milestone is due. */
  | 'MILESTONE_REVIEW_ON'
  /** The milestone that it goes to: First day. */
  | 'MILESTONE_START_ON'
  /** The milestone that it goes to: Where it stands. */
  | 'MILESTONE_STATUS'
  /** The milestone that it goes to: The goal in one line. */
  | 'MILESTONE_TITLE'
  /** What for. */
  | 'NOTE'
  /** The resource: How much of it is given to milestones. */
  | 'RESOURCE_ALLOCATED'
  /** The resource: How much of it there is. */
  | 'RESOURCE_AMOUNT'
  /** The resource: How it is obtained. */
  | 'RESOURCE_CHANNEL'
  /** The resource: What it is. */
  | 'RESOURCE_DESCRIPTION'
  /** The resource: Last day on which it can be used. */
  | 'RESOURCE_EXPIRES_ON'
  /** The resource: Which of the four kinds it is. */
  | 'RESOURCE_KIND'
  /** The resource: Its name. */
  | 'RESOURCE_NAME'
  /** The resource: How much of it is not yet given to milestones; empty where its amount is not known. */
  | 'RESOURCE_REMAINING'
  /** The resource: Unit of the amount; for funding an ISO 4217 currency. */
  | 'RESOURCE_UNIT'
  /** First day. */
  | 'START_ON'
  /** When it was changed last. */
  | 'UPDATED_AT'
  /** The venture: What it is about. */
  | 'VENTURE_DESCRIPTION'
  /** The venture: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture: How many alerts are firing. */
  | 'VENTURE_FIRING_ALERT_COUNT'
  /** The venture: Short code, unique in the tenant, such as MEDX. */
  | 'VENTURE_KEY'
  /** The venture: Its name. */
  | 'VENTURE_NAME'
  /** The venture: How many risks are open. */
  | 'VENTURE_OPEN_RISK_COUNT'
  /** The venture: How many milestones are past their due day and not done. */
  | 'VENTURE_OVERDUE_MILESTONE_COUNT'
  /** The venture: How far it has come. */
  | 'VENTURE_STAGE'
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  | 'VERSION'
  | '%future added value';

/** Sums over allocations. */
export type AllocationSum = {
  /** How much goes to the milestone, in the resource's unit. */
  amount: Maybe<Scalars['Decimal']['output']>;
};

/** What you may do with a Allocation. */
export type AllocationViewerCan = {
  /** Whether you may archive it. */
  archive: Scalars['Boolean']['output'];
  /** Whether you may edit it. */
  edit: Scalars['Boolean']['output'];
};

/** A key with which a program calls; shown once, stored hashed. */
export type ApiKey = Node & {
  /** When it was archived; empty while it is in use. */
  archivedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Until when it can be used. */
  expiresAt: Maybe<Scalars['DateTime']['output']>;
  /** Its last four characters. */
  hint: Scalars['String']['output'];
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** The only networks it may be used from; empty: all. */
  networks: Maybe<Array<Scalars['String']['output']>>;
  /** What it may do at most. */
  role: Role;
  /** The only permissions it has; empty: all of its role. */
  scopes: Maybe<Array<Scalars['String']['output']>>;
  /** What it is for. */
  title: Scalars['String']['output'];
  /** When it was changed last. */
  updatedAt: Scalars['DateTime']['output'];
  /** The only ventures it may see; empty: all. */
  ventureIds: Maybe<Array<Scalars['ID']['output']>>;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version: Scalars['Int']['output'];
};

/** What is told of a group of api keys. */
export type ApiKeyAggregate = {
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** How many groups there are, also where not all of them are given. */
  groupCount: Scalars['Int']['output'];
  /** What its rows share. */
  keys: ApiKeyGroupKeys;
  /** The greatest, latest or gravest of each. */
  max: ApiKeyMax;
  /** The smallest, earliest or mildest of each. */
  min: ApiKeyMin;
};

/** A page of a list of api keys. */
export type ApiKeyConnection = {
  /** Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their keys; read only when asked for. */
  aggregate: Array<ApiKeyAggregate>;
  /** The rows with their cursors. */
  edges: Array<ApiKeyEdge>;
  /** The rows. */
  nodes: Array<ApiKey>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};


/** A page of a list of api keys. */
export type ApiKeyConnectionaggregateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<Array<ApiKeyGroupField>>;
};

/** A row of a list of api keys. */
export type ApiKeyEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: ApiKey;
};

/** Conditions on api keys; all must hold. An empty filter filters nothing. */
export type ApiKeyFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<ApiKeyFilter>>;
  /** When it was archived; empty while it is in use. */
  archivedAt?: InputMaybe<DateTimeComparator>;
  /** When it was made. */
  createdAt?: InputMaybe<DateTimeComparator>;
  /** Until when it can be used. */
  expiresAt?: InputMaybe<DateTimeComparator>;
  /** Its last four characters. */
  hint?: InputMaybe<StringComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** This does not hold. */
  not?: InputMaybe<ApiKeyFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<ApiKeyFilter>>;
  /** What it may do at most. */
  role?: InputMaybe<RoleComparator>;
  /** What it is for. */
  title?: InputMaybe<StringComparator>;
  /** When it was changed last. */
  updatedAt?: InputMaybe<DateTimeComparator>;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version?: InputMaybe<IntComparator>;
};

/** By what api keys can be grouped. */
export type ApiKeyGroupField =
  /** When it was made: the day. */
  | 'CREATED_AT_DAY'
  /** When it was made: the first day of the month. */
  | 'CREATED_AT_MONTH'
  /** When it was made: the first day of the week. */
  | 'CREATED_AT_WEEK'
  /** Until when it can be used: the day. */
  | 'EXPIRES_AT_DAY'
  /** Until when it can be used: the first day of the month. */
  | 'EXPIRES_AT_MONTH'
  /** Until when it can be used: the first day of the week. */
  | 'EXPIRES_AT_WEEK'
  /** What it may do at most. */
  | 'ROLE'
  | '%future added value';

/** What the api keys of a group share; null unless grouped by. */
export type ApiKeyGroupKeys = {
  /** When it was made: the day. */
  createdAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the month. */
  createdAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the week. */
  createdAtWeek: Maybe<Scalars['Date']['output']>;
  /** Until when it can be used: the day. */
  expiresAtDay: Maybe<Scalars['Date']['output']>;
  /** Until when it can be used: the first day of the month. */
  expiresAtMonth: Maybe<Scalars['Date']['output']>;
  /** Until when it can be used: the first day of the week. */
  expiresAtWeek: Maybe<Scalars['Date']['output']>;
  /** What it may do at most. */
  role: Maybe<Role>;
};

/** Greatest values over api keys. */
export type ApiKeyMax = {
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Until when it can be used. */
  expiresAt: Maybe<Scalars['DateTime']['output']>;
  /** What it may do at most. */
  role: Maybe<Role>;
};

/** Smallest values over api keys. */
export type ApiKeyMin = {
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Until when it can be used. */
  expiresAt: Maybe<Scalars['DateTime']['output']>;
  /** What it may do at most. */
  role: Maybe<Role>;
};

/** One key of the order of api keys. */
export type ApiKeyOrder = {
  /** Which way; ASC where left out. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: ApiKeyOrderField;
  /** Where rows without a value stand; LAST where left out. */
  nulls?: InputMaybe<OrderNulls>;
};

/** By what api keys can be ordered. */
export type ApiKeyOrderField =
  /** When it was archived; empty while it is in use. */
  | 'ARCHIVED_AT'
  /** When it was made. */
  | 'CREATED_AT'
  /** Until when it can be used. */
  | 'EXPIRES_AT'
  /** Its last four characters. */
  | 'HINT'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** What it may do at most. */
  | 'ROLE'
  /** What it is for. */
  | 'TITLE'
  /** When it was changed last. */
  | 'UPDATED_AT'
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  | 'VERSION'
  | '%future added value';

/** Templates to make risks of. */
export type ApplyRiskTemplatesInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Codes of the templates. */
  codes: Array<Scalars['String']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The member who watches the risks and answers for the responses. */
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  /** The venture whose register they go into. */
  ventureId: Scalars['ID']['input'];
};

/** What came of `applyRiskTemplates`. */
export type ApplyRiskTemplatesPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
  /** The venture as it is now; null where refused. */
  venture: Maybe<Venture>;
};

/** An acceptance that is approved, by somebody else than the one who asked. */
export type ApproveAcceptanceInput = {
  /** The acceptance. */
  acceptanceId: Scalars['ID']['input'];
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What there is to say about it. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `approveAcceptance`. */
export type ApproveAcceptancePayload = {
  /** The acceptance as it is now; null where refused. */
  acceptance: Maybe<Acceptance>;
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The risk as it is now; null where refused. */
  risk: Maybe<Risk>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Which action to archive. */
export type ArchiveActionInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The action. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `archiveAction`. */
export type ArchiveActionPayload = {
  /** The action as it is now; null where refused. */
  action: Maybe<Action>;
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The id of what is gone. */
  deletedId: Maybe<Scalars['ID']['output']>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Which allocation to archive. */
export type ArchiveAllocationInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The allocation. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `archiveAllocation`. */
export type ArchiveAllocationPayload = {
  /** The allocation as it is now; null where refused. */
  allocation: Maybe<Allocation>;
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The id of what is gone. */
  deletedId: Maybe<Scalars['ID']['output']>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Which channel is meant. */
export type ArchiveChannelInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The channel. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `archiveChannel`. */
export type ArchiveChannelPayload = {
  /** The channel as it is now; null where refused. */
  channel: Maybe<Channel>;
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The id of what is gone. */
  deletedId: Maybe<Scalars['ID']['output']>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Which criterion to archive. */
export type ArchiveCriterionInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The criterion. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `archiveCriterion`. */
export type ArchiveCriterionPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The criterion as it is now; null where refused. */
  criterion: Maybe<Criterion>;
  /** The id of what is gone. */
  deletedId: Maybe<Scalars['ID']['output']>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Which dependency to archive. */
export type ArchiveDependencyInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The dependency. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `archiveDependency`. */
export type ArchiveDependencyPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The id of what is gone. */
  deletedId: Maybe<Scalars['ID']['output']>;
  /** The dependency as it is now; null where refused. */
  dependency: Maybe<Dependency>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Which indicator to archive. */
export type ArchiveIndicatorInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The indicator. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `archiveIndicator`. */
export type ArchiveIndicatorPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The id of what is gone. */
  deletedId: Maybe<Scalars['ID']['output']>;
  /** The indicator as it is now; null where refused. */
  indicator: Maybe<Indicator>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Which issue to archive. */
export type ArchiveIssueInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The issue. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `archiveIssue`. */
export type ArchiveIssuePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The id of what is gone. */
  deletedId: Maybe<Scalars['ID']['output']>;
  /** The issue as it is now; null where refused. */
  issue: Maybe<Issue>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Which member to archive. */
export type ArchiveMemberInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The member. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `archiveMember`. */
export type ArchiveMemberPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The id of what is gone. */
  deletedId: Maybe<Scalars['ID']['output']>;
  /** The member as it is now; null where refused. */
  member: Maybe<Member>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Which milestone to archive. */
export type ArchiveMilestoneInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The milestone. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `archiveMilestone`. */
export type ArchiveMilestonePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The id of what is gone. */
  deletedId: Maybe<Scalars['ID']['output']>;
  /** The milestone as it is now; null where refused. */
  milestone: Maybe<Milestone>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Which resource to archive. */
export type ArchiveResourceInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The resource. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `archiveResource`. */
export type ArchiveResourcePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The id of what is gone. */
  deletedId: Maybe<Scalars['ID']['output']>;
  /** The resource as it is now; null where refused. */
  resource: Maybe<Resource>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Which response to archive. */
export type ArchiveResponseInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The response. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `archiveResponse`. */
export type ArchiveResponsePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The id of what is gone. */
  deletedId: Maybe<Scalars['ID']['output']>;
  /** The response as it is now; null where refused. */
  response: Maybe<Response>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Which limit to give up. */
export type ArchiveRiskAppetiteInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The limit. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `archiveRiskAppetite`. */
export type ArchiveRiskAppetitePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The id of what is gone. */
  deletedId: Maybe<Scalars['ID']['output']>;
  /** The risk appetite as it is now; null where refused. */
  riskAppetite: Maybe<RiskAppetite>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Which category or sub-type to archive. */
export type ArchiveRiskCategoryInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The category or sub-type. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `archiveRiskCategory`. */
export type ArchiveRiskCategoryPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The id of what is gone. */
  deletedId: Maybe<Scalars['ID']['output']>;
  /** The risk category as it is now; null where refused. */
  riskCategory: Maybe<RiskCategory>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Which link between risks to archive. */
export type ArchiveRiskCauseInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The link. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `archiveRiskCause`. */
export type ArchiveRiskCausePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The id of what is gone. */
  deletedId: Maybe<Scalars['ID']['output']>;
  /** The risk cause as it is now; null where refused. */
  riskCause: Maybe<RiskCause>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Which comment to archive. */
export type ArchiveRiskCommentInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The comment. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `archiveRiskComment`. */
export type ArchiveRiskCommentPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The id of what is gone. */
  deletedId: Maybe<Scalars['ID']['output']>;
  /** The risk comment as it is now; null where refused. */
  riskComment: Maybe<RiskComment>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Which risk to archive. */
export type ArchiveRiskInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The risk. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Which risk milestone to archive. */
export type ArchiveRiskMilestoneInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The risk milestone. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `archiveRiskMilestone`. */
export type ArchiveRiskMilestonePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The id of what is gone. */
  deletedId: Maybe<Scalars['ID']['output']>;
  /** The risk milestone as it is now; null where refused. */
  riskMilestone: Maybe<RiskMilestone>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** What came of `archiveRisk`. */
export type ArchiveRiskPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The id of what is gone. */
  deletedId: Maybe<Scalars['ID']['output']>;
  /** The risk as it is now; null where refused. */
  risk: Maybe<Risk>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Which risk resource to archive. */
export type ArchiveRiskResourceInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The risk resource. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `archiveRiskResource`. */
export type ArchiveRiskResourcePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The id of what is gone. */
  deletedId: Maybe<Scalars['ID']['output']>;
  /** The risk resource as it is now; null where refused. */
  riskResource: Maybe<RiskResource>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Which rule's settings, or rule of the tenant's own, to take away. */
export type ArchiveRuleInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The rule. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `archiveRule`. */
export type ArchiveRulePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The id of what is gone. */
  deletedId: Maybe<Scalars['ID']['output']>;
  /** The rule as it is now; null where refused. */
  rule: Maybe<Rule>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Which team to archive. */
export type ArchiveTeamInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The team. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Which team member to archive. */
export type ArchiveTeamMemberInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The team member. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `archiveTeamMember`. */
export type ArchiveTeamMemberPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The id of what is gone. */
  deletedId: Maybe<Scalars['ID']['output']>;
  /** The team member as it is now; null where refused. */
  teamMember: Maybe<TeamMember>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** What came of `archiveTeam`. */
export type ArchiveTeamPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The id of what is gone. */
  deletedId: Maybe<Scalars['ID']['output']>;
  /** The team as it is now; null where refused. */
  team: Maybe<Team>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Which venture to archive. */
export type ArchiveVentureInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The venture. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `archiveVenture`. */
export type ArchiveVenturePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The id of what is gone. */
  deletedId: Maybe<Scalars['ID']['output']>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
  /** The venture as it is now; null where refused. */
  venture: Maybe<Venture>;
};

/** Which endpoint is meant. */
export type ArchiveWebhookEndpointInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The endpoint. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `archiveWebhookEndpoint`. */
export type ArchiveWebhookEndpointPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The id of what is gone. */
  deletedId: Maybe<Scalars['ID']['output']>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
  /** The webhook endpoint as it is now; null where refused. */
  webhookEndpoint: Maybe<WebhookEndpoint>;
};

/** Which channel is meant. */
export type AskChannelConfirmationInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The channel. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `askChannelConfirmation`. */
export type AskChannelConfirmationPayload = {
  /** The channel as it is now; null where refused. */
  channel: Maybe<Channel>;
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** One judgement of a risk. A level that is left out follows from the number, and the two must fit. */
export type AssessRiskInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Delay in three points, in working days. */
  delay?: InputMaybe<ThreePointDelayInput>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Loss in three points. */
  impact?: InputMaybe<ThreePointMoneyInput>;
  /** Level of impact on the tenant's scale. */
  impactLevel?: InputMaybe<Scalars['Int']['input']>;
  /** What is judged. */
  kind?: InputMaybe<AssessmentKind>;
  /** How much is known behind this judgement. */
  knowledge?: InputMaybe<Knowledge>;
  /** When to assess it again; left out, it follows from the level. */
  nextOn?: InputMaybe<Scalars['Date']['input']>;
  /** Probability from 0 to 1. */
  probability?: InputMaybe<Scalars['Decimal']['input']>;
  /** Level of probability on the tenant's scale. */
  probabilityLevel?: InputMaybe<Scalars['Int']['input']>;
  /** Why it is judged so. */
  rationale?: InputMaybe<Scalars['String']['input']>;
  /** The risk. */
  riskId: Scalars['ID']['input'];
};

/** What came of `assessRisk`. */
export type AssessRiskPayload = {
  /** The assessment as it is now; null where refused. */
  assessment: Maybe<Assessment>;
  /** The new assessment as an edge of the root list in its usual order. */
  assessmentEdge: Maybe<AssessmentEdge>;
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The risk as it is now; null where refused. */
  risk: Maybe<Risk>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** One dated judgement of a risk; never changed. Money in the tenant's currency, delay in working days. */
export type Assessment = Node & {
  /** When it was made. */
  assessedAt: Scalars['DateTime']['output'];
  /** The member who made it. */
  assessedBy: Maybe<Member>;
  /** Delay if it goes badly, in working days. */
  delayHigh: Maybe<Scalars['Decimal']['output']>;
  /** Most likely delay, in working days. */
  delayLikely: Maybe<Scalars['Decimal']['output']>;
  /** Delay if it goes well, in working days. */
  delayLow: Maybe<Scalars['Decimal']['output']>;
  /** Probability × mean impact, in the tenant's currency. */
  expectedLoss: Maybe<Scalars['Decimal']['output']>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** Loss if it goes badly. */
  impactHigh: Maybe<Scalars['Decimal']['output']>;
  /** Level of impact, from 1. */
  impactLevel: Scalars['Int']['output'];
  /** Most likely loss. */
  impactLikely: Maybe<Scalars['Decimal']['output']>;
  /** Loss if it goes well. */
  impactLow: Maybe<Scalars['Decimal']['output']>;
  /** What it judges. */
  kind: AssessmentKind;
  /** How much is known behind it. */
  knowledge: Maybe<Knowledge>;
  /** How serious that is. */
  level: RiskLevel;
  /** The next assessment, where this one names it. */
  nextOn: Maybe<Scalars['Date']['output']>;
  /** Probability, from 0 to 1. */
  probability: Maybe<Scalars['Decimal']['output']>;
  /** Level of probability, from 1. */
  probabilityLevel: Scalars['Int']['output'];
  /** Why it was judged so. */
  rationale: Maybe<Scalars['String']['output']>;
  /** The risk. */
  risk: Risk;
  /** Version of the risk scale that it was judged by. */
  scaleNumber: Scalars['Int']['output'];
  /** Probability level × impact level. */
  score: Scalars['Int']['output'];
};

/** What is told of a group of assessments. */
export type AssessmentAggregate = {
  /** The average of each over the rows that have a value, to six places. */
  avg: AssessmentAvg;
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** How many groups there are, also where not all of them are given. */
  groupCount: Scalars['Int']['output'];
  /** What its rows share. */
  keys: AssessmentGroupKeys;
  /** The greatest, latest or gravest of each. */
  max: AssessmentMax;
  /** The smallest, earliest or mildest of each. */
  min: AssessmentMin;
  /** The sum of each; null where no row has a value. */
  sum: AssessmentSum;
};

/** Averages over assessments. */
export type AssessmentAvg = {
  /** Delay if it goes badly, in working days. */
  delayHigh: Maybe<Scalars['Decimal']['output']>;
  /** Most likely delay, in working days. */
  delayLikely: Maybe<Scalars['Decimal']['output']>;
  /** Delay if it goes well, in working days. */
  delayLow: Maybe<Scalars['Decimal']['output']>;
  /** Probability × mean impact, in the tenant's currency. */
  expectedLoss: Maybe<Scalars['Decimal']['output']>;
  /** Loss if it goes badly. */
  impactHigh: Maybe<Scalars['Decimal']['output']>;
  /** Level of impact, from 1. */
  impactLevel: Maybe<Scalars['Float']['output']>;
  /** Most likely loss. */
  impactLikely: Maybe<Scalars['Decimal']['output']>;
  /** Loss if it goes well. */
  impactLow: Maybe<Scalars['Decimal']['output']>;
  /** Probability, from 0 to 1. */
  probability: Maybe<Scalars['Decimal']['output']>;
  /** Level of probability, from 1. */
  probabilityLevel: Maybe<Scalars['Float']['output']>;
  /** Version of the risk scale that it was judged by. */
  scaleNumber: Maybe<Scalars['Float']['output']>;
  /** Probability level × impact level. */
  score: Maybe<Scalars['Float']['output']>;
};

/** A page of a list of assessments. */
export type AssessmentConnection = {
  /** Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their keys; read only when asked for. */
  aggregate: Array<AssessmentAggregate>;
  /** The rows with their cursors. */
  edges: Array<AssessmentEdge>;
  /** The rows. */
  nodes: Array<Assessment>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};


/** A page of a list of assessments. */
export type AssessmentConnectionaggregateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<Array<AssessmentGroupField>>;
};

/** A row of a list of assessments. */
export type AssessmentEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: Assessment;
};

/** Conditions on assessments; all must hold. An empty filter filters nothing. */
export type AssessmentFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<AssessmentFilter>>;
  /** When it was made. */
  assessedAt?: InputMaybe<DateTimeComparator>;
  /** The member who made it. */
  assessedBy?: InputMaybe<MemberFilter>;
  /** The member who made it. */
  assessedById?: InputMaybe<IDComparator>;
  /** Delay if it goes badly, in working days. */
  delayHigh?: InputMaybe<DecimalComparator>;
  /** Most likely delay, in working days. */
  delayLikely?: InputMaybe<DecimalComparator>;
  /** Delay if it goes well, in working days. */
  delayLow?: InputMaybe<DecimalComparator>;
  /** Probability × mean impact, in the tenant's currency. */
  expectedLoss?: InputMaybe<DecimalComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** Loss if it goes badly. */
  impactHigh?: InputMaybe<DecimalComparator>;
  /** Level of impact, from 1. */
  impactLevel?: InputMaybe<IntComparator>;
  /** Most likely loss. */
  impactLikely?: InputMaybe<DecimalComparator>;
  /** Loss if it goes well. */
  impactLow?: InputMaybe<DecimalComparator>;
  /** What it judges. */
  kind?: InputMaybe<AssessmentKindComparator>;
  /** How much is known behind it. */
  knowledge?: InputMaybe<KnowledgeComparator>;
  /** How serious that is. */
  level?: InputMaybe<RiskLevelComparator>;
  /** The next assessment, where this one names it. */
  nextOn?: InputMaybe<DateComparator>;
  /** This does not hold. */
  not?: InputMaybe<AssessmentFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<AssessmentFilter>>;
  /** Probability, from 0 to 1. */
  probability?: InputMaybe<DecimalComparator>;
  /** Level of probability, from 1. */
  probabilityLevel?: InputMaybe<IntComparator>;
  /** Why it was judged so. */
  rationale?: InputMaybe<StringComparator>;
  /** The risk. */
  risk?: InputMaybe<RiskFilter>;
  /** The risk. */
  riskId?: InputMaybe<IDComparator>;
  /** Version of the risk scale that it was judged by. */
  scaleNumber?: InputMaybe<IntComparator>;
  /** Probability level × impact level. */
  score?: InputMaybe<IntComparator>;
};

/** By what assessments can be grouped. */
export type AssessmentGroupField =
  /** When it was made: the day. */
  | 'ASSESSED_AT_DAY'
  /** When it was made: the first day of the month. */
  | 'ASSESSED_AT_MONTH'
  /** When it was made: the first day of the week. */
  | 'ASSESSED_AT_WEEK'
  /** The member who made it. */
  | 'ASSESSED_BY'
  /** The member who made it: What the person may do. */
  | 'ASSESSED_BY_ROLE'
  /** Level of impact, from 1. */
  | 'IMPACT_LEVEL'
  /** What it judges. */
  | 'KIND'
  /** How much is known behind it. */
  | 'KNOWLEDGE'
  /** How serious that is. */
  | 'LEVEL'
  /** The next assessment, where this one names it: the day. */
  | 'NEXT_ON_DAY'
  /** The next assessment, where this one names it: the first day of the month. */
  | 'NEXT_ON_MONTH'
  /** The next assessment, where this one names it: the first day of the week. */
  | 'NEXT_ON_WEEK'
  /** Level of probability, from 1. */
  | 'PROBABILITY_LEVEL'
  /** The risk: Code of its category: technical, funding, market, legal or one of the tenant's own. */
  | 'RISK_CATEGORY'
  /** The risk. */
  | 'RISK_ID'
  /** The risk: How serious it was before any response. */
  | 'RISK_INHERENT_LEVEL'
  /** The risk: Whether it would hurt or help. */
  | 'RISK_KIND'
  /** The risk: How serious it is now. */
  | 'RISK_LEVEL'
  /** The risk: Where it stands. */
  | 'RISK_STATUS'
  /** The risk: Code of the sub-type within the category. */
  | 'RISK_SUB_TYPE'
  /** The risk: How serious it should become. */
  | 'RISK_TARGET_LEVEL'
  /** Version of the risk scale that it was judged by. */
  | 'SCALE_NUMBER'
  /** Probability level × impact level. */
  | 'SCORE'
  | '%future added value';

/** What the assessments of a group share; null unless grouped by. */
export type AssessmentGroupKeys = {
  /** When it was made: the day. */
  assessedAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the month. */
  assessedAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the week. */
  assessedAtWeek: Maybe<Scalars['Date']['output']>;
  /** The member who made it. Given with its id as a key. */
  assessedBy: Maybe<Member>;
  /** The member who made it. */
  assessedById: Maybe<Scalars['ID']['output']>;
  /** The member who made it: What the person may do. */
  assessedByRole: Maybe<Role>;
  /** Level of impact, from 1. */
  impactLevel: Maybe<Scalars['Int']['output']>;
  /** What it judges. */
  kind: Maybe<AssessmentKind>;
  /** How much is known behind it. */
  knowledge: Maybe<Knowledge>;
  /** How serious that is. */
  level: Maybe<RiskLevel>;
  /** The next assessment, where this one names it: the day. */
  nextOnDay: Maybe<Scalars['Date']['output']>;
  /** The next assessment, where this one names it: the first day of the month. */
  nextOnMonth: Maybe<Scalars['Date']['output']>;
  /** The next assessment, where this one names it: the first day of the week. */
  nextOnWeek: Maybe<Scalars['Date']['output']>;
  /** Level of probability, from 1. */
  probabilityLevel: Maybe<Scalars['Int']['output']>;
  /** The risk. Given with its id as a key. */
  risk: Maybe<Risk>;
  /** The risk: Code of its category: technical, funding, market, legal or one of the tenant's own. */
  riskCategory: Maybe<Scalars['String']['output']>;
  /** The risk. */
  riskId: Maybe<Scalars['ID']['output']>;
  /** The risk: How serious it was before any response. */
  riskInherentLevel: Maybe<RiskLevel>;
  /** The risk: Whether it would hurt or help. */
  riskKind: Maybe<RiskKind>;
  /** The risk: How serious it is now. */
  riskLevel: Maybe<RiskLevel>;
  /** The risk: Where it stands. */
  riskStatus: Maybe<RiskStatus>;
  /** The risk: Code of the sub-type within the category. */
  riskSubType: Maybe<Scalars['String']['output']>;
  /** The risk: How serious it should become. */
  riskTargetLevel: Maybe<RiskLevel>;
  /** Version of the risk scale that it was judged by. */
  scaleNumber: Maybe<Scalars['Int']['output']>;
  /** Probability level × impact level. */
  score: Maybe<Scalars['Int']['output']>;
};

/** What an assessment judges: before any response, as it is now, as it should become. */
export type AssessmentKind =
  /** As it is now. */
  | 'CURRENT'
  /** Before any response. */
  | 'INHERENT'
  /** As it should become. */
  | 'TARGET'
  | '%future added value';

/** Conditions on a value of the type AssessmentKind; all must hold. */
export type AssessmentKindComparator = {
  /** Equal to it. */
  eq?: InputMaybe<AssessmentKind>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<AssessmentKind>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<AssessmentKind>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<AssessmentKind>>;
};

/** Conditions on all assessments of something. */
export type AssessmentListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<AssessmentFilter>;
  /** None is like this. */
  none?: InputMaybe<AssessmentFilter>;
  /** At least one is like this. */
  some?: InputMaybe<AssessmentFilter>;
};

/** Greatest values over assessments. */
export type AssessmentMax = {
  /** When it was made. */
  assessedAt: Maybe<Scalars['DateTime']['output']>;
  /** Delay if it goes badly, in working days. */
  delayHigh: Maybe<Scalars['Decimal']['output']>;
  /** Most likely delay, in working days. */
  delayLikely: Maybe<Scalars['Decimal']['output']>;
  /** Delay if it goes well, in working days. */
  delayLow: Maybe<Scalars['Decimal']['output']>;
  /** Probability × mean impact, in the tenant's currency. */
  expectedLoss: Maybe<Scalars['Decimal']['output']>;
  /** Loss if it goes badly. */
  impactHigh: Maybe<Scalars['Decimal']['output']>;
  /** Level of impact, from 1. */
  impactLevel: Maybe<Scalars['Int']['output']>;
  /** Most likely loss. */
  impactLikely: Maybe<Scalars['Decimal']['output']>;
  /** Loss if it goes well. */
  impactLow: Maybe<Scalars['Decimal']['output']>;
  /** What it judges. */
  kind: Maybe<AssessmentKind>;
  /** How much is known behind it. */
  knowledge: Maybe<Knowledge>;
  /** How serious that is. */
  level: Maybe<RiskLevel>;
  /** The next assessment, where this one names it. */
  nextOn: Maybe<Scalars['Date']['output']>;
  /** Probability, from 0 to 1. */
  probability: Maybe<Scalars['Decimal']['output']>;
  /** Level of probability, from 1. */
  probabilityLevel: Maybe<Scalars['Int']['output']>;
  /** Version of the risk scale that it was judged by. */
  scaleNumber: Maybe<Scalars['Int']['output']>;
  /** Probability level × impact level. */
  score: Maybe<Scalars['Int']['output']>;
};

/** Smallest values over assessments. */
export type AssessmentMin = {
  /** When it was made. */
  assessedAt: Maybe<Scalars['DateTime']['output']>;
  /** Delay if it goes badly, in working days. */
  delayHigh: Maybe<Scalars['Decimal']['output']>;
  /** Most likely delay, in working days. */
  delayLikely: Maybe<Scalars['Decimal']['output']>;
  /** Delay if it goes well, in working days. */
  delayLow: Maybe<Scalars['Decimal']['output']>;
  /** Probability × mean impact, in the tenant's currency. */
  expectedLoss: Maybe<Scalars['Decimal']['output']>;
  /** Loss if it goes badly. */
  impactHigh: Maybe<Scalars['Decimal']['output']>;
  /** Level of impact, from 1. */
  impactLevel: Maybe<Scalars['Int']['output']>;
  /** Most likely loss. */
  impactLikely: Maybe<Scalars['Decimal']['output']>;
  /** Loss if it goes well. */
  impactLow: Maybe<Scalars['Decimal']['output']>;
  /** What it judges. */
  kind: Maybe<AssessmentKind>;
  /** How much is known behind it. */
  knowledge: Maybe<Knowledge>;
  /** How serious that is. */
  level: Maybe<RiskLevel>;
  /** The next assessment, where this one names it. */
  nextOn: Maybe<Scalars['Date']['output']>;
  /** Probability, from 0 to 1. */
  probability: Maybe<Scalars['Decimal']['output']>;
  /** Level of probability, from 1. */
  probabilityLevel: Maybe<Scalars['Int']['output']>;
  /** Version of the risk scale that it was judged by. */
  scaleNumber: Maybe<Scalars['Int']['output']>;
  /** Probability level × impact level. */
  score: Maybe<Scalars['Int']['output']>;
};

/** One key of the order of assessments. */
export type AssessmentOrder = {
  /** Which way; ASC where left out. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: AssessmentOrderField;
  /** Where rows without a value stand; LAST where left out. */
  nulls?: InputMaybe<OrderNulls>;
};

/** By what assessments can be ordered. */
export type AssessmentOrderField =
  /** When it was made. */
  | 'ASSESSED_AT'
  /** The member who made it: The person's e-mail address. */
  | 'ASSESSED_BY_EMAIL'
  /** The member who made it: The person's name. */
  | 'ASSESSED_BY_NAME'
  /** The member who made it: What the person may do. */
  | 'ASSESSED_BY_ROLE'
  /** Delay if it goes badly, in working days. */
  | 'DELAY_HIGH'
  /** Most likely delay, in working days. */
  | 'DELAY_LIKELY'
  /** Delay if it goes well, in working days. */
  | 'DELAY_LOW'
  /** Probability × mean impact, in the tenant's currency. */
  | 'EXPECTED_LOSS'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** Loss if it goes badly. */
  | 'IMPACT_HIGH'
  /** Level of impact, from 1. */
  | 'IMPACT_LEVEL'
  /** Most likely loss. */
  | 'IMPACT_LIKELY'
  /** Loss if it goes well. */
  | 'IMPACT_LOW'
  /** What it judges. */
  | 'KIND'
  /** How much is known behind it. */
  | 'KNOWLEDGE'
  /** How serious that is. */
  | 'LEVEL'
  /** The next assessment, where this one names it. */
  | 'NEXT_ON'
  /** Probability, from 0 to 1. */
  | 'PROBABILITY'
  /** Level of probability, from 1. */
  | 'PROBABILITY_LEVEL'
  /** Why it was judged so. */
  | 'RATIONALE'
  /** The risk: When it was last assessed as it is now. */
  | 'RISK_ASSESSED_AT'
  /** The risk: Code of its category: technical, funding, market, legal or one of the tenant's own. */
  | 'RISK_CATEGORY'
  /** The risk: Why it may happen. */
  | 'RISK_CAUSE'
  /** The risk: What would follow. */
  | 'RISK_EFFECT'
  /** The risk: What would happen. */
  | 'RISK_EVENT'
  /** The risk: Probability × mean impact now, in the tenant's currency. */
  | 'RISK_EXPECTED_LOSS'
  /** The risk: When it would happen. */
  | 'RISK_EXPECTED_ON'
  /** The risk: Level of impact now, from 1. */
  | 'RISK_IMPACT_LEVEL'
  /** The risk: How serious it was before any response. */
  | 'RISK_INHERENT_LEVEL'
  /** The risk: Score before any response. */
  | 'RISK_INHERENT_SCORE'
  /** The risk: Whether it would hurt or help. */
  | 'RISK_KIND'
  /** The risk: How serious it is now. */
  | 'RISK_LEVEL'
  /** The risk: Since when the present level has held. */
  | 'RISK_LEVEL_SINCE'
  /** The risk: When it is to be assessed again. */
  | 'RISK_NEXT_ASSESSMENT_ON'
  /** The risk: Since when it has been open without a break. */
  | 'RISK_OPENED_AT'
  /** The risk: How many actions of its responses are not done. */
  | 'RISK_OPEN_ACTION_COUNT'
  /** The risk: By how much its venture's P80 loss would be lower without it. */
  | 'RISK_P80_SHARE'
  /** The risk: Level of probability now, from 1. */
  | 'RISK_PROBABILITY_LEVEL'
  /** The risk: How many days away that is; negative where it has passed. */
  | 'RISK_PROXIMITY_DAYS'
  /** The risk: When it would happen: the expected day, else the day on which the first milestone that it threatens is due. */
  | 'RISK_PROXIMITY_ON'
  /** The risk: Probability level × impact level of the latest current assessment. */
  | 'RISK_SCORE'
  /** The risk: Where it stands. */
  | 'RISK_STATUS'
  /** The risk: Code of the sub-type within the category. */
  | 'RISK_SUB_TYPE'
  /** The risk: How serious it should become. */
  | 'RISK_TARGET_LEVEL'
  /** The risk: Score as it should become. */
  | 'RISK_TARGET_SCORE'
  /** The risk: Code of the template that it was made from. */
  | 'RISK_TEMPLATE'
  /** The risk: The risk in one line. */
  | 'RISK_TITLE'
  /** Version of the risk scale that it was judged by. */
  | 'SCALE_NUMBER'
  /** Probability level × impact level. */
  | 'SCORE'
  | '%future added value';

/** Sums over assessments. */
export type AssessmentSum = {
  /** Delay if it goes badly, in working days. */
  delayHigh: Maybe<Scalars['Decimal']['output']>;
  /** Most likely delay, in working days. */
  delayLikely: Maybe<Scalars['Decimal']['output']>;
  /** Delay if it goes well, in working days. */
  delayLow: Maybe<Scalars['Decimal']['output']>;
  /** Probability × mean impact, in the tenant's currency. */
  expectedLoss: Maybe<Scalars['Decimal']['output']>;
  /** Loss if it goes badly. */
  impactHigh: Maybe<Scalars['Decimal']['output']>;
  /** Level of impact, from 1. */
  impactLevel: Maybe<Scalars['Float']['output']>;
  /** Most likely loss. */
  impactLikely: Maybe<Scalars['Decimal']['output']>;
  /** Loss if it goes well. */
  impactLow: Maybe<Scalars['Decimal']['output']>;
  /** Probability, from 0 to 1. */
  probability: Maybe<Scalars['Decimal']['output']>;
  /** Level of probability, from 1. */
  probabilityLevel: Maybe<Scalars['Float']['output']>;
  /** Version of the risk scale that it was judged by. */
  scaleNumber: Maybe<Scalars['Float']['output']>;
  /** Probability level × impact level. */
  score: Maybe<Scalars['Float']['output']>;
};

/** Conditions on a value of the type Boolean; all must hold. */
export type BooleanComparator = {
  /** Equal to it. */
  eq?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A rule that comes with the product, as it holds in the tenant. */
export type BuiltInRule = {
  /** What usually helps, by locale. */
  advice: Scalars['JSON']['output'];
  /** The first word of its code. */
  category: Scalars['String']['output'];
  /** Its code. */
  code: Scalars['String']['output'];
  /** When it fires and how grave that is, by locale; with the usual parameters. */
  conditions: Scalars['JSON']['output'];
  /** Its usual hold, in seconds. */
  defaultHoldSeconds: Scalars['Int']['output'];
  /** Its usual keep, in seconds. */
  defaultKeepSeconds: Scalars['Int']['output'];
  /** Whether it is evaluated. */
  enabled: Scalars['Boolean']['output'];
  /** How many evaluations in a row have failed, where it is worst. */
  failures: Scalars['Int']['output'];
  /** How long its condition must hold before an alert fires. */
  holdSeconds: Scalars['Int']['output'];
  /** How long an alert stays after its condition has gone. */
  keepSeconds: Scalars['Int']['output'];
  /** Why the last evaluation failed. */
  lastError: Maybe<Scalars['String']['output']>;
  /** Its name by locale. */
  names: Scalars['JSON']['output'];
  /** The id of the tenant's setting, if any. */
  settingId: Maybe<Scalars['ID']['output']>;
  /** The version of that setting, for `expectedVersion`. */
  settingVersion: Maybe<Scalars['Int']['output']>;
  /** The severities that its alerts can have, mildest first. */
  severities: Scalars['JSON']['output'];
  /** The severity that the tenant gave its alerts; empty: its own. */
  severity: Maybe<Severity>;
  /** Since when it is only tried; empty: it tells. */
  shadowSince: Maybe<Scalars['DateTime']['output']>;
  /** What it is about. */
  subjectType: Scalars['String']['output'];
};

/** How often risks happened that were given a probability of one band. */
export type CalibrationBand = {
  /** Risks that are over and were last given such a probability. */
  forecasts: Scalars['Int']['output'];
  /** Where the band begins. */
  fromProbability: Scalars['Decimal']['output'];
  /** Level of probability by the present scale, from 1. */
  level: Scalars['Int']['output'];
  /** Mean of the probabilities given: what should have happened. */
  meanProbability: Scalars['Decimal']['output'];
  /** How many of them happened. */
  occurred: Scalars['Int']['output'];
  /** Share that happened. */
  occurredShare: Scalars['Decimal']['output'];
  /** Where the next one begins. */
  toProbability: Scalars['Decimal']['output'];
};

/** Which replay to end. */
export type CancelDeliveryReplayInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The replay. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `cancelDeliveryReplay`. */
export type CancelDeliveryReplayPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The delivery replay as it is now; null where refused. */
  deliveryReplay: Maybe<DeliveryReplay>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** A review that will not be held. */
export type CancelReviewInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The review. */
  reviewId: Scalars['ID']['input'];
};

/** What came of `cancelReview`. */
export type CancelReviewPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The review as it is now; null where refused. */
  review: Maybe<Review>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** News of anything. */
export type ChangeMessage = {
  /** Who did it, as webhooks tell. */
  actor: Scalars['JSON']['output'];
  /** The fields that an update changed, as GraphQL spells them; empty for other events. */
  changed: Array<Scalars['String']['output']>;
  /** What is told of it, as webhooks have it: the state right after it, in snake case. */
  data: Scalars['JSON']['output'];
  /** The id of the event, the `webhook-id` of webhooks. */
  eventId: Scalars['ID']['output'];
  /** What it is about, as it is now. Null where it is gone, or you may not see it. */
  node: Maybe<Node>;
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
  /** What those fields were before, as webhooks have it, in snake case; null where nothing was before. */
  previous: Maybe<Scalars['JSON']['output']>;
  /** Counts everything that happens in the tenant, without gaps; give the last one as `after` to go on. */
  sequence: Scalars['Int']['output'];
  /** The id of what it is about. */
  subjectId: Scalars['ID']['output'];
  /** What happened. */
  type: EventType;
  /** The id of the venture that it concerns; null where it concerns none. */
  ventureId: Maybe<Scalars['ID']['output']>;
};

/** What changes are about. */
export type ChangeSubject =
  /** Type Acceptance. */
  | 'ACCEPTANCE'
  /** Type Action. */
  | 'ACTION'
  /** Type Alert. */
  | 'ALERT'
  /** Type Allocation. */
  | 'ALLOCATION'
  /** Type ApiKey. */
  | 'API_KEY'
  /** Type Channel. */
  | 'CHANNEL'
  /** Type ReviewCondition. */
  | 'CONDITION'
  /** Type Criterion. */
  | 'CRITERION'
  /** Type Dependency. */
  | 'DEPENDENCY'
  /** Type EscalationPolicy. */
  | 'ESCALATION_POLICY'
  /** Type Indicator. */
  | 'INDICATOR'
  /** Type Issue. */
  | 'ISSUE'
  /** Type Member. */
  | 'MEMBER'
  /** Type Milestone. */
  | 'MILESTONE'
  /** Type NotificationPreference. */
  | 'NOTIFICATION_PREFERENCE'
  /** Type Resource. */
  | 'RESOURCE'
  /** Type Response. */
  | 'RESPONSE'
  /** Type Review. */
  | 'REVIEW'
  /** Type Risk. */
  | 'RISK'
  /** Type RiskAppetite. */
  | 'RISK_APPETITE'
  /** Type RiskCategory. */
  | 'RISK_CATEGORY'
  /** Type RiskCause. */
  | 'RISK_CAUSE'
  /** Type RiskComment. */
  | 'RISK_COMMENT'
  /** Type RiskMilestone. */
  | 'RISK_MILESTONE'
  /** Type RiskResource. */
  | 'RISK_RESOURCE'
  /** Type RiskScale. */
  | 'RISK_SCALE'
  /** Type Rule. */
  | 'RULE'
  /** Type Silence. */
  | 'SILENCE'
  /** Type SuggestedAssessment. */
  | 'SUGGESTED_ASSESSMENT'
  /** Type Team. */
  | 'TEAM'
  /** Type TeamMember. */
  | 'TEAM_MEMBER'
  /** Type Venture. */
  | 'VENTURE'
  /** Type WebhookEndpoint. */
  | 'WEBHOOK_ENDPOINT'
  | '%future added value';

/** A place where people of the tenant are told of events: an e-mail address, a Slack or a Teams channel. */
export type Channel = Node & {
  /** Where mail goes; empty for the other kinds. */
  address: Maybe<Scalars['EmailAddress']['output']>;
  /** When it was archived; empty while it is in use. */
  archivedAt: Maybe<Scalars['DateTime']['output']>;
  /** When the reader was asked last. */
  askedAt: Maybe<Scalars['DateTime']['output']>;
  /** Only events of these risk categories; empty: all. */
  categories: Maybe<Array<Scalars['String']['output']>>;
  /** When the reader of the e-mail address agreed; nothing is sent before. */
  confirmedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** What was told there, the newest first. */
  deliveries: DeliveryConnection;
  /** Why nothing is told. */
  disabledReason: Maybe<Scalars['String']['output']>;
  /** Whether events are told. */
  enabled: Scalars['Boolean']['output'];
  /** Exact types, prefixes that end in `.*`, or `*` for all. */
  eventTypes: Array<Scalars['String']['output']>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** How it is told. */
  kind: ChannelKind;
  /** Its language, `en` or `zh-CN`; empty: the tenant's. */
  language: Maybe<Scalars['String']['output']>;
  /** Only alerts at least this grave; empty: all. */
  minSeverity: Maybe<Scalars['String']['output']>;
  /** What it is called. */
  name: Scalars['String']['output'];
  /** As whose role its messages are read. */
  role: Role;
  /** When it was changed last. */
  updatedAt: Scalars['DateTime']['output'];
  /** Host and last characters of the address at Slack or Teams, which is a secret. */
  urlHint: Maybe<Scalars['String']['output']>;
  /** Only events of these ventures; empty: all. */
  ventureIds: Maybe<Array<Scalars['ID']['output']>>;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version: Scalars['Int']['output'];
  /** What you may do with it, by your role. */
  viewerCan: ChannelViewerCan;
};


/** A place where people of the tenant are told of events: an e-mail address, a Slack or a Teams channel. */
export type ChanneldeliveriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DeliveryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<DeliveryOrder>>;
};

/** What is told of a group of channels. */
export type ChannelAggregate = {
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** How many groups there are, also where not all of them are given. */
  groupCount: Scalars['Int']['output'];
  /** What its rows share. */
  keys: ChannelGroupKeys;
  /** The greatest, latest or gravest of each. */
  max: ChannelMax;
  /** The smallest, earliest or mildest of each. */
  min: ChannelMin;
};

/** A page of a list of channels. */
export type ChannelConnection = {
  /** Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their keys; read only when asked for. */
  aggregate: Array<ChannelAggregate>;
  /** The rows with their cursors. */
  edges: Array<ChannelEdge>;
  /** The rows. */
  nodes: Array<Channel>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};


/** A page of a list of channels. */
export type ChannelConnectionaggregateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<Array<ChannelGroupField>>;
};

/** A row of a list of channels. */
export type ChannelEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: Channel;
};

/** Conditions on channels; all must hold. An empty filter filters nothing. */
export type ChannelFilter = {
  /** Where mail goes; empty for the other kinds. */
  address?: InputMaybe<EmailAddressComparator>;
  /** All of these hold. */
  and?: InputMaybe<Array<ChannelFilter>>;
  /** When it was archived; empty while it is in use. */
  archivedAt?: InputMaybe<DateTimeComparator>;
  /** When the reader was asked last. */
  askedAt?: InputMaybe<DateTimeComparator>;
  /** When the reader of the e-mail address agreed; nothing is sent before. */
  confirmedAt?: InputMaybe<DateTimeComparator>;
  /** When it was made. */
  createdAt?: InputMaybe<DateTimeComparator>;
  /** What was told there, the newest first. */
  deliveries?: InputMaybe<DeliveryListFilter>;
  /** Why nothing is told. */
  disabledReason?: InputMaybe<StringComparator>;
  /** Whether events are told. */
  enabled?: InputMaybe<BooleanComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** How it is told. */
  kind?: InputMaybe<ChannelKindComparator>;
  /** Its language, `en` or `zh-CN`; empty: the tenant's. */
  language?: InputMaybe<StringComparator>;
  /** Only alerts at least this grave; empty: all. */
  minSeverity?: InputMaybe<StringComparator>;
  /** What it is called. */
  name?: InputMaybe<StringComparator>;
  /** This does not hold. */
  not?: InputMaybe<ChannelFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<ChannelFilter>>;
  /** As whose role its messages are read. */
  role?: InputMaybe<RoleComparator>;
  /** When it was changed last. */
  updatedAt?: InputMaybe<DateTimeComparator>;
  /** Host and last characters of the address at Slack or Teams, which is a secret. */
  urlHint?: InputMaybe<StringComparator>;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version?: InputMaybe<IntComparator>;
};

/** By what channels can be grouped. */
export type ChannelGroupField =
  /** When the reader was asked last: the day. */
  | 'ASKED_AT_DAY'
  /** When the reader was asked last: the first day of the month. */
  | 'ASKED_AT_MONTH'
  /** When the reader was asked last: the first day of the week. */
  | 'ASKED_AT_WEEK'
  /** When the reader of the e-mail address agreed; nothing is sent before: the day. */
  | 'CONFIRMED_AT_DAY'
  /** When the reader of the e-mail address agreed; nothing is sent before: the first day of the month. */
  | 'CONFIRMED_AT_MONTH'
  /** When the reader of the e-mail address agreed; nothing is sent before: the first day of the week. */
  | 'CONFIRMED_AT_WEEK'
  /** When it was made: the day. */
  | 'CREATED_AT_DAY'
  /** When it was made: the first day of the month. */
  | 'CREATED_AT_MONTH'
  /** When it was made: the first day of the week. */
  | 'CREATED_AT_WEEK'
  /** Whether events are told. */
  | 'ENABLED'
  /** How it is told. */
  | 'KIND'
  /** As whose role its messages are read. */
  | 'ROLE'
  | '%future added value';

/** What the channels of a group share; null unless grouped by. */
export type ChannelGroupKeys = {
  /** When the reader was asked last: the day. */
  askedAtDay: Maybe<Scalars['Date']['output']>;
  /** When the reader was asked last: the first day of the month. */
  askedAtMonth: Maybe<Scalars['Date']['output']>;
  /** When the reader was asked last: the first day of the week. */
  askedAtWeek: Maybe<Scalars['Date']['output']>;
  /** When the reader of the e-mail address agreed; nothing is sent before: the day. */
  confirmedAtDay: Maybe<Scalars['Date']['output']>;
  /** When the reader of the e-mail address agreed; nothing is sent before: the first day of the month. */
  confirmedAtMonth: Maybe<Scalars['Date']['output']>;
  /** When the reader of the e-mail address agreed; nothing is sent before: the first day of the week. */
  confirmedAtWeek: Maybe<Scalars['Date']['output']>;
  /** When it was made: the day. */
  createdAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the month. */
  createdAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the week. */
  createdAtWeek: Maybe<Scalars['Date']['output']>;
  /** Whether events are told. */
  enabled: Maybe<Scalars['Boolean']['output']>;
  /** How it is told. */
  kind: Maybe<ChannelKind>;
  /** As whose role its messages are read. */
  role: Maybe<Role>;
};

/** How a channel is told. */
export type ChannelKind =
  /** Mail to one address. */
  | 'EMAIL'
  /** An incoming webhook of Slack. */
  | 'SLACK'
  /** A workflow of Microsoft Teams. */
  | 'TEAMS'
  | '%future added value';

/** Conditions on a value of the type ChannelKind; all must hold. */
export type ChannelKindComparator = {
  /** Equal to it. */
  eq?: InputMaybe<ChannelKind>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<ChannelKind>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<ChannelKind>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<ChannelKind>>;
};

/** Greatest values over channels. */
export type ChannelMax = {
  /** When the reader was asked last. */
  askedAt: Maybe<Scalars['DateTime']['output']>;
  /** When the reader of the e-mail address agreed; nothing is sent before. */
  confirmedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** How it is told. */
  kind: Maybe<ChannelKind>;
  /** As whose role its messages are read. */
  role: Maybe<Role>;
};

/** Smallest values over channels. */
export type ChannelMin = {
  /** When the reader was asked last. */
  askedAt: Maybe<Scalars['DateTime']['output']>;
  /** When the reader of the e-mail address agreed; nothing is sent before. */
  confirmedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** How it is told. */
  kind: Maybe<ChannelKind>;
  /** As whose role its messages are read. */
  role: Maybe<Role>;
};

/** One key of the order of channels. */
export type ChannelOrder = {
  /** Which way; ASC where left out. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: ChannelOrderField;
  /** Where rows without a value stand; LAST where left out. */
  nulls?: InputMaybe<OrderNulls>;
};

/** By what channels can be ordered. */
export type ChannelOrderField =
  /** Where mail goes; empty for the other kinds. */
  | 'ADDRESS'
  /** When it was archived; empty while it is in use. */
  | 'ARCHIVED_AT'
  /** When the reader was asked last. */
  | 'ASKED_AT'
  /** When the reader of the e-mail address agreed; nothing is sent before. */
  | 'CONFIRMED_AT'
  /** When it was made. */
  | 'CREATED_AT'
  /** Why nothing is told. */
  | 'DISABLED_REASON'
  /** Whether events are told. */
  | 'ENABLED'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** How it is told. */
  | 'KIND'
  /** Its language, `en` or `zh-CN`; empty: the tenant's. */
  | 'LANGUAGE'
  /** Only alerts at least this grave; empty: all. */
  | 'MIN_SEVERITY'
  /** What it is called. */
  | 'NAME'
  /** As whose role its messages are read. */
  | 'ROLE'
  /** When it was changed last. */
  | 'UPDATED_AT'
  /** Host and last characters of the address at Slack or Teams, which is a secret. */
  | 'URL_HINT'
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  | 'VERSION'
  | '%future added value';

/** What you may do with a Channel. */
export type ChannelViewerCan = {
  /** Whether you may edit it. */
  edit: Scalars['Boolean']['output'];
};

/** An action that is done. */
export type CompleteActionInput = {
  /** The action. */
  actionId: Scalars['ID']['input'];
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `completeAction`. */
export type CompleteActionPayload = {
  /** The action as it is now; null where refused. */
  action: Maybe<Action>;
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** What must be done for a conditional go to hold. */
export type ConditionInput = {
  /** Until when. */
  dueOn?: InputMaybe<Scalars['Date']['input']>;
  /** The member who sees to it. */
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  /** What must be done. */
  title: Scalars['String']['input'];
};

/** Settings of a rule: what is left out stays, null takes the default. */
export type ConfigureRuleInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The rule's code. */
  code: Scalars['String']['input'];
  /** Whether it is evaluated. Switched off, its open alerts are resolved. */
  enabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** How long its condition must hold before an alert fires. */
  holdSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** How long an alert stays after its condition has gone. */
  keepSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Parameters to change; the others stay. */
  parameters?: InputMaybe<Array<ParameterValueInput>>;
  /** The severity of its alerts, instead of the rule's own. */
  severity?: InputMaybe<Severity>;
  /** Whether it is only tried: its alerts live, and nobody is told. */
  shadow?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What came of `configureRule`. */
export type ConfigureRulePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The rule as it is now; null where refused. */
  rule: Maybe<Rule>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** A suggestion that is right. */
export type ConfirmSuggestedAssessmentInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** How much is known behind it. */
  knowledge?: InputMaybe<Knowledge>;
  /** Why it is right; left out, the suggestion's own reason. */
  rationale?: InputMaybe<Scalars['String']['input']>;
  /** The suggestion. */
  suggestedAssessmentId: Scalars['ID']['input'];
};

/** What came of `confirmSuggestedAssessment`. */
export type ConfirmSuggestedAssessmentPayload = {
  /** The assessment as it is now; null where refused. */
  assessment: Maybe<Assessment>;
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The risk as it is now; null where refused. */
  risk: Maybe<Risk>;
  /** The suggested assessment as it is now; null where refused. */
  suggestedAssessment: Maybe<SuggestedAssessment>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** How much of a resource goes to a milestone. */
export type CreateAllocationInput = {
  /** How much, in the resource's unit. */
  amount: Scalars['Decimal']['input'];
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Last day. */
  endOn?: InputMaybe<Scalars['Date']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The milestone of the same venture. */
  milestoneId: Scalars['ID']['input'];
  /** What for. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The resource. */
  resourceId: Scalars['ID']['input'];
  /** First day. */
  startOn?: InputMaybe<Scalars['Date']['input']>;
};

/** What came of `createAllocation`. */
export type CreateAllocationPayload = {
  /** The allocation as it is now; null where refused. */
  allocation: Maybe<Allocation>;
  /** The new allocation as an edge of the root list in its usual order. */
  allocationEdge: Maybe<AllocationEdge>;
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** A new API key. */
export type CreateApiKeyInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** When the key stops to work; left out: never. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The only networks from which the key is taken; left out: all. */
  networks?: InputMaybe<Array<Scalars['String']['input']>>;
  /** What the key may do; never above your own role. */
  role?: InputMaybe<Role>;
  /** The only permissions of the key; left out: all that its role allows, or all of your own. */
  scopes?: InputMaybe<Array<Permission>>;
  /** What the key is for. */
  title: Scalars['String']['input'];
  /** The only ventures that the key may see; left out: all. */
  ventureIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** What came of `createApiKey`. */
export type CreateApiKeyPayload = {
  /** The api key as it is now; null where refused. */
  apiKey: Maybe<ApiKey>;
  /** The new api key as an edge of the root list in its usual order. */
  apiKeyEdge: Maybe<ApiKeyEdge>;
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The key itself; null when the request is repeated with its idempotency key. */
  key: Maybe<Scalars['String']['output']>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** A new place where people are told of events. */
export type CreateChannelInput = {
  /** Where mail goes; for e-mail. */
  address?: InputMaybe<Scalars['EmailAddress']['input']>;
  /** Only events of these categories of risk; left out: all. */
  categories?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Whether events are told. */
  enabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** Types of events, prefixes that end in .*, or * for all. */
  eventTypes?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** How it is told. */
  kind: ChannelKind;
  /** In which language; left out: the tenant's. */
  language?: InputMaybe<Scalars['String']['input']>;
  /** Only events of alerts at least this severe. */
  minSeverity?: InputMaybe<Severity>;
  /** What it is called. */
  name: Scalars['String']['input'];
  /** What this role may not read is not told. */
  role?: InputMaybe<Role>;
  /** Where Slack or Teams take messages. Never shown again. For Slack and Teams. */
  url?: InputMaybe<Scalars['String']['input']>;
  /** Only events of these ventures; left out: all. */
  ventureIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** What came of `createChannel`. */
export type CreateChannelPayload = {
  /** The channel as it is now; null where refused. */
  channel: Maybe<Channel>;
  /** The new channel as an edge of the root list in its usual order. */
  channelEdge: Maybe<ChannelEdge>;
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** A measured series that tells of a risk, or of a venture as a whole. */
export type CreateIndicatorInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** From this value on it is critical. */
  critical?: InputMaybe<Scalars['Decimal']['input']>;
  /** Beyond this value, on the good side, critical ends; left out: the threshold itself. */
  criticalClear?: InputMaybe<Scalars['Decimal']['input']>;
  /** How it is measured. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Which way it gets worse. */
  direction: IndicatorDirection;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Days between two readings; after twice as long it is stale. */
  intervalDays?: InputMaybe<Scalars['Int']['input']>;
  /** What is measured. */
  name: Scalars['String']['input'];
  /** The member who sees that it is measured. */
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  /** The risk that it tells of. */
  riskId?: InputMaybe<Scalars['ID']['input']>;
  /** Where the value stands in the answer, as JSON Pointer (RFC 6901); left out: all of it. */
  sourcePointer?: InputMaybe<Scalars['String']['input']>;
  /** Sent to the source as bearer token; never shown again. */
  sourceToken?: InputMaybe<Scalars['String']['input']>;
  /** Whence readings are pulled once an interval: https, a public address that answers with JSON. */
  sourceUrl?: InputMaybe<Scalars['String']['input']>;
  /** Unit of the values. */
  unit?: InputMaybe<Scalars['String']['input']>;
  /** The venture; left out, it is the risk's. */
  ventureId?: InputMaybe<Scalars['ID']['input']>;
  /** From this value on it is a warning. */
  warning?: InputMaybe<Scalars['Decimal']['input']>;
  /** Beyond this value, on the good side, the warning ends; left out: the threshold itself. */
  warningClear?: InputMaybe<Scalars['Decimal']['input']>;
};

/** What came of `createIndicator`. */
export type CreateIndicatorPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The indicator as it is now; null where refused. */
  indicator: Maybe<Indicator>;
  /** The new indicator as an edge of the root list in its usual order. */
  indicatorEdge: Maybe<IndicatorEdge>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** A new milestone. */
export type CreateMilestoneInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** More about it. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** When it is due. */
  dueOn?: InputMaybe<Scalars['Date']['input']>;
  /** Three points of its duration. */
  estimate?: InputMaybe<EstimateInput>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** A key milestone gets a review. */
  key?: InputMaybe<Scalars['Boolean']['input']>;
  /** The member who answers for it. */
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  /** How much is done, in percent. */
  percentComplete?: InputMaybe<Scalars['Int']['input']>;
  /** Date of its review; left out, five working days before it is due. */
  reviewOn?: InputMaybe<Scalars['Date']['input']>;
  /** When work on it begins. */
  startOn?: InputMaybe<Scalars['Date']['input']>;
  /** Where it stands. */
  status?: InputMaybe<MilestoneStatus>;
  /** What is to be reached. */
  title: Scalars['String']['input'];
  /** The venture. */
  ventureId: Scalars['ID']['input'];
};

/** What came of `createMilestone`. */
export type CreateMilestonePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The milestone as it is now; null where refused. */
  milestone: Maybe<Milestone>;
  /** The new milestone as an edge of the root list in its usual order. */
  milestoneEdge: Maybe<MilestoneEdge>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Something a venture uses. */
export type CreateResourceInput = {
  /** How much of it there is. */
  amount?: InputMaybe<Scalars['Decimal']['input']>;
  /** How it is obtained. */
  channel?: InputMaybe<Scalars['String']['input']>;
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** What it is. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Until when it can be used. */
  expiresOn?: InputMaybe<Scalars['Date']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Which of the four kinds it is. */
  kind: ResourceKind;
  /** Name of the resource. */
  name: Scalars['String']['input'];
  /** The member who answers for it. */
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  /** Unit of the amount, or an ISO 4217 currency for funding. */
  unit?: InputMaybe<Scalars['String']['input']>;
  /** The venture that uses it. */
  ventureId: Scalars['ID']['input'];
};

/** What came of `createResource`. */
export type CreateResourcePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The resource as it is now; null where refused. */
  resource: Maybe<Resource>;
  /** The new resource as an edge of the root list in its usual order. */
  resourceEdge: Maybe<ResourceEdge>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** A new category, or with `parent` a new sub-type of one. */
export type CreateRiskCategoryInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Its code, unique in the tenant. */
  code: Scalars['String']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Its name, in one language or several. */
  names: Array<LocalNameInput>;
  /** Code of the category that a sub-type belongs to. */
  parent?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `createRiskCategory`. */
export type CreateRiskCategoryPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The risk category as it is now; null where refused. */
  riskCategory: Maybe<RiskCategory>;
  /** The new risk category as an edge of the root list in its usual order. */
  riskCategoryEdge: Maybe<RiskCategoryEdge>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** A new risk in a venture's register. */
export type CreateRiskInput = {
  /** Code of the category: technical, funding, market, legal or one of the tenant's own. */
  category: Scalars['String']['input'];
  /** Why it may happen. */
  cause?: InputMaybe<Scalars['String']['input']>;
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** What would follow. */
  effect?: InputMaybe<Scalars['String']['input']>;
  /** What would happen. */
  event?: InputMaybe<Scalars['String']['input']>;
  /** When it would happen. */
  expectedOn?: InputMaybe<Scalars['Date']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Whether it would hurt or help; this stays. */
  kind?: InputMaybe<RiskKind>;
  /** Milestones of the venture that it threatens. */
  milestoneIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The member who watches it. */
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  /** Code of the sub-type within the category. */
  subType?: InputMaybe<Scalars['String']['input']>;
  /** Words to find it by. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The risk in one line. */
  title: Scalars['String']['input'];
  /** The venture that it would hurt. */
  ventureId: Scalars['ID']['input'];
};

/** What came of `createRisk`. */
export type CreateRiskPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The risk as it is now; null where refused. */
  risk: Maybe<Risk>;
  /** The new risk as an edge of the root list in its usual order. */
  riskEdge: Maybe<RiskEdge>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** A rule of the tenant's own, over the facts of one kind of subject. It begins in shadow. */
export type CreateRuleInput = {
  /** What usually helps; told with each alert. */
  advice?: InputMaybe<Scalars['String']['input']>;
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** When it fires: a CEL expression over the facts of the subject that is true or false. */
  expression: Scalars['String']['input'];
  /** How long its condition must hold before an alert fires. */
  holdSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** How long an alert stays after its condition has gone. */
  keepSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** The severity of its alerts. */
  severity?: InputMaybe<Severity>;
  /** Its code is `custom.` and this. */
  slug: Scalars['String']['input'];
  /** What it is about. */
  subjectType: RuleSubject;
  /** What it finds, in a few words. */
  title: Scalars['String']['input'];
};

/** What came of `createRule`. */
export type CreateRulePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The rule as it is now; null where refused. */
  rule: Maybe<Rule>;
  /** The new rule as an edge of the root list in its usual order. */
  ruleEdge: Maybe<RuleEdge>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Which alerts are not told, and until when. All that is given must match. */
export type CreateSilenceInput = {
  /** Only alerts of this category, of the rule or of the risk. */
  category?: InputMaybe<Scalars['String']['input']>;
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why. */
  reason: Scalars['String']['input'];
  /** Only alerts of this rule. */
  rule?: InputMaybe<Scalars['String']['input']>;
  /** Only alerts that are no graver than this. */
  severityAtMost?: InputMaybe<Severity>;
  /** From when; left out or in the past: from now. */
  startsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Until when, at most a year from now. */
  until: Scalars['DateTime']['input'];
  /** Only alerts of this venture. */
  ventureId?: InputMaybe<Scalars['ID']['input']>;
};

/** What came of `createSilence`. */
export type CreateSilencePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The silence as it is now; null where refused. */
  silence: Maybe<Silence>;
  /** The new silence as an edge of the root list in its usual order. */
  silenceEdge: Maybe<SilenceEdge>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** A new team. */
export type CreateTeamInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** What the team does. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Which of the four functions it has. */
  function: TeamFunction;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Members to begin with. */
  memberIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Name of the team. */
  name: Scalars['String']['input'];
  /** Its venture; left out, it belongs to the whole tenant. */
  ventureId?: InputMaybe<Scalars['ID']['input']>;
};

/** What came of `createTeam`. */
export type CreateTeamPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The team as it is now; null where refused. */
  team: Maybe<Team>;
  /** The new team as an edge of the root list in its usual order. */
  teamEdge: Maybe<TeamEdge>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** A new venture. */
export type CreateVentureInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** What the venture is about. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Application field, such as medicine or finance. */
  field?: InputMaybe<Scalars['String']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Short code, unique in the tenant: 2 to 10 capital letters and digits. Left out, one is made. */
  key?: InputMaybe<Scalars['String']['input']>;
  /** Name of the venture. */
  name: Scalars['String']['input'];
  /** The member who answers for it. */
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  /** How far it has come. */
  stage?: InputMaybe<VentureStage>;
};

/** What came of `createVenture`. */
export type CreateVenturePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
  /** The venture as it is now; null where refused. */
  venture: Maybe<Venture>;
  /** The new venture as an edge of the root list in its usual order. */
  ventureEdge: Maybe<VentureEdge>;
};

/** A new address that is told of events. */
export type CreateWebhookEndpointInput = {
  /** Only events of these categories of risk; left out: all. */
  categories?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Deliveries at one time at most, for each worker process. */
  concurrency?: InputMaybe<Scalars['Int']['input']>;
  /** What it is for. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** A GraphQL query over the event's subject, whose answer travels as data.selection: it may declare $subject: ID!, and $venture: ID!. */
  document?: InputMaybe<Scalars['String']['input']>;
  /** Whether events are sent. */
  enabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** Types of events, prefixes that end in .*, or * for all. */
  eventTypes?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Headers that are sent with every delivery, for gateways: never shown again. */
  headers?: InputMaybe<Array<WebhookHeaderInput>>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Only events of alerts at least this severe. */
  minSeverity?: InputMaybe<Severity>;
  /** Whether an event waits until the former one about the same subject arrived or was given up. */
  ordered?: InputMaybe<Scalars['Boolean']['input']>;
  /** All that is stored, or ids only. */
  payload?: InputMaybe<WebhookPayload>;
  /** Deliveries a second at most; left out: no limit. */
  rate?: InputMaybe<Scalars['Int']['input']>;
  /** What this role may not read is not sent. */
  role?: InputMaybe<Role>;
  /** By which signatures deliveries are known to be ours. */
  signing?: InputMaybe<WebhookSigning>;
  /** Where events are sent: https, a public address. */
  url: Scalars['String']['input'];
  /** Only events of these ventures; left out: all. */
  ventureIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** What came of `createWebhookEndpoint`. */
export type CreateWebhookEndpointPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The signing secret; null when the request is repeated with its idempotency key. */
  secret: Maybe<Scalars['String']['output']>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
  /** The webhook endpoint as it is now; null where refused. */
  webhookEndpoint: Maybe<WebhookEndpoint>;
  /** The new webhook endpoint as an edge of the root list in its usual order. */
  webhookEndpointEdge: Maybe<WebhookEndpointEdge>;
};

/** A checkable condition of a milestone; a metric criterion has target, direction and unit. */
export type Criterion = Node & {
  /** When it was archived; empty while it is in use. */
  archivedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Whether the target is a floor or a ceiling. */
  direction: Maybe<CriterionDirection>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** The indicator that it follows; empty: recorded by hand. */
  indicator: Maybe<Indicator>;
  /** The latest finding. */
  lastResult: Maybe<CriterionResult>;
  /** What is measured. */
  metric: Maybe<Scalars['String']['output']>;
  /** The milestone that it judges. */
  milestone: Milestone;
  /** Whether the milestone cannot be reached without it. */
  must: Scalars['Boolean']['output'];
  /** All findings, the newest first. */
  results: CriterionResultConnection;
  /** The value to be reached. */
  target: Maybe<Scalars['Decimal']['output']>;
  /** The condition in one line. */
  title: Scalars['String']['output'];
  /** The unit of target and values. */
  unit: Maybe<Scalars['String']['output']>;
  /** When it was changed last. */
  updatedAt: Scalars['DateTime']['output'];
  /** The venture. */
  venture: Venture;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version: Scalars['Int']['output'];
  /** What you may do with it, by your role. */
  viewerCan: CriterionViewerCan;
};


/** A checkable condition of a milestone; a metric criterion has target, direction and unit. */
export type CriterionresultsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CriterionResultFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<CriterionResultOrder>>;
};

/** What is told of a group of criteria. */
export type CriterionAggregate = {
  /** The average of each over the rows that have a value, to six places. */
  avg: CriterionAvg;
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** How many groups there are, also where not all of them are given. */
  groupCount: Scalars['Int']['output'];
  /** What its rows share. */
  keys: CriterionGroupKeys;
  /** The greatest, latest or gravest of each. */
  max: CriterionMax;
  /** The smallest, earliest or mildest of each. */
  min: CriterionMin;
  /** The sum of each; null where no row has a value. */
  sum: CriterionSum;
};

/** Averages over criteria. */
export type CriterionAvg = {
  /** The value to be reached. */
  target: Maybe<Scalars['Decimal']['output']>;
};

/** A page of a list of criteria. */
export type CriterionConnection = {
  /** Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their keys; read only when asked for. */
  aggregate: Array<CriterionAggregate>;
  /** The rows with their cursors. */
  edges: Array<CriterionEdge>;
  /** The rows. */
  nodes: Array<Criterion>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};


/** A page of a list of criteria. */
export type CriterionConnectionaggregateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<Array<CriterionGroupField>>;
};

/** Whether a metric must reach its target from below or stay under it. */
export type CriterionDirection =
  /** The value must reach the target. */
  | 'AT_LEAST'
  /** The value must stay at or under the target. */
  | 'AT_MOST'
  | '%future added value';

/** Conditions on a value of the type CriterionDirection; all must hold. */
export type CriterionDirectionComparator = {
  /** Equal to it. */
  eq?: InputMaybe<CriterionDirection>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<CriterionDirection>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<CriterionDirection>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<CriterionDirection>>;
};

/** A row of a list of criteria. */
export type CriterionEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: Criterion;
};

/** Conditions on criteria; all must hold. An empty filter filters nothing. */
export type CriterionFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<CriterionFilter>>;
  /** When it was archived; empty while it is in use. */
  archivedAt?: InputMaybe<DateTimeComparator>;
  /** When it was made. */
  createdAt?: InputMaybe<DateTimeComparator>;
  /** Whether the target is a floor or a ceiling. */
  direction?: InputMaybe<CriterionDirectionComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** The indicator that it follows; empty: recorded by hand. */
  indicator?: InputMaybe<IndicatorFilter>;
  /** The indicator that it follows; empty: recorded by hand. */
  indicatorId?: InputMaybe<IDComparator>;
  /** The latest finding. */
  lastResult?: InputMaybe<CriterionResultFilter>;
  /** What is measured. */
  metric?: InputMaybe<StringComparator>;
  /** The milestone that it judges. */
  milestone?: InputMaybe<MilestoneFilter>;
  /** The milestone that it judges. */
  milestoneId?: InputMaybe<IDComparator>;
  /** Whether the milestone cannot be reached without it. */
  must?: InputMaybe<BooleanComparator>;
  /** This does not hold. */
  not?: InputMaybe<CriterionFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<CriterionFilter>>;
  /** All findings, the newest first. */
  results?: InputMaybe<CriterionResultListFilter>;
  /** The value to be reached. */
  target?: InputMaybe<DecimalComparator>;
  /** The condition in one line. */
  title?: InputMaybe<StringComparator>;
  /** The unit of target and values. */
  unit?: InputMaybe<StringComparator>;
  /** When it was changed last. */
  updatedAt?: InputMaybe<DateTimeComparator>;
  /** The venture. */
  venture?: InputMaybe<VentureFilter>;
  /** The venture. */
  ventureId?: InputMaybe<IDComparator>;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version?: InputMaybe<IntComparator>;
};

/** By what criteria can be grouped. */
export type CriterionGroupField =
  /** When it was made: the day. */
  | 'CREATED_AT_DAY'
  /** When it was made: the first day of the month. */
  | 'CREATED_AT_MONTH'
  /** When it was made: the first day of the week. */
  | 'CREATED_AT_WEEK'
  /** Whether the target is a floor or a ceiling. */
  | 'DIRECTION'
  /** The indicator that it follows; empty: recorded by hand: Which way it gets worse. */
  | 'INDICATOR_DIRECTION'
  /** The indicator that it follows; empty: recorded by hand. */
  | 'INDICATOR_ID'
  /** The indicator that it follows; empty: recorded by hand: What the readings say against the thresholds. */
  | 'INDICATOR_STATE'
  /** What is measured. */
  | 'METRIC'
  /** The milestone that it judges. */
  | 'MILESTONE_ID'
  /** The milestone that it judges: Where it stands. */
  | 'MILESTONE_STATUS'
  /** Whether the milestone cannot be reached without it. */
  | 'MUST'
  /** The unit of target and values. */
  | 'UNIT'
  /** The venture: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture. */
  | 'VENTURE_ID'
  /** The venture: How far it has come. */
  | 'VENTURE_STAGE'
  | '%future added value';

/** What the criteria of a group share; null unless grouped by. */
export type CriterionGroupKeys = {
  /** When it was made: the day. */
  createdAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the month. */
  createdAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the week. */
  createdAtWeek: Maybe<Scalars['Date']['output']>;
  /** Whether the target is a floor or a ceiling. */
  direction: Maybe<CriterionDirection>;
  /** The indicator that it follows; empty: recorded by hand. Given with its id as a key. */
  indicator: Maybe<Indicator>;
  /** The indicator that it follows; empty: recorded by hand: Which way it gets worse. */
  indicatorDirection: Maybe<IndicatorDirection>;
  /** The indicator that it follows; empty: recorded by hand. */
  indicatorId: Maybe<Scalars['ID']['output']>;
  /** The indicator that it follows; empty: recorded by hand: What the readings say against the thresholds. */
  indicatorState: Maybe<IndicatorState>;
  /** What is measured. */
  metric: Maybe<Scalars['String']['output']>;
  /** The milestone that it judges. Given with its id as a key. */
  milestone: Maybe<Milestone>;
  /** The milestone that it judges. */
  milestoneId: Maybe<Scalars['ID']['output']>;
  /** The milestone that it judges: Where it stands. */
  milestoneStatus: Maybe<MilestoneStatus>;
  /** Whether the milestone cannot be reached without it. */
  must: Maybe<Scalars['Boolean']['output']>;
  /** The unit of target and values. */
  unit: Maybe<Scalars['String']['output']>;
  /** The venture. Given with its id as a key. */
  venture: Maybe<Venture>;
  /** The venture: Application field, such as medicine or finance. */
  ventureField: Maybe<Scalars['String']['output']>;
  /** The venture. */
  ventureId: Maybe<Scalars['ID']['output']>;
  /** The venture: How far it has come. */
  ventureStage: Maybe<VentureStage>;
};

/** Conditions on all criteria of something. */
export type CriterionListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<CriterionFilter>;
  /** None is like this. */
  none?: InputMaybe<CriterionFilter>;
  /** At least one is like this. */
  some?: InputMaybe<CriterionFilter>;
};

/** Greatest values over criteria. */
export type CriterionMax = {
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Whether the target is a floor or a ceiling. */
  direction: Maybe<CriterionDirection>;
  /** The value to be reached. */
  target: Maybe<Scalars['Decimal']['output']>;
};

/** Smallest values over criteria. */
export type CriterionMin = {
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Whether the target is a floor or a ceiling. */
  direction: Maybe<CriterionDirection>;
  /** The value to be reached. */
  target: Maybe<Scalars['Decimal']['output']>;
};

/** One key of the order of criteria. */
export type CriterionOrder = {
  /** Which way; ASC where left out. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: CriterionOrderField;
  /** Where rows without a value stand; LAST where left out. */
  nulls?: InputMaybe<OrderNulls>;
};

/** By what criteria can be ordered. */
export type CriterionOrderField =
  /** When it was archived; empty while it is in use. */
  | 'ARCHIVED_AT'
  /** When it was made. */
  | 'CREATED_AT'
  /** Whether the target is a floor or a ceiling. */
  | 'DIRECTION'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** The indicator that it follows; empty: recorded by hand: From this value on it is critical. */
  | 'INDICATOR_CRITICAL'
  /** The indicator that it follows; empty: recorded by hand: Beyond this value critical ends; empty: the threshold itself. */
  | 'INDICATOR_CRITICAL_CLEAR'
  /** The indicator that it follows; empty: recorded by hand: How it is measured. */
  | 'INDICATOR_DESCRIPTION'
  /** The indicator that it follows; empty: recorded by hand: Which way it gets worse. */
  | 'INDICATOR_DIRECTION'
  /** The indicator that it follows; empty: recorded by hand: Why it gave no reading then. */
  | 'INDICATOR_ERROR'
  /** The indicator that it follows; empty: recorded by hand: Days between two readings. */
  | 'INDICATOR_INTERVAL_DAYS'
  /** The indicator that it follows; empty: recorded by hand: When it was measured last. */
  | 'INDICATOR_LATEST_AT'
  /** The indicator that it follows; empty: recorded by hand: The last value. */
  | 'INDICATOR_LATEST_VALUE'
  /** The indicator that it follows; empty: recorded by hand: What is measured. */
  | 'INDICATOR_NAME'
  /** The indicator that it follows; empty: recorded by hand: When the source was asked last. */
  | 'INDICATOR_PULLED_AT'
  /** The indicator that it follows; empty: recorded by hand: Where the value stands in the source's answer, as JSON Pointer. */
  | 'INDICATOR_SOURCE_POINTER'
  /** The indicator that it follows; empty: recorded by hand: Whence readings are pulled once an interval; empty: they are only pushed. */
  | 'INDICATOR_SOURCE_URL'
  /** The indicator that it follows; empty: recorded by hand: What the readings say against the thresholds. */
  | 'INDICATOR_STATE'
  /** The indicator that it follows; empty: recorded by hand: The time of the reading with which the present state began. */
  | 'INDICATOR_STATE_SINCE'
  /** The indicator that it follows; empty: recorded by hand: Unit of the values. */
  | 'INDICATOR_UNIT'
  /** The indicator that it follows; empty: recorded by hand: From this value on it is a warning. */
  | 'INDICATOR_WARNING'
  /** The indicator that it follows; empty: recorded by hand: Beyond this value the warning ends; empty: the threshold itself. */
  | 'INDICATOR_WARNING_CLEAR'
  /** What is measured. */
  | 'METRIC'
  /** The milestone that it judges: Due day as once agreed. */
  | 'MILESTONE_BASELINE_DUE_ON'
  /** The milestone that it judges: First day as once agreed. */
  | 'MILESTONE_BASELINE_START_ON'
  /** The milestone that it judges: Day on which it was reached. */
  | 'MILESTONE_COMPLETED_ON'
  /** The milestone that it judges: How many days after its due day it was reached, or have passed since; 0 in time or where it was cancelled, empty without a due day. */
  | 'MILESTONE_DAYS_LATE'
  /** The milestone that it judges: How many days its due day lies after the one once agreed; negative where before. */
  | 'MILESTONE_DAYS_SLIPPED'
  /** The milestone that it judges: What it means. */
  | 'MILESTONE_DESCRIPTION'
  /** The milestone that it judges: Day by which it is to be reached. */
  | 'MILESTONE_DUE_ON'
  /** The milestone that it judges: Most likely duration, in working days. */
  | 'MILESTONE_ESTIMATE_LIKELY'
  /** The milestone that it judges: Duration if all goes well, in working days. */
  | 'MILESTONE_ESTIMATE_OPTIMISTIC'
  /** The milestone that it judges: Duration if much goes wrong, in working days. */
  | 'MILESTONE_ESTIMATE_PESSIMISTIC'
  /** The milestone that it judges: Whether it is a key milestone, which gets a review. */
  | 'MILESTONE_KEY'
  /** The milestone that it judges: How many open risks threaten it. */
  | 'MILESTONE_OPEN_RISK_COUNT'
  /** The milestone that it judges: How much of it is done, in percent. */
  | 'MILESTONE_PERCENT_COMPLETE'
  /** The milestone that it judges: Planned day of the review; empty: five working days before a key milestone is due. */
  | 'MILESTONE_REVIEW_ON'
  /** The milestone that it judges: First day. */
  | 'MILESTONE_START_ON'
  /** The milestone that it judges: Where it stands. */
  | 'MILESTONE_STATUS'
  /** The milestone that it judges: The goal in one line. */
  | 'MILESTONE_TITLE'
  /** Whether the milestone cannot be reached without it. */
  | 'MUST'
  /** The value to be reached. */
  | 'TARGET'
  /** The condition in one line. */
  | 'TITLE'
  /** The unit of target and values. */
  | 'UNIT'
  /** When it was changed last. */
  | 'UPDATED_AT'
  /** The venture: What it is about. */
  | 'VENTURE_DESCRIPTION'
  /** The venture: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture: How many alerts are firing. */
  | 'VENTURE_FIRING_ALERT_COUNT'
  /** The venture: Short code, unique in the tenant, such as MEDX. */
  | 'VENTURE_KEY'
  /** The venture: Its name. */
  | 'VENTURE_NAME'
  /** The venture: How many risks are open. */
  | 'VENTURE_OPEN_RISK_COUNT'
  /** The venture: How many milestones are past their due day and not done. */
  | 'VENTURE_OVERDUE_MILESTONE_COUNT'
  /** The venture: How far it has come. */
  | 'VENTURE_STAGE'
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  | 'VERSION'
  | '%future added value';

/** How a criterion was found. */
export type CriterionOutcome =
  /** It is not fulfilled. */
  | 'FAIL'
  /** It is fulfilled. */
  | 'PASS'
  | '%future added value';

/** Conditions on a value of the type CriterionOutcome; all must hold. */
export type CriterionOutcomeComparator = {
  /** Equal to it. */
  eq?: InputMaybe<CriterionOutcome>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<CriterionOutcome>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<CriterionOutcome>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<CriterionOutcome>>;
};

/** One finding about a criterion; the latest is its last result. */
export type CriterionResult = Node & {
  /** The criterion. */
  criterion: Criterion;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** What was said of it. */
  note: Maybe<Scalars['String']['output']>;
  /** When it was recorded. */
  recordedAt: Scalars['DateTime']['output'];
  /** The member who recorded it. */
  recordedBy: Maybe<Member>;
  /** How the criterion was found. */
  result: CriterionOutcome;
  /** The measured value. */
  value: Maybe<Scalars['Decimal']['output']>;
};

/** What is told of a group of criterion results. */
export type CriterionResultAggregate = {
  /** The average of each over the rows that have a value, to six places. */
  avg: CriterionResultAvg;
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** How many groups there are, also where not all of them are given. */
  groupCount: Scalars['Int']['output'];
  /** What its rows share. */
  keys: CriterionResultGroupKeys;
  /** The greatest, latest or gravest of each. */
  max: CriterionResultMax;
  /** The smallest, earliest or mildest of each. */
  min: CriterionResultMin;
  /** The sum of each; null where no row has a value. */
  sum: CriterionResultSum;
};

/** Averages over criterion results. */
export type CriterionResultAvg = {
  /** The measured value. */
  value: Maybe<Scalars['Decimal']['output']>;
};

/** A page of a list of criterion results. */
export type CriterionResultConnection = {
  /** Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their keys; read only when asked for. */
  aggregate: Array<CriterionResultAggregate>;
  /** The rows with their cursors. */
  edges: Array<CriterionResultEdge>;
  /** The rows. */
  nodes: Array<CriterionResult>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};


/** A page of a list of criterion results. */
export type CriterionResultConnectionaggregateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<Array<CriterionResultGroupField>>;
};

/** A row of a list of criterion results. */
export type CriterionResultEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: CriterionResult;
};

/** Conditions on criterion results; all must hold. An empty filter filters nothing. */
export type CriterionResultFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<CriterionResultFilter>>;
  /** The criterion. */
  criterion?: InputMaybe<CriterionFilter>;
  /** The criterion. */
  criterionId?: InputMaybe<IDComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** This does not hold. */
  not?: InputMaybe<CriterionResultFilter>;
  /** What was said of it. */
  note?: InputMaybe<StringComparator>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<CriterionResultFilter>>;
  /** When it was recorded. */
  recordedAt?: InputMaybe<DateTimeComparator>;
  /** The member who recorded it. */
  recordedBy?: InputMaybe<MemberFilter>;
  /** The member who recorded it. */
  recordedById?: InputMaybe<IDComparator>;
  /** How the criterion was found. */
  result?: InputMaybe<CriterionOutcomeComparator>;
  /** The measured value. */
  value?: InputMaybe<DecimalComparator>;
};

/** By what criterion results can be grouped. */
export type CriterionResultGroupField =
  /** The criterion: Whether the target is a floor or a ceiling. */
  | 'CRITERION_DIRECTION'
  /** The criterion. */
  | 'CRITERION_ID'
  /** The criterion: What is measured. */
  | 'CRITERION_METRIC'
  /** The criterion: The unit of target and values. */
  | 'CRITERION_UNIT'
  /** When it was recorded: the day. */
  | 'RECORDED_AT_DAY'
  /** When it was recorded: the first day of the month. */
  | 'RECORDED_AT_MONTH'
  /** When it was recorded: the first day of the week. */
  | 'RECORDED_AT_WEEK'
  /** The member who recorded it. */
  | 'RECORDED_BY'
  /** The member who recorded it: What the person may do. */
  | 'RECORDED_BY_ROLE'
  /** How the criterion was found. */
  | 'RESULT'
  | '%future added value';

/** What the criterion results of a group share; null unless grouped by. */
export type CriterionResultGroupKeys = {
  /** The criterion. Given with its id as a key. */
  criterion: Maybe<Criterion>;
  /** The criterion: Whether the target is a floor or a ceiling. */
  criterionDirection: Maybe<CriterionDirection>;
  /** The criterion. */
  criterionId: Maybe<Scalars['ID']['output']>;
  /** The criterion: What is measured. */
  criterionMetric: Maybe<Scalars['String']['output']>;
  /** The criterion: The unit of target and values. */
  criterionUnit: Maybe<Scalars['String']['output']>;
  /** When it was recorded: the day. */
  recordedAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was recorded: the first day of the month. */
  recordedAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was recorded: the first day of the week. */
  recordedAtWeek: Maybe<Scalars['Date']['output']>;
  /** The member who recorded it. Given with its id as a key. */
  recordedBy: Maybe<Member>;
  /** The member who recorded it. */
  recordedById: Maybe<Scalars['ID']['output']>;
  /** The member who recorded it: What the person may do. */
  recordedByRole: Maybe<Role>;
  /** How the criterion was found. */
  result: Maybe<CriterionOutcome>;
};

/** Conditions on all criterion results of something. */
export type CriterionResultListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<CriterionResultFilter>;
  /** None is like this. */
  none?: InputMaybe<CriterionResultFilter>;
  /** At least one is like this. */
  some?: InputMaybe<CriterionResultFilter>;
};

/** Greatest values over criterion results. */
export type CriterionResultMax = {
  /** When it was recorded. */
  recordedAt: Maybe<Scalars['DateTime']['output']>;
  /** How the criterion was found. */
  result: Maybe<CriterionOutcome>;
  /** The measured value. */
  value: Maybe<Scalars['Decimal']['output']>;
};

/** Smallest values over criterion results. */
export type CriterionResultMin = {
  /** When it was recorded. */
  recordedAt: Maybe<Scalars['DateTime']['output']>;
  /** How the criterion was found. */
  result: Maybe<CriterionOutcome>;
  /** The measured value. */
  value: Maybe<Scalars['Decimal']['output']>;
};

/** One key of the order of criterion results. */
export type CriterionResultOrder = {
  /** Which way; ASC where left out. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: CriterionResultOrderField;
  /** Where rows without a value stand; LAST where left out. */
  nulls?: InputMaybe<OrderNulls>;
};

/** By what criterion results can be ordered. */
export type CriterionResultOrderField =
  /** The criterion: Whether the target is a floor or a ceiling. */
  | 'CRITERION_DIRECTION'
  /** The criterion: What is measured. */
  | 'CRITERION_METRIC'
  /** The criterion: Whether the milestone cannot be reached without it. */
  | 'CRITERION_MUST'
  /** The criterion: The value to be reached. */
  | 'CRITERION_TARGET'
  /** The criterion: The condition in one line. */
  | 'CRITERION_TITLE'
  /** The criterion: The unit of target and values. */
  | 'CRITERION_UNIT'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** What was said of it. */
  | 'NOTE'
  /** When it was recorded. */
  | 'RECORDED_AT'
  /** The member who recorded it: The person's e-mail address. */
  | 'RECORDED_BY_EMAIL'
  /** The member who recorded it: The person's name. */
  | 'RECORDED_BY_NAME'
  /** The member who recorded it: What the person may do. */
  | 'RECORDED_BY_ROLE'
  /** How the criterion was found. */
  | 'RESULT'
  /** The measured value. */
  | 'VALUE'
  | '%future added value';

/** Sums over criterion results. */
export type CriterionResultSum = {
  /** The measured value. */
  value: Maybe<Scalars['Decimal']['output']>;
};

/** Sums over criteria. */
export type CriterionSum = {
  /** The value to be reached. */
  target: Maybe<Scalars['Decimal']['output']>;
};

/** What you may do with a Criterion. */
export type CriterionViewerCan = {
  /** Whether you may edit it. */
  edit: Scalars['Boolean']['output'];
  /** Whether you may record it. */
  record: Scalars['Boolean']['output'];
};

/** Conditions on a value of the type Date; all must hold. */
export type DateComparator = {
  /** Equal to it. */
  eq?: InputMaybe<Scalars['Date']['input']>;
  /** Greater than it. */
  gt?: InputMaybe<Scalars['Date']['input']>;
  /** Greater than or equal to it. */
  gte?: InputMaybe<Scalars['Date']['input']>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<Scalars['Date']['input']>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Less than it. */
  lt?: InputMaybe<Scalars['Date']['input']>;
  /** Less than or equal to it. */
  lte?: InputMaybe<Scalars['Date']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<Scalars['Date']['input']>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<Scalars['Date']['input']>>;
};

/** Conditions on a value of the type DateTime; all must hold. */
export type DateTimeComparator = {
  /** Equal to it. */
  eq?: InputMaybe<Scalars['DateTime']['input']>;
  /** Greater than it. */
  gt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Greater than or equal to it. */
  gte?: InputMaybe<Scalars['DateTime']['input']>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<Scalars['DateTime']['input']>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Less than it. */
  lt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Less than or equal to it. */
  lte?: InputMaybe<Scalars['DateTime']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<Scalars['DateTime']['input']>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<Scalars['DateTime']['input']>>;
};

/** The decision of a review. */
export type DecideReviewInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Conditions of a conditional go. */
  conditions?: InputMaybe<Array<ConditionInput>>;
  /** What is decided. */
  decision: ReviewDecision;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why; needed where it is not what the report recommends. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** The review. */
  reviewId: Scalars['ID']['input'];
};

/** What came of `decideReview`. */
export type DecideReviewPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The milestone as it is now; null where refused. */
  milestone: Maybe<Milestone>;
  /** The review as it is now; null where refused. */
  review: Maybe<Review>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Conditions on a value of the type Decimal; all must hold. */
export type DecimalComparator = {
  /** Equal to it. */
  eq?: InputMaybe<Scalars['Decimal']['input']>;
  /** Greater than it. */
  gt?: InputMaybe<Scalars['Decimal']['input']>;
  /** Greater than or equal to it. */
  gte?: InputMaybe<Scalars['Decimal']['input']>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<Scalars['Decimal']['input']>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Less than it. */
  lt?: InputMaybe<Scalars['Decimal']['input']>;
  /** Less than or equal to it. */
  lte?: InputMaybe<Scalars['Decimal']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<Scalars['Decimal']['input']>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<Scalars['Decimal']['input']>>;
};

/** One event for one endpoint, channel or member's mail. Partitioned by week of `id`. */
export type Delivery = Node & {
  /** How often it was tried. */
  attempts: Scalars['Int']['output'];
  /** The channel; empty where the endpoint is as well: the mail of a member. */
  channel: Maybe<Channel>;
  /** When it was to be sent first. */
  createdAt: Scalars['DateTime']['output'];
  /** The endpoint; empty: no webhook. */
  endpoint: Maybe<WebhookEndpoint>;
  /** The event's type. */
  eventType: Scalars['String']['output'];
  /** When it was over. */
  finishedAt: Maybe<Scalars['DateTime']['output']>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** Why the latest try failed. */
  lastError: Maybe<Scalars['String']['output']>;
  /** The HTTP status of the latest try. */
  lastStatus: Maybe<Scalars['Int']['output']>;
  /** When it is tried next; empty: not again, or at this moment. */
  nextAttemptAt: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  state: DeliveryState;
};

/** What is told of a group of deliveries. */
export type DeliveryAggregate = {
  /** The average of each over the rows that have a value, to six places. */
  avg: DeliveryAvg;
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** How many groups there are, also where not all of them are given. */
  groupCount: Scalars['Int']['output'];
  /** What its rows share. */
  keys: DeliveryGroupKeys;
  /** The greatest, latest or gravest of each. */
  max: DeliveryMax;
  /** The smallest, earliest or mildest of each. */
  min: DeliveryMin;
  /** The sum of each; null where no row has a value. */
  sum: DeliverySum;
};

/** Averages over deliveries. */
export type DeliveryAvg = {
  /** How often it was tried. */
  attempts: Maybe<Scalars['Float']['output']>;
  /** The HTTP status of the latest try. */
  lastStatus: Maybe<Scalars['Float']['output']>;
};

/** A page of a list of deliveries. */
export type DeliveryConnection = {
  /** Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their keys; read only when asked for. */
  aggregate: Array<DeliveryAggregate>;
  /** The rows with their cursors. */
  edges: Array<DeliveryEdge>;
  /** The rows. */
  nodes: Array<Delivery>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};


/** A page of a list of deliveries. */
export type DeliveryConnectionaggregateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<Array<DeliveryGroupField>>;
};

/** A row of a list of deliveries. */
export type DeliveryEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: Delivery;
};

/** Conditions on deliveries; all must hold. An empty filter filters nothing. */
export type DeliveryFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<DeliveryFilter>>;
  /** How often it was tried. */
  attempts?: InputMaybe<IntComparator>;
  /** When it was to be sent first. */
  createdAt?: InputMaybe<DateTimeComparator>;
  /** The endpoint; empty: no webhook. */
  endpoint?: InputMaybe<WebhookEndpointFilter>;
  /** The endpoint; empty: no webhook. */
  endpointId?: InputMaybe<IDComparator>;
  /** The event's type. */
  eventType?: InputMaybe<StringComparator>;
  /** When it was over. */
  finishedAt?: InputMaybe<DateTimeComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** Why the latest try failed. */
  lastError?: InputMaybe<StringComparator>;
  /** The HTTP status of the latest try. */
  lastStatus?: InputMaybe<IntComparator>;
  /** When it is tried next; empty: not again, or at this moment. */
  nextAttemptAt?: InputMaybe<DateTimeComparator>;
  /** This does not hold. */
  not?: InputMaybe<DeliveryFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<DeliveryFilter>>;
  /** Where it stands. */
  state?: InputMaybe<DeliveryStateComparator>;
};

/** By what deliveries can be grouped. */
export type DeliveryGroupField =
  /** How often it was tried. */
  | 'ATTEMPTS'
  /** When it was to be sent first: the day. */
  | 'CREATED_AT_DAY'
  /** When it was to be sent first: the first day of the month. */
  | 'CREATED_AT_MONTH'
  /** When it was to be sent first: the first day of the week. */
  | 'CREATED_AT_WEEK'
  /** The endpoint; empty: no webhook. */
  | 'ENDPOINT_ID'
  /** The endpoint; empty: no webhook: How much it is told. */
  | 'ENDPOINT_PAYLOAD'
  /** The endpoint; empty: no webhook: As whose role its payloads are read. */
  | 'ENDPOINT_ROLE'
  /** The endpoint; empty: no webhook: By which signatures deliveries are known to be ours. */
  | 'ENDPOINT_SIGNING'
  /** The endpoint; empty: no webhook: How it does. */
  | 'ENDPOINT_STATE'
  /** The event's type. */
  | 'EVENT_TYPE'
  /** When it was over: the day. */
  | 'FINISHED_AT_DAY'
  /** When it was over: the first day of the month. */
  | 'FINISHED_AT_MONTH'
  /** When it was over: the first day of the week. */
  | 'FINISHED_AT_WEEK'
  /** The HTTP status of the latest try. */
  | 'LAST_STATUS'
  /** When it is tried next; empty: not again, or at this moment: the day. */
  | 'NEXT_ATTEMPT_AT_DAY'
  /** When it is tried next; empty: not again, or at this moment: the first day of the month. */
  | 'NEXT_ATTEMPT_AT_MONTH'
  /** When it is tried next; empty: not again, or at this moment: the first day of the week. */
  | 'NEXT_ATTEMPT_AT_WEEK'
  /** Where it stands. */
  | 'STATE'
  | '%future added value';

/** What the deliveries of a group share; null unless grouped by. */
export type DeliveryGroupKeys = {
  /** How often it was tried. */
  attempts: Maybe<Scalars['Int']['output']>;
  /** The channel; empty where the endpoint is as well: the mail of a member. Given with its id as a key. */
  channel: Maybe<Channel>;
  /** When it was to be sent first: the day. */
  createdAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was to be sent first: the first day of the month. */
  createdAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was to be sent first: the first day of the week. */
  createdAtWeek: Maybe<Scalars['Date']['output']>;
  /** The endpoint; empty: no webhook. Given with its id as a key. */
  endpoint: Maybe<WebhookEndpoint>;
  /** The endpoint; empty: no webhook. */
  endpointId: Maybe<Scalars['ID']['output']>;
  /** The endpoint; empty: no webhook: How much it is told. */
  endpointPayload: Maybe<WebhookPayload>;
  /** The endpoint; empty: no webhook: As whose role its payloads are read. */
  endpointRole: Maybe<Role>;
  /** The endpoint; empty: no webhook: By which signatures deliveries are known to be ours. */
  endpointSigning: Maybe<WebhookSigning>;
  /** The endpoint; empty: no webhook: How it does. */
  endpointState: Maybe<WebhookEndpointState>;
  /** The event's type. */
  eventType: Maybe<Scalars['String']['output']>;
  /** When it was over: the day. */
  finishedAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was over: the first day of the month. */
  finishedAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was over: the first day of the week. */
  finishedAtWeek: Maybe<Scalars['Date']['output']>;
  /** The HTTP status of the latest try. */
  lastStatus: Maybe<Scalars['Int']['output']>;
  /** When it is tried next; empty: not again, or at this moment: the day. */
  nextAttemptAtDay: Maybe<Scalars['Date']['output']>;
  /** When it is tried next; empty: not again, or at this moment: the first day of the month. */
  nextAttemptAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it is tried next; empty: not again, or at this moment: the first day of the week. */
  nextAttemptAtWeek: Maybe<Scalars['Date']['output']>;
  /** Where it stands. */
  state: Maybe<DeliveryState>;
};

/** Conditions on all deliveries of something. */
export type DeliveryListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<DeliveryFilter>;
  /** None is like this. */
  none?: InputMaybe<DeliveryFilter>;
  /** At least one is like this. */
  some?: InputMaybe<DeliveryFilter>;
};

/** Greatest values over deliveries. */
export type DeliveryMax = {
  /** How often it was tried. */
  attempts: Maybe<Scalars['Int']['output']>;
  /** When it was to be sent first. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was over. */
  finishedAt: Maybe<Scalars['DateTime']['output']>;
  /** The HTTP status of the latest try. */
  lastStatus: Maybe<Scalars['Int']['output']>;
  /** When it is tried next; empty: not again, or at this moment. */
  nextAttemptAt: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  state: Maybe<DeliveryState>;
};

/** Smallest values over deliveries. */
export type DeliveryMin = {
  /** How often it was tried. */
  attempts: Maybe<Scalars['Int']['output']>;
  /** When it was to be sent first. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was over. */
  finishedAt: Maybe<Scalars['DateTime']['output']>;
  /** The HTTP status of the latest try. */
  lastStatus: Maybe<Scalars['Int']['output']>;
  /** When it is tried next; empty: not again, or at this moment. */
  nextAttemptAt: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  state: Maybe<DeliveryState>;
};

/** One key of the order of deliveries. */
export type DeliveryOrder = {
  /** Which way; ASC where left out. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: DeliveryOrderField;
  /** Where rows without a value stand; LAST where left out. */
  nulls?: InputMaybe<OrderNulls>;
};

/** By what deliveries can be ordered. */
export type DeliveryOrderField =
  /** How often it was tried. */
  | 'ATTEMPTS'
  /** When it was to be sent first. */
  | 'CREATED_AT'
  /** The endpoint; empty: no webhook: Deliveries at one time at most, for each worker process. */
  | 'ENDPOINT_CONCURRENCY'
  /** The endpoint; empty: no webhook: What it is for. */
  | 'ENDPOINT_DESCRIPTION'
  /** The endpoint; empty: no webhook: Why nothing is sent. */
  | 'ENDPOINT_DISABLED_REASON'
  /** The endpoint; empty: no webhook: The payload document: a query whose answer travels as `data.selection`. */
  | 'ENDPOINT_DOCUMENT'
  /** The endpoint; empty: no webhook: What the payload document costs for each event. */
  | 'ENDPOINT_DOCUMENT_COST'
  /** The endpoint; empty: no webhook: Why the payload document cannot be run any more; empty while it can. */
  | 'ENDPOINT_DOCUMENT_ERROR'
  /** The endpoint; empty: no webhook: Whether events are sent. */
  | 'ENDPOINT_ENABLED'
  /** The endpoint; empty: no webhook: Since when it has seen nothing but failure. */
  | 'ENDPOINT_FAILING_SINCE'
  /** The endpoint; empty: no webhook: When something arrived last. */
  | 'ENDPOINT_LAST_SUCCESS_AT'
  /** The endpoint; empty: no webhook: Only alerts at least this grave; empty: all. */
  | 'ENDPOINT_MIN_SEVERITY'
  /** The endpoint; empty: no webhook: Nothing is sent until then: it asked for that, or failed too often in a row. */
  | 'ENDPOINT_NOT_BEFORE'
  /** The endpoint; empty: no webhook: How much it is told. */
  | 'ENDPOINT_PAYLOAD'
  /** The endpoint; empty: no webhook: Until when the latest former secret signs too. */
  | 'ENDPOINT_PREVIOUS_SECRET_UNTIL'
  /** The endpoint; empty: no webhook: By which signatures of the kind v1a are verified; empty where there are none. */
  | 'ENDPOINT_PUBLIC_KEY'
  /** The endpoint; empty: no webhook: Deliveries a second at most; empty: no limit. */
  | 'ENDPOINT_RATE'
  /** The endpoint; empty: no webhook: As whose role its payloads are read. */
  | 'ENDPOINT_ROLE'
  /** The endpoint; empty: no webhook: By which signatures deliveries are known to be ours. */
  | 'ENDPOINT_SIGNING'
  /** The endpoint; empty: no webhook: How it does. */
  | 'ENDPOINT_STATE'
  /** The endpoint; empty: no webhook: Where events are sent. */
  | 'ENDPOINT_URL'
  /** The event's type. */
  | 'EVENT_TYPE'
  /** When it was over. */
  | 'FINISHED_AT'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** Why the latest try failed. */
  | 'LAST_ERROR'
  /** The HTTP status of the latest try. */
  | 'LAST_STATUS'
  /** When it is tried next; empty: not again, or at this moment. */
  | 'NEXT_ATTEMPT_AT'
  /** Where it stands. */
  | 'STATE'
  | '%future added value';

/** One sending again of what an endpoint was told, or should have been, since a time. */
export type DeliveryReplay = Node & {
  /** When it was asked for. */
  createdAt: Scalars['DateTime']['output'];
  /** The endpoint. */
  endpoint: Maybe<WebhookEndpoint>;
  /** Only these types of events; empty: all that the endpoint subscribes to. */
  eventTypes: Maybe<Array<Scalars['String']['output']>>;
  /** When it was over. */
  finishedAt: Maybe<Scalars['DateTime']['output']>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** How many events, or deliveries where only what failed is sent, it has looked at. */
  lookedAt: Scalars['Int']['output'];
  /** Whether only what failed or was cancelled is sent again. */
  onlyFailed: Scalars['Boolean']['output'];
  /** How many deliveries it has made due. */
  replayed: Scalars['Int']['output'];
  /** From when on. */
  since: Scalars['DateTime']['output'];
  /** Where it stands. */
  state: DeliveryReplayState;
  /** Until when, not included. */
  until: Scalars['DateTime']['output'];
};

/** What is told of a group of delivery replays. */
export type DeliveryReplayAggregate = {
  /** The average of each over the rows that have a value, to six places. */
  avg: DeliveryReplayAvg;
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** How many groups there are, also where not all of them are given. */
  groupCount: Scalars['Int']['output'];
  /** What its rows share. */
  keys: DeliveryReplayGroupKeys;
  /** The greatest, latest or gravest of each. */
  max: DeliveryReplayMax;
  /** The smallest, earliest or mildest of each. */
  min: DeliveryReplayMin;
  /** The sum of each; null where no row has a value. */
  sum: DeliveryReplaySum;
};

/** Averages over delivery replays. */
export type DeliveryReplayAvg = {
  /** How many events, or deliveries where only what failed is sent, it has looked at. */
  lookedAt: Maybe<Scalars['Float']['output']>;
  /** How many deliveries it has made due. */
  replayed: Maybe<Scalars['Float']['output']>;
};

/** A page of a list of delivery replays. */
export type DeliveryReplayConnection = {
  /** Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their keys; read only when asked for. */
  aggregate: Array<DeliveryReplayAggregate>;
  /** The rows with their cursors. */
  edges: Array<DeliveryReplayEdge>;
  /** The rows. */
  nodes: Array<DeliveryReplay>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};


/** A page of a list of delivery replays. */
export type DeliveryReplayConnectionaggregateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<Array<DeliveryReplayGroupField>>;
};

/** A row of a list of delivery replays. */
export type DeliveryReplayEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: DeliveryReplay;
};

/** Conditions on delivery replays; all must hold. An empty filter filters nothing. */
export type DeliveryReplayFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<DeliveryReplayFilter>>;
  /** When it was asked for. */
  createdAt?: InputMaybe<DateTimeComparator>;
  /** The endpoint. */
  endpoint?: InputMaybe<WebhookEndpointFilter>;
  /** The endpoint. */
  endpointId?: InputMaybe<IDComparator>;
  /** When it was over. */
  finishedAt?: InputMaybe<DateTimeComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** How many events, or deliveries where only what failed is sent, it has looked at. */
  lookedAt?: InputMaybe<IntComparator>;
  /** This does not hold. */
  not?: InputMaybe<DeliveryReplayFilter>;
  /** Whether only what failed or was cancelled is sent again. */
  onlyFailed?: InputMaybe<BooleanComparator>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<DeliveryReplayFilter>>;
  /** How many deliveries it has made due. */
  replayed?: InputMaybe<IntComparator>;
  /** From when on. */
  since?: InputMaybe<DateTimeComparator>;
  /** Where it stands. */
  state?: InputMaybe<DeliveryReplayStateComparator>;
  /** Until when, not included. */
  until?: InputMaybe<DateTimeComparator>;
};

/** By what delivery replays can be grouped. */
export type DeliveryReplayGroupField =
  /** When it was asked for: the day. */
  | 'CREATED_AT_DAY'
  /** When it was asked for: the first day of the month. */
  | 'CREATED_AT_MONTH'
  /** When it was asked for: the first day of the week. */
  | 'CREATED_AT_WEEK'
  /** The endpoint. */
  | 'ENDPOINT_ID'
  /** The endpoint: How much it is told. */
  | 'ENDPOINT_PAYLOAD'
  /** The endpoint: As whose role its payloads are read. */
  | 'ENDPOINT_ROLE'
  /** The endpoint: By which signatures deliveries are known to be ours. */
  | 'ENDPOINT_SIGNING'
  /** The endpoint: How it does. */
  | 'ENDPOINT_STATE'
  /** When it was over: the day. */
  | 'FINISHED_AT_DAY'
  /** When it was over: the first day of the month. */
  | 'FINISHED_AT_MONTH'
  /** When it was over: the first day of the week. */
  | 'FINISHED_AT_WEEK'
  /** How many events, or deliveries where only what failed is sent, it has looked at. */
  | 'LOOKED_AT'
  /** Whether only what failed or was cancelled is sent again. */
  | 'ONLY_FAILED'
  /** How many deliveries it has made due. */
  | 'REPLAYED'
  /** From when on: the day. */
  | 'SINCE_DAY'
  /** From when on: the first day of the month. */
  | 'SINCE_MONTH'
  /** From when on: the first day of the week. */
  | 'SINCE_WEEK'
  /** Where it stands. */
  | 'STATE'
  /** Until when, not included: the day. */
  | 'UNTIL_DAY'
  /** Until when, not included: the first day of the month. */
  | 'UNTIL_MONTH'
  /** Until when, not included: the first day of the week. */
  | 'UNTIL_WEEK'
  | '%future added value';

/** What the delivery replays of a group share; null unless grouped by. */
export type DeliveryReplayGroupKeys = {
  /** When it was asked for: the day. */
  createdAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was asked for: the first day of the month. */
  createdAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was asked for: the first day of the week. */
  createdAtWeek: Maybe<Scalars['Date']['output']>;
  /** The endpoint. Given with its id as a key. */
  endpoint: Maybe<WebhookEndpoint>;
  /** The endpoint. */
  endpointId: Maybe<Scalars['ID']['output']>;
  /** The endpoint: How much it is told. */
  endpointPayload: Maybe<WebhookPayload>;
  /** The endpoint: As whose role its payloads are read. */
  endpointRole: Maybe<Role>;
  /** The endpoint: By which signatures deliveries are known to be ours. */
  endpointSigning: Maybe<WebhookSigning>;
  /** The endpoint: How it does. */
  endpointState: Maybe<WebhookEndpointState>;
  /** When it was over: the day. */
  finishedAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was over: the first day of the month. */
  finishedAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was over: the first day of the week. */
  finishedAtWeek: Maybe<Scalars['Date']['output']>;
  /** How many events, or deliveries where only what failed is sent, it has looked at. */
  lookedAt: Maybe<Scalars['Int']['output']>;
  /** Whether only what failed or was cancelled is sent again. */
  onlyFailed: Maybe<Scalars['Boolean']['output']>;
  /** How many deliveries it has made due. */
  replayed: Maybe<Scalars['Int']['output']>;
  /** From when on: the day. */
  sinceDay: Maybe<Scalars['Date']['output']>;
  /** From when on: the first day of the month. */
  sinceMonth: Maybe<Scalars['Date']['output']>;
  /** From when on: the first day of the week. */
  sinceWeek: Maybe<Scalars['Date']['output']>;
  /** Where it stands. */
  state: Maybe<DeliveryReplayState>;
  /** Until when, not included: the day. */
  untilDay: Maybe<Scalars['Date']['output']>;
  /** Until when, not included: the first day of the month. */
  untilMonth: Maybe<Scalars['Date']['output']>;
  /** Until when, not included: the first day of the week. */
  untilWeek: Maybe<Scalars['Date']['output']>;
};

/** Conditions on all delivery replays of something. */
export type DeliveryReplayListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<DeliveryReplayFilter>;
  /** None is like this. */
  none?: InputMaybe<DeliveryReplayFilter>;
  /** At least one is like this. */
  some?: InputMaybe<DeliveryReplayFilter>;
};

/** Greatest values over delivery replays. */
export type DeliveryReplayMax = {
  /** When it was asked for. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was over. */
  finishedAt: Maybe<Scalars['DateTime']['output']>;
  /** How many events, or deliveries where only what failed is sent, it has looked at. */
  lookedAt: Maybe<Scalars['Int']['output']>;
  /** How many deliveries it has made due. */
  replayed: Maybe<Scalars['Int']['output']>;
  /** From when on. */
  since: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  state: Maybe<DeliveryReplayState>;
  /** Until when, not included. */
  until: Maybe<Scalars['DateTime']['output']>;
};

/** Smallest values over delivery replays. */
export type DeliveryReplayMin = {
  /** When it was asked for. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was over. */
  finishedAt: Maybe<Scalars['DateTime']['output']>;
  /** How many events, or deliveries where only what failed is sent, it has looked at. */
  lookedAt: Maybe<Scalars['Int']['output']>;
  /** How many deliveries it has made due. */
  replayed: Maybe<Scalars['Int']['output']>;
  /** From when on. */
  since: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  state: Maybe<DeliveryReplayState>;
  /** Until when, not included. */
  until: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of delivery replays. */
export type DeliveryReplayOrder = {
  /** Which way; ASC where left out. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: DeliveryReplayOrderField;
  /** Where rows without a value stand; LAST where left out. */
  nulls?: InputMaybe<OrderNulls>;
};

/** By what delivery replays can be ordered. */
export type DeliveryReplayOrderField =
  /** When it was asked for. */
  | 'CREATED_AT'
  /** The endpoint: Deliveries at one time at most, for each worker process. */
  | 'ENDPOINT_CONCURRENCY'
  /** The endpoint: What it is for. */
  | 'ENDPOINT_DESCRIPTION'
  /** The endpoint: Why nothing is sent. */
  | 'ENDPOINT_DISABLED_REASON'
  /** The endpoint: The payload document: a query whose answer travels as `data.selection`. */
  | 'ENDPOINT_DOCUMENT'
  /** The endpoint: What the payload document costs for each event. */
  | 'ENDPOINT_DOCUMENT_COST'
  /** The endpoint: Why the payload document cannot be run any more; empty while it can. */
  | 'ENDPOINT_DOCUMENT_ERROR'
  /** The endpoint: Whether events are sent. */
  | 'ENDPOINT_ENABLED'
  /** The endpoint: Since when it has seen nothing but failure. */
  | 'ENDPOINT_FAILING_SINCE'
  /** The endpoint: When something arrived last. */
  | 'ENDPOINT_LAST_SUCCESS_AT'
  /** The endpoint: Only alerts at least this grave; empty: all. */
  | 'ENDPOINT_MIN_SEVERITY'
  /** The endpoint: Nothing is sent until then: it asked for that, or failed too often in a row. */
  | 'ENDPOINT_NOT_BEFORE'
  /** The endpoint: How much it is told. */
  | 'ENDPOINT_PAYLOAD'
  /** The endpoint: Until when the latest former secret signs too. */
  | 'ENDPOINT_PREVIOUS_SECRET_UNTIL'
  /** The endpoint: By which signatures of the kind v1a are verified; empty where there are none. */
  | 'ENDPOINT_PUBLIC_KEY'
  /** The endpoint: Deliveries a second at most; empty: no limit. */
  | 'ENDPOINT_RATE'
  /** The endpoint: As whose role its payloads are read. */
  | 'ENDPOINT_ROLE'
  /** The endpoint: By which signatures deliveries are known to be ours. */
  | 'ENDPOINT_SIGNING'
  /** The endpoint: How it does. */
  | 'ENDPOINT_STATE'
  /** The endpoint: Where events are sent. */
  | 'ENDPOINT_URL'
  /** When it was over. */
  | 'FINISHED_AT'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** How many events, or deliveries where only what failed is sent, it has looked at. */
  | 'LOOKED_AT'
  /** Whether only what failed or was cancelled is sent again. */
  | 'ONLY_FAILED'
  /** How many deliveries it has made due. */
  | 'REPLAYED'
  /** From when on. */
  | 'SINCE'
  /** Where it stands. */
  | 'STATE'
  /** Until when, not included. */
  | 'UNTIL'
  | '%future added value';

/** Where a replay stands. */
export type DeliveryReplayState =
  /** Ended before its end: by request, or because the endpoint was archived or disabled. */
  | 'CANCELLED'
  /** All of it is due or sent. */
  | 'DONE'
  /** Workers are at it. */
  | 'RUNNING'
  | '%future added value';

/** Conditions on a value of the type DeliveryReplayState; all must hold. */
export type DeliveryReplayStateComparator = {
  /** Equal to it. */
  eq?: InputMaybe<DeliveryReplayState>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<DeliveryReplayState>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<DeliveryReplayState>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<DeliveryReplayState>>;
};

/** Sums over delivery replays. */
export type DeliveryReplaySum = {
  /** How many events, or deliveries where only what failed is sent, it has looked at. */
  lookedAt: Maybe<Scalars['Float']['output']>;
  /** How many deliveries it has made due. */
  replayed: Maybe<Scalars['Float']['output']>;
};

/** Where a delivery stands. */
export type DeliveryState =
  /** Not to be sent any more. */
  | 'CANCELLED'
  /** Taken by the receiver. */
  | 'DELIVERED'
  /** Given up. */
  | 'FAILED'
  /** To be sent, or to be sent again. */
  | 'PENDING'
  | '%future added value';

/** Conditions on a value of the type DeliveryState; all must hold. */
export type DeliveryStateComparator = {
  /** Equal to it. */
  eq?: InputMaybe<DeliveryState>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<DeliveryState>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<DeliveryState>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<DeliveryState>>;
};

/** Sums over deliveries. */
export type DeliverySum = {
  /** How often it was tried. */
  attempts: Maybe<Scalars['Float']['output']>;
  /** The HTTP status of the latest try. */
  lastStatus: Maybe<Scalars['Float']['output']>;
};

/** The successor depends on the predecessor, with a lag in working days (may be negative). */
export type Dependency = Node & {
  /** When it was archived; empty while it is in use. */
  archivedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** Which end of the predecessor holds which end of the successor. */
  kind: DependencyKind;
  /** Working days between the two ends; may be negative. */
  lagDays: Scalars['Int']['output'];
  /** The milestone that comes first; empty where it lies in a venture you may not see. */
  predecessor: Maybe<Milestone>;
  /** The milestone that depends on it. */
  successor: Maybe<Milestone>;
  /** When it was changed last. */
  updatedAt: Scalars['DateTime']['output'];
  /** The successor's venture. */
  venture: Venture;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version: Scalars['Int']['output'];
  /** What you may do with it, by your role. */
  viewerCan: DependencyViewerCan;
};

/** What is told of a group of dependencies. */
export type DependencyAggregate = {
  /** The average of each over the rows that have a value, to six places. */
  avg: DependencyAvg;
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** How many groups there are, also where not all of them are given. */
  groupCount: Scalars['Int']['output'];
  /** What its rows share. */
  keys: DependencyGroupKeys;
  /** The greatest, latest or gravest of each. */
  max: DependencyMax;
  /** The smallest, earliest or mildest of each. */
  min: DependencyMin;
  /** The sum of each; null where no row has a value. */
  sum: DependencySum;
};

/** Averages over dependencies. */
export type DependencyAvg = {
  /** Working days between the two ends; may be negative. */
  lagDays: Maybe<Scalars['Float']['output']>;
};

/** A page of a list of dependencies. */
export type DependencyConnection = {
  /** Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their keys; read only when asked for. */
  aggregate: Array<DependencyAggregate>;
  /** The rows with their cursors. */
  edges: Array<DependencyEdge>;
  /** The rows. */
  nodes: Array<Dependency>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};


/** A page of a list of dependencies. */
export type DependencyConnectionaggregateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<Array<DependencyGroupField>>;
};

/** A row of a list of dependencies. */
export type DependencyEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: Dependency;
};

/** Conditions on dependencies; all must hold. An empty filter filters nothing. */
export type DependencyFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<DependencyFilter>>;
  /** When it was archived; empty while it is in use. */
  archivedAt?: InputMaybe<DateTimeComparator>;
  /** When it was made. */
  createdAt?: InputMaybe<DateTimeComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** Which end of the predecessor holds which end of the successor. */
  kind?: InputMaybe<DependencyKindComparator>;
  /** Working days between the two ends; may be negative. */
  lagDays?: InputMaybe<IntComparator>;
  /** This does not hold. */
  not?: InputMaybe<DependencyFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<DependencyFilter>>;
  /** The milestone that comes first; empty where it lies in a venture you may not see. */
  predecessor?: InputMaybe<MilestoneFilter>;
  /** The milestone that comes first; empty where it lies in a venture you may not see. */
  predecessorId?: InputMaybe<IDComparator>;
  /** The milestone that depends on it. */
  successor?: InputMaybe<MilestoneFilter>;
  /** The milestone that depends on it. */
  successorId?: InputMaybe<IDComparator>;
  /** When it was changed last. */
  updatedAt?: InputMaybe<DateTimeComparator>;
  /** The successor's venture. */
  venture?: InputMaybe<VentureFilter>;
  /** The successor's venture. */
  ventureId?: InputMaybe<IDComparator>;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version?: InputMaybe<IntComparator>;
};

/** By what dependencies can be grouped. */
export type DependencyGroupField =
  /** When it was made: the day. */
  | 'CREATED_AT_DAY'
  /** When it was made: the first day of the month. */
  | 'CREATED_AT_MONTH'
  /** When it was made: the first day of the week. */
  | 'CREATED_AT_WEEK'
  /** Which end of the predecessor holds which end of the successor. */
  | 'KIND'
  /** Working days between the two ends; may be negative. */
  | 'LAG_DAYS'
  /** The milestone that comes first; empty where it lies in a venture you may not see. */
  | 'PREDECESSOR_ID'
  /** The milestone that comes first; empty where it lies in a venture you may not see: Where it stands. */
  | 'PREDECESSOR_STATUS'
  /** The milestone that depends on it. */
  | 'SUCCESSOR_ID'
  /** The milestone that depends on it: Where it stands. */
  | 'SUCCESSOR_STATUS'
  /** The successor's venture: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The successor's venture. */
  | 'VENTURE_ID'
  /** The successor's venture: How far it has come. */
  | 'VENTURE_STAGE'
  | '%future added value';

/** What the dependencies of a group share; null unless grouped by. */
export type DependencyGroupKeys = {
  /** When it was made: the day. */
  createdAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the month. */
  createdAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the week. */
  createdAtWeek: Maybe<Scalars['Date']['output']>;
  /** Which end of the predecessor holds which end of the successor. */
  kind: Maybe<DependencyKind>;
  /** Working days between the two ends; may be negative. */
  lagDays: Maybe<Scalars['Int']['output']>;
  /** The milestone that comes first; empty where it lies in a venture you may not see. Given with its id as a key. */
  predecessor: Maybe<Milestone>;
  /** The milestone that comes first; empty where it lies in a venture you may not see. */
  predecessorId: Maybe<Scalars['ID']['output']>;
  /** The milestone that comes first; empty where it lies in a venture you may not see: Where it stands. */
  predecessorStatus: Maybe<MilestoneStatus>;
  /** The milestone that depends on it. Given with its id as a key. */
  successor: Maybe<Milestone>;
  /** The milestone that depends on it. */
  successorId: Maybe<Scalars['ID']['output']>;
  /** The milestone that depends on it: Where it stands. */
  successorStatus: Maybe<MilestoneStatus>;
  /** The successor's venture. Given with its id as a key. */
  venture: Maybe<Venture>;
  /** The successor's venture: Application field, such as medicine or finance. */
  ventureField: Maybe<Scalars['String']['output']>;
  /** The successor's venture. */
  ventureId: Maybe<Scalars['ID']['output']>;
  /** The successor's venture: How far it has come. */
  ventureStage: Maybe<VentureStage>;
};

/** Which end of the predecessor holds which end of the successor. */
export type DependencyKind =
  /** The successor finishes after the predecessor's finish. */
  | 'FF'
  /** The successor starts after the predecessor's finish. */
  | 'FS'
  /** The successor finishes after the predecessor's start. */
  | 'SF'
  /** The successor starts after the predecessor's start. */
  | 'SS'
  | '%future added value';

/** Conditions on a value of the type DependencyKind; all must hold. */
export type DependencyKindComparator = {
  /** Equal to it. */
  eq?: InputMaybe<DependencyKind>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<DependencyKind>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<DependencyKind>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<DependencyKind>>;
};

/** Conditions on all dependencies of something. */
export type DependencyListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<DependencyFilter>;
  /** None is like this. */
  none?: InputMaybe<DependencyFilter>;
  /** At least one is like this. */
  some?: InputMaybe<DependencyFilter>;
};

/** Greatest values over dependencies. */
export type DependencyMax = {
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Which end of the predecessor holds which end of the successor. */
  kind: Maybe<DependencyKind>;
  /** Working days between the two ends; may be negative. */
  lagDays: Maybe<Scalars['Int']['output']>;
};

/** Smallest values over dependencies. */
export type DependencyMin = {
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Which end of the predecessor holds which end of the successor. */
  kind: Maybe<DependencyKind>;
  /** Working days between the two ends; may be negative. */
  lagDays: Maybe<Scalars['Int']['output']>;
};

/** One key of the order of dependencies. */
export type DependencyOrder = {
  /** Which way; ASC where left out. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: DependencyOrderField;
  /** Where rows without a value stand; LAST where left out. */
  nulls?: InputMaybe<OrderNulls>;
};

/** By what dependencies can be ordered. */
export type DependencyOrderField =
  /** When it was archived; empty while it is in use. */
  | 'ARCHIVED_AT'
  /** When it was made. */
  | 'CREATED_AT'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** Which end of the predecessor holds which end of the successor. */
  | 'KIND'
  /** Working days between the two ends; may be negative. */
  | 'LAG_DAYS'
  /** The milestone that comes first; empty where it lies in a venture you may not see: Due day as once agreed. */
  | 'PREDECESSOR_BASELINE_DUE_ON'
  /** The milestone that comes first; empty where it lies in a venture you may not see: First day as once agreed. */
  | 'PREDECESSOR_BASELINE_START_ON'
  /** The milestone that comes first; empty where it lies in a venture you may not see: Day on which it was reached. */
  | 'PREDECESSOR_COMPLETED_ON'
  /** The milestone that comes first; empty where it lies in a venture you may not see: How many days after its due day it was reached, or have passed since; 0 in time or where it was cancelled, empty without a due day. */
  | 'PREDECESSOR_DAYS_LATE'
  /** The milestone that comes first; empty where it lies in a venture you may not see: How many days its due day lies after the one once agreed; negative where before. */
  | 'PREDECESSOR_DAYS_SLIPPED'
  /** The milestone that comes first; empty where it lies in a venture you may not see: What it means. */
  | 'PREDECESSOR_DESCRIPTION'
  /** The milestone that comes first; empty where it lies in a venture you may not see: Day by which it is to be reached. */
  | 'PREDECESSOR_DUE_ON'
  /** The milestone that comes first; empty where it lies in a venture you may not see: Most likely duration, in working days. */
  | 'PREDECESSOR_ESTIMATE_LIKELY'
  /** The milestone that comes first; empty where it lies in a venture you may not see: Duration if all goes well, in working days. */
  | 'PREDECESSOR_ESTIMATE_OPTIMISTIC'
  /** The milestone that comes first; empty where it lies in a venture you may not see: Duration if much goes wrong, in working days. */
  | 'PREDECESSOR_ESTIMATE_PESSIMISTIC'
  /** The milestone that comes first; empty where it lies in a venture you may not see: Whether it is a key milestone, which gets a review. */
  | 'PREDECESSOR_KEY'
  /** The milestone that comes first; empty where it lies in a venture you may not see: How many open risks threaten it. */
  | 'PREDECESSOR_OPEN_RISK_COUNT'
  /** The milestone that comes first; empty where it lies in a venture you may not see: How much of it is done, in percent. */
  | 'PREDECESSOR_PERCENT_COMPLETE'
  /** The milestone that comes first; empty where it lies in a venture you may not see: Planned day of the review; empty: five working days before a key milestone is due. */
  | 'PREDECESSOR_REVIEW_ON'
  /** The milestone that comes first; empty where it lies in a venture you may not see: First day. */
  | 'PREDECESSOR_START_ON'
  /** The milestone that comes first; empty where it lies in a venture you may not see: Where it stands. */
  | 'PREDECESSOR_STATUS'
  /** The milestone that comes first; empty where it lies in a venture you may not see: The goal in one line. */
  | 'PREDECESSOR_TITLE'
  /** The milestone that depends on it: Due day as once agreed. */
  | 'SUCCESSOR_BASELINE_DUE_ON'
  /** The milestone that depends on it: First day as once agreed. */
  | 'SUCCESSOR_BASELINE_START_ON'
  /** The milestone that depends on it: Day on which it was reached. */
  | 'SUCCESSOR_COMPLETED_ON'
  /** The milestone that depends on it: How many days after its due day it was reached, or have passed since; 0 in time or where it was cancelled, empty without a due day. */
  | 'SUCCESSOR_DAYS_LATE'
  /** The milestone that depends on it: How many days its due day lies after the one once agreed; negative where before. */
  | 'SUCCESSOR_DAYS_SLIPPED'
  /** The milestone that depends on it: What it means. */
  | 'SUCCESSOR_DESCRIPTION'
  /** The milestone that depends on it: Day by which it is to be reached. */
  | 'SUCCESSOR_DUE_ON'
  /** The milestone that depends on it: Most likely duration, in working days. */
  | 'SUCCESSOR_ESTIMATE_LIKELY'
  /** The milestone that depends on it: Duration if all goes well, in working days. */
  | 'SUCCESSOR_ESTIMATE_OPTIMISTIC'
  /** The milestone that depends on it: Duration if much goes wrong, in working days. */
  | 'SUCCESSOR_ESTIMATE_PESSIMISTIC'
  /** The milestone that depends on it: Whether it is a key milestone, which gets a review. */
  | 'SUCCESSOR_KEY'
  /** The milestone that depends on it: How many open risks threaten it. */
  | 'SUCCESSOR_OPEN_RISK_COUNT'
  /** The milestone that depends on it: How much of it is done, in percent. */
  | 'SUCCESSOR_PERCENT_COMPLETE'
  /** The milestone that depends on it: Planned day of the review; empty: five working days before a key milestone is due. */
  | 'SUCCESSOR_REVIEW_ON'
  /** The milestone that depends on it: First day. */
  | 'SUCCESSOR_START_ON'
  /** The milestone that depends on it: Where it stands. */
  | 'SUCCESSOR_STATUS'
  /** The milestone that depends on it: The goal in one line. */
  | 'SUCCESSOR_TITLE'
  /** When it was changed last. */
  | 'UPDATED_AT'
  /** The successor's venture: What it is about. */
  | 'VENTURE_DESCRIPTION'
  /** The successor's venture: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The successor's venture: How many alerts are firing. */
  | 'VENTURE_FIRING_ALERT_COUNT'
  /** The successor's venture: Short code, unique in the tenant, such as MEDX. */
  | 'VENTURE_KEY'
  /** The successor's venture: Its name. */
  | 'VENTURE_NAME'
  /** The successor's venture: How many risks are open. */
  | 'VENTURE_OPEN_RISK_COUNT'
  /** The successor's venture: How many milestones are past their due day and not done. */
  | 'VENTURE_OVERDUE_MILESTONE_COUNT'
  /** The successor's venture: How far it has come. */
  | 'VENTURE_STAGE'
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  | 'VERSION'
  | '%future added value';

/** Sums over dependencies. */
export type DependencySum = {
  /** Working days between the two ends; may be negative. */
  lagDays: Maybe<Scalars['Float']['output']>;
};

/** What you may do with a Dependency. */
export type DependencyViewerCan = {
  /** Whether you may edit it. */
  edit: Scalars['Boolean']['output'];
  /** Whether you may remove it. */
  remove: Scalars['Boolean']['output'];
};

/** A suggestion that is not right. */
export type DismissSuggestedAssessmentInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why it is not; kept in the audit log. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The suggestion. */
  suggestedAssessmentId: Scalars['ID']['input'];
};

/** What came of `dismissSuggestedAssessment`. */
export type DismissSuggestedAssessmentPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The risk as it is now; null where refused. */
  risk: Maybe<Risk>;
  /** The suggested assessment as it is now; null where refused. */
  suggestedAssessment: Maybe<SuggestedAssessment>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Conditions on a value of the type EmailAddress; all must hold. */
export type EmailAddressComparator = {
  /** Contains it; capitals do not matter, `%` and `_` stand for themselves. */
  contains?: InputMaybe<Scalars['EmailAddress']['input']>;
  /** Ends with it; capitals do not matter. */
  endsWith?: InputMaybe<Scalars['EmailAddress']['input']>;
  /** Equal to it. */
  eq?: InputMaybe<Scalars['EmailAddress']['input']>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<Scalars['EmailAddress']['input']>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<Scalars['EmailAddress']['input']>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<Scalars['EmailAddress']['input']>>;
  /** Begins with it; capitals do not matter. */
  startsWith?: InputMaybe<Scalars['EmailAddress']['input']>;
};

/** A silence that is over. */
export type EndSilenceInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The silence. */
  silenceId: Scalars['ID']['input'];
};

/** What came of `endSilence`. */
export type EndSilencePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The silence as it is now; null where refused. */
  silence: Maybe<Silence>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** How long alerts of the tenant may stay unacknowledged, and how often they are called to mind. */
export type EscalationPolicy = Node & {
  /** Days after which an acknowledgement lapses that names no end; empty: never. */
  acknowledgementDays: Maybe<Scalars['Int']['output']>;
  /** The same for critical alerts. */
  afterCriticalHours: Scalars['Int']['output'];
  /** Hours without acknowledgement to each step: the venture's owner, then the admins. */
  afterHours: Scalars['Int']['output'];
  /** When it was archived; empty while it is in use. */
  archivedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** Days between two reminders. */
  reminderDays: Scalars['Int']['output'];
  /** When it was changed last. */
  updatedAt: Scalars['DateTime']['output'];
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version: Scalars['Int']['output'];
  /** What you may do with it, by your role. */
  viewerCan: EscalationPolicyViewerCan;
};

/** What is told of a group of escalation policies. */
export type EscalationPolicyAggregate = {
  /** The average of each over the rows that have a value, to six places. */
  avg: EscalationPolicyAvg;
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** How many groups there are, also where not all of them are given. */
  groupCount: Scalars['Int']['output'];
  /** What its rows share. */
  keys: EscalationPolicyGroupKeys;
  /** The greatest, latest or gravest of each. */
  max: EscalationPolicyMax;
  /** The smallest, earliest or mildest of each. */
  min: EscalationPolicyMin;
  /** The sum of each; null where no row has a value. */
  sum: EscalationPolicySum;
};

/** Averages over escalation policies. */
export type EscalationPolicyAvg = {
  /** Days after which an acknowledgement lapses that names no end; empty: never. */
  acknowledgementDays: Maybe<Scalars['Float']['output']>;
  /** The same for critical alerts. */
  afterCriticalHours: Maybe<Scalars['Float']['output']>;
  /** Hours without acknowledgement to each step: the venture's owner, then the admins. */
  afterHours: Maybe<Scalars['Float']['output']>;
  /** Days between two reminders. */
  reminderDays: Maybe<Scalars['Float']['output']>;
};

/** A page of a list of escalation policies. */
export type EscalationPolicyConnection = {
  /** Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their keys; read only when asked for. */
  aggregate: Array<EscalationPolicyAggregate>;
  /** The rows with their cursors. */
  edges: Array<EscalationPolicyEdge>;
  /** The rows. */
  nodes: Array<EscalationPolicy>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};


/** A page of a list of escalation policies. */
export type EscalationPolicyConnectionaggregateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<Array<EscalationPolicyGroupField>>;
};

/** A row of a list of escalation policies. */
export type EscalationPolicyEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: EscalationPolicy;
};

/** Conditions on escalation policies; all must hold. An empty filter filters nothing. */
export type EscalationPolicyFilter = {
  /** Days after which an acknowledgement lapses that names no end; empty: never. */
  acknowledgementDays?: InputMaybe<IntComparator>;
  /** The same for critical alerts. */
  afterCriticalHours?: InputMaybe<IntComparator>;
  /** Hours without acknowledgement to each step: the venture's owner, then the admins. */
  afterHours?: InputMaybe<IntComparator>;
  /** All of these hold. */
  and?: InputMaybe<Array<EscalationPolicyFilter>>;
  /** When it was archived; empty while it is in use. */
  archivedAt?: InputMaybe<DateTimeComparator>;
  /** When it was made. */
  createdAt?: InputMaybe<DateTimeComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** This does not hold. */
  not?: InputMaybe<EscalationPolicyFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<EscalationPolicyFilter>>;
  /** Days between two reminders. */
  reminderDays?: InputMaybe<IntComparator>;
  /** When it was changed last. */
  updatedAt?: InputMaybe<DateTimeComparator>;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version?: InputMaybe<IntComparator>;
};

/** By what escalation policies can be grouped. */
export type EscalationPolicyGroupField =
  /** Days after which an acknowledgement lapses that names no end; empty: never. */
  | 'ACKNOWLEDGEMENT_DAYS'
  /** The same for critical alerts. */
  | 'AFTER_CRITICAL_HOURS'
  /** Hours without acknowledgement to each step: the venture's owner, then the admins. */
  | 'AFTER_HOURS'
  /** When it was made: the day. */
  | 'CREATED_AT_DAY'
  /** When it was made: the first day of the month. */
  | 'CREATED_AT_MONTH'
  /** When it was made: the first day of the week. */
  | 'CREATED_AT_WEEK'
  /** Days between two reminders. */
  | 'REMINDER_DAYS'
  | '%future added value';

/** What the escalation policies of a group share; null unless grouped by. */
export type EscalationPolicyGroupKeys = {
  /** Days after which an acknowledgement lapses that names no end; empty: never. */
  acknowledgementDays: Maybe<Scalars['Int']['output']>;
  /** The same for critical alerts. */
  afterCriticalHours: Maybe<Scalars['Int']['output']>;
  /** Hours without acknowledgement to each step: the venture's owner, then the admins. */
  afterHours: Maybe<Scalars['Int']['output']>;
  /** When it was made: the day. */
  createdAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the month. */
  createdAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the week. */
  createdAtWeek: Maybe<Scalars['Date']['output']>;
  /** Days between two reminders. */
  reminderDays: Maybe<Scalars['Int']['output']>;
};

/** Greatest values over escalation policies. */
export type EscalationPolicyMax = {
  /** Days after which an acknowledgement lapses that names no end; empty: never. */
  acknowledgementDays: Maybe<Scalars['Int']['output']>;
  /** The same for critical alerts. */
  afterCriticalHours: Maybe<Scalars['Int']['output']>;
  /** Hours without acknowledgement to each step: the venture's owner, then the admins. */
  afterHours: Maybe<Scalars['Int']['output']>;
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Days between two reminders. */
  reminderDays: Maybe<Scalars['Int']['output']>;
};

/** Smallest values over escalation policies. */
export type EscalationPolicyMin = {
  /** Days after which an acknowledgement lapses that names no end; empty: never. */
  acknowledgementDays: Maybe<Scalars['Int']['output']>;
  /** The same for critical alerts. */
  afterCriticalHours: Maybe<Scalars['Int']['output']>;
  /** Hours without acknowledgement to each step: the venture's owner, then the admins. */
  afterHours: Maybe<Scalars['Int']['output']>;
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Days between two reminders. */
  reminderDays: Maybe<Scalars['Int']['output']>;
};

/** One key of the order of escalation policies. */
export type EscalationPolicyOrder = {
  /** Which way; ASC where left out. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: EscalationPolicyOrderField;
  /** Where rows without a value stand; LAST where left out. */
  nulls?: InputMaybe<OrderNulls>;
};

/** By what escalation policies can be ordered. */
export type EscalationPolicyOrderField =
  /** Days after which an acknowledgement lapses that names no end; empty: never. */
  | 'ACKNOWLEDGEMENT_DAYS'
  /** The same for critical alerts. */
  | 'AFTER_CRITICAL_HOURS'
  /** Hours without acknowledgement to each step: the venture's owner, then the admins. */
  | 'AFTER_HOURS'
  /** When it was archived; empty while it is in use. */
  | 'ARCHIVED_AT'
  /** When it was made. */
  | 'CREATED_AT'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** Days between two reminders. */
  | 'REMINDER_DAYS'
  /** When it was changed last. */
  | 'UPDATED_AT'
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  | 'VERSION'
  | '%future added value';

/** Sums over escalation policies. */
export type EscalationPolicySum = {
  /** Days after which an acknowledgement lapses that names no end; empty: never. */
  acknowledgementDays: Maybe<Scalars['Float']['output']>;
  /** The same for critical alerts. */
  afterCriticalHours: Maybe<Scalars['Float']['output']>;
  /** Hours without acknowledgement to each step: the venture's owner, then the admins. */
  afterHours: Maybe<Scalars['Float']['output']>;
  /** Days between two reminders. */
  reminderDays: Maybe<Scalars['Float']['output']>;
};

/** What you may do with a EscalationPolicy. */
export type EscalationPolicyViewerCan = {
  /** Whether you may edit it. */
  edit: Scalars['Boolean']['output'];
};

/** Three points of a duration, in working days. */
export type EstimateInput = {
  /** Most likely. */
  likely: Scalars['Decimal']['input'];
  /** If all goes well. */
  optimistic: Scalars['Decimal']['input'];
  /** If much goes wrong. */
  pessimistic: Scalars['Decimal']['input'];
};

/** What happened; webhooks spell `RISK_ALERT_FIRED` `risk.alert.fired`. */
export type EventType =
  /** An acceptance was archived. */
  | 'ACCEPTANCE_ARCHIVED'
  /** An acceptance was created. */
  | 'ACCEPTANCE_CREATED'
  /** An acceptance was taken out of the archive. */
  | 'ACCEPTANCE_RESTORED'
  /** An acceptance was changed. */
  | 'ACCEPTANCE_UPDATED'
  /** An action was archived. */
  | 'ACTION_ARCHIVED'
  /** An action was created. */
  | 'ACTION_CREATED'
  /** An action was taken out of the archive. */
  | 'ACTION_RESTORED'
  /** An action was changed. */
  | 'ACTION_UPDATED'
  /** An allocation was archived. */
  | 'ALLOCATION_ARCHIVED'
  /** An allocation was created. */
  | 'ALLOCATION_CREATED'
  /** An allocation was taken out of the archive. */
  | 'ALLOCATION_RESTORED'
  /** An allocation was changed. */
  | 'ALLOCATION_UPDATED'
  /** An api key was archived. */
  | 'API_KEY_ARCHIVED'
  /** An api key was created. */
  | 'API_KEY_CREATED'
  /** An api key was taken out of the archive. */
  | 'API_KEY_RESTORED'
  /** An api key was changed. */
  | 'API_KEY_UPDATED'
  /** A channel was archived. */
  | 'CHANNEL_ARCHIVED'
  /** A channel was created. */
  | 'CHANNEL_CREATED'
  /** A channel was disabled, because nobody takes its messages any more. */
  | 'CHANNEL_DISABLED'
  /** A channel was taken out of the archive. */
  | 'CHANNEL_RESTORED'
  /** A test, asked for by a person; told only to the channel that is its subject. */
  | 'CHANNEL_TEST'
  /** A channel was changed. */
  | 'CHANNEL_UPDATED'
  /** A condition was archived. */
  | 'CONDITION_ARCHIVED'
  /** A condition was created. */
  | 'CONDITION_CREATED'
  /** A condition was taken out of the archive. */
  | 'CONDITION_RESTORED'
  /** A condition was changed. */
  | 'CONDITION_UPDATED'
  /** A criterion was archived. */
  | 'CRITERION_ARCHIVED'
  /** A criterion was created. */
  | 'CRITERION_CREATED'
  /** A criterion was taken out of the archive. */
  | 'CRITERION_RESTORED'
  /** A criterion was changed. */
  | 'CRITERION_UPDATED'
  /** A dependency was archived. */
  | 'DEPENDENCY_ARCHIVED'
  /** A dependency was created. */
  | 'DEPENDENCY_CREATED'
  /** A dependency was taken out of the archive. */
  | 'DEPENDENCY_RESTORED'
  /** A dependency was changed. */
  | 'DEPENDENCY_UPDATED'
  /** A document manifest was archived. */
  | 'DOCUMENT_MANIFEST_ARCHIVED'
  /** A document manifest was created. */
  | 'DOCUMENT_MANIFEST_CREATED'
  /** A document manifest was taken out of the archive. */
  | 'DOCUMENT_MANIFEST_RESTORED'
  /** A document manifest was changed. */
  | 'DOCUMENT_MANIFEST_UPDATED'
  /** An escalation policy was archived. */
  | 'ESCALATION_POLICY_ARCHIVED'
  /** An escalation policy was created. */
  | 'ESCALATION_POLICY_CREATED'
  /** An escalation policy was taken out of the archive. */
  | 'ESCALATION_POLICY_RESTORED'
  /** An escalation policy was changed. */
  | 'ESCALATION_POLICY_UPDATED'
  /** An indicator was archived. */
  | 'INDICATOR_ARCHIVED'
  /** An indicator was created. */
  | 'INDICATOR_CREATED'
  /** Readings of an indicator were recorded: one event, however many there are. */
  | 'INDICATOR_READINGS_RECORDED'
  /** An indicator was taken out of the archive. */
  | 'INDICATOR_RESTORED'
  /** An indicator was changed. */
  | 'INDICATOR_UPDATED'
  /** An issue was archived. */
  | 'ISSUE_ARCHIVED'
  /** An issue was created. */
  | 'ISSUE_CREATED'
  /** An issue was taken out of the archive. */
  | 'ISSUE_RESTORED'
  /** An issue was changed. */
  | 'ISSUE_UPDATED'
  /** A member was archived. */
  | 'MEMBER_ARCHIVED'
  /** A member was created. */
  | 'MEMBER_CREATED'
  /** A member was taken out of the archive. */
  | 'MEMBER_RESTORED'
  /** A member was changed. */
  | 'MEMBER_UPDATED'
  /** A milestone was archived. */
  | 'MILESTONE_ARCHIVED'
  /** A milestone was created. */
  | 'MILESTONE_CREATED'
  /** A finding about a criterion of a milestone was recorded. */
  | 'MILESTONE_CRITERION_RECORDED'
  /** A milestone was taken out of the archive. */
  | 'MILESTONE_RESTORED'
  /** A review was decided. */
  | 'MILESTONE_REVIEW_DECIDED'
  /** The report of a review is ready. */
  | 'MILESTONE_REVIEW_READY'
  /** A member voted in a review. */
  | 'MILESTONE_REVIEW_VOTED'
  /** A milestone was changed. */
  | 'MILESTONE_UPDATED'
  /** A notification preference was archived. */
  | 'NOTIFICATION_PREFERENCE_ARCHIVED'
  /** A notification preference was created. */
  | 'NOTIFICATION_PREFERENCE_CREATED'
  /** A notification preference was taken out of the archive. */
  | 'NOTIFICATION_PREFERENCE_RESTORED'
  /** A notification preference was changed. */
  | 'NOTIFICATION_PREFERENCE_UPDATED'
  /** A resource was archived. */
  | 'RESOURCE_ARCHIVED'
  /** A resource was created. */
  | 'RESOURCE_CREATED'
  /** A resource was taken out of the archive. */
  | 'RESOURCE_RESTORED'
  /** A resource was changed. */
  | 'RESOURCE_UPDATED'
  /** A response was archived. */
  | 'RESPONSE_ARCHIVED'
  /** A response was created. */
  | 'RESPONSE_CREATED'
  /** A response was taken out of the archive. */
  | 'RESPONSE_RESTORED'
  /** A response was changed. */
  | 'RESPONSE_UPDATED'
  /** An acceptance of a risk ends in 30, 7 or 1 days. */
  | 'RISK_ACCEPTANCE_EXPIRING'
  /** A member has taken an alert. */
  | 'RISK_ALERT_ACKNOWLEDGED'
  /** An alert became more severe, or nobody took it in time. */
  | 'RISK_ALERT_ESCALATED'
  /** A rule found what it watches for, and the finding held. */
  | 'RISK_ALERT_FIRED'
  /** An alert comes and goes so often that single changes are withheld. */
  | 'RISK_ALERT_FLAPPING'
  /** An alert is still open. */
  | 'RISK_ALERT_REMINDER'
  /** What an alert was about is gone. */
  | 'RISK_ALERT_RESOLVED'
  /** A risk appetite was archived. */
  | 'RISK_APPETITE_ARCHIVED'
  /** A risk appetite was created. */
  | 'RISK_APPETITE_CREATED'
  /** A risk appetite was taken out of the archive. */
  | 'RISK_APPETITE_RESTORED'
  /** A risk appetite was changed. */
  | 'RISK_APPETITE_UPDATED'
  /** A risk was archived. */
  | 'RISK_ARCHIVED'
  /** A risk was assessed. */
  | 'RISK_ASSESSED'
  /** Finished actions suggest a new assessment of a risk. */
  | 'RISK_ASSESSMENT_SUGGESTED'
  /** A risk category was archived. */
  | 'RISK_CATEGORY_ARCHIVED'
  /** A risk category was created. */
  | 'RISK_CATEGORY_CREATED'
  /** A risk category was taken out of the archive. */
  | 'RISK_CATEGORY_RESTORED'
  /** A risk category was changed. */
  | 'RISK_CATEGORY_UPDATED'
  /** A risk cause was archived. */
  | 'RISK_CAUSE_ARCHIVED'
  /** A risk cause was created. */
  | 'RISK_CAUSE_CREATED'
  /** A risk cause was taken out of the archive. */
  | 'RISK_CAUSE_RESTORED'
  /** A risk cause was changed. */
  | 'RISK_CAUSE_UPDATED'
  /** A risk comment was archived. */
  | 'RISK_COMMENT_ARCHIVED'
  /** A risk comment was created. */
  | 'RISK_COMMENT_CREATED'
  /** A risk comment was taken out of the archive. */
  | 'RISK_COMMENT_RESTORED'
  /** A risk comment was changed. */
  | 'RISK_COMMENT_UPDATED'
  /** A risk was created. */
  | 'RISK_CREATED'
  /** A risk mention was archived. */
  | 'RISK_MENTION_ARCHIVED'
  /** A risk mention was created. */
  | 'RISK_MENTION_CREATED'
  /** A risk mention was taken out of the archive. */
  | 'RISK_MENTION_RESTORED'
  /** A risk mention was changed. */
  | 'RISK_MENTION_UPDATED'
  /** A risk milestone was archived. */
  | 'RISK_MILESTONE_ARCHIVED'
  /** A risk milestone was created. */
  | 'RISK_MILESTONE_CREATED'
  /** A risk milestone was taken out of the archive. */
  | 'RISK_MILESTONE_RESTORED'
  /** A risk milestone was changed. */
  | 'RISK_MILESTONE_UPDATED'
  /** A risk resource was archived. */
  | 'RISK_RESOURCE_ARCHIVED'
  /** A risk resource was created. */
  | 'RISK_RESOURCE_CREATED'
  /** A risk resource was taken out of the archive. */
  | 'RISK_RESOURCE_RESTORED'
  /** A risk resource was changed. */
  | 'RISK_RESOURCE_UPDATED'
  /** A risk was taken out of the archive. */
  | 'RISK_RESTORED'
  /** A risk scale was archived. */
  | 'RISK_SCALE_ARCHIVED'
  /** A risk scale was created. */
  | 'RISK_SCALE_CREATED'
  /** A risk scale was taken out of the archive. */
  | 'RISK_SCALE_RESTORED'
  /** A risk scale was changed. */
  | 'RISK_SCALE_UPDATED'
  /** A risk was changed. */
  | 'RISK_UPDATED'
  /** A rule was archived. */
  | 'RULE_ARCHIVED'
  /** A rule was created. */
  | 'RULE_CREATED'
  /** A rule could not be evaluated three times in a row. */
  | 'RULE_EVALUATION_FAILING'
  /** A rule was taken out of the archive. */
  | 'RULE_RESTORED'
  /** A rule was changed. */
  | 'RULE_UPDATED'
  /** A silence was archived. */
  | 'SILENCE_ARCHIVED'
  /** A silence was created. */
  | 'SILENCE_CREATED'
  /** A silence was taken out of the archive. */
  | 'SILENCE_RESTORED'
  /** A silence was changed. */
  | 'SILENCE_UPDATED'
  /** A team was archived. */
  | 'TEAM_ARCHIVED'
  /** A team was created. */
  | 'TEAM_CREATED'
  /** A team member was archived. */
  | 'TEAM_MEMBER_ARCHIVED'
  /** A team member was created. */
  | 'TEAM_MEMBER_CREATED'
  /** A team member was taken out of the archive. */
  | 'TEAM_MEMBER_RESTORED'
  /** A team member was changed. */
  | 'TEAM_MEMBER_UPDATED'
  /** A team was taken out of the archive. */
  | 'TEAM_RESTORED'
  /** A team was changed. */
  | 'TEAM_UPDATED'
  /** A limit of the tenant's plan is reached. */
  | 'TENANT_QUOTA_REACHED'
  /** A venture was archived. */
  | 'VENTURE_ARCHIVED'
  /** A venture was created. */
  | 'VENTURE_CREATED'
  /** A venture was taken out of the archive. */
  | 'VENTURE_RESTORED'
  /** A venture was changed. */
  | 'VENTURE_UPDATED'
  /** A webhook endpoint was archived. */
  | 'WEBHOOK_ENDPOINT_ARCHIVED'
  /** A webhook endpoint was created. */
  | 'WEBHOOK_ENDPOINT_CREATED'
  /** An endpoint was disabled after nothing but failure, or because it answered 410 Gone. */
  | 'WEBHOOK_ENDPOINT_DISABLED'
  /** A webhook endpoint was taken out of the archive. */
  | 'WEBHOOK_ENDPOINT_RESTORED'
  /** A webhook endpoint was changed. */
  | 'WEBHOOK_ENDPOINT_UPDATED'
  | '%future added value';

/** The distribution of the total loss of a risk register, in the tenant's currency. */
export type Exposure = {
  /** When it was worked out. */
  computedAt: Scalars['DateTime']['output'];
  /** Exceedance curve: at most 50 points, the losses rising. */
  curve: Array<ExposurePoint>;
  /** Draws of the simulation; 0 where it was worked out exactly. */
  draws: Scalars['Int']['output'];
  /** Expected loss: the sum over all risks. */
  expected: Scalars['Decimal']['output'];
  /** Loss that is not exceeded with 50 %. */
  p50: Scalars['Decimal']['output'];
  /** Loss that is not exceeded with 80 %. */
  p80: Scalars['Decimal']['output'];
  /** Loss that is not exceeded with 95 %. */
  p95: Scalars['Decimal']['output'];
  /** How many open and accepted threats there are; opportunities do not count. */
  risks: Scalars['Int']['output'];
  /** How many of them have no loss in money, and count as none. */
  withoutLoss: Scalars['Int']['output'];
  /** How many have no probability but that of their level's middle. */
  withoutProbability: Scalars['Int']['output'];
};

/** One point of an exceedance curve. */
export type ExposurePoint = {
  /** A loss. */
  loss: Scalars['Decimal']['output'];
  /** The probability of more, from 0 to 1. */
  probability: Scalars['Decimal']['output'];
};

/** Which indicator feeds a criterion. */
export type FeedCriterionInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** A criterion with target and direction. */
  criterionId: Scalars['ID']['input'];
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The indicator of the same venture; null: recorded by hand. */
  indicatorId: Scalars['ID']['input'];
};

/** What came of `feedCriterion`. */
export type FeedCriterionPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The criterion as it is now; null where refused. */
  criterion: Maybe<Criterion>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Conditions on a value of the type ID; all must hold. */
export type IDComparator = {
  /** Equal to it. */
  eq?: InputMaybe<Scalars['ID']['input']>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<Scalars['ID']['input']>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** Readings of one indicator as CSV. */
export type ImportReadingsInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Lines `at,value` below a header that names the two columns, at most 1,000. `at` is an instant, or a date: its first moment in the tenant's time zone. */
  csv: Scalars['String']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The indicator. */
  indicatorId: Scalars['ID']['input'];
};

/** What came of `importReadings`. */
export type ImportReadingsPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The indicator as it is now; null where refused. */
  indicator: Maybe<Indicator>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** A measured series that tells of a risk or of a venture, with thresholds. */
export type Indicator = Node & {
  /** Alerts about it, the newest first. */
  alerts: AlertConnection;
  /** When it was archived; empty while it is in use. */
  archivedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** The criteria that follow it. */
  criteria: CriterionConnection;
  /** From this value on it is critical. */
  critical: Maybe<Scalars['Decimal']['output']>;
  /** Beyond this value critical ends; empty: the threshold itself. */
  criticalClear: Maybe<Scalars['Decimal']['output']>;
  /** How it is measured. */
  description: Maybe<Scalars['String']['output']>;
  /** Which way it gets worse. */
  direction: IndicatorDirection;
  /** Why it gave no reading then. */
  error: Maybe<Scalars['String']['output']>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** Days between two readings. */
  intervalDays: Scalars['Int']['output'];
  /** Whether it has not been measured for two intervals. */
  isStale: Scalars['Boolean']['output'];
  /** When it was measured last. */
  latestAt: Maybe<Scalars['DateTime']['output']>;
  /** The last value. */
  latestValue: Maybe<Scalars['Decimal']['output']>;
  /** What is measured. */
  name: Scalars['String']['output'];
  /** The member who sees that it is measured. */
  owner: Maybe<Member>;
  /** When the source was asked last. */
  pulledAt: Maybe<Scalars['DateTime']['output']>;
  /** Its readings, the newest first. */
  readings: ReadingConnection;
  /** The risk that it tells of; empty: the venture as a whole. */
  risk: Maybe<Risk>;
  /** Where the value stands in the source's answer, as JSON Pointer. */
  sourcePointer: Maybe<Scalars['String']['output']>;
  /** Whence readings are pulled once an interval; empty: they are only pushed. */
  sourceUrl: Maybe<Scalars['String']['output']>;
  /** What the readings say against the thresholds. */
  state: Maybe<IndicatorState>;
  /** The time of the reading with which the present state began. */
  stateSince: Maybe<Scalars['DateTime']['output']>;
  /** Where its readings go; empty until it has been worked out. */
  trend: Maybe<IndicatorTrend>;
  /** Unit of the values. */
  unit: Maybe<Scalars['String']['output']>;
  /** When it was changed last. */
  updatedAt: Scalars['DateTime']['output'];
  /** The venture that it tells of. */
  venture: Venture;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version: Scalars['Int']['output'];
  /** What you may do with it, by your role. */
  viewerCan: IndicatorViewerCan;
  /** From this value on it is a warning. */
  warning: Maybe<Scalars['Decimal']['output']>;
  /** Beyond this value the warning ends; empty: the threshold itself. */
  warningClear: Maybe<Scalars['Decimal']['output']>;
};


/** A measured series that tells of a risk or of a venture, with thresholds. */
export type IndicatoralertsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AlertFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<AlertOrder>>;
};


/** A measured series that tells of a risk or of a venture, with thresholds. */
export type IndicatorcriteriaArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CriterionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<CriterionOrder>>;
};


/** A measured series that tells of a risk or of a venture, with thresholds. */
export type IndicatorreadingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ReadingFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ReadingOrder>>;
};

/** What is told of a group of indicators. */
export type IndicatorAggregate = {
  /** The average of each over the rows that have a value, to six places. */
  avg: IndicatorAvg;
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** How many groups there are, also where not all of them are given. */
  groupCount: Scalars['Int']['output'];
  /** What its rows share. */
  keys: IndicatorGroupKeys;
  /** The greatest, latest or gravest of each. */
  max: IndicatorMax;
  /** The smallest, earliest or mildest of each. */
  min: IndicatorMin;
  /** The sum of each; null where no row has a value. */
  sum: IndicatorSum;
};

/** Averages over indicators. */
export type IndicatorAvg = {
  /** From this value on it is critical. */
  critical: Maybe<Scalars['Decimal']['output']>;
  /** Beyond this value critical ends; empty: the threshold itself. */
  criticalClear: Maybe<Scalars['Decimal']['output']>;
  /** Days between two readings. */
  intervalDays: Maybe<Scalars['Float']['output']>;
  /** The last value. */
  latestValue: Maybe<Scalars['Decimal']['output']>;
  /** From this value on it is a warning. */
  warning: Maybe<Scalars['Decimal']['output']>;
  /** Beyond this value the warning ends; empty: the threshold itself. */
  warningClear: Maybe<Scalars['Decimal']['output']>;
};

/** A page of a list of indicators. */
export type IndicatorConnection = {
  /** Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their keys; read only when asked for. */
  aggregate: Array<IndicatorAggregate>;
  /** The rows with their cursors. */
  edges: Array<IndicatorEdge>;
  /** The rows. */
  nodes: Array<Indicator>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};


/** A page of a list of indicators. */
export type IndicatorConnectionaggregateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<Array<IndicatorGroupField>>;
};

/** Which way an indicator gets worse. */
export type IndicatorDirection =
  /** High values are bad. */
  | 'HIGHER_IS_WORSE'
  /** Low values are bad. */
  | 'LOWER_IS_WORSE'
  | '%future added value';

/** Conditions on a value of the type IndicatorDirection; all must hold. */
export type IndicatorDirectionComparator = {
  /** Equal to it. */
  eq?: InputMaybe<IndicatorDirection>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<IndicatorDirection>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<IndicatorDirection>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<IndicatorDirection>>;
};

/** A row of a list of indicators. */
export type IndicatorEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: Indicator;
};

/** Conditions on indicators; all must hold. An empty filter filters nothing. */
export type IndicatorFilter = {
  /** Alerts about it, the newest first. */
  alerts?: InputMaybe<AlertListFilter>;
  /** All of these hold. */
  and?: InputMaybe<Array<IndicatorFilter>>;
  /** When it was archived; empty while it is in use. */
  archivedAt?: InputMaybe<DateTimeComparator>;
  /** When it was made. */
  createdAt?: InputMaybe<DateTimeComparator>;
  /** The criteria that follow it. */
  criteria?: InputMaybe<CriterionListFilter>;
  /** From this value on it is critical. */
  critical?: InputMaybe<DecimalComparator>;
  /** Beyond this value critical ends; empty: the threshold itself. */
  criticalClear?: InputMaybe<DecimalComparator>;
  /** How it is measured. */
  description?: InputMaybe<StringComparator>;
  /** Which way it gets worse. */
  direction?: InputMaybe<IndicatorDirectionComparator>;
  /** Why it gave no reading then. */
  error?: InputMaybe<StringComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** Days between two readings. */
  intervalDays?: InputMaybe<IntComparator>;
  /** Whether it has not been measured for two intervals. */
  isStale?: InputMaybe<BooleanComparator>;
  /** When it was measured last. */
  latestAt?: InputMaybe<DateTimeComparator>;
  /** The last value. */
  latestValue?: InputMaybe<DecimalComparator>;
  /** What is measured. */
  name?: InputMaybe<StringComparator>;
  /** This does not hold. */
  not?: InputMaybe<IndicatorFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<IndicatorFilter>>;
  /** The member who sees that it is measured. */
  owner?: InputMaybe<MemberFilter>;
  /** The member who sees that it is measured. */
  ownerId?: InputMaybe<IDComparator>;
  /** When the source was asked last. */
  pulledAt?: InputMaybe<DateTimeComparator>;
  /** Its readings, the newest first. */
  readings?: InputMaybe<ReadingListFilter>;
  /** The risk that it tells of; empty: the venture as a whole. */
  risk?: InputMaybe<RiskFilter>;
  /** The risk that it tells of; empty: the venture as a whole. */
  riskId?: InputMaybe<IDComparator>;
  /** Where the value stands in the source's answer, as JSON Pointer. */
  sourcePointer?: InputMaybe<StringComparator>;
  /** Whence readings are pulled once an interval; empty: they are only pushed. */
  sourceUrl?: InputMaybe<StringComparator>;
  /** What the readings say against the thresholds. */
  state?: InputMaybe<IndicatorStateComparator>;
  /** The time of the reading with which the present state began. */
  stateSince?: InputMaybe<DateTimeComparator>;
  /** Unit of the values. */
  unit?: InputMaybe<StringComparator>;
  /** When it was changed last. */
  updatedAt?: InputMaybe<DateTimeComparator>;
  /** The venture that it tells of. */
  venture?: InputMaybe<VentureFilter>;
  /** The venture that it tells of. */
  ventureId?: InputMaybe<IDComparator>;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version?: InputMaybe<IntComparator>;
  /** From this value on it is a warning. */
  warning?: InputMaybe<DecimalComparator>;
  /** Beyond this value the warning ends; empty: the threshold itself. */
  warningClear?: InputMaybe<DecimalComparator>;
};

/** By what indicators can be grouped. */
export type IndicatorGroupField =
  /** When it was made: the day. */
  | 'CREATED_AT_DAY'
  /** When it was made: the first day of the month. */
  | 'CREATED_AT_MONTH'
  /** When it was made: the first day of the week. */
  | 'CREATED_AT_WEEK'
  /** Which way it gets worse. */
  | 'DIRECTION'
  /** Days between two readings. */
  | 'INTERVAL_DAYS'
  /** Whether it has not been measured for two intervals. */
  | 'IS_STALE'
  /** When it was measured last: the day. */
  | 'LATEST_AT_DAY'
  /** When it was measured last: the first day of the month. */
  | 'LATEST_AT_MONTH'
  /** When it was measured last: the first day of the week. */
  | 'LATEST_AT_WEEK'
  /** The member who sees that it is measured. */
  | 'OWNER_ID'
  /** The member who sees that it is measured: What the person may do. */
  | 'OWNER_ROLE'
  /** When the source was asked last: the day. */
  | 'PULLED_AT_DAY'
  /** When the source was asked last: the first day of the month. */
  | 'PULLED_AT_MONTH'
  /** When the source was asked last: the first day of the week. */
  | 'PULLED_AT_WEEK'
  /** The risk that it tells of; empty: the venture as a whole: Code of its category: technical, funding, market, legal or one of the tenant's own. */
  | 'RISK_CATEGORY'
  /** The risk that it tells of; empty: the venture as a whole. */
  | 'RISK_ID'
  /** The risk that it tells of; empty: the venture as a whole: How serious it was before any response. */
  | 'RISK_INHERENT_LEVEL'
  /** The risk that it tells of; empty: the venture as a whole: Whether it would hurt or help. */
  | 'RISK_KIND'
  /** The risk that it tells of; empty: the venture as a whole: How serious it is now. */
  | 'RISK_LEVEL'
  /** The risk that it tells of; empty: the venture as a whole: Where it stands. */
  | 'RISK_STATUS'
  /** The risk that it tells of; empty: the venture as a whole: Code of the sub-type within the category. */
  | 'RISK_SUB_TYPE'
  /** The risk that it tells of; empty: the venture as a whole: How serious it should become. */
  | 'RISK_TARGET_LEVEL'
  /** What the readings say against the thresholds. */
  | 'STATE'
  /** The time of the reading with which the present state began: the day. */
  | 'STATE_SINCE_DAY'
  /** The time of the reading with which the present state began: the first day of the month. */
  | 'STATE_SINCE_MONTH'
  /** The time of the reading with which the present state began: the first day of the week. */
  | 'STATE_SINCE_WEEK'
  /** The venture that it tells of: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture that it tells of. */
  | 'VENTURE_ID'
  /** The venture that it tells of: How far it has come. */
  | 'VENTURE_STAGE'
  | '%future added value';

/** What the indicators of a group share; null unless grouped by. */
export type IndicatorGroupKeys = {
  /** When it was made: the day. */
  createdAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the month. */
  createdAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the week. */
  createdAtWeek: Maybe<Scalars['Date']['output']>;
  /** Which way it gets worse. */
  direction: Maybe<IndicatorDirection>;
  /** Days between two readings. */
  intervalDays: Maybe<Scalars['Int']['output']>;
  /** Whether it has not been measured for two intervals. */
  isStale: Maybe<Scalars['Boolean']['output']>;
  /** When it was measured last: the day. */
  latestAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was measured last: the first day of the month. */
  latestAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was measured last: the first day of the week. */
  latestAtWeek: Maybe<Scalars['Date']['output']>;
  /** The member who sees that it is measured. Given with its id as a key. */
  owner: Maybe<Member>;
  /** The member who sees that it is measured. */
  ownerId: Maybe<Scalars['ID']['output']>;
  /** The member who sees that it is measured: What the person may do. */
  ownerRole: Maybe<Role>;
  /** When the source was asked last: the day. */
  pulledAtDay: Maybe<Scalars['Date']['output']>;
  /** When the source was asked last: the first day of the month. */
  pulledAtMonth: Maybe<Scalars['Date']['output']>;
  /** When the source was asked last: the first day of the week. */
  pulledAtWeek: Maybe<Scalars['Date']['output']>;
  /** The risk that it tells of; empty: the venture as a whole. Given with its id as a key. */
  risk: Maybe<Risk>;
  /** The risk that it tells of; empty: the venture as a whole: Code of its category: technical, funding, market, legal or one of the tenant's own. */
  riskCategory: Maybe<Scalars['String']['output']>;
  /** The risk that it tells of; empty: the venture as a whole. */
  riskId: Maybe<Scalars['ID']['output']>;
  /** The risk that it tells of; empty: the venture as a whole: How serious it was before any response. */
  riskInherentLevel: Maybe<RiskLevel>;
  /** The risk that it tells of; empty: the venture as a whole: Whether it would hurt or help. */
  riskKind: Maybe<RiskKind>;
  /** The risk that it tells of; empty: the venture as a whole: How serious it is now. */
  riskLevel: Maybe<RiskLevel>;
  /** The risk that it tells of; empty: the venture as a whole: Where it stands. */
  riskStatus: Maybe<RiskStatus>;
  /** The risk that it tells of; empty: the venture as a whole: Code of the sub-type within the category. */
  riskSubType: Maybe<Scalars['String']['output']>;
  /** The risk that it tells of; empty: the venture as a whole: How serious it should become. */
  riskTargetLevel: Maybe<RiskLevel>;
  /** What the readings say against the thresholds. */
  state: Maybe<IndicatorState>;
  /** The time of the reading with which the present state began: the day. */
  stateSinceDay: Maybe<Scalars['Date']['output']>;
  /** The time of the reading with which the present state began: the first day of the month. */
  stateSinceMonth: Maybe<Scalars['Date']['output']>;
  /** The time of the reading with which the present state began: the first day of the week. */
  stateSinceWeek: Maybe<Scalars['Date']['output']>;
  /** The venture that it tells of. Given with its id as a key. */
  venture: Maybe<Venture>;
  /** The venture that it tells of: Application field, such as medicine or finance. */
  ventureField: Maybe<Scalars['String']['output']>;
  /** The venture that it tells of. */
  ventureId: Maybe<Scalars['ID']['output']>;
  /** The venture that it tells of: How far it has come. */
  ventureStage: Maybe<VentureStage>;
};

/** Conditions on all indicators of something. */
export type IndicatorListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<IndicatorFilter>;
  /** None is like this. */
  none?: InputMaybe<IndicatorFilter>;
  /** At least one is like this. */
  some?: InputMaybe<IndicatorFilter>;
};

/** Greatest values over indicators. */
export type IndicatorMax = {
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** From this value on it is critical. */
  critical: Maybe<Scalars['Decimal']['output']>;
  /** Beyond this value critical ends; empty: the threshold itself. */
  criticalClear: Maybe<Scalars['Decimal']['output']>;
  /** Which way it gets worse. */
  direction: Maybe<IndicatorDirection>;
  /** Days between two readings. */
  intervalDays: Maybe<Scalars['Int']['output']>;
  /** When it was measured last. */
  latestAt: Maybe<Scalars['DateTime']['output']>;
  /** The last value. */
  latestValue: Maybe<Scalars['Decimal']['output']>;
  /** When the source was asked last. */
  pulledAt: Maybe<Scalars['DateTime']['output']>;
  /** What the readings say against the thresholds. */
  state: Maybe<IndicatorState>;
  /** The time of the reading with which the present state began. */
  stateSince: Maybe<Scalars['DateTime']['output']>;
  /** From this value on it is a warning. */
  warning: Maybe<Scalars['Decimal']['output']>;
  /** Beyond this value the warning ends; empty: the threshold itself. */
  warningClear: Maybe<Scalars['Decimal']['output']>;
};

/** Smallest values over indicators. */
export type IndicatorMin = {
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** From this value on it is critical. */
  critical: Maybe<Scalars['Decimal']['output']>;
  /** Beyond this value critical ends; empty: the threshold itself. */
  criticalClear: Maybe<Scalars['Decimal']['output']>;
  /** Which way it gets worse. */
  direction: Maybe<IndicatorDirection>;
  /** Days between two readings. */
  intervalDays: Maybe<Scalars['Int']['output']>;
  /** When it was measured last. */
  latestAt: Maybe<Scalars['DateTime']['output']>;
  /** The last value. */
  latestValue: Maybe<Scalars['Decimal']['output']>;
  /** When the source was asked last. */
  pulledAt: Maybe<Scalars['DateTime']['output']>;
  /** What the readings say against the thresholds. */
  state: Maybe<IndicatorState>;
  /** The time of the reading with which the present state began. */
  stateSince: Maybe<Scalars['DateTime']['output']>;
  /** From this value on it is a warning. */
  warning: Maybe<Scalars['Decimal']['output']>;
  /** Beyond this value the warning ends; empty: the threshold itself. */
  warningClear: Maybe<Scalars['Decimal']['output']>;
};

/** One key of the order of indicators. */
export type IndicatorOrder = {
  /** Which way; ASC where left out. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: IndicatorOrderField;
  /** Where rows without a value stand; LAST where left out. */
  nulls?: InputMaybe<OrderNulls>;
};

/** By what indicators can be ordered. */
export type IndicatorOrderField =
  /** When it was archived; empty while it is in use. */
  | 'ARCHIVED_AT'
  /** When it was made. */
  | 'CREATED_AT'
  /** From this value on it is critical. */
  | 'CRITICAL'
  /** Beyond this value critical ends; empty: the threshold itself. */
  | 'CRITICAL_CLEAR'
  /** How it is measured. */
  | 'DESCRIPTION'
  /** Which way it gets worse. */
  | 'DIRECTION'
  /** Why it gave no reading then. */
  | 'ERROR'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** Days between two readings. */
  | 'INTERVAL_DAYS'
  /** When it was measured last. */
  | 'LATEST_AT'
  /** The last value. */
  | 'LATEST_VALUE'
  /** What is measured. */
  | 'NAME'
  /** The member who sees that it is measured: The person's e-mail address. */
  | 'OWNER_EMAIL'
  /** The member who sees that it is measured: The person's name. */
  | 'OWNER_NAME'
  /** The member who sees that it is measured: What the person may do. */
  | 'OWNER_ROLE'
  /** When the source was asked last. */
  | 'PULLED_AT'
  /** The risk that it tells of; empty: the venture as a whole: When it was last assessed as it is now. */
  | 'RISK_ASSESSED_AT'
  /** The risk that it tells of; empty: the venture as a whole: Code of its category: technical, funding, market, legal or one of the tenant's own. */
  | 'RISK_CATEGORY'
  /** The risk that it tells of; empty: the venture as a whole: Why it may happen. */
  | 'RISK_CAUSE'
  /** The risk that it tells of; empty: the venture as a whole: What would follow. */
  | 'RISK_EFFECT'
  /** The risk that it tells of; empty: the venture as a whole: What would happen. */
  | 'RISK_EVENT'
  /** The risk that it tells of; empty: the venture as a whole: Probability × mean impact now, in the tenant's currency. */
  | 'RISK_EXPECTED_LOSS'
  /** The risk that it tells of; empty: the venture as a whole: When it would happen. */
  | 'RISK_EXPECTED_ON'
  /** The risk that it tells of; empty: the venture as a whole: Level of impact now, from 1. */
  | 'RISK_IMPACT_LEVEL'
  /** The risk that it tells of; empty: the venture as a whole: How serious it was before any response. */
  | 'RISK_INHERENT_LEVEL'
  /** The risk that it tells of; empty: the venture as a whole: Score before any response. */
  | 'RISK_INHERENT_SCORE'
  /** The risk that it tells of; empty: the venture as a whole: Whether it would hurt or help. */
  | 'RISK_KIND'
  /** The risk that it tells of; empty: the venture as a whole: How serious it is now. */
  | 'RISK_LEVEL'
  /** The risk that it tells of; empty: the venture as a whole: Since when the present level has held. */
  | 'RISK_LEVEL_SINCE'
  /** The risk that it tells of; empty: the venture as a whole: When it is to be assessed again. */
  | 'RISK_NEXT_ASSESSMENT_ON'
  /** The risk that it tells of; empty: the venture as a whole: Since when it has been open without a break. */
  | 'RISK_OPENED_AT'
  /** The risk that it tells of; empty: the venture as a whole: How many actions of its responses are not done. */
  | 'RISK_OPEN_ACTION_COUNT'
  /** The risk that it tells of; empty: the venture as a whole: By how much its venture's P80 loss would be lower without it. */
  | 'RISK_P80_SHARE'
  /** The risk that it tells of; empty: the venture as a whole: Level of probability now, from 1. */
  | 'RISK_PROBABILITY_LEVEL'
  /** The risk that it tells of; empty: the venture as a whole: How many days away that is; negative where it has passed. */
  | 'RISK_PROXIMITY_DAYS'
  /** The risk that it tells of; empty: the venture as a whole: When it would happen: the expected day, else the day on which the first milestone that it threatens is due. */
  | 'RISK_PROXIMITY_ON'
  /** The risk that it tells of; empty: the venture as a whole: Probability level × impact level of the latest current assessment. */
  | 'RISK_SCORE'
  /** The risk that it tells of; empty: the venture as a whole: Where it stands. */
  | 'RISK_STATUS'
  /** The risk that it tells of; empty: the venture as a whole: Code of the sub-type within the category. */
  | 'RISK_SUB_TYPE'
  /** The risk that it tells of; empty: the venture as a whole: How serious it should become. */
  | 'RISK_TARGET_LEVEL'
  /** The risk that it tells of; empty: the venture as a whole: Score as it should become. */
  | 'RISK_TARGET_SCORE'
  /** The risk that it tells of; empty: the venture as a whole: Code of the template that it was made from. */
  | 'RISK_TEMPLATE'
  /** The risk that it tells of; empty: the venture as a whole: The risk in one line. */
  | 'RISK_TITLE'
  /** Where the value stands in the source's answer, as JSON Pointer. */
  | 'SOURCE_POINTER'
  /** Whence readings are pulled once an interval; empty: they are only pushed. */
  | 'SOURCE_URL'
  /** What the readings say against the thresholds. */
  | 'STATE'
  /** The time of the reading with which the present state began. */
  | 'STATE_SINCE'
  /** Unit of the values. */
  | 'UNIT'
  /** When it was changed last. */
  | 'UPDATED_AT'
  /** The venture that it tells of: What it is about. */
  | 'VENTURE_DESCRIPTION'
  /** The venture that it tells of: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture that it tells of: How many alerts are firing. */
  | 'VENTURE_FIRING_ALERT_COUNT'
  /** The venture that it tells of: Short code, unique in the tenant, such as MEDX. */
  | 'VENTURE_KEY'
  /** The venture that it tells of: Its name. */
  | 'VENTURE_NAME'
  /** The venture that it tells of: How many risks are open. */
  | 'VENTURE_OPEN_RISK_COUNT'
  /** The venture that it tells of: How many milestones are past their due day and not done. */
  | 'VENTURE_OVERDUE_MILESTONE_COUNT'
  /** The venture that it tells of: How far it has come. */
  | 'VENTURE_STAGE'
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  | 'VERSION'
  /** From this value on it is a warning. */
  | 'WARNING'
  /** Beyond this value the warning ends; empty: the threshold itself. */
  | 'WARNING_CLEAR'
  | '%future added value';

/** What the readings of an indicator say against its thresholds. */
export type IndicatorState =
  /** Beyond the critical threshold. */
  | 'CRITICAL'
  /** On the good side of its thresholds. */
  | 'OK'
  /** It has not been measured. */
  | 'UNKNOWN'
  /** Beyond the warning threshold. */
  | 'WARNING'
  | '%future added value';

/** Conditions on a value of the type IndicatorState; all must hold. */
export type IndicatorStateComparator = {
  /** Equal to it. */
  eq?: InputMaybe<IndicatorState>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<IndicatorState>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<IndicatorState>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<IndicatorState>>;
};

/** Sums over indicators. */
export type IndicatorSum = {
  /** From this value on it is critical. */
  critical: Maybe<Scalars['Decimal']['output']>;
  /** Beyond this value critical ends; empty: the threshold itself. */
  criticalClear: Maybe<Scalars['Decimal']['output']>;
  /** Days between two readings. */
  intervalDays: Maybe<Scalars['Float']['output']>;
  /** The last value. */
  latestValue: Maybe<Scalars['Decimal']['output']>;
  /** From this value on it is a warning. */
  warning: Maybe<Scalars['Decimal']['output']>;
  /** Beyond this value the warning ends; empty: the threshold itself. */
  warningClear: Maybe<Scalars['Decimal']['output']>;
};

/** Where the last 20 readings go: Theil–Sen slope, Mann–Kendall test. */
export type IndicatorTrend = {
  /** When it was worked out. */
  computedAt: Scalars['DateTime']['output'];
  /** That day at the steeper end of the slope's interval. */
  crossesCriticalEarliest: Maybe<Scalars['Date']['output']>;
  /** That day at the flatter end; empty where that end never crosses. */
  crossesCriticalLatest: Maybe<Scalars['Date']['output']>;
  /** Day on which it would cross the critical threshold, if within 180 days. */
  crossesCriticalOn: Maybe<Scalars['Date']['output']>;
  /** Where it goes, if the trend counts. */
  direction: TrendDirection;
  /** Chance of such a series without any trend; a trend counts below 0.05. */
  pValue: Maybe<Scalars['Decimal']['output']>;
  /** How many readings it was worked out from; with fewer than 8 there is no trend. */
  readings: Scalars['Int']['output'];
  /** Upper end of the slope's 95 % interval. */
  slopeHigh: Maybe<Scalars['Decimal']['output']>;
  /** Lower end of the slope's 95 % interval. */
  slopeLow: Maybe<Scalars['Decimal']['output']>;
  /** Median slope, in units a day. */
  slopePerDay: Maybe<Scalars['Decimal']['output']>;
};

/** What you may do with a Indicator. */
export type IndicatorViewerCan = {
  /** Whether you may archive it. */
  archive: Scalars['Boolean']['output'];
  /** Whether you may edit it. */
  edit: Scalars['Boolean']['output'];
  /** Whether you may record it. */
  record: Scalars['Boolean']['output'];
};

/** Conditions on a value of the type Int; all must hold. */
export type IntComparator = {
  /** Equal to it. */
  eq?: InputMaybe<Scalars['Int']['input']>;
  /** Greater than it. */
  gt?: InputMaybe<Scalars['Int']['input']>;
  /** Greater than or equal to it. */
  gte?: InputMaybe<Scalars['Int']['input']>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<Scalars['Int']['input']>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Less than it. */
  lt?: InputMaybe<Scalars['Int']['input']>;
  /** Less than or equal to it. */
  lte?: InputMaybe<Scalars['Int']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<Scalars['Int']['input']>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<Scalars['Int']['input']>>;
};

/** A risk that has occurred: what it was estimated at then, and what it came to. Money in the tenant's currency. */
export type Issue = Node & {
  /** What is to be done about it. */
  actions: ActionConnection;
  /** What it has cost, in the tenant's currency. */
  actualCost: Maybe<Scalars['Decimal']['output']>;
  /** Delay that it has brought, in working days. */
  actualDelay: Maybe<Scalars['Decimal']['output']>;
  /** When it was archived; empty while it is in use. */
  archivedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** What happened. */
  description: Maybe<Scalars['String']['output']>;
  /** The mean loss last estimated before it happened, in the tenant's currency. */
  estimatedCost: Maybe<Scalars['Decimal']['output']>;
  /** The mean delay last estimated before it happened, in working days. */
  estimatedDelay: Maybe<Scalars['Decimal']['output']>;
  /** The probability last given to it before it happened. */
  estimatedProbability: Maybe<Scalars['Decimal']['output']>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** When it happened. */
  occurredOn: Scalars['Date']['output'];
  /** The member who deals with it. */
  owner: Maybe<Member>;
  /** When it was dealt with. */
  resolvedOn: Maybe<Scalars['Date']['output']>;
  /** The risk that has happened. */
  risk: Risk;
  /** Whether it is still dealt with. */
  state: IssueState;
  /** The issue in one line. */
  title: Scalars['String']['output'];
  /** When it was changed last. */
  updatedAt: Scalars['DateTime']['output'];
  /** The venture. */
  venture: Venture;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version: Scalars['Int']['output'];
  /** What you may do with it, by your role. */
  viewerCan: IssueViewerCan;
};


/** A risk that has occurred: what it was estimated at then, and what it came to. Money in the tenant's currency. */
export type IssueactionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ActionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ActionOrder>>;
};

/** One thing to do about an issue. */
export type IssueActionInput = {
  /** What it costs, in the tenant's currency. */
  cost?: InputMaybe<Scalars['Decimal']['input']>;
  /** Until when. */
  dueOn?: InputMaybe<Scalars['Date']['input']>;
  /** The member who does it. */
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  /** What is to be done. */
  title: Scalars['String']['input'];
};

/** What is told of a group of issues. */
export type IssueAggregate = {
  /** The average of each over the rows that have a value, to six places. */
  avg: IssueAvg;
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** How many groups there are, also where not all of them are given. */
  groupCount: Scalars['Int']['output'];
  /** What its rows share. */
  keys: IssueGroupKeys;
  /** The greatest, latest or gravest of each. */
  max: IssueMax;
  /** The smallest, earliest or mildest of each. */
  min: IssueMin;
  /** The sum of each; null where no row has a value. */
  sum: IssueSum;
};

/** Averages over issues. */
export type IssueAvg = {
  /** What it has cost, in the tenant's currency. */
  actualCost: Maybe<Scalars['Decimal']['output']>;
  /** Delay that it has brought, in working days. */
  actualDelay: Maybe<Scalars['Decimal']['output']>;
  /** The mean loss last estimated before it happened, in the tenant's currency. */
  estimatedCost: Maybe<Scalars['Decimal']['output']>;
  /** The mean delay last estimated before it happened, in working days. */
  estimatedDelay: Maybe<Scalars['Decimal']['output']>;
  /** The probability last given to it before it happened. */
  estimatedProbability: Maybe<Scalars['Decimal']['output']>;
};

/** A page of a list of issues. */
export type IssueConnection = {
  /** Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their keys; read only when asked for. */
  aggregate: Array<IssueAggregate>;
  /** The rows with their cursors. */
  edges: Array<IssueEdge>;
  /** The rows. */
  nodes: Array<Issue>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};


/** A page of a list of issues. */
export type IssueConnectionaggregateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<Array<IssueGroupField>>;
};

/** A row of a list of issues. */
export type IssueEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: Issue;
};

/** Conditions on issues; all must hold. An empty filter filters nothing. */
export type IssueFilter = {
  /** What is to be done about it. */
  actions?: InputMaybe<ActionListFilter>;
  /** What it has cost, in the tenant's currency. */
  actualCost?: InputMaybe<DecimalComparator>;
  /** Delay that it has brought, in working days. */
  actualDelay?: InputMaybe<DecimalComparator>;
  /** All of these hold. */
  and?: InputMaybe<Array<IssueFilter>>;
  /** When it was archived; empty while it is in use. */
  archivedAt?: InputMaybe<DateTimeComparator>;
  /** When it was made. */
  createdAt?: InputMaybe<DateTimeComparator>;
  /** What happened. */
  description?: InputMaybe<StringComparator>;
  /** The mean loss last estimated before it happened, in the tenant's currency. */
  estimatedCost?: InputMaybe<DecimalComparator>;
  /** The mean delay last estimated before it happened, in working days. */
  estimatedDelay?: InputMaybe<DecimalComparator>;
  /** The probability last given to it before it happened. */
  estimatedProbability?: InputMaybe<DecimalComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** This does not hold. */
  not?: InputMaybe<IssueFilter>;
  /** When it happened. */
  occurredOn?: InputMaybe<DateComparator>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<IssueFilter>>;
  /** The member who deals with it. */
  owner?: InputMaybe<MemberFilter>;
  /** The member who deals with it. */
  ownerId?: InputMaybe<IDComparator>;
  /** When it was dealt with. */
  resolvedOn?: InputMaybe<DateComparator>;
  /** The risk that has happened. */
  risk?: InputMaybe<RiskFilter>;
  /** The risk that has happened. */
  riskId?: InputMaybe<IDComparator>;
  /** Whether it is still dealt with. */
  state?: InputMaybe<IssueStateComparator>;
  /** The issue in one line. */
  title?: InputMaybe<StringComparator>;
  /** When it was changed last. */
  updatedAt?: InputMaybe<DateTimeComparator>;
  /** The venture. */
  venture?: InputMaybe<VentureFilter>;
  /** The venture. */
  ventureId?: InputMaybe<IDComparator>;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version?: InputMaybe<IntComparator>;
};

/** By what issues can be grouped. */
export type IssueGroupField =
  /** When it was made: the day. */
  | 'CREATED_AT_DAY'
  /** When it was made: the first day of the month. */
  | 'CREATED_AT_MONTH'
  /** When it was made: the first day of the week. */
  | 'CREATED_AT_WEEK'
  /** When it happened: the day. */
  | 'OCCURRED_ON_DAY'
  /** When it happened: the first day of the month. */
  | 'OCCURRED_ON_MONTH'
  /** When it happened: the first day of the week. */
  | 'OCCURRED_ON_WEEK'
  /** The member who deals with it. */
  | 'OWNER_ID'
  /** The member who deals with it: What the person may do. */
  | 'OWNER_ROLE'
  /** When it was dealt with: the day. */
  | 'RESOLVED_ON_DAY'
  /** When it was dealt with: the first day of the month. */
  | 'RESOLVED_ON_MONTH'
  /** When it was dealt with: the first day of the week. */
  | 'RESOLVED_ON_WEEK'
  /** The risk that has happened: Code of its category: technical, funding, market, legal or one of the tenant's own. */
  | 'RISK_CATEGORY'
  /** The risk that has happened. */
  | 'RISK_ID'
  /** The risk that has happened: How serious it was before any response. */
  | 'RISK_INHERENT_LEVEL'
  /** The risk that has happened: Whether it would hurt or help. */
  | 'RISK_KIND'
  /** The risk that has happened: How serious it is now. */
  | 'RISK_LEVEL'
  /** The risk that has happened: Where it stands. */
  | 'RISK_STATUS'
  /** The risk that has happened: Code of the sub-type within the category. */
  | 'RISK_SUB_TYPE'
  /** The risk that has happened: How serious it should become. */
  | 'RISK_TARGET_LEVEL'
  /** Whether it is still dealt with. */
  | 'STATE'
  /** The venture: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture. */
  | 'VENTURE_ID'
  /** The venture: How far it has come. */
  | 'VENTURE_STAGE'
  | '%future added value';

/** What the issues of a group share; null unless grouped by. */
export type IssueGroupKeys = {
  /** When it was made: the day. */
  createdAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the month. */
  createdAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the week. */
  createdAtWeek: Maybe<Scalars['Date']['output']>;
  /** When it happened: the day. */
  occurredOnDay: Maybe<Scalars['Date']['output']>;
  /** When it happened: the first day of the month. */
  occurredOnMonth: Maybe<Scalars['Date']['output']>;
  /** When it happened: the first day of the week. */
  occurredOnWeek: Maybe<Scalars['Date']['output']>;
  /** The member who deals with it. Given with its id as a key. */
  owner: Maybe<Member>;
  /** The member who deals with it. */
  ownerId: Maybe<Scalars['ID']['output']>;
  /** The member who deals with it: What the person may do. */
  ownerRole: Maybe<Role>;
  /** When it was dealt with: the day. */
  resolvedOnDay: Maybe<Scalars['Date']['output']>;
  /** When it was dealt with: the first day of the month. */
  resolvedOnMonth: Maybe<Scalars['Date']['output']>;
  /** When it was dealt with: the first day of the week. */
  resolvedOnWeek: Maybe<Scalars['Date']['output']>;
  /** The risk that has happened. Given with its id as a key. */
  risk: Maybe<Risk>;
  /** The risk that has happened: Code of its category: technical, funding, market, legal or one of the tenant's own. */
  riskCategory: Maybe<Scalars['String']['output']>;
  /** The risk that has happened. */
  riskId: Maybe<Scalars['ID']['output']>;
  /** The risk that has happened: How serious it was before any response. */
  riskInherentLevel: Maybe<RiskLevel>;
  /** The risk that has happened: Whether it would hurt or help. */
  riskKind: Maybe<RiskKind>;
  /** The risk that has happened: How serious it is now. */
  riskLevel: Maybe<RiskLevel>;
  /** The risk that has happened: Where it stands. */
  riskStatus: Maybe<RiskStatus>;
  /** The risk that has happened: Code of the sub-type within the category. */
  riskSubType: Maybe<Scalars['String']['output']>;
  /** The risk that has happened: How serious it should become. */
  riskTargetLevel: Maybe<RiskLevel>;
  /** Whether it is still dealt with. */
  state: Maybe<IssueState>;
  /** The venture. Given with its id as a key. */
  venture: Maybe<Venture>;
  /** The venture: Application field, such as medicine or finance. */
  ventureField: Maybe<Scalars['String']['output']>;
  /** The venture. */
  ventureId: Maybe<Scalars['ID']['output']>;
  /** The venture: How far it has come. */
  ventureStage: Maybe<VentureStage>;
};

/** Conditions on all issues of something. */
export type IssueListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<IssueFilter>;
  /** None is like this. */
  none?: InputMaybe<IssueFilter>;
  /** At least one is like this. */
  some?: InputMaybe<IssueFilter>;
};

/** Greatest values over issues. */
export type IssueMax = {
  /** What it has cost, in the tenant's currency. */
  actualCost: Maybe<Scalars['Decimal']['output']>;
  /** Delay that it has brought, in working days. */
  actualDelay: Maybe<Scalars['Decimal']['output']>;
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** The mean loss last estimated before it happened, in the tenant's currency. */
  estimatedCost: Maybe<Scalars['Decimal']['output']>;
  /** The mean delay last estimated before it happened, in working days. */
  estimatedDelay: Maybe<Scalars['Decimal']['output']>;
  /** The probability last given to it before it happened. */
  estimatedProbability: Maybe<Scalars['Decimal']['output']>;
  /** When it happened. */
  occurredOn: Maybe<Scalars['Date']['output']>;
  /** When it was dealt with. */
  resolvedOn: Maybe<Scalars['Date']['output']>;
  /** Whether it is still dealt with. */
  state: Maybe<IssueState>;
};

/** Smallest values over issues. */
export type IssueMin = {
  /** What it has cost, in the tenant's currency. */
  actualCost: Maybe<Scalars['Decimal']['output']>;
  /** Delay that it has brought, in working days. */
  actualDelay: Maybe<Scalars['Decimal']['output']>;
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** The mean loss last estimated before it happened, in the tenant's currency. */
  estimatedCost: Maybe<Scalars['Decimal']['output']>;
  /** The mean delay last estimated before it happened, in working days. */
  estimatedDelay: Maybe<Scalars['Decimal']['output']>;
  /** The probability last given to it before it happened. */
  estimatedProbability: Maybe<Scalars['Decimal']['output']>;
  /** When it happened. */
  occurredOn: Maybe<Scalars['Date']['output']>;
  /** When it was dealt with. */
  resolvedOn: Maybe<Scalars['Date']['output']>;
  /** Whether it is still dealt with. */
  state: Maybe<IssueState>;
};

/** One key of the order of issues. */
export type IssueOrder = {
  /** Which way; ASC where left out. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: IssueOrderField;
  /** Where rows without a value stand; LAST where left out. */
  nulls?: InputMaybe<OrderNulls>;
};

/** By what issues can be ordered. */
export type IssueOrderField =
  /** What it has cost, in the tenant's currency. */
  | 'ACTUAL_COST'
  /** Delay that it has brought, in working days. */
  | 'ACTUAL_DELAY'
  /** When it was archived; empty while it is in use. */
  | 'ARCHIVED_AT'
  /** When it was made. */
  | 'CREATED_AT'
  /** What happened. */
  | 'DESCRIPTION'
  /** The mean loss last estimated before it happened, in the tenant's currency. */
  | 'ESTIMATED_COST'
  /** The mean delay last estimated before it happened, in working days. */
  | 'ESTIMATED_DELAY'
  /** The probability last given to it before it happened. */
  | 'ESTIMATED_PROBABILITY'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** When it happened. */
  | 'OCCURRED_ON'
  /** The member who deals with it: The person's e-mail address. */
  | 'OWNER_EMAIL'
  /** The member who deals with it: The person's name. */
  | 'OWNER_NAME'
  /** The member who deals with it: What the person may do. */
  | 'OWNER_ROLE'
  /** When it was dealt with. */
  | 'RESOLVED_ON'
  /** The risk that has happened: When it was last assessed as it is now. */
  | 'RISK_ASSESSED_AT'
  /** The risk that has happened: Code of its category: technical, funding, market, legal or one of the tenant's own. */
  | 'RISK_CATEGORY'
  /** The risk that has happened: Why it may happen. */
  | 'RISK_CAUSE'
  /** The risk that has happened: What would follow. */
  | 'RISK_EFFECT'
  /** The risk that has happened: What would happen. */
  | 'RISK_EVENT'
  /** The risk that has happened: Probability × mean impact now, in the tenant's currency. */
  | 'RISK_EXPECTED_LOSS'
  /** The risk that has happened: When it would happen. */
  | 'RISK_EXPECTED_ON'
  /** The risk that has happened: Level of impact now, from 1. */
  | 'RISK_IMPACT_LEVEL'
  /** The risk that has happened: How serious it was before any response. */
  | 'RISK_INHERENT_LEVEL'
  /** The risk that has happened: Score before any response. */
  | 'RISK_INHERENT_SCORE'
  /** The risk that has happened: Whether it would hurt or help. */
  | 'RISK_KIND'
  /** The risk that has happened: How serious it is now. */
  | 'RISK_LEVEL'
  /** The risk that has happened: Since when the present level has held. */
  | 'RISK_LEVEL_SINCE'
  /** The risk that has happened: When it is to be assessed again. */
  | 'RISK_NEXT_ASSESSMENT_ON'
  /** The risk that has happened: Since when it has been open without a break. */
  | 'RISK_OPENED_AT'
  /** The risk that has happened: How many actions of its responses are not done. */
  | 'RISK_OPEN_ACTION_COUNT'
  /** The risk that has happened: By how much its venture's P80 loss would be lower without it. */
  | 'RISK_P80_SHARE'
  /** The risk that has happened: Level of probability now, from 1. */
  | 'RISK_PROBABILITY_LEVEL'
  /** The risk that has happened: How many days away that is; negative where it has passed. */
  | 'RISK_PROXIMITY_DAYS'
  /** The risk that has happened: When it would happen: the expected day, else the day on which the first milestone that it threatens is due. */
  | 'RISK_PROXIMITY_ON'
  /** The risk that has happened: Probability level × impact level of the latest current assessment. */
  | 'RISK_SCORE'
  /** The risk that has happened: Where it stands. */
  | 'RISK_STATUS'
  /** The risk that has happened: Code of the sub-type within the category. */
  | 'RISK_SUB_TYPE'
  /** The risk that has happened: How serious it should become. */
  | 'RISK_TARGET_LEVEL'
  /** The risk that has happened: Score as it should become. */
  | 'RISK_TARGET_SCORE'
  /** The risk that has happened: Code of the template that it was made from. */
  | 'RISK_TEMPLATE'
  /** The risk that has happened: The risk in one line. */
  | 'RISK_TITLE'
  /** Whether it is still dealt with. */
  | 'STATE'
  /** The issue in one line. */
  | 'TITLE'
  /** When it was changed last. */
  | 'UPDATED_AT'
  /** The venture: What it is about. */
  | 'VENTURE_DESCRIPTION'
  /** The venture: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture: How many alerts are firing. */
  | 'VENTURE_FIRING_ALERT_COUNT'
  /** The venture: Short code, unique in the tenant, such as MEDX. */
  | 'VENTURE_KEY'
  /** The venture: Its name. */
  | 'VENTURE_NAME'
  /** The venture: How many risks are open. */
  | 'VENTURE_OPEN_RISK_COUNT'
  /** The venture: How many milestones are past their due day and not done. */
  | 'VENTURE_OVERDUE_MILESTONE_COUNT'
  /** The venture: How far it has come. */
  | 'VENTURE_STAGE'
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  | 'VERSION'
  | '%future added value';

/** Whether an issue is still dealt with. */
export type IssueState =
  /** It is dealt with. */
  | 'OPEN'
  /** It is over. */
  | 'RESOLVED'
  | '%future added value';

/** Conditions on a value of the type IssueState; all must hold. */
export type IssueStateComparator = {
  /** Equal to it. */
  eq?: InputMaybe<IssueState>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<IssueState>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<IssueState>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<IssueState>>;
};

/** Sums over issues. */
export type IssueSum = {
  /** What it has cost, in the tenant's currency. */
  actualCost: Maybe<Scalars['Decimal']['output']>;
  /** Delay that it has brought, in working days. */
  actualDelay: Maybe<Scalars['Decimal']['output']>;
  /** The mean loss last estimated before it happened, in the tenant's currency. */
  estimatedCost: Maybe<Scalars['Decimal']['output']>;
  /** The mean delay last estimated before it happened, in working days. */
  estimatedDelay: Maybe<Scalars['Decimal']['output']>;
  /** The probability last given to it before it happened. */
  estimatedProbability: Maybe<Scalars['Decimal']['output']>;
};

/** What you may do with a Issue. */
export type IssueViewerCan = {
  /** Whether you may archive it. */
  archive: Scalars['Boolean']['output'];
  /** Whether you may edit it. */
  edit: Scalars['Boolean']['output'];
  /** Whether you may resolve it. */
  resolve: Scalars['Boolean']['output'];
};

/** Whether the expected effect of a finished action came true. */
export type JudgeActionEffectInput = {
  /** The action. */
  actionId: Scalars['ID']['input'];
  /** Whether it did. */
  cameTrue: Scalars['Boolean']['input'];
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** How that is known. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `judgeActionEffect`. */
export type JudgeActionEffectPayload = {
  /** The action as it is now; null where refused. */
  action: Maybe<Action>;
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** How much is known behind an assessment. */
export type Knowledge =
  /** Something is known behind the judgement. */
  | 'MODERATE'
  /** Much is known behind the judgement. */
  | 'STRONG'
  /** Little is known behind the judgement. */
  | 'WEAK'
  | '%future added value';

/** Conditions on a value of the type Knowledge; all must hold. */
export type KnowledgeComparator = {
  /** Equal to it. */
  eq?: InputMaybe<Knowledge>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<Knowledge>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<Knowledge>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<Knowledge>>;
};

/** A name in one language. */
export type LocalNameInput = {
  /** The language, such as en or zh-CN. */
  locale: Scalars['String']['input'];
  /** The name in it. */
  name: Scalars['String']['input'];
};

/** A condition that is met. */
export type MeetConditionInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The condition. */
  conditionId: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `meetCondition`. */
export type MeetConditionPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The condition as it is now; null where refused. */
  condition: Maybe<ReviewCondition>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** A user in a tenant, with a role. Name and e-mail are kept here, so that the tenant needs no global table. */
export type Member = Node & {
  /** When it was archived; empty while it is in use. */
  archivedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** The person's e-mail address. */
  email: Maybe<Scalars['EmailAddress']['output']>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** The person's name. */
  name: Scalars['String']['output'];
  /** The milestones that the person answers for. */
  ownedMilestones: MilestoneConnection;
  /** The risks that the person watches, the gravest first. */
  ownedRisks: RiskConnection;
  /** The ventures that the person answers for. */
  ownedVentures: VentureConnection;
  /** What the person may do. */
  role: Role;
  /** The teams that the person is in. */
  teams: TeamConnection;
  /** When it was changed last. */
  updatedAt: Scalars['DateTime']['output'];
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version: Scalars['Int']['output'];
};


/** A user in a tenant, with a role. Name and e-mail are kept here, so that the tenant needs no global table. */
export type MemberownedMilestonesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MilestoneFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<MilestoneOrder>>;
};


/** A user in a tenant, with a role. Name and e-mail are kept here, so that the tenant needs no global table. */
export type MemberownedRisksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RiskFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<RiskOrder>>;
};


/** A user in a tenant, with a role. Name and e-mail are kept here, so that the tenant needs no global table. */
export type MemberownedVenturesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<VentureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<VentureOrder>>;
};


/** A user in a tenant, with a role. Name and e-mail are kept here, so that the tenant needs no global table. */
export type MemberteamsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TeamFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<TeamOrder>>;
};

/** What is told of a group of members. */
export type MemberAggregate = {
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** How many groups there are, also where not all of them are given. */
  groupCount: Scalars['Int']['output'];
  /** What its rows share. */
  keys: MemberGroupKeys;
  /** The greatest, latest or gravest of each. */
  max: MemberMax;
  /** The smallest, earliest or mildest of each. */
  min: MemberMin;
};

/** A page of a list of members. */
export type MemberConnection = {
  /** Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their keys; read only when asked for. */
  aggregate: Array<MemberAggregate>;
  /** The rows with their cursors. */
  edges: Array<MemberEdge>;
  /** The rows. */
  nodes: Array<Member>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};


/** A page of a list of members. */
export type MemberConnectionaggregateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<Array<MemberGroupField>>;
};

/** A row of a list of members. */
export type MemberEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: Member;
};

/** Conditions on members; all must hold. An empty filter filters nothing. */
export type MemberFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<MemberFilter>>;
  /** When it was archived; empty while it is in use. */
  archivedAt?: InputMaybe<DateTimeComparator>;
  /** When it was made. */
  createdAt?: InputMaybe<DateTimeComparator>;
  /** The person's e-mail address. */
  email?: InputMaybe<EmailAddressComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** The person's name. */
  name?: InputMaybe<StringComparator>;
  /** This does not hold. */
  not?: InputMaybe<MemberFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<MemberFilter>>;
  /** The milestones that the person answers for. */
  ownedMilestones?: InputMaybe<MilestoneListFilter>;
  /** The risks that the person watches, the gravest first. */
  ownedRisks?: InputMaybe<RiskListFilter>;
  /** The ventures that the person answers for. */
  ownedVentures?: InputMaybe<VentureListFilter>;
  /** What the person may do. */
  role?: InputMaybe<RoleComparator>;
  /** The teams that the person is in. */
  teams?: InputMaybe<TeamListFilter>;
  /** When it was changed last. */
  updatedAt?: InputMaybe<DateTimeComparator>;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version?: InputMaybe<IntComparator>;
};

/** By what members can be grouped. */
export type MemberGroupField =
  /** When it was made: the day. */
  | 'CREATED_AT_DAY'
  /** When it was made: the first day of the month. */
  | 'CREATED_AT_MONTH'
  /** When it was made: the first day of the week. */
  | 'CREATED_AT_WEEK'
  /** What the person may do. */
  | 'ROLE'
  | '%future added value';

/** What the members of a group share; null unless grouped by. */
export type MemberGroupKeys = {
  /** When it was made: the day. */
  createdAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the month. */
  createdAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the week. */
  createdAtWeek: Maybe<Scalars['Date']['output']>;
  /** What the person may do. */
  role: Maybe<Role>;
};

/** Conditions on all members of something. */
export type MemberListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<MemberFilter>;
  /** None is like this. */
  none?: InputMaybe<MemberFilter>;
  /** At least one is like this. */
  some?: InputMaybe<MemberFilter>;
};

/** Greatest values over members. */
export type MemberMax = {
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** What the person may do. */
  role: Maybe<Role>;
};

/** Smallest values over members. */
export type MemberMin = {
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** What the person may do. */
  role: Maybe<Role>;
};

/** One key of the order of members. */
export type MemberOrder = {
  /** Which way; ASC where left out. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: MemberOrderField;
  /** Where rows without a value stand; LAST where left out. */
  nulls?: InputMaybe<OrderNulls>;
};

/** By what members can be ordered. */
export type MemberOrderField =
  /** When it was archived; empty while it is in use. */
  | 'ARCHIVED_AT'
  /** When it was made. */
  | 'CREATED_AT'
  /** The person's e-mail address. */
  | 'EMAIL'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** The person's name. */
  | 'NAME'
  /** What the person may do. */
  | 'ROLE'
  /** When it was changed last. */
  | 'UPDATED_AT'
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  | 'VERSION'
  | '%future added value';

/** A dated goal of a venture. */
export type Milestone = Node & {
  /** Alerts about it, the newest first. */
  alerts: AlertConnection;
  /** The resources given to it. */
  allocations: AllocationConnection;
  /** When it was archived; empty while it is in use. */
  archivedAt: Maybe<Scalars['DateTime']['output']>;
  /** Due day as once agreed. */
  baselineDueOn: Maybe<Scalars['Date']['output']>;
  /** First day as once agreed. */
  baselineStartOn: Maybe<Scalars['Date']['output']>;
  /** Day on which it was reached. */
  completedOn: Maybe<Scalars['Date']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** What must hold for it to be reached. */
  criteria: CriterionConnection;
  /** How many days after its due day it was reached, or have passed since; 0 in time or where it was cancelled, empty without a due day. */
  daysLate: Maybe<Scalars['Int']['output']>;
  /** How many days its due day lies after the one once agreed; negative where before. */
  daysSlipped: Maybe<Scalars['Int']['output']>;
  /** What it means. */
  description: Maybe<Scalars['String']['output']>;
  /** Day by which it is to be reached. */
  dueOn: Maybe<Scalars['Date']['output']>;
  /** Most likely duration, in working days. */
  estimateLikely: Maybe<Scalars['Decimal']['output']>;
  /** Duration if all goes well, in working days. */
  estimateOptimistic: Maybe<Scalars['Decimal']['output']>;
  /** Duration if much goes wrong, in working days. */
  estimatePessimistic: Maybe<Scalars['Decimal']['output']>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** Whether its due day has passed in the tenant's time zone and it is not done. */
  isOverdue: Scalars['Boolean']['output'];
  /** Whether it is a key milestone, which gets a review. */
  key: Scalars['Boolean']['output'];
  /** How many open risks threaten it. */
  openRiskCount: Scalars['Int']['output'];
  /** The member who answers for it. */
  owner: Maybe<Member>;
  /** How much of it is done, in percent. */
  percentComplete: Scalars['Int']['output'];
  /** What it depends on. */
  predecessors: DependencyConnection;
  /** Planned day of the review; empty: five working days before a key milestone is due. */
  reviewOn: Maybe<Scalars['Date']['output']>;
  /** Its reviews, the newest first. */
  reviews: ReviewConnection;
  /** The risks that threaten it, the gravest first. */
  risks: RiskConnection;
  /** First day. */
  startOn: Maybe<Scalars['Date']['output']>;
  /** Where it stands. */
  status: MilestoneStatus;
  /** What depends on it. */
  successors: DependencyConnection;
  /** The goal in one line. */
  title: Scalars['String']['output'];
  /** When it was changed last. */
  updatedAt: Scalars['DateTime']['output'];
  /** The venture whose goal it is. */
  venture: Venture;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version: Scalars['Int']['output'];
  /** What you may do with it, by your role. */
  viewerCan: MilestoneViewerCan;
};


/** A dated goal of a venture. */
export type MilestonealertsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AlertFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<AlertOrder>>;
};


/** A dated goal of a venture. */
export type MilestoneallocationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AllocationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<AllocationOrder>>;
};


/** A dated goal of a venture. */
export type MilestonecriteriaArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CriterionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<CriterionOrder>>;
};


/** A dated goal of a venture. */
export type MilestonepredecessorsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DependencyFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<DependencyOrder>>;
};


/** A dated goal of a venture. */
export type MilestonereviewsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ReviewFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ReviewOrder>>;
};


/** A dated goal of a venture. */
export type MilestonerisksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RiskFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<RiskOrder>>;
};


/** A dated goal of a venture. */
export type MilestonesuccessorsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DependencyFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<DependencyOrder>>;
};

/** What is told of a group of milestones. */
export type MilestoneAggregate = {
  /** The average of each over the rows that have a value, to six places. */
  avg: MilestoneAvg;
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** How many groups there are, also where not all of them are given. */
  groupCount: Scalars['Int']['output'];
  /** What its rows share. */
  keys: MilestoneGroupKeys;
  /** The greatest, latest or gravest of each. */
  max: MilestoneMax;
  /** The smallest, earliest or mildest of each. */
  min: MilestoneMin;
  /** The sum of each; null where no row has a value. */
  sum: MilestoneSum;
};

/** Averages over milestones. */
export type MilestoneAvg = {
  /** How many days after its due day it was reached, or have passed since; 0 in time or where it was cancelled, empty without a due day. */
  daysLate: Maybe<Scalars['Float']['output']>;
  /** How many days its due day lies after the one once agreed; negative where before. */
  daysSlipped: Maybe<Scalars['Float']['output']>;
  /** Most likely duration, in working days. */
  estimateLikely: Maybe<Scalars['Decimal']['output']>;
  /** Duration if all goes well, in working days. */
  estimateOptimistic: Maybe<Scalars['Decimal']['output']>;
  /** Duration if much goes wrong, in working days. */
  estimatePessimistic: Maybe<Scalars['Decimal']['output']>;
  /** How many open risks threaten it. */
  openRiskCount: Maybe<Scalars['Float']['output']>;
  /** How much of it is done, in percent. */
  percentComplete: Maybe<Scalars['Float']['output']>;
};

/** A page of a list of milestones. */
export type MilestoneConnection = {
  /** Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their keys; read only when asked for. */
  aggregate: Array<MilestoneAggregate>;
  /** The rows with their cursors. */
  edges: Array<MilestoneEdge>;
  /** The rows. */
  nodes: Array<Milestone>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};


/** A page of a list of milestones. */
export type MilestoneConnectionaggregateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<Array<MilestoneGroupField>>;
};

/** A row of a list of milestones. */
export type MilestoneEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: Milestone;
};

/** Conditions on milestones; all must hold. An empty filter filters nothing. */
export type MilestoneFilter = {
  /** Alerts about it, the newest first. */
  alerts?: InputMaybe<AlertListFilter>;
  /** The resources given to it. */
  allocations?: InputMaybe<AllocationListFilter>;
  /** All of these hold. */
  and?: InputMaybe<Array<MilestoneFilter>>;
  /** When it was archived; empty while it is in use. */
  archivedAt?: InputMaybe<DateTimeComparator>;
  /** Due day as once agreed. */
  baselineDueOn?: InputMaybe<DateComparator>;
  /** First day as once agreed. */
  baselineStartOn?: InputMaybe<DateComparator>;
  /** Day on which it was reached. */
  completedOn?: InputMaybe<DateComparator>;
  /** When it was made. */
  createdAt?: InputMaybe<DateTimeComparator>;
  /** What must hold for it to be reached. */
  criteria?: InputMaybe<CriterionListFilter>;
  /** How many days after its due day it was reached, or have passed since; 0 in time or where it was cancelled, empty without a due day. */
  daysLate?: InputMaybe<IntComparator>;
  /** How many days its due day lies after the one once agreed; negative where before. */
  daysSlipped?: InputMaybe<IntComparator>;
  /** What it means. */
  description?: InputMaybe<StringComparator>;
  /** Day by which it is to be reached. */
  dueOn?: InputMaybe<DateComparator>;
  /** Most likely duration, in working days. */
  estimateLikely?: InputMaybe<DecimalComparator>;
  /** Duration if all goes well, in working days. */
  estimateOptimistic?: InputMaybe<DecimalComparator>;
  /** Duration if much goes wrong, in working days. */
  estimatePessimistic?: InputMaybe<DecimalComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** Whether its due day has passed in the tenant's time zone and it is not done. */
  isOverdue?: InputMaybe<BooleanComparator>;
  /** Whether it is a key milestone, which gets a review. */
  key?: InputMaybe<BooleanComparator>;
  /** This does not hold. */
  not?: InputMaybe<MilestoneFilter>;
  /** How many open risks threaten it. */
  openRiskCount?: InputMaybe<IntComparator>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<MilestoneFilter>>;
  /** The member who answers for it. */
  owner?: InputMaybe<MemberFilter>;
  /** The member who answers for it. */
  ownerId?: InputMaybe<IDComparator>;
  /** How much of it is done, in percent. */
  percentComplete?: InputMaybe<IntComparator>;
  /** What it depends on. */
  predecessors?: InputMaybe<DependencyListFilter>;
  /** Planned day of the review; empty: five working days before a key milestone is due. */
  reviewOn?: InputMaybe<DateComparator>;
  /** Its reviews, the newest first. */
  reviews?: InputMaybe<ReviewListFilter>;
  /** The risks that threaten it, the gravest first. */
  risks?: InputMaybe<RiskListFilter>;
  /** First day. */
  startOn?: InputMaybe<DateComparator>;
  /** Where it stands. */
  status?: InputMaybe<MilestoneStatusComparator>;
  /** What depends on it. */
  successors?: InputMaybe<DependencyListFilter>;
  /** The goal in one line. */
  title?: InputMaybe<StringComparator>;
  /** When it was changed last. */
  updatedAt?: InputMaybe<DateTimeComparator>;
  /** The venture whose goal it is. */
  venture?: InputMaybe<VentureFilter>;
  /** The venture whose goal it is. */
  ventureId?: InputMaybe<IDComparator>;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version?: InputMaybe<IntComparator>;
};

/** By what milestones can be grouped. */
export type MilestoneGroupField =
  /** Due day as once agreed: the day. */
  | 'BASELINE_DUE_ON_DAY'
  /** Due day as once agreed: the first day of the month. */
  | 'BASELINE_DUE_ON_MONTH'
  /** Due day as once agreed: the first day of the week. */
  | 'BASELINE_DUE_ON_WEEK'
  /** First day as once agreed: the day. */
  | 'BASELINE_START_ON_DAY'
  /** First day as once agreed: the first day of the month. */
  | 'BASELINE_START_ON_MONTH'
  /** First day as once agreed: the first day of the week. */
  | 'BASELINE_START_ON_WEEK'
  /** Day on which it was reached: the day. */
  | 'COMPLETED_ON_DAY'
  /** Day on which it was reached: the first day of the month. */
  | 'COMPLETED_ON_MONTH'
  /** Day on which it was reached: the first day of the week. */
  | 'COMPLETED_ON_WEEK'
  /** When it was made: the day. */
  | 'CREATED_AT_DAY'
  /** When it was made: the first day of the month. */
  | 'CREATED_AT_MONTH'
  /** When it was made: the first day of the week. */
  | 'CREATED_AT_WEEK'
  /** How many days after its due day it was reached, or have passed since; 0 in time or where it was cancelled, empty without a due day. */
  | 'DAYS_LATE'
  /** How many days its due day lies after the one once agreed; negative where before. */
  | 'DAYS_SLIPPED'
  /** Day by which it is to be reached: the day. */
  | 'DUE_ON_DAY'
  /** Day by which it is to be reached: the first day of the month. */
  | 'DUE_ON_MONTH'
  /** Day by which it is to be reached: the first day of the week. */
  | 'DUE_ON_WEEK'
  /** Whether its due day has passed in the tenant's time zone and it is not done. */
  | 'IS_OVERDUE'
  /** Whether it is a key milestone, which gets a review. */
  | 'KEY'
  /** How many open risks threaten it. */
  | 'OPEN_RISK_COUNT'
  /** The member who answers for it. */
  | 'OWNER_ID'
  /** The member who answers for it: What the person may do. */
  | 'OWNER_ROLE'
  /** How much of it is done, in percent. */
  | 'PERCENT_COMPLETE'
  /** Planned day of the review; empty: five working days before a key milestone is due: the day. */
  | 'REVIEW_ON_DAY'
  /** Planned day of the review; empty: five working days before a key milestone is due: the first day of the month. */
  | 'REVIEW_ON_MONTH'
  /** Planned day of the review; empty: five working days before a key milestone is due: the first day of the week. */
  | 'REVIEW_ON_WEEK'
  /** First day: the day. */
  | 'START_ON_DAY'
  /** First day: the first day of the month. */
  | 'START_ON_MONTH'
  /** First day: the first day of the week. */
  | 'START_ON_WEEK'
  /** Where it stands. */
  | 'STATUS'
  /** The venture whose goal it is: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture whose goal it is. */
  | 'VENTURE_ID'
  /** The venture whose goal it is: How far it has come. */
  | 'VENTURE_STAGE'
  | '%future added value';

/** What the milestones of a group share; null unless grouped by. */
export type MilestoneGroupKeys = {
  /** Due day as once agreed: the day. */
  baselineDueOnDay: Maybe<Scalars['Date']['output']>;
  /** Due day as once agreed: the first day of the month. */
  baselineDueOnMonth: Maybe<Scalars['Date']['output']>;
  /** Due day as once agreed: the first day of the week. */
  baselineDueOnWeek: Maybe<Scalars['Date']['output']>;
  /** First day as once agreed: the day. */
  baselineStartOnDay: Maybe<Scalars['Date']['output']>;
  /** First day as once agreed: the first day of the month. */
  baselineStartOnMonth: Maybe<Scalars['Date']['output']>;
  /** First day as once agreed: the first day of the week. */
  baselineStartOnWeek: Maybe<Scalars['Date']['output']>;
  /** Day on which it was reached: the day. */
  completedOnDay: Maybe<Scalars['Date']['output']>;
  /** Day on which it was reached: the first day of the month. */
  completedOnMonth: Maybe<Scalars['Date']['output']>;
  /** Day on which it was reached: the first day of the week. */
  completedOnWeek: Maybe<Scalars['Date']['output']>;
  /** When it was made: the day. */
  createdAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the month. */
  createdAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the week. */
  createdAtWeek: Maybe<Scalars['Date']['output']>;
  /** How many days after its due day it was reached, or have passed since; 0 in time or where it was cancelled, empty without a due day. */
  daysLate: Maybe<Scalars['Int']['output']>;
  /** How many days its due day lies after the one once agreed; negative where before. */
  daysSlipped: Maybe<Scalars['Int']['output']>;
  /** Day by which it is to be reached: the day. */
  dueOnDay: Maybe<Scalars['Date']['output']>;
  /** Day by which it is to be reached: the first day of the month. */
  dueOnMonth: Maybe<Scalars['Date']['output']>;
  /** Day by which it is to be reached: the first day of the week. */
  dueOnWeek: Maybe<Scalars['Date']['output']>;
  /** Whether its due day has passed in the tenant's time zone and it is not done. */
  isOverdue: Maybe<Scalars['Boolean']['output']>;
  /** Whether it is a key milestone, which gets a review. */
  key: Maybe<Scalars['Boolean']['output']>;
  /** How many open risks threaten it. */
  openRiskCount: Maybe<Scalars['Int']['output']>;
  /** The member who answers for it. Given with its id as a key. */
  owner: Maybe<Member>;
  /** The member who answers for it. */
  ownerId: Maybe<Scalars['ID']['output']>;
  /** The member who answers for it: What the person may do. */
  ownerRole: Maybe<Role>;
  /** How much of it is done, in percent. */
  percentComplete: Maybe<Scalars['Int']['output']>;
  /** Planned day of the review; empty: five working days before a key milestone is due: the day. */
  reviewOnDay: Maybe<Scalars['Date']['output']>;
  /** Planned day of the review; empty: five working days before a key milestone is due: the first day of the month. */
  reviewOnMonth: Maybe<Scalars['Date']['output']>;
  /** Planned day of the review; empty: five working days before a key milestone is due: the first day of the week. */
  reviewOnWeek: Maybe<Scalars['Date']['output']>;
  /** First day: the day. */
  startOnDay: Maybe<Scalars['Date']['output']>;
  /** First day: the first day of the month. */
  startOnMonth: Maybe<Scalars['Date']['output']>;
  /** First day: the first day of the week. */
  startOnWeek: Maybe<Scalars['Date']['output']>;
  /** Where it stands. */
  status: Maybe<MilestoneStatus>;
  /** The venture whose goal it is. Given with its id as a key. */
  venture: Maybe<Venture>;
  /** The venture whose goal it is: Application field, such as medicine or finance. */
  ventureField: Maybe<Scalars['String']['output']>;
  /** The venture whose goal it is. */
  ventureId: Maybe<Scalars['ID']['output']>;
  /** The venture whose goal it is: How far it has come. */
  ventureStage: Maybe<VentureStage>;
};

/** Conditions on all milestones of something. */
export type MilestoneListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<MilestoneFilter>;
  /** None is like this. */
  none?: InputMaybe<MilestoneFilter>;
  /** At least one is like this. */
  some?: InputMaybe<MilestoneFilter>;
};

/** Greatest values over milestones. */
export type MilestoneMax = {
  /** Due day as once agreed. */
  baselineDueOn: Maybe<Scalars['Date']['output']>;
  /** First day as once agreed. */
  baselineStartOn: Maybe<Scalars['Date']['output']>;
  /** Day on which it was reached. */
  completedOn: Maybe<Scalars['Date']['output']>;
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** How many days after its due day it was reached, or have passed since; 0 in time or where it was cancelled, empty without a due day. */
  daysLate: Maybe<Scalars['Int']['output']>;
  /** How many days its due day lies after the one once agreed; negative where before. */
  daysSlipped: Maybe<Scalars['Int']['output']>;
  /** Day by which it is to be reached. */
  dueOn: Maybe<Scalars['Date']['output']>;
  /** Most likely duration, in working days. */
  estimateLikely: Maybe<Scalars['Decimal']['output']>;
  /** Duration if all goes well, in working days. */
  estimateOptimistic: Maybe<Scalars['Decimal']['output']>;
  /** Duration if much goes wrong, in working days. */
  estimatePessimistic: Maybe<Scalars['Decimal']['output']>;
  /** How many open risks threaten it. */
  openRiskCount: Maybe<Scalars['Int']['output']>;
  /** How much of it is done, in percent. */
  percentComplete: Maybe<Scalars['Int']['output']>;
  /** Planned day of the review; empty: five working days before a key milestone is due. */
  reviewOn: Maybe<Scalars['Date']['output']>;
  /** First day. */
  startOn: Maybe<Scalars['Date']['output']>;
  /** Where it stands. */
  status: Maybe<MilestoneStatus>;
};

/** Smallest values over milestones. */
export type MilestoneMin = {
  /** Due day as once agreed. */
  baselineDueOn: Maybe<Scalars['Date']['output']>;
  /** First day as once agreed. */
  baselineStartOn: Maybe<Scalars['Date']['output']>;
  /** Day on which it was reached. */
  completedOn: Maybe<Scalars['Date']['output']>;
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** How many days after its due day it was reached, or have passed since; 0 in time or where it was cancelled, empty without a due day. */
  daysLate: Maybe<Scalars['Int']['output']>;
  /** How many days its due day lies after the one once agreed; negative where before. */
  daysSlipped: Maybe<Scalars['Int']['output']>;
  /** Day by which it is to be reached. */
  dueOn: Maybe<Scalars['Date']['output']>;
  /** Most likely duration, in working days. */
  estimateLikely: Maybe<Scalars['Decimal']['output']>;
  /** Duration if all goes well, in working days. */
  estimateOptimistic: Maybe<Scalars['Decimal']['output']>;
  /** Duration if much goes wrong, in working days. */
  estimatePessimistic: Maybe<Scalars['Decimal']['output']>;
  /** How many open risks threaten it. */
  openRiskCount: Maybe<Scalars['Int']['output']>;
  /** How much of it is done, in percent. */
  percentComplete: Maybe<Scalars['Int']['output']>;
  /** Planned day of the review; empty: five working days before a key milestone is due. */
  reviewOn: Maybe<Scalars['Date']['output']>;
  /** First day. */
  startOn: Maybe<Scalars['Date']['output']>;
  /** Where it stands. */
  status: Maybe<MilestoneStatus>;
};

/** One key of the order of milestones. */
export type MilestoneOrder = {
  /** Which way; ASC where left out. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: MilestoneOrderField;
  /** Where rows without a value stand; LAST where left out. */
  nulls?: InputMaybe<OrderNulls>;
};

/** By what milestones can be ordered. */
export type MilestoneOrderField =
  /** When it was archived; empty while it is in use. */
  | 'ARCHIVED_AT'
  /** Due day as once agreed. */
  | 'BASELINE_DUE_ON'
  /** First day as once agreed. */
  | 'BASELINE_START_ON'
  /** Day on which it was reached. */
  | 'COMPLETED_ON'
  /** When it was made. */
  | 'CREATED_AT'
  /** How many days after its due day it was reached, or have passed since; 0 in time or where it was cancelled, empty without a due day. */
  | 'DAYS_LATE'
  /** How many days its due day lies after the one once agreed; negative where before. */
  | 'DAYS_SLIPPED'
  /** What it means. */
  | 'DESCRIPTION'
  /** Day by which it is to be reached. */
  | 'DUE_ON'
  /** Most likely duration, in working days. */
  | 'ESTIMATE_LIKELY'
  /** Duration if all goes well, in working days. */
  | 'ESTIMATE_OPTIMISTIC'
  /** Duration if much goes wrong, in working days. */
  | 'ESTIMATE_PESSIMISTIC'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** Whether it is a key milestone, which gets a review. */
  | 'KEY'
  /** How many open risks threaten it. */
  | 'OPEN_RISK_COUNT'
  /** The member who answers for it: The person's e-mail address. */
  | 'OWNER_EMAIL'
  /** The member who answers for it: The person's name. */
  | 'OWNER_NAME'
  /** The member who answers for it: What the person may do. */
  | 'OWNER_ROLE'
  /** How much of it is done, in percent. */
  | 'PERCENT_COMPLETE'
  /** Planned day of the review; empty: five working days before a key milestone is due. */
  | 'REVIEW_ON'
  /** First day. */
  | 'START_ON'
  /** Where it stands. */
  | 'STATUS'
  /** The goal in one line. */
  | 'TITLE'
  /** When it was changed last. */
  | 'UPDATED_AT'
  /** The venture whose goal it is: What it is about. */
  | 'VENTURE_DESCRIPTION'
  /** The venture whose goal it is: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture whose goal it is: How many alerts are firing. */
  | 'VENTURE_FIRING_ALERT_COUNT'
  /** The venture whose goal it is: Short code, unique in the tenant, such as MEDX. */
  | 'VENTURE_KEY'
  /** The venture whose goal it is: Its name. */
  | 'VENTURE_NAME'
  /** The venture whose goal it is: How many risks are open. */
  | 'VENTURE_OPEN_RISK_COUNT'
  /** The venture whose goal it is: How many milestones are past their due day and not done. */
  | 'VENTURE_OVERDUE_MILESTONE_COUNT'
  /** The venture whose goal it is: How far it has come. */
  | 'VENTURE_STAGE'
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  | 'VERSION'
  | '%future added value';

/** Where a milestone stands. */
export type MilestoneStatus =
  /** Given up. */
  | 'CANCELLED'
  /** Reached. */
  | 'DONE'
  /** Being worked on. */
  | 'IN_PROGRESS'
  /** Paused. */
  | 'ON_HOLD'
  /** Not begun. */
  | 'PLANNED'
  | '%future added value';

/** Conditions on a value of the type MilestoneStatus; all must hold. */
export type MilestoneStatusComparator = {
  /** Equal to it. */
  eq?: InputMaybe<MilestoneStatus>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<MilestoneStatus>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<MilestoneStatus>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<MilestoneStatus>>;
};

/** Sums over milestones. */
export type MilestoneSum = {
  /** How many days after its due day it was reached, or have passed since; 0 in time or where it was cancelled, empty without a due day. */
  daysLate: Maybe<Scalars['Float']['output']>;
  /** How many days its due day lies after the one once agreed; negative where before. */
  daysSlipped: Maybe<Scalars['Float']['output']>;
  /** Most likely duration, in working days. */
  estimateLikely: Maybe<Scalars['Decimal']['output']>;
  /** Duration if all goes well, in working days. */
  estimateOptimistic: Maybe<Scalars['Decimal']['output']>;
  /** Duration if much goes wrong, in working days. */
  estimatePessimistic: Maybe<Scalars['Decimal']['output']>;
  /** How many open risks threaten it. */
  openRiskCount: Maybe<Scalars['Float']['output']>;
  /** How much of it is done, in percent. */
  percentComplete: Maybe<Scalars['Float']['output']>;
};

/** What you may do with a Milestone. */
export type MilestoneViewerCan = {
  /** Whether you may archive it. */
  archive: Scalars['Boolean']['output'];
  /** Whether you may edit it. */
  edit: Scalars['Boolean']['output'];
  /** Whether you may request review it. */
  requestReview: Scalars['Boolean']['output'];
};

/** What became of a risk between two instants. */
export type Movement =
  /** Its level or its score has fallen. */
  | 'BETTER'
  /** It has left the register: closed, archived, or happened. */
  | 'CLOSED'
  /** It has come into the register. */
  | 'NEW'
  /** Its level or its score has risen. */
  | 'WORSE'
  | '%future added value';

/** What can be changed. Each is a transaction of its own; several run in order. */
export type Mutation = {
  /** Take a firing alert: reminders and escalation by time stop. Taking it twice is taking it once. */
  acknowledgeAlert: AcknowledgeAlertPayload;
  /** Add something to do for a response. */
  addAction: AddActionPayload;
  /** Add a criterion to a milestone. */
  addCriterion: AddCriterionPayload;
  /** Let a milestone depend on another one of its venture. A circle is refused and spelt out. */
  addDependency: AddDependencyPayload;
  /** Add something to do about an issue. */
  addIssueAction: AddIssueActionPayload;
  /** Add a member. Nobody can give a role above their own. */
  addMember: AddMemberPayload;
  /** Answer a risk. */
  addResponse: AddResponsePayload;
  /** Say that one risk may bring about another. A cycle is refused, and spelt out. */
  addRiskCause: AddRiskCausePayload;
  /** Say something of a risk, and name members. */
  addRiskComment: AddRiskCommentPayload;
  /** Say that a risk threatens a milestone, and by how much it would slip. */
  addRiskMilestone: AddRiskMilestonePayload;
  /** Say that a risk would hit a resource. */
  addRiskResource: AddRiskResourcePayload;
  /** Give a member a place in a team. */
  addTeamMember: AddTeamMemberPayload;
  /** Make risks of templates, with their usual responses, actions and indicators, in the tenant's language. */
  applyRiskTemplates: ApplyRiskTemplatesPayload;
  /** Approve that a risk is borne until its day. Who asked for it cannot approve it. */
  approveAcceptance: ApproveAcceptancePayload;
  /** Archive a action: it leaves all lists and can be restored. Twice is once. */
  archiveAction: ArchiveActionPayload;
  /** Archive a allocation: it leaves all lists and can be restored. Twice is once. */
  archiveAllocation: ArchiveAllocationPayload;
  /** Archive a channel: nothing more is told there. Archiving twice is archiving once. */
  archiveChannel: ArchiveChannelPayload;
  /** Archive a criterion: it leaves all lists and can be restored. Twice is once. */
  archiveCriterion: ArchiveCriterionPayload;
  /** Archive a dependency: it leaves all lists and can be restored. Twice is once. */
  archiveDependency: ArchiveDependencyPayload;
  /** Archive a indicator: it leaves all lists and can be restored. Twice is once. */
  archiveIndicator: ArchiveIndicatorPayload;
  /** Archive a issue: it leaves all lists and can be restored. Twice is once. */
  archiveIssue: ArchiveIssuePayload;
  /** Archive a member: neither the person nor keys that they made can act any more. The last owner stays. */
  archiveMember: ArchiveMemberPayload;
  /** Archive a milestone: it leaves all lists and can be restored. Twice is once. */
  archiveMilestone: ArchiveMilestonePayload;
  /** Archive a resource: it leaves all lists and can be restored. Twice is once. */
  archiveResource: ArchiveResourcePayload;
  /** Archive a response: it leaves all lists and can be restored. Twice is once. */
  archiveResponse: ArchiveResponsePayload;
  /** Archive a risk: it leaves all lists and can be restored. Twice is once. */
  archiveRisk: ArchiveRiskPayload;
  /** Give up a limit of expected loss. Twice is once; to have it again, set it again. */
  archiveRiskAppetite: ArchiveRiskAppetitePayload;
  /** Archive a category or sub-type that no risk carries and under which nothing stands. */
  archiveRiskCategory: ArchiveRiskCategoryPayload;
  /** Archive a link between risks. Twice is once. */
  archiveRiskCause: ArchiveRiskCausePayload;
  /** Take a comment away: one's own, or anybody's for those who configure registers. Twice is once. */
  archiveRiskComment: ArchiveRiskCommentPayload;
  /** Archive a risk milestone: it leaves all lists and can be restored. Twice is once. */
  archiveRiskMilestone: ArchiveRiskMilestonePayload;
  /** Archive a risk resource: it leaves all lists and can be restored. Twice is once. */
  archiveRiskResource: ArchiveRiskResourcePayload;
  /** Take a rule of the tenant's own away, with its open alerts; or the settings of a built-in one. Twice is once. */
  archiveRule: ArchiveRulePayload;
  /** Archive a team: it leaves all lists and can be restored. Twice is once. */
  archiveTeam: ArchiveTeamPayload;
  /** Archive a team member: it leaves all lists and can be restored. Twice is once. */
  archiveTeamMember: ArchiveTeamMemberPayload;
  /** Archive a venture: it leaves all lists and can be restored. Twice is once. */
  archiveVenture: ArchiveVenturePayload;
  /** Archive an endpoint: nothing more is sent to it. Archiving twice is archiving once. */
  archiveWebhookEndpoint: ArchiveWebhookEndpointPayload;
  /** Send the mail once more that asks whether the address wants to be told. The link of the former is void. */
  askChannelConfirmation: AskChannelConfirmationPayload;
  /** Record a judgement of a risk. Judgements are kept for ever; the latest of each kind holds. */
  assessRisk: AssessRiskPayload;
  /** End a replay: what it has made due is sent, the rest is not. Twice is once. */
  cancelDeliveryReplay: CancelDeliveryReplayPayload;
  /** Cancel a review that is not decided. */
  cancelReview: CancelReviewPayload;
  /** Say that an action is done. Saying it twice is saying it once. */
  completeAction: CompleteActionPayload;
  /** Change the settings of a rule. Open alerts are looked at again at once; switched off, they are resolved. */
  configureRule: ConfigureRulePayload;
  /** Make the suggested assessment the risk's current one. */
  confirmSuggestedAssessment: ConfirmSuggestedAssessmentPayload;
  /** Allocate a resource to a milestone of its venture. */
  createAllocation: CreateAllocationPayload;
  /** Make an API key. The key itself is shown in this answer only. */
  createApiKey: CreateApiKeyPayload;
  /** Add a place where people are told of events. */
  createChannel: CreateChannelPayload;
  /** Add an indicator to a risk or to a venture. */
  createIndicator: CreateIndicatorPayload;
  /** Add a milestone to a venture. Its first dates are its baseline. */
  createMilestone: CreateMilestonePayload;
  /** Add a resource to a venture. */
  createResource: CreateResourcePayload;
  /** Add a risk to a venture's register. */
  createRisk: CreateRiskPayload;
  /** Add a category of risks, or a sub-type of one. */
  createRiskCategory: CreateRiskCategoryPayload;
  /** Add a rule of the tenant's own. It begins in shadow: try it, then configure it to tell. */
  createRule: CreateRulePayload;
  /** Silence alerts for a time. They live on; what still fires at the end is told then. */
  createSilence: CreateSilencePayload;
  /** Create a team, with its first members. */
  createTeam: CreateTeamPayload;
  /** Create a venture. */
  createVenture: CreateVenturePayload;
  /** Add an address that is told of events. Its secret is shown in this answer only. */
  createWebhookEndpoint: CreateWebhookEndpointPayload;
  /** Decide a review; the milestone follows in the same transaction. */
  decideReview: DecideReviewPayload;
  /** Leave a risk's assessment as it is, against a suggestion. */
  dismissSuggestedAssessment: DismissSuggestedAssessmentPayload;
  /** End a silence now: what still fires is told at once. Another's silence needs the permission `rule:write`. */
  endSilence: EndSilencePayload;
  /** Have a criterion follow an indicator: its latest reading is the finding, now and from now on. */
  feedCriterion: FeedCriterionPayload;
  /** Record the readings of a CSV text: all of them, or none and why, line by line. */
  importReadings: ImportReadingsPayload;
  /** Say whether the expected effect of a finished action came true. */
  judgeActionEffect: JudgeActionEffectPayload;
  /** Say that a condition of a conditional go is met. */
  meetCondition: MeetConditionPayload;
  /** Show the body that an endpoint with this document would be sent for an event. Nothing is stored or sent. */
  previewPayload: PreviewPayloadPayload;
  /** Record how a criterion was found. Findings are kept for ever; the latest is the criterion's last result. */
  recordCriterion: RecordCriterionPayload;
  /** Say that a risk has happened: it becomes an issue, with what it was last estimated at before. */
  recordOccurrence: RecordOccurrencePayload;
  /** Record up to 1,000 readings. One that is there already, with the same value, is passed over. */
  recordReadings: RecordReadingsPayload;
  /** Refuse that a risk be borne. An acceptance that holds already goes on. */
  rejectAcceptance: RejectAcceptancePayload;
  /** Send an endpoint again what it was told since a time, or only what failed, with the same webhook-id and bytes. */
  replayDeliveries: ReplayDeliveriesPayload;
  /** Ask that a risk be borne until a day. */
  requestAcceptance: RequestAcceptancePayload;
  /** Have a worker gather the review of a milestone now. One that is planned already is brought forward. */
  requestReview: RequestReviewPayload;
  /** Say that an issue is dealt with, and what it came to. Saying it twice is saying it once. */
  resolveIssue: ResolveIssuePayload;
  /** Take a action out of the archive. */
  restoreAction: RestoreActionPayload;
  /** Take a allocation out of the archive. */
  restoreAllocation: RestoreAllocationPayload;
  /** Take a channel out of the archive. */
  restoreChannel: RestoreChannelPayload;
  /** Take a criterion out of the archive. */
  restoreCriterion: RestoreCriterionPayload;
  /** Take a dependency out of the archive. */
  restoreDependency: RestoreDependencyPayload;
  /** Take a indicator out of the archive. */
  restoreIndicator: RestoreIndicatorPayload;
  /** Take a issue out of the archive. */
  restoreIssue: RestoreIssuePayload;
  /** Take a milestone out of the archive. */
  restoreMilestone: RestoreMilestonePayload;
  /** Take a resource out of the archive. */
  restoreResource: RestoreResourcePayload;
  /** Take a response out of the archive. */
  restoreResponse: RestoreResponsePayload;
  /** Take a risk out of the archive. */
  restoreRisk: RestoreRiskPayload;
  /** Take a category or sub-type out of the archive. */
  restoreRiskCategory: RestoreRiskCategoryPayload;
  /** Take a link between risks out of the archive, unless it would close a cycle by now. */
  restoreRiskCause: RestoreRiskCausePayload;
  /** Take a risk milestone out of the archive. */
  restoreRiskMilestone: RestoreRiskMilestonePayload;
  /** Take a risk resource out of the archive. */
  restoreRiskResource: RestoreRiskResourcePayload;
  /** Take a team out of the archive. */
  restoreTeam: RestoreTeamPayload;
  /** Take a team member out of the archive. */
  restoreTeamMember: RestoreTeamMemberPayload;
  /** Take a venture out of the archive. */
  restoreVenture: RestoreVenturePayload;
  /** Send again what a channel was not told since a time, because it failed or was cancelled; 1,000 at a time. */
  retryChannel: RetryChannelPayload;
  /** Send a delivery once more, now, whether it has failed or arrived. It keeps its webhook-id and its bytes. */
  retryDelivery: RetryDeliveryPayload;
  /** Revoke an API key: within seconds it is taken nowhere. It cannot be restored. */
  revokeApiKey: RevokeApiKeyPayload;
  /** Give an endpoint a new secret, shown in this answer only, and a new key pair where it has one. */
  rotateWebhookSecret: RotateWebhookSecretPayload;
  /** Save a new version of the tenant's risk scale, told how far it can be trusted. */
  saveRiskScale: SaveRiskScalePayload;
  /** Send an event of type webhook.test to one endpoint, whatever it subscribes to. */
  sendTestEvent: SendTestEventPayload;
  /** Send a message of type channel.test to one channel, whatever it wishes to hear. */
  sendTestMessage: SendTestMessagePayload;
  /** Say how long alerts may stay unacknowledged, and how often they are called to mind. */
  setEscalationPolicy: SetEscalationPolicyPayload;
  /** Choose what you are told by e-mail. A critical alert is told at once, whatever the hour and the digest. */
  setNotificationPreference: SetNotificationPreferencePayload;
  /** Say how much expected loss is borne. What was said before of the same venture and category is changed. */
  setRiskAppetite: SetRiskAppetitePayload;
  /** Silence one alert, and those after it of the same rule about the same thing, for a time. */
  snoozeAlert: SnoozeAlertPayload;
  /** Begin a review: its report no longer changes. */
  startReview: StartReviewPayload;
  /** Say what a rule finds today and how often it would have fired in the past days. Nothing is stored or told. */
  tryRule: TryRulePayload;
  /** Give an alert back that was taken: reminders and escalation begin anew. Twice is once. */
  unacknowledgeAlert: UnacknowledgeAlertPayload;
  /** Change an action. */
  updateAction: UpdateActionPayload;
  /** Change an allocation. */
  updateAllocation: UpdateAllocationPayload;
  /** Change a channel. What is already on its way goes to the address it has when it is sent. */
  updateChannel: UpdateChannelPayload;
  /** Change a criterion. */
  updateCriterion: UpdateCriterionPayload;
  /** Change an indicator. Changed thresholds are held against the readings there are, at once. */
  updateIndicator: UpdateIndicatorPayload;
  /** Change an issue. */
  updateIssue: UpdateIssuePayload;
  /** Change a member. The last owner stays one, and only owners change owners. */
  updateMember: UpdateMemberPayload;
  /** Change a milestone; the first due date that it is given becomes its baseline. */
  updateMilestone: UpdateMilestonePayload;
  /** Change a resource. */
  updateResource: UpdateResourcePayload;
  /** Change a response. */
  updateResponse: UpdateResponsePayload;
  /** Change a risk. */
  updateRisk: UpdateRiskPayload;
  /** Change the names of a category or sub-type. */
  updateRiskCategory: UpdateRiskCategoryPayload;
  /** Change the text of one's own comment. */
  updateRiskComment: UpdateRiskCommentPayload;
  /** Change by how much a milestone would slip. */
  updateRiskMilestone: UpdateRiskMilestonePayload;
  /** Change a rule of the tenant's own. */
  updateRule: UpdateRulePayload;
  /** Change a team. */
  updateTeam: UpdateTeamPayload;
  /** Change the tenant's name, language, time zone or currency, or who must use trusted documents. */
  updateTenant: UpdateTenantPayload;
  /** Change a venture. */
  updateVenture: UpdateVenturePayload;
  /** Change an endpoint. What is already on its way is sent to the address it has when it is sent. */
  updateWebhookEndpoint: UpdateWebhookEndpointPayload;
  /** Take back a request, by who made it or who may approve; or end an acceptance that holds, which opens the risk. */
  withdrawAcceptance: WithdrawAcceptancePayload;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationacknowledgeAlertArgs = {
  input: AcknowledgeAlertInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationaddActionArgs = {
  input: AddActionInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationaddCriterionArgs = {
  input: AddCriterionInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationaddDependencyArgs = {
  input: AddDependencyInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationaddIssueActionArgs = {
  input: AddIssueActionInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationaddMemberArgs = {
  input: AddMemberInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationaddResponseArgs = {
  input: AddResponseInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationaddRiskCauseArgs = {
  input: AddRiskCauseInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationaddRiskCommentArgs = {
  input: AddRiskCommentInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationaddRiskMilestoneArgs = {
  input: AddRiskMilestoneInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationaddRiskResourceArgs = {
  input: AddRiskResourceInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationaddTeamMemberArgs = {
  input: AddTeamMemberInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationapplyRiskTemplatesArgs = {
  input: ApplyRiskTemplatesInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationapproveAcceptanceArgs = {
  input: ApproveAcceptanceInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationarchiveActionArgs = {
  input: ArchiveActionInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationarchiveAllocationArgs = {
  input: ArchiveAllocationInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationarchiveChannelArgs = {
  input: ArchiveChannelInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationarchiveCriterionArgs = {
  input: ArchiveCriterionInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationarchiveDependencyArgs = {
  input: ArchiveDependencyInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationarchiveIndicatorArgs = {
  input: ArchiveIndicatorInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationarchiveIssueArgs = {
  input: ArchiveIssueInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationarchiveMemberArgs = {
  input: ArchiveMemberInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationarchiveMilestoneArgs = {
  input: ArchiveMilestoneInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationarchiveResourceArgs = {
  input: ArchiveResourceInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationarchiveResponseArgs = {
  input: ArchiveResponseInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationarchiveRiskArgs = {
  input: ArchiveRiskInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationarchiveRiskAppetiteArgs = {
  input: ArchiveRiskAppetiteInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationarchiveRiskCategoryArgs = {
  input: ArchiveRiskCategoryInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationarchiveRiskCauseArgs = {
  input: ArchiveRiskCauseInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationarchiveRiskCommentArgs = {
  input: ArchiveRiskCommentInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationarchiveRiskMilestoneArgs = {
  input: ArchiveRiskMilestoneInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationarchiveRiskResourceArgs = {
  input: ArchiveRiskResourceInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationarchiveRuleArgs = {
  input: ArchiveRuleInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationarchiveTeamArgs = {
  input: ArchiveTeamInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationarchiveTeamMemberArgs = {
  input: ArchiveTeamMemberInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationarchiveVentureArgs = {
  input: ArchiveVentureInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationarchiveWebhookEndpointArgs = {
  input: ArchiveWebhookEndpointInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationaskChannelConfirmationArgs = {
  input: AskChannelConfirmationInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationassessRiskArgs = {
  input: AssessRiskInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationcancelDeliveryReplayArgs = {
  input: CancelDeliveryReplayInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationcancelReviewArgs = {
  input: CancelReviewInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationcompleteActionArgs = {
  input: CompleteActionInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationconfigureRuleArgs = {
  input: ConfigureRuleInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationconfirmSuggestedAssessmentArgs = {
  input: ConfirmSuggestedAssessmentInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationcreateAllocationArgs = {
  input: CreateAllocationInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationcreateApiKeyArgs = {
  input: CreateApiKeyInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationcreateChannelArgs = {
  input: CreateChannelInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationcreateIndicatorArgs = {
  input: CreateIndicatorInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationcreateMilestoneArgs = {
  input: CreateMilestoneInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationcreateResourceArgs = {
  input: CreateResourceInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationcreateRiskArgs = {
  input: CreateRiskInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationcreateRiskCategoryArgs = {
  input: CreateRiskCategoryInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationcreateRuleArgs = {
  input: CreateRuleInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationcreateSilenceArgs = {
  input: CreateSilenceInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationcreateTeamArgs = {
  input: CreateTeamInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationcreateVentureArgs = {
  input: CreateVentureInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationcreateWebhookEndpointArgs = {
  input: CreateWebhookEndpointInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationdecideReviewArgs = {
  input: DecideReviewInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationdismissSuggestedAssessmentArgs = {
  input: DismissSuggestedAssessmentInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationendSilenceArgs = {
  input: EndSilenceInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationfeedCriterionArgs = {
  input: FeedCriterionInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationimportReadingsArgs = {
  input: ImportReadingsInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationjudgeActionEffectArgs = {
  input: JudgeActionEffectInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationmeetConditionArgs = {
  input: MeetConditionInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationpreviewPayloadArgs = {
  input: PreviewPayloadInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationrecordCriterionArgs = {
  input: RecordCriterionInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationrecordOccurrenceArgs = {
  input: RecordOccurrenceInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationrecordReadingsArgs = {
  input: RecordReadingsInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationrejectAcceptanceArgs = {
  input: RejectAcceptanceInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationreplayDeliveriesArgs = {
  input: ReplayDeliveriesInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationrequestAcceptanceArgs = {
  input: RequestAcceptanceInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationrequestReviewArgs = {
  input: RequestReviewInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationresolveIssueArgs = {
  input: ResolveIssueInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationrestoreActionArgs = {
  input: RestoreActionInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationrestoreAllocationArgs = {
  input: RestoreAllocationInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationrestoreChannelArgs = {
  input: RestoreChannelInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationrestoreCriterionArgs = {
  input: RestoreCriterionInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationrestoreDependencyArgs = {
  input: RestoreDependencyInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationrestoreIndicatorArgs = {
  input: RestoreIndicatorInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationrestoreIssueArgs = {
  input: RestoreIssueInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationrestoreMilestoneArgs = {
  input: RestoreMilestoneInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationrestoreResourceArgs = {
  input: RestoreResourceInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationrestoreResponseArgs = {
  input: RestoreResponseInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationrestoreRiskArgs = {
  input: RestoreRiskInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationrestoreRiskCategoryArgs = {
  input: RestoreRiskCategoryInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationrestoreRiskCauseArgs = {
  input: RestoreRiskCauseInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationrestoreRiskMilestoneArgs = {
  input: RestoreRiskMilestoneInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationrestoreRiskResourceArgs = {
  input: RestoreRiskResourceInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationrestoreTeamArgs = {
  input: RestoreTeamInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationrestoreTeamMemberArgs = {
  input: RestoreTeamMemberInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationrestoreVentureArgs = {
  input: RestoreVentureInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationretryChannelArgs = {
  input: RetryChannelInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationretryDeliveryArgs = {
  input: RetryDeliveryInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationrevokeApiKeyArgs = {
  input: RevokeApiKeyInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationrotateWebhookSecretArgs = {
  input: RotateWebhookSecretInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationsaveRiskScaleArgs = {
  input: SaveRiskScaleInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationsendTestEventArgs = {
  input: SendTestEventInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationsendTestMessageArgs = {
  input: SendTestMessageInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationsetEscalationPolicyArgs = {
  input: SetEscalationPolicyInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationsetNotificationPreferenceArgs = {
  input: SetNotificationPreferenceInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationsetRiskAppetiteArgs = {
  input: SetRiskAppetiteInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationsnoozeAlertArgs = {
  input: SnoozeAlertInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationstartReviewArgs = {
  input: StartReviewInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationtryRuleArgs = {
  input: TryRuleInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationunacknowledgeAlertArgs = {
  input: UnacknowledgeAlertInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationupdateActionArgs = {
  input: UpdateActionInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationupdateAllocationArgs = {
  input: UpdateAllocationInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationupdateChannelArgs = {
  input: UpdateChannelInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationupdateCriterionArgs = {
  input: UpdateCriterionInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationupdateIndicatorArgs = {
  input: UpdateIndicatorInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationupdateIssueArgs = {
  input: UpdateIssueInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationupdateMemberArgs = {
  input: UpdateMemberInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationupdateMilestoneArgs = {
  input: UpdateMilestoneInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationupdateResourceArgs = {
  input: UpdateResourceInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationupdateResponseArgs = {
  input: UpdateResponseInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationupdateRiskArgs = {
  input: UpdateRiskInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationupdateRiskCategoryArgs = {
  input: UpdateRiskCategoryInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationupdateRiskCommentArgs = {
  input: UpdateRiskCommentInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationupdateRiskMilestoneArgs = {
  input: UpdateRiskMilestoneInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationupdateRuleArgs = {
  input: UpdateRuleInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationupdateTeamArgs = {
  input: UpdateTeamInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationupdateTenantArgs = {
  input: UpdateTenantInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationupdateVentureArgs = {
  input: UpdateVentureInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationupdateWebhookEndpointArgs = {
  input: UpdateWebhookEndpointInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationwithdrawAcceptanceArgs = {
  input: WithdrawAcceptanceInput;
};

/** Anything with an id; `node` reads it by that alone. */
export type Node = {
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
};

/** Whether a member is told at once or gathers. */
export type NotificationDigest =
  /** One mail a day. */
  | 'DAILY'
  /** Each message by itself, at once. */
  | 'IMMEDIATE'
  /** One mail a week. */
  | 'WEEKLY'
  | '%future added value';

/** Conditions on a value of the type NotificationDigest; all must hold. */
export type NotificationDigestComparator = {
  /** Equal to it. */
  eq?: InputMaybe<NotificationDigest>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<NotificationDigest>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<NotificationDigest>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<NotificationDigest>>;
};

/** What you chose to be told by e-mail, and when. Everybody sees only their own. */
export type NotificationPreference = Node & {
  /** Where your mail goes. */
  address: Maybe<Scalars['EmailAddress']['output']>;
  /** When it was archived; empty while it is in use. */
  archivedAt: Maybe<Scalars['DateTime']['output']>;
  /** Only events of these risk categories; empty: all. */
  categories: Maybe<Array<Scalars['String']['output']>>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Whether you are told at once, or in one mail a day or a week. */
  digest: NotificationDigest;
  /** The day on which a weekly digest is sent. */
  digestDay: Weekday;
  /** The hour at which a digest is sent. */
  digestHour: Scalars['Int']['output'];
  /** Why it was turned off by itself. */
  disabledReason: Maybe<Scalars['String']['output']>;
  /** Whether you are told by e-mail. */
  email: Scalars['Boolean']['output'];
  /** Exact types, prefixes that end in `.*`, or `*` for all. */
  eventTypes: Array<Scalars['String']['output']>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** Your language, `en` or `zh-CN`; empty: the tenant's. */
  language: Maybe<Scalars['String']['output']>;
  /** Whose it is: yours. */
  member: Member;
  /** Only alerts at least this grave; empty: all. */
  minSeverity: Maybe<Scalars['String']['output']>;
  /** The days on which they begin; empty: every day. */
  quietDays: Maybe<Array<Scalars['String']['output']>>;
  /** When your quiet hours begin. */
  quietFrom: Maybe<Scalars['String']['output']>;
  /** When they end. */
  quietTo: Maybe<Scalars['String']['output']>;
  /** The zone of your hours; empty: the tenant's. */
  timeZone: Maybe<Scalars['String']['output']>;
  /** When it was changed last. */
  updatedAt: Scalars['DateTime']['output'];
  /** Only events of these ventures; empty: all that you may see. */
  ventureIds: Maybe<Array<Scalars['ID']['output']>>;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version: Scalars['Int']['output'];
};

/** What is told of a group of notification preferences. */
export type NotificationPreferenceAggregate = {
  /** The average of each over the rows that have a value, to six places. */
  avg: NotificationPreferenceAvg;
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** How many groups there are, also where not all of them are given. */
  groupCount: Scalars['Int']['output'];
  /** What its rows share. */
  keys: NotificationPreferenceGroupKeys;
  /** The greatest, latest or gravest of each. */
  max: NotificationPreferenceMax;
  /** The smallest, earliest or mildest of each. */
  min: NotificationPreferenceMin;
  /** The sum of each; null where no row has a value. */
  sum: NotificationPreferenceSum;
};

/** Averages over notification preferences. */
export type NotificationPreferenceAvg = {
  /** The hour at which a digest is sent. */
  digestHour: Maybe<Scalars['Float']['output']>;
};

/** A page of a list of notification preferences. */
export type NotificationPreferenceConnection = {
  /** Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their keys; read only when asked for. */
  aggregate: Array<NotificationPreferenceAggregate>;
  /** The rows with their cursors. */
  edges: Array<NotificationPreferenceEdge>;
  /** The rows. */
  nodes: Array<NotificationPreference>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};


/** A page of a list of notification preferences. */
export type NotificationPreferenceConnectionaggregateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<Array<NotificationPreferenceGroupField>>;
};

/** A row of a list of notification preferences. */
export type NotificationPreferenceEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: NotificationPreference;
};

/** Conditions on notification preferences; all must hold. An empty filter filters nothing. */
export type NotificationPreferenceFilter = {
  /** Where your mail goes. */
  address?: InputMaybe<EmailAddressComparator>;
  /** All of these hold. */
  and?: InputMaybe<Array<NotificationPreferenceFilter>>;
  /** When it was archived; empty while it is in use. */
  archivedAt?: InputMaybe<DateTimeComparator>;
  /** When it was made. */
  createdAt?: InputMaybe<DateTimeComparator>;
  /** Whether you are told at once, or in one mail a day or a week. */
  digest?: InputMaybe<NotificationDigestComparator>;
  /** The day on which a weekly digest is sent. */
  digestDay?: InputMaybe<WeekdayComparator>;
  /** The hour at which a digest is sent. */
  digestHour?: InputMaybe<IntComparator>;
  /** Why it was turned off by itself. */
  disabledReason?: InputMaybe<StringComparator>;
  /** Whether you are told by e-mail. */
  email?: InputMaybe<BooleanComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** Your language, `en` or `zh-CN`; empty: the tenant's. */
  language?: InputMaybe<StringComparator>;
  /** Whose it is: yours. */
  member?: InputMaybe<MemberFilter>;
  /** Whose it is: yours. */
  memberId?: InputMaybe<IDComparator>;
  /** Only alerts at least this grave; empty: all. */
  minSeverity?: InputMaybe<StringComparator>;
  /** This does not hold. */
  not?: InputMaybe<NotificationPreferenceFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<NotificationPreferenceFilter>>;
  /** When your quiet hours begin. */
  quietFrom?: InputMaybe<StringComparator>;
  /** When they end. */
  quietTo?: InputMaybe<StringComparator>;
  /** The zone of your hours; empty: the tenant's. */
  timeZone?: InputMaybe<StringComparator>;
  /** When it was changed last. */
  updatedAt?: InputMaybe<DateTimeComparator>;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version?: InputMaybe<IntComparator>;
};

/** By what notification preferences can be grouped. */
export type NotificationPreferenceGroupField =
  /** When it was made: the day. */
  | 'CREATED_AT_DAY'
  /** When it was made: the first day of the month. */
  | 'CREATED_AT_MONTH'
  /** When it was made: the first day of the week. */
  | 'CREATED_AT_WEEK'
  /** Whether you are told at once, or in one mail a day or a week. */
  | 'DIGEST'
  /** The day on which a weekly digest is sent. */
  | 'DIGEST_DAY'
  /** The hour at which a digest is sent. */
  | 'DIGEST_HOUR'
  /** Whether you are told by e-mail. */
  | 'EMAIL'
  /** Whose it is: yours. */
  | 'MEMBER_ID'
  /** Whose it is: yours: What the person may do. */
  | 'MEMBER_ROLE'
  | '%future added value';

/** What the notification preferences of a group share; null unless grouped by. */
export type NotificationPreferenceGroupKeys = {
  /** When it was made: the day. */
  createdAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the month. */
  createdAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the week. */
  createdAtWeek: Maybe<Scalars['Date']['output']>;
  /** Whether you are told at once, or in one mail a day or a week. */
  digest: Maybe<NotificationDigest>;
  /** The day on which a weekly digest is sent. */
  digestDay: Maybe<Weekday>;
  /** The hour at which a digest is sent. */
  digestHour: Maybe<Scalars['Int']['output']>;
  /** Whether you are told by e-mail. */
  email: Maybe<Scalars['Boolean']['output']>;
  /** Whose it is: yours. Given with its id as a key. */
  member: Maybe<Member>;
  /** Whose it is: yours. */
  memberId: Maybe<Scalars['ID']['output']>;
  /** Whose it is: yours: What the person may do. */
  memberRole: Maybe<Role>;
};

/** Greatest values over notification preferences. */
export type NotificationPreferenceMax = {
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Whether you are told at once, or in one mail a day or a week. */
  digest: Maybe<NotificationDigest>;
  /** The day on which a weekly digest is sent. */
  digestDay: Maybe<Weekday>;
  /** The hour at which a digest is sent. */
  digestHour: Maybe<Scalars['Int']['output']>;
};

/** Smallest values over notification preferences. */
export type NotificationPreferenceMin = {
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Whether you are told at once, or in one mail a day or a week. */
  digest: Maybe<NotificationDigest>;
  /** The day on which a weekly digest is sent. */
  digestDay: Maybe<Weekday>;
  /** The hour at which a digest is sent. */
  digestHour: Maybe<Scalars['Int']['output']>;
};

/** One key of the order of notification preferences. */
export type NotificationPreferenceOrder = {
  /** Which way; ASC where left out. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: NotificationPreferenceOrderField;
  /** Where rows without a value stand; LAST where left out. */
  nulls?: InputMaybe<OrderNulls>;
};

/** By what notification preferences can be ordered. */
export type NotificationPreferenceOrderField =
  /** Where your mail goes. */
  | 'ADDRESS'
  /** When it was archived; empty while it is in use. */
  | 'ARCHIVED_AT'
  /** When it was made. */
  | 'CREATED_AT'
  /** Whether you are told at once, or in one mail a day or a week. */
  | 'DIGEST'
  /** The day on which a weekly digest is sent. */
  | 'DIGEST_DAY'
  /** The hour at which a digest is sent. */
  | 'DIGEST_HOUR'
  /** Why it was turned off by itself. */
  | 'DISABLED_REASON'
  /** Whether you are told by e-mail. */
  | 'EMAIL'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** Your language, `en` or `zh-CN`; empty: the tenant's. */
  | 'LANGUAGE'
  /** Whose it is: yours: The person's e-mail address. */
  | 'MEMBER_EMAIL'
  /** Whose it is: yours: The person's name. */
  | 'MEMBER_NAME'
  /** Whose it is: yours: What the person may do. */
  | 'MEMBER_ROLE'
  /** Only alerts at least this grave; empty: all. */
  | 'MIN_SEVERITY'
  /** When your quiet hours begin. */
  | 'QUIET_FROM'
  /** When they end. */
  | 'QUIET_TO'
  /** The zone of your hours; empty: the tenant's. */
  | 'TIME_ZONE'
  /** When it was changed last. */
  | 'UPDATED_AT'
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  | 'VERSION'
  | '%future added value';

/** Sums over notification preferences. */
export type NotificationPreferenceSum = {
  /** The hour at which a digest is sent. */
  digestHour: Maybe<Scalars['Float']['output']>;
};

/** One dated value. */
export type OneReadingInput = {
  /** When it was measured. */
  at: Scalars['DateTime']['input'];
  /** The value, in the indicator's unit. */
  value: Scalars['Decimal']['input'];
};

/** Which way a list runs. */
export type OrderDirection =
  /** Smallest, earliest or mildest first. */
  | 'ASC'
  /** Greatest, latest or worst first. */
  | 'DESC'
  | '%future added value';

/** Where rows without a value stand. */
export type OrderNulls =
  /** Before all others. */
  | 'FIRST'
  /** After all others. */
  | 'LAST'
  | '%future added value';

/** Where a page stands in its list. */
export type PageInfo = {
  /** The cursor of the last row; null where the page is empty. */
  endCursor: Maybe<Scalars['String']['output']>;
  /** Whether there is more after the page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether there is more before the page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first row; null where the page is empty. */
  startCursor: Maybe<Scalars['String']['output']>;
};

/** A parameter of a rule; null takes the default. */
export type ParameterValueInput = {
  /** Its name. */
  name: Scalars['String']['input'];
  /** Its value, within the limits of the parameter. */
  value?: InputMaybe<Scalars['Int']['input']>;
};

/** What a caller may be allowed to do. Scopes of API keys are these words. */
export type Permission =
  /** The permission acceptance:approve. */
  | 'ACCEPTANCE_APPROVE'
  /** The permission alert:acknowledge. */
  | 'ALERT_ACKNOWLEDGE'
  /** The permission api_key:read. */
  | 'API_KEY_READ'
  /** The permission api_key:write. */
  | 'API_KEY_WRITE'
  /** The permission audit:read. */
  | 'AUDIT_READ'
  /** The permission document:read. */
  | 'DOCUMENT_READ'
  /** The permission document:write. */
  | 'DOCUMENT_WRITE'
  /** The permission domain:read. */
  | 'DOMAIN_READ'
  /** The permission member:read. */
  | 'MEMBER_READ'
  /** The permission member:write. */
  | 'MEMBER_WRITE'
  /** The permission milestone:write. */
  | 'MILESTONE_WRITE'
  /** The permission notification:write. */
  | 'NOTIFICATION_WRITE'
  /** The permission resource:write. */
  | 'RESOURCE_WRITE'
  /** The permission review:decide. */
  | 'REVIEW_DECIDE'
  /** The permission review:request. */
  | 'REVIEW_REQUEST'
  /** The permission risk:configure. */
  | 'RISK_CONFIGURE'
  /** The permission risk:write. */
  | 'RISK_WRITE'
  /** The permission rule:write. */
  | 'RULE_WRITE'
  /** The permission team:write. */
  | 'TEAM_WRITE'
  /** The permission tenant:write. */
  | 'TENANT_WRITE'
  /** The permission venture:write. */
  | 'VENTURE_WRITE'
  /** The permission webhook:read. */
  | 'WEBHOOK_READ'
  /** The permission webhook:write. */
  | 'WEBHOOK_WRITE'
  | '%future added value';

/** What to try: an event that there was, or a type with a subject, and how it would be told. */
export type PreviewPayloadInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** A GraphQL query over the event's subject, whose answer travels as data.selection: it may declare $subject: ID!, and $venture: ID!. */
  document?: InputMaybe<Scalars['String']['input']>;
  /** An event that there was. */
  eventId?: InputMaybe<Scalars['ID']['input']>;
  /** Without an event: the type of one. */
  eventType?: InputMaybe<Scalars['String']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** All that is stored, or ids only. */
  payload?: InputMaybe<WebhookPayload>;
  /** As whose role the document is read. */
  role?: InputMaybe<Role>;
  /** Without an event: what it would be about. */
  subjectId?: InputMaybe<Scalars['String']['input']>;
  /** Only rows of these ventures are seen; left out: all. */
  ventureIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** What came of `previewPayload`. */
export type PreviewPayloadPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** `body`, as it would be sent, and `document_cost`. The body of an event that there was not has the `sequence` 0, and no `data` but the columns of the subject where the type is one of its own. */
  preview: Maybe<Scalars['JSON']['output']>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** What can be read. */
export type Query = {
  /** A acceptance by its id, archived or not; null where there is none for you. */
  acceptance: Maybe<Acceptance>;
  /** All acceptances that you may see. */
  acceptances: AcceptanceConnection;
  /** A action by its id, archived or not; null where there is none for you. */
  action: Maybe<Action>;
  /** All actions that you may see. */
  actions: ActionConnection;
  /** A alert by its id, archived or not; null where there is none for you. */
  alert: Maybe<Alert>;
  /** A alert transition by its id, archived or not; null where there is none for you. */
  alertTransition: Maybe<AlertTransition>;
  /** All alerts that you may see. */
  alerts: AlertConnection;
  /** A allocation by its id, archived or not; null where there is none for you. */
  allocation: Maybe<Allocation>;
  /** All allocations that you may see. */
  allocations: AllocationConnection;
  /** A api key by its id, archived or not; null where there is none for you. */
  apiKey: Maybe<ApiKey>;
  /** All api keys that you may see. */
  apiKeys: ApiKeyConnection;
  /** A assessment by its id, archived or not; null where there is none for you. */
  assessment: Maybe<Assessment>;
  /** All assessments that you may see. */
  assessments: AssessmentConnection;
  /** A channel by its id, archived or not; null where there is none for you. */
  channel: Maybe<Channel>;
  /** All channels that you may see. */
  channels: ChannelConnection;
  /** All criteria that you may see. */
  criteria: CriterionConnection;
  /** A criterion by its id, archived or not; null where there is none for you. */
  criterion: Maybe<Criterion>;
  /** A criterion result by its id, archived or not; null where there is none for you. */
  criterionResult: Maybe<CriterionResult>;
  /** All criterion results that you may see. */
  criterionResults: CriterionResultConnection;
  /** All deliveries that you may see. */
  deliveries: DeliveryConnection;
  /** A delivery by its id, archived or not; null where there is none for you. */
  delivery: Maybe<Delivery>;
  /** A delivery replay by its id, archived or not; null where there is none for you. */
  deliveryReplay: Maybe<DeliveryReplay>;
  /** All delivery replays that you may see. */
  deliveryReplays: DeliveryReplayConnection;
  /** All dependencies that you may see. */
  dependencies: DependencyConnection;
  /** A dependency by its id, archived or not; null where there is none for you. */
  dependency: Maybe<Dependency>;
  /** All escalation policies that you may see. */
  escalationPolicies: EscalationPolicyConnection;
  /** A escalation policy by its id, archived or not; null where there is none for you. */
  escalationPolicy: Maybe<EscalationPolicy>;
  /** A indicator by its id, archived or not; null where there is none for you. */
  indicator: Maybe<Indicator>;
  /** All indicators that you may see. */
  indicators: IndicatorConnection;
  /** A issue by its id, archived or not; null where there is none for you. */
  issue: Maybe<Issue>;
  /** All issues that you may see. */
  issues: IssueConnection;
  /** A member by its id, archived or not; null where there is none for you. */
  member: Maybe<Member>;
  /** All members that you may see. */
  members: MemberConnection;
  /** A milestone by its id, archived or not; null where there is none for you. */
  milestone: Maybe<Milestone>;
  /** All milestones that you may see. */
  milestones: MilestoneConnection;
  /** Anything by its id; null where there is nothing, or nothing that you may see. */
  node: Maybe<Node>;
  /** Several things by their ids, in the order of the ids. */
  nodes: Array<Maybe<Node>>;
  /** A notification preference by its id, archived or not; null where there is none for you. */
  notificationPreference: Maybe<NotificationPreference>;
  /** All notification preferences that you may see. */
  notificationPreferences: NotificationPreferenceConnection;
  /** A reading by its id, archived or not; null where there is none for you. */
  reading: Maybe<Reading>;
  /** All readings that you may see. */
  readings: ReadingConnection;
  /** A resource by its id, archived or not; null where there is none for you. */
  resource: Maybe<Resource>;
  /** All resources that you may see. */
  resources: ResourceConnection;
  /** A response by its id, archived or not; null where there is none for you. */
  response: Maybe<Response>;
  /** All responses that you may see. */
  responses: ResponseConnection;
  /** A review by its id, archived or not; null where there is none for you. */
  review: Maybe<Review>;
  /** A review condition by its id, archived or not; null where there is none for you. */
  reviewCondition: Maybe<ReviewCondition>;
  /** All review conditions that you may see. */
  reviewConditions: ReviewConditionConnection;
  /** All reviews that you may see. */
  reviews: ReviewConnection;
  /** A risk by its id, archived or not; null where there is none for you. */
  risk: Maybe<Risk>;
  /** A risk appetite by its id, archived or not; null where there is none for you. */
  riskAppetite: Maybe<RiskAppetite>;
  /** All risk appetites that you may see. */
  riskAppetites: RiskAppetiteConnection;
  /** All risk categories that you may see. */
  riskCategories: RiskCategoryConnection;
  /** A risk category by its id, archived or not; null where there is none for you. */
  riskCategory: Maybe<RiskCategory>;
  /** A risk cause by its id, archived or not; null where there is none for you. */
  riskCause: Maybe<RiskCause>;
  /** All risk causes that you may see. */
  riskCauses: RiskCauseConnection;
  /** A risk comment by its id, archived or not; null where there is none for you. */
  riskComment: Maybe<RiskComment>;
  /** All risk comments that you may see. */
  riskComments: RiskCommentConnection;
  /** A risk limit by its id, archived or not; null where there is none for you. */
  riskLimit: Maybe<RiskLimits>;
  /** All risk limits that you may see. */
  riskLimits: RiskLimitsConnection;
  /** A risk milestone by its id, archived or not; null where there is none for you. */
  riskMilestone: Maybe<RiskMilestone>;
  /** All risk milestones that you may see. */
  riskMilestones: RiskMilestoneConnection;
  /** A risk resource by its id, archived or not; null where there is none for you. */
  riskResource: Maybe<RiskResource>;
  /** All risk resources that you may see. */
  riskResources: RiskResourceConnection;
  /** A risk scale by its id, archived or not; null where there is none for you. */
  riskScale: Maybe<RiskScale>;
  /** All risk scales that you may see. */
  riskScales: RiskScaleConnection;
  /** All risks that you may see. */
  risks: RiskConnection;
  /** A rule by its id, archived or not; null where there is none for you. */
  rule: Maybe<Rule>;
  /** All rules that you may see. */
  rules: RuleConnection;
  /** What contains the query in its names, descriptions and notes, the best first: names before other texts, exact and beginning before within, short before long, new before old. Capitals and the width of letters do not matter, two Chinese characters are enough. Archived rows are left out. */
  search: SearchConnection;
  /** A silence by its id, archived or not; null where there is none for you. */
  silence: Maybe<Silence>;
  /** All silences that you may see. */
  silences: SilenceConnection;
  /** A suggested assessment by its id, archived or not; null where there is none for you. */
  suggestedAssessment: Maybe<SuggestedAssessment>;
  /** All suggested assessments that you may see. */
  suggestedAssessments: SuggestedAssessmentConnection;
  /** A team by its id, archived or not; null where there is none for you. */
  team: Maybe<Team>;
  /** A team member by its id, archived or not; null where there is none for you. */
  teamMember: Maybe<TeamMember>;
  /** All team members that you may see. */
  teamMembers: TeamMemberConnection;
  /** All teams that you may see. */
  teams: TeamConnection;
  /** The tenant of the call. */
  tenant: Tenant;
  /** A venture by its id, archived or not; null where there is none for you. */
  venture: Maybe<Venture>;
  /** All ventures that you may see. */
  ventures: VentureConnection;
  /** Who is calling. */
  viewer: Viewer;
  /** A webhook endpoint by its id, archived or not; null where there is none for you. */
  webhookEndpoint: Maybe<WebhookEndpoint>;
  /** All webhook endpoints that you may see. */
  webhookEndpoints: WebhookEndpointConnection;
};


/** What can be read. */
export type QueryacceptanceArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryacceptancesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AcceptanceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<AcceptanceOrder>>;
};


/** What can be read. */
export type QueryactionArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryactionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ActionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ActionOrder>>;
};


/** What can be read. */
export type QueryalertArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryalertTransitionArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryalertsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AlertFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<AlertOrder>>;
};


/** What can be read. */
export type QueryallocationArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryallocationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AllocationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<AllocationOrder>>;
};


/** What can be read. */
export type QueryapiKeyArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryapiKeysArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ApiKeyFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ApiKeyOrder>>;
};


/** What can be read. */
export type QueryassessmentArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryassessmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AssessmentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<AssessmentOrder>>;
};


/** What can be read. */
export type QuerychannelArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QuerychannelsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ChannelFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ChannelOrder>>;
};


/** What can be read. */
export type QuerycriteriaArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CriterionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<CriterionOrder>>;
};


/** What can be read. */
export type QuerycriterionArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QuerycriterionResultArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QuerycriterionResultsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CriterionResultFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<CriterionResultOrder>>;
};


/** What can be read. */
export type QuerydeliveriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DeliveryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<DeliveryOrder>>;
};


/** What can be read. */
export type QuerydeliveryArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QuerydeliveryReplayArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QuerydeliveryReplaysArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DeliveryReplayFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<DeliveryReplayOrder>>;
};


/** What can be read. */
export type QuerydependenciesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DependencyFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<DependencyOrder>>;
};


/** What can be read. */
export type QuerydependencyArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryescalationPoliciesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EscalationPolicyFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<EscalationPolicyOrder>>;
};


/** What can be read. */
export type QueryescalationPolicyArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryindicatorArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryindicatorsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<IndicatorFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<IndicatorOrder>>;
};


/** What can be read. */
export type QueryissueArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryissuesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<IssueFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<IssueOrder>>;
};


/** What can be read. */
export type QuerymemberArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QuerymembersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MemberFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<MemberOrder>>;
};


/** What can be read. */
export type QuerymilestoneArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QuerymilestonesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MilestoneFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<MilestoneOrder>>;
};


/** What can be read. */
export type QuerynodeArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QuerynodesArgs = {
  ids: Array<Scalars['ID']['input']>;
};


/** What can be read. */
export type QuerynotificationPreferenceArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QuerynotificationPreferencesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<NotificationPreferenceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<NotificationPreferenceOrder>>;
};


/** What can be read. */
export type QueryreadingArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryreadingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ReadingFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ReadingOrder>>;
};


/** What can be read. */
export type QueryresourceArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryresourcesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ResourceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ResourceOrder>>;
};


/** What can be read. */
export type QueryresponseArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryresponsesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ResponseFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ResponseOrder>>;
};


/** What can be read. */
export type QueryreviewArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryreviewConditionArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryreviewConditionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ReviewConditionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ReviewConditionOrder>>;
};


/** What can be read. */
export type QueryreviewsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ReviewFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ReviewOrder>>;
};


/** What can be read. */
export type QueryriskArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryriskAppetiteArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryriskAppetitesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RiskAppetiteFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<RiskAppetiteOrder>>;
};


/** What can be read. */
export type QueryriskCategoriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RiskCategoryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<RiskCategoryOrder>>;
};


/** What can be read. */
export type QueryriskCategoryArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryriskCauseArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryriskCausesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RiskCauseFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<RiskCauseOrder>>;
};


/** What can be read. */
export type QueryriskCommentArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryriskCommentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RiskCommentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<RiskCommentOrder>>;
};


/** What can be read. */
export type QueryriskLimitArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryriskLimitsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RiskLimitsFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<RiskLimitsOrder>>;
};


/** What can be read. */
export type QueryriskMilestoneArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryriskMilestonesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RiskMilestoneFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<RiskMilestoneOrder>>;
};


/** What can be read. */
export type QueryriskResourceArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryriskResourcesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RiskResourceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<RiskResourceOrder>>;
};


/** What can be read. */
export type QueryriskScaleArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryriskScalesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RiskScaleFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<RiskScaleOrder>>;
};


/** What can be read. */
export type QueryrisksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RiskFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<RiskOrder>>;
};


/** What can be read. */
export type QueryruleArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryrulesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RuleFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<RuleOrder>>;
};


/** What can be read. */
export type QuerysearchArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  query: Scalars['String']['input'];
  types?: InputMaybe<Array<SearchType>>;
};


/** What can be read. */
export type QuerysilenceArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QuerysilencesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SilenceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<SilenceOrder>>;
};


/** What can be read. */
export type QuerysuggestedAssessmentArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QuerysuggestedAssessmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SuggestedAssessmentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<SuggestedAssessmentOrder>>;
};


/** What can be read. */
export type QueryteamArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryteamMemberArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryteamMembersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TeamMemberFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<TeamMemberOrder>>;
};


/** What can be read. */
export type QueryteamsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TeamFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<TeamOrder>>;
};


/** What can be read. */
export type QueryventureArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryventuresArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<VentureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<VentureOrder>>;
};


/** What can be read. */
export type QuerywebhookEndpointArgs = {
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QuerywebhookEndpointsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<WebhookEndpointFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<WebhookEndpointOrder>>;
};

/** One dated value of an indicator; never changed. */
export type Reading = Node & {
  /** When it was measured. */
  at: Scalars['DateTime']['output'];
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** The indicator. */
  indicator: Indicator;
  /** When it was recorded. */
  recordedAt: Scalars['DateTime']['output'];
  /** The member who recorded it; empty: a program. */
  recordedBy: Maybe<Member>;
  /** The value, in the indicator's unit. */
  value: Scalars['Decimal']['output'];
};

/** What is told of a group of readings. */
export type ReadingAggregate = {
  /** The average of each over the rows that have a value, to six places. */
  avg: ReadingAvg;
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** How many groups there are, also where not all of them are given. */
  groupCount: Scalars['Int']['output'];
  /** What its rows share. */
  keys: ReadingGroupKeys;
  /** The greatest, latest or gravest of each. */
  max: ReadingMax;
  /** The smallest, earliest or mildest of each. */
  min: ReadingMin;
  /** The sum of each; null where no row has a value. */
  sum: ReadingSum;
};

/** Averages over readings. */
export type ReadingAvg = {
  /** The value, in the indicator's unit. */
  value: Maybe<Scalars['Decimal']['output']>;
};

/** A page of a list of readings. */
export type ReadingConnection = {
  /** Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their keys; read only when asked for. */
  aggregate: Array<ReadingAggregate>;
  /** The rows with their cursors. */
  edges: Array<ReadingEdge>;
  /** The rows. */
  nodes: Array<Reading>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};


/** A page of a list of readings. */
export type ReadingConnectionaggregateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<Array<ReadingGroupField>>;
};

/** A row of a list of readings. */
export type ReadingEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: Reading;
};

/** Conditions on readings; all must hold. An empty filter filters nothing. */
export type ReadingFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<ReadingFilter>>;
  /** When it was measured. */
  at?: InputMaybe<DateTimeComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** The indicator. */
  indicator?: InputMaybe<IndicatorFilter>;
  /** The indicator. */
  indicatorId?: InputMaybe<IDComparator>;
  /** This does not hold. */
  not?: InputMaybe<ReadingFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<ReadingFilter>>;
  /** When it was recorded. */
  recordedAt?: InputMaybe<DateTimeComparator>;
  /** The member who recorded it; empty: a program. */
  recordedBy?: InputMaybe<MemberFilter>;
  /** The member who recorded it; empty: a program. */
  recordedById?: InputMaybe<IDComparator>;
  /** The value, in the indicator's unit. */
  value?: InputMaybe<DecimalComparator>;
};

/** By what readings can be grouped. */
export type ReadingGroupField =
  /** When it was measured: the day. */
  | 'AT_DAY'
  /** When it was measured: the first day of the month. */
  | 'AT_MONTH'
  /** When it was measured: the first day of the week. */
  | 'AT_WEEK'
  /** The indicator: Which way it gets worse. */
  | 'INDICATOR_DIRECTION'
  /** The indicator. */
  | 'INDICATOR_ID'
  /** The indicator: What the readings say against the thresholds. */
  | 'INDICATOR_STATE'
  /** When it was recorded: the day. */
  | 'RECORDED_AT_DAY'
  /** When it was recorded: the first day of the month. */
  | 'RECORDED_AT_MONTH'
  /** When it was recorded: the first day of the week. */
  | 'RECORDED_AT_WEEK'
  /** The member who recorded it; empty: a program. */
  | 'RECORDED_BY'
  /** The member who recorded it; empty: a program: What the person may do. */
  | 'RECORDED_BY_ROLE'
  | '%future added value';

/** What the readings of a group share; null unless grouped by. */
export type ReadingGroupKeys = {
  /** When it was measured: the day. */
  atDay: Maybe<Scalars['Date']['output']>;
  /** When it was measured: the first day of the month. */
  atMonth: Maybe<Scalars['Date']['output']>;
  /** When it was measured: the first day of the week. */
  atWeek: Maybe<Scalars['Date']['output']>;
  /** The indicator. Given with its id as a key. */
  indicator: Maybe<Indicator>;
  /** The indicator: Which way it gets worse. */
  indicatorDirection: Maybe<IndicatorDirection>;
  /** The indicator. */
  indicatorId: Maybe<Scalars['ID']['output']>;
  /** The indicator: What the readings say against the thresholds. */
  indicatorState: Maybe<IndicatorState>;
  /** When it was recorded: the day. */
  recordedAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was recorded: the first day of the month. */
  recordedAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was recorded: the first day of the week. */
  recordedAtWeek: Maybe<Scalars['Date']['output']>;
  /** The member who recorded it; empty: a program. Given with its id as a key. */
  recordedBy: Maybe<Member>;
  /** The member who recorded it; empty: a program. */
  recordedById: Maybe<Scalars['ID']['output']>;
  /** The member who recorded it; empty: a program: What the person may do. */
  recordedByRole: Maybe<Role>;
};

/** Conditions on all readings of something. */
export type ReadingListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<ReadingFilter>;
  /** None is like this. */
  none?: InputMaybe<ReadingFilter>;
  /** At least one is like this. */
  some?: InputMaybe<ReadingFilter>;
};

/** Greatest values over readings. */
export type ReadingMax = {
  /** When it was measured. */
  at: Maybe<Scalars['DateTime']['output']>;
  /** When it was recorded. */
  recordedAt: Maybe<Scalars['DateTime']['output']>;
  /** The value, in the indicator's unit. */
  value: Maybe<Scalars['Decimal']['output']>;
};

/** Smallest values over readings. */
export type ReadingMin = {
  /** When it was measured. */
  at: Maybe<Scalars['DateTime']['output']>;
  /** When it was recorded. */
  recordedAt: Maybe<Scalars['DateTime']['output']>;
  /** The value, in the indicator's unit. */
  value: Maybe<Scalars['Decimal']['output']>;
};

/** One key of the order of readings. */
export type ReadingOrder = {
  /** Which way; ASC where left out. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: ReadingOrderField;
  /** Where rows without a value stand; LAST where left out. */
  nulls?: InputMaybe<OrderNulls>;
};

/** By what readings can be ordered. */
export type ReadingOrderField =
  /** When it was measured. */
  | 'AT'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** The indicator: From this value on it is critical. */
  | 'INDICATOR_CRITICAL'
  /** The indicator: Beyond this value critical ends; empty: the threshold itself. */
  | 'INDICATOR_CRITICAL_CLEAR'
  /** The indicator: How it is measured. */
  | 'INDICATOR_DESCRIPTION'
  /** The indicator: Which way it gets worse. */
  | 'INDICATOR_DIRECTION'
  /** The indicator: Why it gave no reading then. */
  | 'INDICATOR_ERROR'
  /** The indicator: Days between two readings. */
  | 'INDICATOR_INTERVAL_DAYS'
  /** The indicator: When it was measured last. */
  | 'INDICATOR_LATEST_AT'
  /** The indicator: The last value. */
  | 'INDICATOR_LATEST_VALUE'
  /** The indicator: What is measured. */
  | 'INDICATOR_NAME'
  /** The indicator: When the source was asked last. */
  | 'INDICATOR_PULLED_AT'
  /** The indicator: Where the value stands in the source's answer, as JSON Pointer. */
  | 'INDICATOR_SOURCE_POINTER'
  /** The indicator: Whence readings are pulled once an interval; empty: they are only pushed. */
  | 'INDICATOR_SOURCE_URL'
  /** The indicator: What the readings say against the thresholds. */
  | 'INDICATOR_STATE'
  /** The indicator: The time of the reading with which the present state began. */
  | 'INDICATOR_STATE_SINCE'
  /** The indicator: Unit of the values. */
  | 'INDICATOR_UNIT'
  /** The indicator: From this value on it is a warning. */
  | 'INDICATOR_WARNING'
  /** The indicator: Beyond this value the warning ends; empty: the threshold itself. */
  | 'INDICATOR_WARNING_CLEAR'
  /** When it was recorded. */
  | 'RECORDED_AT'
  /** The member who recorded it; empty: a program: The person's e-mail address. */
  | 'RECORDED_BY_EMAIL'
  /** The member who recorded it; empty: a program: The person's name. */
  | 'RECORDED_BY_NAME'
  /** The member who recorded it; empty: a program: What the person may do. */
  | 'RECORDED_BY_ROLE'
  /** The value, in the indicator's unit. */
  | 'VALUE'
  | '%future added value';

/** Sums over readings. */
export type ReadingSum = {
  /** The value, in the indicator's unit. */
  value: Maybe<Scalars['Decimal']['output']>;
};

/** A finding about a criterion: a result, or a value from which it follows. */
export type RecordCriterionInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The criterion. */
  criterionId: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** How it was found. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** Pass or fail; left out, it follows from the value. */
  result?: InputMaybe<CriterionOutcome>;
  /** The measured value of a metric criterion. */
  value?: InputMaybe<Scalars['Decimal']['input']>;
};

/** What came of `recordCriterion`. */
export type RecordCriterionPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The criterion as it is now; null where refused. */
  criterion: Maybe<Criterion>;
  /** The criterion result as it is now; null where refused. */
  criterionResult: Maybe<CriterionResult>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** A risk that has happened. */
export type RecordOccurrenceInput = {
  /** What is to be done about it. */
  actions?: InputMaybe<Array<IssueActionInput>>;
  /** What it has cost, as far as known. */
  actualCost?: InputMaybe<Scalars['Decimal']['input']>;
  /** Delay that it has brought, in working days, as far as known. */
  actualDelay?: InputMaybe<Scalars['Decimal']['input']>;
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** What happened. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** When; left out, today. */
  occurredOn?: InputMaybe<Scalars['Date']['input']>;
  /** The member who deals with it; left out, the risk's owner. */
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  /** The risk. */
  riskId: Scalars['ID']['input'];
  /** The issue in one line; left out, the risk's title. */
  title?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `recordOccurrence`. */
export type RecordOccurrencePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The issue as it is now; null where refused. */
  issue: Maybe<Issue>;
  /** The new issue as an edge of the root list in its usual order. */
  issueEdge: Maybe<IssueEdge>;
  /** The risk as it is now; null where refused. */
  risk: Maybe<Risk>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Readings of one indicator. */
export type RecordReadingsInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The indicator. */
  indicatorId: Scalars['ID']['input'];
  /** The readings, in any order. */
  readings: Array<OneReadingInput>;
};

/** What came of `recordReadings`. */
export type RecordReadingsPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The indicator as it is now; null where refused. */
  indicator: Maybe<Indicator>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** An acceptance that is not approved. */
export type RejectAcceptanceInput = {
  /** The acceptance. */
  acceptanceId: Scalars['ID']['input'];
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why not. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `rejectAcceptance`. */
export type RejectAcceptancePayload = {
  /** The acceptance as it is now; null where refused. */
  acceptance: Maybe<Acceptance>;
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The risk as it is now; null where refused. */
  risk: Maybe<Risk>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** What is to be sent again, and where. */
export type ReplayDeliveriesInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The endpoint. */
  endpointId: Scalars['ID']['input'];
  /** Only these types of events, prefixes that end in .*, or *; left out: all it subscribes to. */
  eventTypes?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Only deliveries that failed or were cancelled; otherwise all events, also those never sent. */
  onlyFailed?: InputMaybe<Scalars['Boolean']['input']>;
  /** From when on: at most 30 days ago. */
  since: Scalars['DateTime']['input'];
  /** Until when, not included; left out: now. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What came of `replayDeliveries`. */
export type ReplayDeliveriesPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The delivery replay as it is now; null where refused. */
  deliveryReplay: Maybe<DeliveryReplay>;
  /** The new delivery replay as an edge of the root list in its usual order. */
  deliveryReplayEdge: Maybe<DeliveryReplayEdge>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** A request that a risk be borne until a day. Another person must approve it. */
export type RequestAcceptanceInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The last day on which it holds, at most three years away. */
  expiresOn: Scalars['Date']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why it can be borne. */
  reason: Scalars['String']['input'];
  /** The risk. */
  riskId: Scalars['ID']['input'];
};

/** What came of `requestAcceptance`. */
export type RequestAcceptancePayload = {
  /** The acceptance as it is now; null where refused. */
  acceptance: Maybe<Acceptance>;
  /** The new acceptance as an edge of the root list in its usual order. */
  acceptanceEdge: Maybe<AcceptanceEdge>;
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The risk as it is now; null where refused. */
  risk: Maybe<Risk>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** A review of a milestone, now. */
export type RequestReviewInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The milestone. */
  milestoneId: Scalars['ID']['input'];
};

/** What came of `requestReview`. */
export type RequestReviewPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The milestone as it is now; null where refused. */
  milestone: Maybe<Milestone>;
  /** The review as it is now; null where refused. */
  review: Maybe<Review>;
  /** The new review as an edge of the root list in its usual order. */
  reviewEdge: Maybe<ReviewEdge>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** An issue that is dealt with. */
export type ResolveIssueInput = {
  /** What it has cost in the end. */
  actualCost?: InputMaybe<Scalars['Decimal']['input']>;
  /** Delay that it has brought in the end, in working days. */
  actualDelay?: InputMaybe<Scalars['Decimal']['input']>;
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The issue. */
  issueId: Scalars['ID']['input'];
};

/** What came of `resolveIssue`. */
export type ResolveIssuePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The issue as it is now; null where refused. */
  issue: Maybe<Issue>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Something a venture uses: an amount in a unit or currency, until it expires. */
export type Resource = Node & {
  /** How much of it is given to milestones. */
  allocated: Scalars['Decimal']['output'];
  /** Where it goes. */
  allocations: AllocationConnection;
  /** How much of it there is. */
  amount: Maybe<Scalars['Decimal']['output']>;
  /** When it was archived; empty while it is in use. */
  archivedAt: Maybe<Scalars['DateTime']['output']>;
  /** How it is obtained. */
  channel: Maybe<Scalars['String']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** What it is. */
  description: Maybe<Scalars['String']['output']>;
  /** Last day on which it can be used. */
  expiresOn: Maybe<Scalars['Date']['output']>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** Whether its last day has passed in the tenant's time zone. */
  isExpired: Scalars['Boolean']['output'];
  /** Which of the four kinds it is. */
  kind: ResourceKind;
  /** Its name. */
  name: Scalars['String']['output'];
  /** The member who answers for it. */
  owner: Maybe<Member>;
  /** How much of it is not yet given to milestones; empty where its amount is not known. */
  remaining: Maybe<Scalars['Decimal']['output']>;
  /** Unit of the amount; for funding an ISO 4217 currency. */
  unit: Maybe<Scalars['String']['output']>;
  /** When it was changed last. */
  updatedAt: Scalars['DateTime']['output'];
  /** The venture that uses it. */
  venture: Venture;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version: Scalars['Int']['output'];
  /** What you may do with it, by your role. */
  viewerCan: ResourceViewerCan;
};


/** Something a venture uses: an amount in a unit or currency, until it expires. */
export type ResourceallocationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AllocationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<AllocationOrder>>;
};

/** What is told of a group of resources. */
export type ResourceAggregate = {
  /** The average of each over the rows that have a value, to six places. */
  avg: ResourceAvg;
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** How many groups there are, also where not all of them are given. */
  groupCount: Scalars['Int']['output'];
  /** What its rows share. */
  keys: ResourceGroupKeys;
  /** The greatest, latest or gravest of each. */
  max: ResourceMax;
  /** The smallest, earliest or mildest of each. */
  min: ResourceMin;
  /** The sum of each; null where no row has a value. */
  sum: ResourceSum;
};

/** Averages over resources. */
export type ResourceAvg = {
  /** How much of it is given to milestones. */
  allocated: Maybe<Scalars['Decimal']['output']>;
  /** How much of it there is. */
  amount: Maybe<Scalars['Decimal']['output']>;
  /** How much of it is not yet given to milestones; empty where its amount is not known. */
  remaining: Maybe<Scalars['Decimal']['output']>;
};

/** A page of a list of resources. */
export type ResourceConnection = {
  /** Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their keys; read only when asked for. */
  aggregate: Array<ResourceAggregate>;
  /** The rows with their cursors. */
  edges: Array<ResourceEdge>;
  /** The rows. */
  nodes: Array<Resource>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};


/** A page of a list of resources. */
export type ResourceConnectionaggregateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<Array<ResourceGroupField>>;
};

/** A row of a list of resources. */
export type ResourceEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: Resource;
};

/** Conditions on resources; all must hold. An empty filter filters nothing. */
export type ResourceFilter = {
  /** How much of it is given to milestones. */
  allocated?: InputMaybe<DecimalComparator>;
  /** Where it goes. */
  allocations?: InputMaybe<AllocationListFilter>;
  /** How much of it there is. */
  amount?: InputMaybe<DecimalComparator>;
  /** All of these hold. */
  and?: InputMaybe<Array<ResourceFilter>>;
  /** When it was archived; empty while it is in use. */
  archivedAt?: InputMaybe<DateTimeComparator>;
  /** How it is obtained. */
  channel?: InputMaybe<StringComparator>;
  /** When it was made. */
  createdAt?: InputMaybe<DateTimeComparator>;
  /** What it is. */
  description?: InputMaybe<StringComparator>;
  /** Last day on which it can be used. */
  expiresOn?: InputMaybe<DateComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** Whether its last day has passed in the tenant's time zone. */
  isExpired?: InputMaybe<BooleanComparator>;
  /** Which of the four kinds it is. */
  kind?: InputMaybe<ResourceKindComparator>;
  /** Its name. */
  name?: InputMaybe<StringComparator>;
  /** This does not hold. */
  not?: InputMaybe<ResourceFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<ResourceFilter>>;
  /** The member who answers for it. */
  owner?: InputMaybe<MemberFilter>;
  /** The member who answers for it. */
  ownerId?: InputMaybe<IDComparator>;
  /** How much of it is not yet given to milestones; empty where its amount is not known. */
  remaining?: InputMaybe<DecimalComparator>;
  /** Unit of the amount; for funding an ISO 4217 currency. */
  unit?: InputMaybe<StringComparator>;
  /** When it was changed last. */
  updatedAt?: InputMaybe<DateTimeComparator>;
  /** The venture that uses it. */
  venture?: InputMaybe<VentureFilter>;
  /** The venture that uses it. */
  ventureId?: InputMaybe<IDComparator>;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version?: InputMaybe<IntComparator>;
};

/** By what resources can be grouped. */
export type ResourceGroupField =
  /** How it is obtained. */
  | 'CHANNEL'
  /** When it was made: the day. */
  | 'CREATED_AT_DAY'
  /** When it was made: the first day of the month. */
  | 'CREATED_AT_MONTH'
  /** When it was made: the first day of the week. */
  | 'CREATED_AT_WEEK'
  /** Last day on which it can be used: the day. */
  | 'EXPIRES_ON_DAY'
  /** Last day on which it can be used: the first day of the month. */
  | 'EXPIRES_ON_MONTH'
  /** Last day on which it can be used: the first day of the week. */
  | 'EXPIRES_ON_WEEK'
  /** Whether its last day has passed in the tenant's time zone. */
  | 'IS_EXPIRED'
  /** Which of the four kinds it is. */
  | 'KIND'
  /** The member who answers for it. */
  | 'OWNER_ID'
  /** The member who answers for it: What the person may do. */
  | 'OWNER_ROLE'
  /** Unit of the amount; for funding an ISO 4217 currency. */
  | 'UNIT'
  /** The venture that uses it: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture that uses it. */
  | 'VENTURE_ID'
  /** The venture that uses it: How far it has come. */
  | 'VENTURE_STAGE'
  | '%future added value';

/** What the resources of a group share; null unless grouped by. */
export type ResourceGroupKeys = {
  /** How it is obtained. */
  channel: Maybe<Scalars['String']['output']>;
  /** When it was made: the day. */
  createdAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the month. */
  createdAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the week. */
  createdAtWeek: Maybe<Scalars['Date']['output']>;
  /** Last day on which it can be used: the day. */
  expiresOnDay: Maybe<Scalars['Date']['output']>;
  /** Last day on which it can be used: the first day of the month. */
  expiresOnMonth: Maybe<Scalars['Date']['output']>;
  /** Last day on which it can be used: the first day of the week. */
  expiresOnWeek: Maybe<Scalars['Date']['output']>;
  /** Whether its last day has passed in the tenant's time zone. */
  isExpired: Maybe<Scalars['Boolean']['output']>;
  /** Which of the four kinds it is. */
  kind: Maybe<ResourceKind>;
  /** The member who answers for it. Given with its id as a key. */
  owner: Maybe<Member>;
  /** The member who answers for it. */
  ownerId: Maybe<Scalars['ID']['output']>;
  /** The member who answers for it: What the person may do. */
  ownerRole: Maybe<Role>;
  /** Unit of the amount; for funding an ISO 4217 currency. */
  unit: Maybe<Scalars['String']['output']>;
  /** The venture that uses it. Given with its id as a key. */
  venture: Maybe<Venture>;
  /** The venture that uses it: Application field, such as medicine or finance. */
  ventureField: Maybe<Scalars['String']['output']>;
  /** The venture that uses it. */
  ventureId: Maybe<Scalars['ID']['output']>;
  /** The venture that uses it: How far it has come. */
  ventureStage: Maybe<VentureStage>;
};

/** The four kinds of resources (product.md D5). */
export type ResourceKind =
  /** Data sets. */
  | 'DATA'
  /** Money. */
  | 'FUNDING'
  /** People. */
  | 'TALENT'
  /** Software, models and compute. */
  | 'TECHNOLOGY'
  | '%future added value';

/** Conditions on a value of the type ResourceKind; all must hold. */
export type ResourceKindComparator = {
  /** Equal to it. */
  eq?: InputMaybe<ResourceKind>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<ResourceKind>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<ResourceKind>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<ResourceKind>>;
};

/** Conditions on all resources of something. */
export type ResourceListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<ResourceFilter>;
  /** None is like this. */
  none?: InputMaybe<ResourceFilter>;
  /** At least one is like this. */
  some?: InputMaybe<ResourceFilter>;
};

/** Greatest values over resources. */
export type ResourceMax = {
  /** How much of it is given to milestones. */
  allocated: Maybe<Scalars['Decimal']['output']>;
  /** How much of it there is. */
  amount: Maybe<Scalars['Decimal']['output']>;
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Last day on which it can be used. */
  expiresOn: Maybe<Scalars['Date']['output']>;
  /** Which of the four kinds it is. */
  kind: Maybe<ResourceKind>;
  /** How much of it is not yet given to milestones; empty where its amount is not known. */
  remaining: Maybe<Scalars['Decimal']['output']>;
};

/** Smallest values over resources. */
export type ResourceMin = {
  /** How much of it is given to milestones. */
  allocated: Maybe<Scalars['Decimal']['output']>;
  /** How much of it there is. */
  amount: Maybe<Scalars['Decimal']['output']>;
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Last day on which it can be used. */
  expiresOn: Maybe<Scalars['Date']['output']>;
  /** Which of the four kinds it is. */
  kind: Maybe<ResourceKind>;
  /** How much of it is not yet given to milestones; empty where its amount is not known. */
  remaining: Maybe<Scalars['Decimal']['output']>;
};

/** One key of the order of resources. */
export type ResourceOrder = {
  /** Which way; ASC where left out. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: ResourceOrderField;
  /** Where rows without a value stand; LAST where left out. */
  nulls?: InputMaybe<OrderNulls>;
};

/** By what resources can be ordered. */
export type ResourceOrderField =
  /** How much of it is given to milestones. */
  | 'ALLOCATED'
  /** How much of it there is. */
  | 'AMOUNT'
  /** When it was archived; empty while it is in use. */
  | 'ARCHIVED_AT'
  /** How it is obtained. */
  | 'CHANNEL'
  /** When it was made. */
  | 'CREATED_AT'
  /** What it is. */
  | 'DESCRIPTION'
  /** Last day on which it can be used. */
  | 'EXPIRES_ON'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** Which of the four kinds it is. */
  | 'KIND'
  /** Its name. */
  | 'NAME'
  /** The member who answers for it: The person's e-mail address. */
  | 'OWNER_EMAIL'
  /** The member who answers for it: The person's name. */
  | 'OWNER_NAME'
  /** The member who answers for it: What the person may do. */
  | 'OWNER_ROLE'
  /** How much of it is not yet given to milestones; empty where its amount is not known. */
  | 'REMAINING'
  /** Unit of the amount; for funding an ISO 4217 currency. */
  | 'UNIT'
  /** When it was changed last. */
  | 'UPDATED_AT'
  /** The venture that uses it: What it is about. */
  | 'VENTURE_DESCRIPTION'
  /** The venture that uses it: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture that uses it: How many alerts are firing. */
  | 'VENTURE_FIRING_ALERT_COUNT'
  /** The venture that uses it: Short code, unique in the tenant, such as MEDX. */
  | 'VENTURE_KEY'
  /** The venture that uses it: Its name. */
  | 'VENTURE_NAME'
  /** The venture that uses it: How many risks are open. */
  | 'VENTURE_OPEN_RISK_COUNT'
  /** The venture that uses it: How many milestones are past their due day and not done. */
  | 'VENTURE_OVERDUE_MILESTONE_COUNT'
  /** The venture that uses it: How far it has come. */
  | 'VENTURE_STAGE'
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  | 'VERSION'
  | '%future added value';

/** Sums over resources. */
export type ResourceSum = {
  /** How much of it is given to milestones. */
  allocated: Maybe<Scalars['Decimal']['output']>;
  /** How much of it there is. */
  amount: Maybe<Scalars['Decimal']['output']>;
  /** How much of it is not yet given to milestones; empty where its amount is not known. */
  remaining: Maybe<Scalars['Decimal']['output']>;
};

/** What you may do with a Resource. */
export type ResourceViewerCan = {
  /** Whether you may archive it. */
  archive: Scalars['Boolean']['output'];
  /** Whether you may edit it. */
  edit: Scalars['Boolean']['output'];
};

/** How a risk is answered. */
export type Response = Node & {
  /** What is to be done. */
  actions: ActionConnection;
  /** When it was archived; empty while it is in use. */
  archivedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** What it means. */
  description: Maybe<Scalars['String']['output']>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** How the risk is answered. */
  kind: ResponseKind;
  /** The member who answers for it. */
  owner: Maybe<Member>;
  /** The risk that it answers. */
  risk: Risk;
  /** The response in one line. */
  title: Scalars['String']['output'];
  /** When it was changed last. */
  updatedAt: Scalars['DateTime']['output'];
  /** The venture. */
  venture: Venture;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version: Scalars['Int']['output'];
  /** What you may do with it, by your role. */
  viewerCan: ResponseViewerCan;
};


/** How a risk is answered. */
export type ResponseactionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ActionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ActionOrder>>;
};

/** What is told of a group of responses. */
export type ResponseAggregate = {
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** How many groups there are, also where not all of them are given. */
  groupCount: Scalars['Int']['output'];
  /** What its rows share. */
  keys: ResponseGroupKeys;
  /** The greatest, latest or gravest of each. */
  max: ResponseMax;
  /** The smallest, earliest or mildest of each. */
  min: ResponseMin;
};

/** A page of a list of responses. */
export type ResponseConnection = {
  /** Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their keys; read only when asked for. */
  aggregate: Array<ResponseAggregate>;
  /** The rows with their cursors. */
  edges: Array<ResponseEdge>;
  /** The rows. */
  nodes: Array<Response>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};


/** A page of a list of responses. */
export type ResponseConnectionaggregateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<Array<ResponseGroupField>>;
};

/** A row of a list of responses. */
export type ResponseEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: Response;
};

/** Conditions on responses; all must hold. An empty filter filters nothing. */
export type ResponseFilter = {
  /** What is to be done. */
  actions?: InputMaybe<ActionListFilter>;
  /** All of these hold. */
  and?: InputMaybe<Array<ResponseFilter>>;
  /** When it was archived; empty while it is in use. */
  archivedAt?: InputMaybe<DateTimeComparator>;
  /** When it was made. */
  createdAt?: InputMaybe<DateTimeComparator>;
  /** What it means. */
  description?: InputMaybe<StringComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** How the risk is answered. */
  kind?: InputMaybe<ResponseKindComparator>;
  /** This does not hold. */
  not?: InputMaybe<ResponseFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<ResponseFilter>>;
  /** The member who answers for it. */
  owner?: InputMaybe<MemberFilter>;
  /** The member who answers for it. */
  ownerId?: InputMaybe<IDComparator>;
  /** The risk that it answers. */
  risk?: InputMaybe<RiskFilter>;
  /** The risk that it answers. */
  riskId?: InputMaybe<IDComparator>;
  /** The response in one line. */
  title?: InputMaybe<StringComparator>;
  /** When it was changed last. */
  updatedAt?: InputMaybe<DateTimeComparator>;
  /** The venture. */
  venture?: InputMaybe<VentureFilter>;
  /** The venture. */
  ventureId?: InputMaybe<IDComparator>;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version?: InputMaybe<IntComparator>;
};

/** By what responses can be grouped. */
export type ResponseGroupField =
  /** When it was made: the day. */
  | 'CREATED_AT_DAY'
  /** When it was made: the first day of the month. */
  | 'CREATED_AT_MONTH'
  /** When it was made: the first day of the week. */
  | 'CREATED_AT_WEEK'
  /** How the risk is answered. */
  | 'KIND'
  /** The member who answers for it. */
  | 'OWNER_ID'
  /** The member who answers for it: What the person may do. */
  | 'OWNER_ROLE'
  /** The risk that it answers: Code of its category: technical, funding, market, legal or one of the tenant's own. */
  | 'RISK_CATEGORY'
  /** The risk that it answers. */
  | 'RISK_ID'
  /** The risk that it answers: How serious it was before any response. */
  | 'RISK_INHERENT_LEVEL'
  /** The risk that it answers: Whether it would hurt or help. */
  | 'RISK_KIND'
  /** The risk that it answers: How serious it is now. */
  | 'RISK_LEVEL'
  /** The risk that it answers: Where it stands. */
  | 'RISK_STATUS'
  /** The risk that it answers: Code of the sub-type within the category. */
  | 'RISK_SUB_TYPE'
  /** The risk that it answers: How serious it should become. */
  | 'RISK_TARGET_LEVEL'
  /** The venture: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture. */
  | 'VENTURE_ID'
  /** The venture: How far it has come. */
  | 'VENTURE_STAGE'
  | '%future added value';

/** What the responses of a group share; null unless grouped by. */
export type ResponseGroupKeys = {
  /** When it was made: the day. */
  createdAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the month. */
  createdAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the week. */
  createdAtWeek: Maybe<Scalars['Date']['output']>;
  /** How the risk is answered. */
  kind: Maybe<ResponseKind>;
  /** The member who answers for it. Given with its id as a key. */
  owner: Maybe<Member>;
  /** The member who answers for it. */
  ownerId: Maybe<Scalars['ID']['output']>;
  /** The member who answers for it: What the person may do. */
  ownerRole: Maybe<Role>;
  /** The risk that it answers. Given with its id as a key. */
  risk: Maybe<Risk>;
  /** The risk that it answers: Code of its category: technical, funding, market, legal or one of the tenant's own. */
  riskCategory: Maybe<Scalars['String']['output']>;
  /** The risk that it answers. */
  riskId: Maybe<Scalars['ID']['output']>;
  /** The risk that it answers: How serious it was before any response. */
  riskInherentLevel: Maybe<RiskLevel>;
  /** The risk that it answers: Whether it would hurt or help. */
  riskKind: Maybe<RiskKind>;
  /** The risk that it answers: How serious it is now. */
  riskLevel: Maybe<RiskLevel>;
  /** The risk that it answers: Where it stands. */
  riskStatus: Maybe<RiskStatus>;
  /** The risk that it answers: Code of the sub-type within the category. */
  riskSubType: Maybe<Scalars['String']['output']>;
  /** The risk that it answers: How serious it should become. */
  riskTargetLevel: Maybe<RiskLevel>;
  /** The venture. Given with its id as a key. */
  venture: Maybe<Venture>;
  /** The venture: Application field, such as medicine or finance. */
  ventureField: Maybe<Scalars['String']['output']>;
  /** The venture. */
  ventureId: Maybe<Scalars['ID']['output']>;
  /** The venture: How far it has come. */
  ventureStage: Maybe<VentureStage>;
};

/** How a risk is answered: a threat by the first four, an opportunity by the last three or by accepting. */
export type ResponseKind =
  /** Bear it, or wait whether it comes. */
  | 'ACCEPT'
  /** Do not do what brings it. */
  | 'AVOID'
  /** Make the opportunity more probable or worth more. */
  | 'ENHANCE'
  /** See to it that the opportunity comes. */
  | 'EXPLOIT'
  /** Make it less probable or less harmful. */
  | 'MITIGATE'
  /** Let somebody take part who can bring it about. */
  | 'SHARE'
  /** Let somebody else bear it. */
  | 'TRANSFER'
  | '%future added value';

/** Conditions on a value of the type ResponseKind; all must hold. */
export type ResponseKindComparator = {
  /** Equal to it. */
  eq?: InputMaybe<ResponseKind>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<ResponseKind>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<ResponseKind>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<ResponseKind>>;
};

/** Conditions on all responses of something. */
export type ResponseListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<ResponseFilter>;
  /** None is like this. */
  none?: InputMaybe<ResponseFilter>;
  /** At least one is like this. */
  some?: InputMaybe<ResponseFilter>;
};

/** Greatest values over responses. */
export type ResponseMax = {
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** How the risk is answered. */
  kind: Maybe<ResponseKind>;
};

/** Smallest values over responses. */
export type ResponseMin = {
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** How the risk is answered. */
  kind: Maybe<ResponseKind>;
};

/** One key of the order of responses. */
export type ResponseOrder = {
  /** Which way; ASC where left out. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: ResponseOrderField;
  /** Where rows without a value stand; LAST where left out. */
  nulls?: InputMaybe<OrderNulls>;
};

/** By what responses can be ordered. */
export type ResponseOrderField =
  /** When it was archived; empty while it is in use. */
  | 'ARCHIVED_AT'
  /** When it was made. */
  | 'CREATED_AT'
  /** What it means. */
  | 'DESCRIPTION'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** How the risk is answered. */
  | 'KIND'
  /** The member who answers for it: The person's e-mail address. */
  | 'OWNER_EMAIL'
  /** The member who answers for it: The person's name. */
  | 'OWNER_NAME'
  /** The member who answers for it: What the person may do. */
  | 'OWNER_ROLE'
  /** The risk that it answers: When it was last assessed as it is now. */
  | 'RISK_ASSESSED_AT'
  /** The risk that it answers: Code of its category: technical, funding, market, legal or one of the tenant's own. */
  | 'RISK_CATEGORY'
  /** The risk that it answers: Why it may happen. */
  | 'RISK_CAUSE'
  /** The risk that it answers: What would follow. */
  | 'RISK_EFFECT'
  /** The risk that it answers: What would happen. */
  | 'RISK_EVENT'
  /** The risk that it answers: Probability × mean impact now, in the tenant's currency. */
  | 'RISK_EXPECTED_LOSS'
  /** The risk that it answers: When it would happen. */
  | 'RISK_EXPECTED_ON'
  /** The risk that it answers: Level of impact now, from 1. */
  | 'RISK_IMPACT_LEVEL'
  /** The risk that it answers: How serious it was before any response. */
  | 'RISK_INHERENT_LEVEL'
  /** The risk that it answers: Score before any response. */
  | 'RISK_INHERENT_SCORE'
  /** The risk that it answers: Whether it would hurt or help. */
  | 'RISK_KIND'
  /** The risk that it answers: How serious it is now. */
  | 'RISK_LEVEL'
  /** The risk that it answers: Since when the present level has held. */
  | 'RISK_LEVEL_SINCE'
  /** The risk that it answers: When it is to be assessed again. */
  | 'RISK_NEXT_ASSESSMENT_ON'
  /** The risk that it answers: Since when it has been open without a break. */
  | 'RISK_OPENED_AT'
  /** The risk that it answers: How many actions of its responses are not done. */
  | 'RISK_OPEN_ACTION_COUNT'
  /** The risk that it answers: By how much its venture's P80 loss would be lower without it. */
  | 'RISK_P80_SHARE'
  /** The risk that it answers: Level of probability now, from 1. */
  | 'RISK_PROBABILITY_LEVEL'
  /** The risk that it answers: How many days away that is; negative where it has passed. */
  | 'RISK_PROXIMITY_DAYS'
  /** The risk that it answers: When it would happen: the expected day, else the day on which the first milestone that it threatens is due. */
  | 'RISK_PROXIMITY_ON'
  /** The risk that it answers: Probability level × impact level of the latest current assessment. */
  | 'RISK_SCORE'
  /** The risk that it answers: Where it stands. */
  | 'RISK_STATUS'
  /** The risk that it answers: Code of the sub-type within the category. */
  | 'RISK_SUB_TYPE'
  /** The risk that it answers: How serious it should become. */
  | 'RISK_TARGET_LEVEL'
  /** The risk that it answers: Score as it should become. */
  | 'RISK_TARGET_SCORE'
  /** The risk that it answers: Code of the template that it was made from. */
  | 'RISK_TEMPLATE'
  /** The risk that it answers: The risk in one line. */
  | 'RISK_TITLE'
  /** The response in one line. */
  | 'TITLE'
  /** When it was changed last. */
  | 'UPDATED_AT'
  /** The venture: What it is about. */
  | 'VENTURE_DESCRIPTION'
  /** The venture: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture: How many alerts are firing. */
  | 'VENTURE_FIRING_ALERT_COUNT'
  /** The venture: Short code, unique in the tenant, such as MEDX. */
  | 'VENTURE_KEY'
  /** The venture: Its name. */
  | 'VENTURE_NAME'
  /** The venture: How many risks are open. */
  | 'VENTURE_OPEN_RISK_COUNT'
  /** The venture: How many milestones are past their due day and not done. */
  | 'VENTURE_OVERDUE_MILESTONE_COUNT'
  /** The venture: How far it has come. */
  | 'VENTURE_STAGE'
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  | 'VERSION'
  | '%future added value';

/** What you may do with a Response. */
export type ResponseViewerCan = {
  /** Whether you may archive it. */
  archive: Scalars['Boolean']['output'];
  /** Whether you may edit it. */
  edit: Scalars['Boolean']['output'];
};

/** Which action to restore. */
export type RestoreActionInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The action. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `restoreAction`. */
export type RestoreActionPayload = {
  /** The action as it is now; null where refused. */
  action: Maybe<Action>;
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Which allocation to restore. */
export type RestoreAllocationInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The allocation. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `restoreAllocation`. */
export type RestoreAllocationPayload = {
  /** The allocation as it is now; null where refused. */
  allocation: Maybe<Allocation>;
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Which channel is meant. */
export type RestoreChannelInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The channel. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `restoreChannel`. */
export type RestoreChannelPayload = {
  /** The channel as it is now; null where refused. */
  channel: Maybe<Channel>;
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Which criterion to restore. */
export type RestoreCriterionInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The criterion. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `restoreCriterion`. */
export type RestoreCriterionPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The criterion as it is now; null where refused. */
  criterion: Maybe<Criterion>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Which dependency to restore. */
export type RestoreDependencyInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The dependency. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `restoreDependency`. */
export type RestoreDependencyPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The dependency as it is now; null where refused. */
  dependency: Maybe<Dependency>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Which indicator to restore. */
export type RestoreIndicatorInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The indicator. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `restoreIndicator`. */
export type RestoreIndicatorPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The indicator as it is now; null where refused. */
  indicator: Maybe<Indicator>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Which issue to restore. */
export type RestoreIssueInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The issue. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `restoreIssue`. */
export type RestoreIssuePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The issue as it is now; null where refused. */
  issue: Maybe<Issue>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Which milestone to restore. */
export type RestoreMilestoneInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The milestone. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `restoreMilestone`. */
export type RestoreMilestonePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The milestone as it is now; null where refused. */
  milestone: Maybe<Milestone>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Which resource to restore. */
export type RestoreResourceInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The resource. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `restoreResource`. */
export type RestoreResourcePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The resource as it is now; null where refused. */
  resource: Maybe<Resource>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Which response to restore. */
export type RestoreResponseInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The response. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `restoreResponse`. */
export type RestoreResponsePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The response as it is now; null where refused. */
  response: Maybe<Response>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Which category or sub-type to restore. */
export type RestoreRiskCategoryInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The category or sub-type. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `restoreRiskCategory`. */
export type RestoreRiskCategoryPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The risk category as it is now; null where refused. */
  riskCategory: Maybe<RiskCategory>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Which link between risks to restore. */
export type RestoreRiskCauseInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The link. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `restoreRiskCause`. */
export type RestoreRiskCausePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The risk cause as it is now; null where refused. */
  riskCause: Maybe<RiskCause>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Which risk to restore. */
export type RestoreRiskInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The risk. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Which risk milestone to restore. */
export type RestoreRiskMilestoneInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The risk milestone. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `restoreRiskMilestone`. */
export type RestoreRiskMilestonePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The risk milestone as it is now; null where refused. */
  riskMilestone: Maybe<RiskMilestone>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** What came of `restoreRisk`. */
export type RestoreRiskPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The risk as it is now; null where refused. */
  risk: Maybe<Risk>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Which risk resource to restore. */
export type RestoreRiskResourceInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The risk resource. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `restoreRiskResource`. */
export type RestoreRiskResourcePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The risk resource as it is now; null where refused. */
  riskResource: Maybe<RiskResource>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Which team to restore. */
export type RestoreTeamInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The team. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Which team member to restore. */
export type RestoreTeamMemberInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The team member. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `restoreTeamMember`. */
export type RestoreTeamMemberPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The team member as it is now; null where refused. */
  teamMember: Maybe<TeamMember>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** What came of `restoreTeam`. */
export type RestoreTeamPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The team as it is now; null where refused. */
  team: Maybe<Team>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Which venture to restore. */
export type RestoreVentureInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The venture. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `restoreVenture`. */
export type RestoreVenturePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
  /** The venture as it is now; null where refused. */
  venture: Maybe<Venture>;
};

/** Which messages of a channel to send again. */
export type RetryChannelInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The channel. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** From when on: at most 30 days ago. */
  since: Scalars['DateTime']['input'];
};

/** What came of `retryChannel`. */
export type RetryChannelPayload = {
  /** The channel as it is now; null where refused. */
  channel: Maybe<Channel>;
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Which delivery to try again. */
export type RetryDeliveryInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The delivery. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `retryDelivery`. */
export type RetryDeliveryPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The delivery as it is now; null where refused. */
  delivery: Maybe<Delivery>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** The computed and then decided examination of a milestone. */
export type Review = Node & {
  /** Whether the decision goes against the recommendation. */
  againstRecommendation: Maybe<Scalars['Boolean']['output']>;
  /** How often making the report was tried. */
  attempts: Scalars['Int']['output'];
  /** When the report was computed. */
  computedAt: Maybe<Scalars['DateTime']['output']>;
  /** What must be done for a conditional go to hold. */
  conditions: ReviewConditionConnection;
  /** SHA-256 of the report's canonical bytes. */
  contentHash: Maybe<Scalars['String']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** When it was decided. */
  decidedAt: Maybe<Scalars['DateTime']['output']>;
  /** The member who decided it. */
  decidedBy: Maybe<Member>;
  /** What was decided. */
  decision: Maybe<ReviewDecision>;
  /** Why it was decided so. */
  decisionReason: Maybe<Scalars['String']['output']>;
  /** Why the report could not be made. */
  error: Maybe<Scalars['String']['output']>;
  /** When its report was made. */
  gatheredAt: Maybe<Scalars['DateTime']['output']>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** The milestone that it examines. */
  milestone: Milestone;
  /** The day for which it is planned. */
  plannedOn: Maybe<Scalars['Date']['output']>;
  /** Why the recommendation is what it is. */
  reasons: Maybe<Scalars['JSON']['output']>;
  /** What the fixed rule recommends. */
  recommendation: Maybe<ReviewRecommendation>;
  /** The report: what was found, and the recommendation with its reasons. */
  report: Maybe<Scalars['JSON']['output']>;
  /** When it was asked for. */
  requestedAt: Maybe<Scalars['DateTime']['output']>;
  /** The member who asked for it. */
  requestedBy: Maybe<Member>;
  /** Whether what it was computed from has changed since. */
  stale: Scalars['Boolean']['output'];
  /** When people began to look at it. */
  startedAt: Maybe<Scalars['DateTime']['output']>;
  /** The member who began it. */
  startedBy: Maybe<Member>;
  /** Where it stands. */
  state: ReviewState;
  /** The venture. */
  venture: Venture;
  /** What you may do with it, by your role. */
  viewerCan: ReviewViewerCan;
};


/** The computed and then decided examination of a milestone. */
export type ReviewconditionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ReviewConditionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ReviewConditionOrder>>;
};

/** What is told of a group of reviews. */
export type ReviewAggregate = {
  /** The average of each over the rows that have a value, to six places. */
  avg: ReviewAvg;
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** How many groups there are, also where not all of them are given. */
  groupCount: Scalars['Int']['output'];
  /** What its rows share. */
  keys: ReviewGroupKeys;
  /** The greatest, latest or gravest of each. */
  max: ReviewMax;
  /** The smallest, earliest or mildest of each. */
  min: ReviewMin;
  /** The sum of each; null where no row has a value. */
  sum: ReviewSum;
};

/** Averages over reviews. */
export type ReviewAvg = {
  /** How often making the report was tried. */
  attempts: Maybe<Scalars['Float']['output']>;
};

/** What must be done for a conditional go to hold. */
export type ReviewCondition = Node & {
  /** When it was archived; empty while it is in use. */
  archivedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Until when. */
  dueOn: Maybe<Scalars['Date']['output']>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** Whether its due day has passed in the tenant's time zone and it is not met. */
  isOverdue: Scalars['Boolean']['output'];
  /** When it was done. */
  metAt: Maybe<Scalars['DateTime']['output']>;
  /** The member who does it. */
  owner: Maybe<Member>;
  /** The review that asks for it. */
  review: Review;
  /** What must be done. */
  title: Scalars['String']['output'];
  /** When it was changed last. */
  updatedAt: Scalars['DateTime']['output'];
  /** The venture. */
  venture: Venture;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version: Scalars['Int']['output'];
};

/** What is told of a group of review conditions. */
export type ReviewConditionAggregate = {
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** How many groups there are, also where not all of them are given. */
  groupCount: Scalars['Int']['output'];
  /** What its rows share. */
  keys: ReviewConditionGroupKeys;
  /** The greatest, latest or gravest of each. */
  max: ReviewConditionMax;
  /** The smallest, earliest or mildest of each. */
  min: ReviewConditionMin;
};

/** A page of a list of review conditions. */
export type ReviewConditionConnection = {
  /** Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their keys; read only when asked for. */
  aggregate: Array<ReviewConditionAggregate>;
  /** The rows with their cursors. */
  edges: Array<ReviewConditionEdge>;
  /** The rows. */
  nodes: Array<ReviewCondition>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};


/** A page of a list of review conditions. */
export type ReviewConditionConnectionaggregateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<Array<ReviewConditionGroupField>>;
};

/** A row of a list of review conditions. */
export type ReviewConditionEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: ReviewCondition;
};

/** Conditions on review conditions; all must hold. An empty filter filters nothing. */
export type ReviewConditionFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<ReviewConditionFilter>>;
  /** When it was archived; empty while it is in use. */
  archivedAt?: InputMaybe<DateTimeComparator>;
  /** When it was made. */
  createdAt?: InputMaybe<DateTimeComparator>;
  /** Until when. */
  dueOn?: InputMaybe<DateComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** Whether its due day has passed in the tenant's time zone and it is not met. */
  isOverdue?: InputMaybe<BooleanComparator>;
  /** When it was done. */
  metAt?: InputMaybe<DateTimeComparator>;
  /** This does not hold. */
  not?: InputMaybe<ReviewConditionFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<ReviewConditionFilter>>;
  /** The member who does it. */
  owner?: InputMaybe<MemberFilter>;
  /** The member who does it. */
  ownerId?: InputMaybe<IDComparator>;
  /** The review that asks for it. */
  review?: InputMaybe<ReviewFilter>;
  /** The review that asks for it. */
  reviewId?: InputMaybe<IDComparator>;
  /** What must be done. */
  title?: InputMaybe<StringComparator>;
  /** When it was changed last. */
  updatedAt?: InputMaybe<DateTimeComparator>;
  /** The venture. */
  venture?: InputMaybe<VentureFilter>;
  /** The venture. */
  ventureId?: InputMaybe<IDComparator>;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version?: InputMaybe<IntComparator>;
};

/** By what review conditions can be grouped. */
export type ReviewConditionGroupField =
  /** When it was made: the day. */
  | 'CREATED_AT_DAY'
  /** When it was made: the first day of the month. */
  | 'CREATED_AT_MONTH'
  /** When it was made: the first day of the week. */
  | 'CREATED_AT_WEEK'
  /** Until when: the day. */
  | 'DUE_ON_DAY'
  /** Until when: the first day of the month. */
  | 'DUE_ON_MONTH'
  /** Until when: the first day of the week. */
  | 'DUE_ON_WEEK'
  /** Whether its due day has passed in the tenant's time zone and it is not met. */
  | 'IS_OVERDUE'
  /** When it was done: the day. */
  | 'MET_AT_DAY'
  /** When it was done: the first day of the month. */
  | 'MET_AT_MONTH'
  /** When it was done: the first day of the week. */
  | 'MET_AT_WEEK'
  /** The member who does it. */
  | 'OWNER_ID'
  /** The member who does it: What the person may do. */
  | 'OWNER_ROLE'
  /** The review that asks for it: What was decided. */
  | 'REVIEW_DECISION'
  /** The review that asks for it. */
  | 'REVIEW_ID'
  /** The review that asks for it: What the fixed rule recommends. */
  | 'REVIEW_RECOMMENDATION'
  /** The review that asks for it: Where it stands. */
  | 'REVIEW_STATE'
  /** The venture: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture. */
  | 'VENTURE_ID'
  /** The venture: How far it has come. */
  | 'VENTURE_STAGE'
  | '%future added value';

/** What the review conditions of a group share; null unless grouped by. */
export type ReviewConditionGroupKeys = {
  /** When it was made: the day. */
  createdAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the month. */
  createdAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the week. */
  createdAtWeek: Maybe<Scalars['Date']['output']>;
  /** Until when: the day. */
  dueOnDay: Maybe<Scalars['Date']['output']>;
  /** Until when: the first day of the month. */
  dueOnMonth: Maybe<Scalars['Date']['output']>;
  /** Until when: the first day of the week. */
  dueOnWeek: Maybe<Scalars['Date']['output']>;
  /** Whether its due day has passed in the tenant's time zone and it is not met. */
  isOverdue: Maybe<Scalars['Boolean']['output']>;
  /** When it was done: the day. */
  metAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was done: the first day of the month. */
  metAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was done: the first day of the week. */
  metAtWeek: Maybe<Scalars['Date']['output']>;
  /** The member who does it. Given with its id as a key. */
  owner: Maybe<Member>;
  /** The member who does it. */
  ownerId: Maybe<Scalars['ID']['output']>;
  /** The member who does it: What the person may do. */
  ownerRole: Maybe<Role>;
  /** The review that asks for it. Given with its id as a key. */
  review: Maybe<Review>;
  /** The review that asks for it: What was decided. */
  reviewDecision: Maybe<ReviewDecision>;
  /** The review that asks for it. */
  reviewId: Maybe<Scalars['ID']['output']>;
  /** The review that asks for it: What the fixed rule recommends. */
  reviewRecommendation: Maybe<ReviewRecommendation>;
  /** The review that asks for it: Where it stands. */
  reviewState: Maybe<ReviewState>;
  /** The venture. Given with its id as a key. */
  venture: Maybe<Venture>;
  /** The venture: Application field, such as medicine or finance. */
  ventureField: Maybe<Scalars['String']['output']>;
  /** The venture. */
  ventureId: Maybe<Scalars['ID']['output']>;
  /** The venture: How far it has come. */
  ventureStage: Maybe<VentureStage>;
};

/** Conditions on all review conditions of something. */
export type ReviewConditionListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<ReviewConditionFilter>;
  /** None is like this. */
  none?: InputMaybe<ReviewConditionFilter>;
  /** At least one is like this. */
  some?: InputMaybe<ReviewConditionFilter>;
};

/** Greatest values over review conditions. */
export type ReviewConditionMax = {
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Until when. */
  dueOn: Maybe<Scalars['Date']['output']>;
  /** When it was done. */
  metAt: Maybe<Scalars['DateTime']['output']>;
};

/** Smallest values over review conditions. */
export type ReviewConditionMin = {
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Until when. */
  dueOn: Maybe<Scalars['Date']['output']>;
  /** When it was done. */
  metAt: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of review conditions. */
export type ReviewConditionOrder = {
  /** Which way; ASC where left out. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: ReviewConditionOrderField;
  /** Where rows without a value stand; LAST where left out. */
  nulls?: InputMaybe<OrderNulls>;
};

/** By what review conditions can be ordered. */
export type ReviewConditionOrderField =
  /** When it was archived; empty while it is in use. */
  | 'ARCHIVED_AT'
  /** When it was made. */
  | 'CREATED_AT'
  /** Until when. */
  | 'DUE_ON'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** When it was done. */
  | 'MET_AT'
  /** The member who does it: The person's e-mail address. */
  | 'OWNER_EMAIL'
  /** The member who does it: The person's name. */
  | 'OWNER_NAME'
  /** The member who does it: What the person may do. */
  | 'OWNER_ROLE'
  /** The review that asks for it: Whether the decision goes against the recommendation. */
  | 'REVIEW_AGAINST_RECOMMENDATION'
  /** The review that asks for it: How often making the report was tried. */
  | 'REVIEW_ATTEMPTS'
  /** The review that asks for it: When the report was computed. */
  | 'REVIEW_COMPUTED_AT'
  /** The review that asks for it: SHA-256 of the report's canonical bytes. */
  | 'REVIEW_CONTENT_HASH'
  /** The review that asks for it: When it was decided. */
  | 'REVIEW_DECIDED_AT'
  /** The review that asks for it: What was decided. */
  | 'REVIEW_DECISION'
  /** The review that asks for it: Why it was decided so. */
  | 'REVIEW_DECISION_REASON'
  /** The review that asks for it: Why the report could not be made. */
  | 'REVIEW_ERROR'
  /** The review that asks for it: When its report was made. */
  | 'REVIEW_GATHERED_AT'
  /** The review that asks for it: The day for which it is planned. */
  | 'REVIEW_PLANNED_ON'
  /** The review that asks for it: What the fixed rule recommends. */
  | 'REVIEW_RECOMMENDATION'
  /** The review that asks for it: When it was asked for. */
  | 'REVIEW_REQUESTED_AT'
  /** The review that asks for it: Whether what it was computed from has changed since. */
  | 'REVIEW_STALE'
  /** The review that asks for it: When people began to look at it. */
  | 'REVIEW_STARTED_AT'
  /** The review that asks for it: Where it stands. */
  | 'REVIEW_STATE'
  /** What must be done. */
  | 'TITLE'
  /** When it was changed last. */
  | 'UPDATED_AT'
  /** The venture: What it is about. */
  | 'VENTURE_DESCRIPTION'
  /** The venture: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture: How many alerts are firing. */
  | 'VENTURE_FIRING_ALERT_COUNT'
  /** The venture: Short code, unique in the tenant, such as MEDX. */
  | 'VENTURE_KEY'
  /** The venture: Its name. */
  | 'VENTURE_NAME'
  /** The venture: How many risks are open. */
  | 'VENTURE_OPEN_RISK_COUNT'
  /** The venture: How many milestones are past their due day and not done. */
  | 'VENTURE_OVERDUE_MILESTONE_COUNT'
  /** The venture: How far it has come. */
  | 'VENTURE_STAGE'
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  | 'VERSION'
  | '%future added value';

/** A page of a list of reviews. */
export type ReviewConnection = {
  /** Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their keys; read only when asked for. */
  aggregate: Array<ReviewAggregate>;
  /** The rows with their cursors. */
  edges: Array<ReviewEdge>;
  /** The rows. */
  nodes: Array<Review>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};


/** A page of a list of reviews. */
export type ReviewConnectionaggregateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<Array<ReviewGroupField>>;
};

/** What people can decide in a review. *Recycle*: not good enough yet. *Hold*: good, but not now. */
export type ReviewDecision =
  /** Go on, once the conditions are met. */
  | 'CONDITIONAL_GO'
  /** Go on. */
  | 'GO'
  /** Wait. */
  | 'HOLD'
  /** Do it again. */
  | 'RECYCLE'
  /** End it. */
  | 'STOP'
  | '%future added value';

/** Conditions on a value of the type ReviewDecision; all must hold. */
export type ReviewDecisionComparator = {
  /** Equal to it. */
  eq?: InputMaybe<ReviewDecision>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<ReviewDecision>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<ReviewDecision>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<ReviewDecision>>;
};

/** A row of a list of reviews. */
export type ReviewEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: Review;
};

/** Conditions on reviews; all must hold. An empty filter filters nothing. */
export type ReviewFilter = {
  /** Whether the decision goes against the recommendation. */
  againstRecommendation?: InputMaybe<BooleanComparator>;
  /** All of these hold. */
  and?: InputMaybe<Array<ReviewFilter>>;
  /** How often making the report was tried. */
  attempts?: InputMaybe<IntComparator>;
  /** When the report was computed. */
  computedAt?: InputMaybe<DateTimeComparator>;
  /** What must be done for a conditional go to hold. */
  conditions?: InputMaybe<ReviewConditionListFilter>;
  /** SHA-256 of the report's canonical bytes. */
  contentHash?: InputMaybe<StringComparator>;
  /** When it was made. */
  createdAt?: InputMaybe<DateTimeComparator>;
  /** When it was decided. */
  decidedAt?: InputMaybe<DateTimeComparator>;
  /** The member who decided it. */
  decidedBy?: InputMaybe<MemberFilter>;
  /** The member who decided it. */
  decidedById?: InputMaybe<IDComparator>;
  /** What was decided. */
  decision?: InputMaybe<ReviewDecisionComparator>;
  /** Why it was decided so. */
  decisionReason?: InputMaybe<StringComparator>;
  /** Why the report could not be made. */
  error?: InputMaybe<StringComparator>;
  /** When its report was made. */
  gatheredAt?: InputMaybe<DateTimeComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** The milestone that it examines. */
  milestone?: InputMaybe<MilestoneFilter>;
  /** The milestone that it examines. */
  milestoneId?: InputMaybe<IDComparator>;
  /** This does not hold. */
  not?: InputMaybe<ReviewFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<ReviewFilter>>;
  /** The day for which it is planned. */
  plannedOn?: InputMaybe<DateComparator>;
  /** What the fixed rule recommends. */
  recommendation?: InputMaybe<ReviewRecommendationComparator>;
  /** When it was asked for. */
  requestedAt?: InputMaybe<DateTimeComparator>;
  /** The member who asked for it. */
  requestedBy?: InputMaybe<MemberFilter>;
  /** The member who asked for it. */
  requestedById?: InputMaybe<IDComparator>;
  /** Whether what it was computed from has changed since. */
  stale?: InputMaybe<BooleanComparator>;
  /** When people began to look at it. */
  startedAt?: InputMaybe<DateTimeComparator>;
  /** The member who began it. */
  startedBy?: InputMaybe<MemberFilter>;
  /** The member who began it. */
  startedById?: InputMaybe<IDComparator>;
  /** Where it stands. */
  state?: InputMaybe<ReviewStateComparator>;
  /** The venture. */
  venture?: InputMaybe<VentureFilter>;
  /** The venture. */
  ventureId?: InputMaybe<IDComparator>;
};

/** By what reviews can be grouped. */
export type ReviewGroupField =
  /** Whether the decision goes against the recommendation. */
  | 'AGAINST_RECOMMENDATION'
  /** How often making the report was tried. */
  | 'ATTEMPTS'
  /** When the report was computed: the day. */
  | 'COMPUTED_AT_DAY'
  /** When the report was computed: the first day of the month. */
  | 'COMPUTED_AT_MONTH'
  /** When the report was computed: the first day of the week. */
  | 'COMPUTED_AT_WEEK'
  /** When it was made: the day. */
  | 'CREATED_AT_DAY'
  /** When it was made: the first day of the month. */
  | 'CREATED_AT_MONTH'
  /** When it was made: the first day of the week. */
  | 'CREATED_AT_WEEK'
  /** When it was decided: the day. */
  | 'DECIDED_AT_DAY'
  /** When it was decided: the first day of the month. */
  | 'DECIDED_AT_MONTH'
  /** When it was decided: the first day of the week. */
  | 'DECIDED_AT_WEEK'
  /** The member who decided it. */
  | 'DECIDED_BY'
  /** The member who decided it: What the person may do. */
  | 'DECIDED_BY_ROLE'
  /** What was decided. */
  | 'DECISION'
  /** When its report was made: the day. */
  | 'GATHERED_AT_DAY'
  /** When its report was made: the first day of the month. */
  | 'GATHERED_AT_MONTH'
  /** When its report was made: the first day of the week. */
  | 'GATHERED_AT_WEEK'
  /** The milestone that it examines. */
  | 'MILESTONE_ID'
  /** The milestone that it examines: Where it stands. */
  | 'MILESTONE_STATUS'
  /** The day for which it is planned: the day. */
  | 'PLANNED_ON_DAY'
  /** The day for which it is planned: the first day of the month. */
  | 'PLANNED_ON_MONTH'
  /** The day for which it is planned: the first day of the week. */
  | 'PLANNED_ON_WEEK'
  /** What the fixed rule recommends. */
  | 'RECOMMENDATION'
  /** When it was asked for: the day. */
  | 'REQUESTED_AT_DAY'
  /** When it was asked for: the first day of the month. */
  | 'REQUESTED_AT_MONTH'
  /** When it was asked for: the first day of the week. */
  | 'REQUESTED_AT_WEEK'
  /** The member who asked for it. */
  | 'REQUESTED_BY'
  /** The member who asked for it: What the person may do. */
  | 'REQUESTED_BY_ROLE'
  /** Whether what it was computed from has changed since. */
  | 'STALE'
  /** When people began to look at it: the day. */
  | 'STARTED_AT_DAY'
  /** When people began to look at it: the first day of the month. */
  | 'STARTED_AT_MONTH'
  /** When people began to look at it: the first day of the week. */
  | 'STARTED_AT_WEEK'
  /** The member who began it. */
  | 'STARTED_BY'
  /** The member who began it: What the person may do. */
  | 'STARTED_BY_ROLE'
  /** Where it stands. */
  | 'STATE'
  /** The venture: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture. */
  | 'VENTURE_ID'
  /** The venture: How far it has come. */
  | 'VENTURE_STAGE'
  | '%future added value';

/** What the reviews of a group share; null unless grouped by. */
export type ReviewGroupKeys = {
  /** Whether the decision goes against the recommendation. */
  againstRecommendation: Maybe<Scalars['Boolean']['output']>;
  /** How often making the report was tried. */
  attempts: Maybe<Scalars['Int']['output']>;
  /** When the report was computed: the day. */
  computedAtDay: Maybe<Scalars['Date']['output']>;
  /** When the report was computed: the first day of the month. */
  computedAtMonth: Maybe<Scalars['Date']['output']>;
  /** When the report was computed: the first day of the week. */
  computedAtWeek: Maybe<Scalars['Date']['output']>;
  /** When it was made: the day. */
  createdAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the month. */
  createdAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the week. */
  createdAtWeek: Maybe<Scalars['Date']['output']>;
  /** When it was decided: the day. */
  decidedAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was decided: the first day of the month. */
  decidedAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was decided: the first day of the week. */
  decidedAtWeek: Maybe<Scalars['Date']['output']>;
  /** The member who decided it. Given with its id as a key. */
  decidedBy: Maybe<Member>;
  /** The member who decided it. */
  decidedById: Maybe<Scalars['ID']['output']>;
  /** The member who decided it: What the person may do. */
  decidedByRole: Maybe<Role>;
  /** What was decided. */
  decision: Maybe<ReviewDecision>;
  /** When its report was made: the day. */
  gatheredAtDay: Maybe<Scalars['Date']['output']>;
  /** When its report was made: the first day of the month. */
  gatheredAtMonth: Maybe<Scalars['Date']['output']>;
  /** When its report was made: the first day of the week. */
  gatheredAtWeek: Maybe<Scalars['Date']['output']>;
  /** The milestone that it examines. Given with its id as a key. */
  milestone: Maybe<Milestone>;
  /** The milestone that it examines. */
  milestoneId: Maybe<Scalars['ID']['output']>;
  /** The milestone that it examines: Where it stands. */
  milestoneStatus: Maybe<MilestoneStatus>;
  /** The day for which it is planned: the day. */
  plannedOnDay: Maybe<Scalars['Date']['output']>;
  /** The day for which it is planned: the first day of the month. */
  plannedOnMonth: Maybe<Scalars['Date']['output']>;
  /** The day for which it is planned: the first day of the week. */
  plannedOnWeek: Maybe<Scalars['Date']['output']>;
  /** What the fixed rule recommends. */
  recommendation: Maybe<ReviewRecommendation>;
  /** When it was asked for: the day. */
  requestedAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was asked for: the first day of the month. */
  requestedAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was asked for: the first day of the week. */
  requestedAtWeek: Maybe<Scalars['Date']['output']>;
  /** The member who asked for it. Given with its id as a key. */
  requestedBy: Maybe<Member>;
  /** The member who asked for it. */
  requestedById: Maybe<Scalars['ID']['output']>;
  /** The member who asked for it: What the person may do. */
  requestedByRole: Maybe<Role>;
  /** Whether what it was computed from has changed since. */
  stale: Maybe<Scalars['Boolean']['output']>;
  /** When people began to look at it: the day. */
  startedAtDay: Maybe<Scalars['Date']['output']>;
  /** When people began to look at it: the first day of the month. */
  startedAtMonth: Maybe<Scalars['Date']['output']>;
  /** When people began to look at it: the first day of the week. */
  startedAtWeek: Maybe<Scalars['Date']['output']>;
  /** The member who began it. Given with its id as a key. */
  startedBy: Maybe<Member>;
  /** The member who began it. */
  startedById: Maybe<Scalars['ID']['output']>;
  /** The member who began it: What the person may do. */
  startedByRole: Maybe<Role>;
  /** Where it stands. */
  state: Maybe<ReviewState>;
  /** The venture. Given with its id as a key. */
  venture: Maybe<Venture>;
  /** The venture: Application field, such as medicine or finance. */
  ventureField: Maybe<Scalars['String']['output']>;
  /** The venture. */
  ventureId: Maybe<Scalars['ID']['output']>;
  /** The venture: How far it has come. */
  ventureStage: Maybe<VentureStage>;
};

/** Conditions on all reviews of something. */
export type ReviewListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<ReviewFilter>;
  /** None is like this. */
  none?: InputMaybe<ReviewFilter>;
  /** At least one is like this. */
  some?: InputMaybe<ReviewFilter>;
};

/** Greatest values over reviews. */
export type ReviewMax = {
  /** How often making the report was tried. */
  attempts: Maybe<Scalars['Int']['output']>;
  /** When the report was computed. */
  computedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was decided. */
  decidedAt: Maybe<Scalars['DateTime']['output']>;
  /** What was decided. */
  decision: Maybe<ReviewDecision>;
  /** When its report was made. */
  gatheredAt: Maybe<Scalars['DateTime']['output']>;
  /** The day for which it is planned. */
  plannedOn: Maybe<Scalars['Date']['output']>;
  /** What the fixed rule recommends. */
  recommendation: Maybe<ReviewRecommendation>;
  /** When it was asked for. */
  requestedAt: Maybe<Scalars['DateTime']['output']>;
  /** When people began to look at it. */
  startedAt: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  state: Maybe<ReviewState>;
};

/** Smallest values over reviews. */
export type ReviewMin = {
  /** How often making the report was tried. */
  attempts: Maybe<Scalars['Int']['output']>;
  /** When the report was computed. */
  computedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was decided. */
  decidedAt: Maybe<Scalars['DateTime']['output']>;
  /** What was decided. */
  decision: Maybe<ReviewDecision>;
  /** When its report was made. */
  gatheredAt: Maybe<Scalars['DateTime']['output']>;
  /** The day for which it is planned. */
  plannedOn: Maybe<Scalars['Date']['output']>;
  /** What the fixed rule recommends. */
  recommendation: Maybe<ReviewRecommendation>;
  /** When it was asked for. */
  requestedAt: Maybe<Scalars['DateTime']['output']>;
  /** When people began to look at it. */
  startedAt: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  state: Maybe<ReviewState>;
};

/** One key of the order of reviews. */
export type ReviewOrder = {
  /** Which way; ASC where left out. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: ReviewOrderField;
  /** Where rows without a value stand; LAST where left out. */
  nulls?: InputMaybe<OrderNulls>;
};

/** By what reviews can be ordered. */
export type ReviewOrderField =
  /** Whether the decision goes against the recommendation. */
  | 'AGAINST_RECOMMENDATION'
  /** How often making the report was tried. */
  | 'ATTEMPTS'
  /** When the report was computed. */
  | 'COMPUTED_AT'
  /** SHA-256 of the report's canonical bytes. */
  | 'CONTENT_HASH'
  /** When it was made. */
  | 'CREATED_AT'
  /** When it was decided. */
  | 'DECIDED_AT'
  /** The member who decided it: The person's e-mail address. */
  | 'DECIDED_BY_EMAIL'
  /** The member who decided it: The person's name. */
  | 'DECIDED_BY_NAME'
  /** The member who decided it: What the person may do. */
  | 'DECIDED_BY_ROLE'
  /** What was decided. */
  | 'DECISION'
  /** Why it was decided so. */
  | 'DECISION_REASON'
  /** Why the report could not be made. */
  | 'ERROR'
  /** When its report was made. */
  | 'GATHERED_AT'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** The milestone that it examines: Due day as once agreed. */
  | 'MILESTONE_BASELINE_DUE_ON'
  /** The milestone that it examines: First day as once agreed. */
  | 'MILESTONE_BASELINE_START_ON'
  /** The milestone that it examines: Day on which it was reached. */
  | 'MILESTONE_COMPLETED_ON'
  /** The milestone that it examines: How many days after its due day it was reached, or have passed since; 0 in time or where it was cancelled, empty without a due day. */
  | 'MILESTONE_DAYS_LATE'
  /** The milestone that it examines: How many days its due day lies after the one once agreed; negative where before. */
  | 'MILESTONE_DAYS_SLIPPED'
  /** The milestone that it examines: What it means. */
  | 'MILESTONE_DESCRIPTION'
  /** The milestone that it examines: Day by which it is to be reached. */
  | 'MILESTONE_DUE_ON'
  /** The milestone that it examines: Most likely duration, in working days. */
  | 'MILESTONE_ESTIMATE_LIKELY'
  /** The milestone that it examines: Duration if all goes well, in working days. */
  | 'MILESTONE_ESTIMATE_OPTIMISTIC'
  /** The milestone that it examines: Duration if much goes wrong, in working days. */
  | 'MILESTONE_ESTIMATE_PESSIMISTIC'
  /** The milestone that it examines: Whether it is a key milestone, which gets a review. */
  | 'MILESTONE_KEY'
  /** The milestone that it examines: How many open risks threaten it. */
  | 'MILESTONE_OPEN_RISK_COUNT'
  /** The milestone that it examines: How much of it is done, in percent. */
  | 'MILESTONE_PERCENT_COMPLETE'
  /** The milestone that it examines: Planned day of the review; empty: five working days before a key milestone is due. */
  | 'MILESTONE_REVIEW_ON'
  /** The milestone that it examines: First day. */
  | 'MILESTONE_START_ON'
  /** The milestone that it examines: Where it stands. */
  | 'MILESTONE_STATUS'
  /** The milestone that it examines: The goal in one line. */
  | 'MILESTONE_TITLE'
  /** The day for which it is planned. */
  | 'PLANNED_ON'
  /** What the fixed rule recommends. */
  | 'RECOMMENDATION'
  /** When it was asked for. */
  | 'REQUESTED_AT'
  /** The member who asked for it: The person's e-mail address. */
  | 'REQUESTED_BY_EMAIL'
  /** The member who asked for it: The person's name. */
  | 'REQUESTED_BY_NAME'
  /** The member who asked for it: What the person may do. */
  | 'REQUESTED_BY_ROLE'
  /** Whether what it was computed from has changed since. */
  | 'STALE'
  /** When people began to look at it. */
  | 'STARTED_AT'
  /** The member who began it: The person's e-mail address. */
  | 'STARTED_BY_EMAIL'
  /** The member who began it: The person's name. */
  | 'STARTED_BY_NAME'
  /** The member who began it: What the person may do. */
  | 'STARTED_BY_ROLE'
  /** Where it stands. */
  | 'STATE'
  /** The venture: What it is about. */
  | 'VENTURE_DESCRIPTION'
  /** The venture: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture: How many alerts are firing. */
  | 'VENTURE_FIRING_ALERT_COUNT'
  /** The venture: Short code, unique in the tenant, such as MEDX. */
  | 'VENTURE_KEY'
  /** The venture: Its name. */
  | 'VENTURE_NAME'
  /** The venture: How many risks are open. */
  | 'VENTURE_OPEN_RISK_COUNT'
  /** The venture: How many milestones are past their due day and not done. */
  | 'VENTURE_OVERDUE_MILESTONE_COUNT'
  /** The venture: How far it has come. */
  | 'VENTURE_STAGE'
  | '%future added value';

/** What the rule recommends, best first; the last where too little is known to say anything. */
export type ReviewRecommendation =
  /** Go on, once the conditions are met. */
  | 'CONDITIONAL_GO'
  /** Go on. */
  | 'GO'
  /** Too little is known to recommend anything. */
  | 'INSUFFICIENT_EVIDENCE'
  /** Do it again. */
  | 'RECYCLE'
  | '%future added value';

/** Conditions on a value of the type ReviewRecommendation; all must hold. */
export type ReviewRecommendationComparator = {
  /** Equal to it. */
  eq?: InputMaybe<ReviewRecommendation>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<ReviewRecommendation>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<ReviewRecommendation>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<ReviewRecommendation>>;
};

/** Where a review stands. */
export type ReviewState =
  /** It was called off. */
  | 'CANCELLED'
  /** It has been decided. */
  | 'DECIDED'
  /** Its report could not be made. */
  | 'FAILED'
  /** Its report is being made. */
  | 'GATHERING'
  /** People are looking at it. */
  | 'IN_REVIEW'
  /** Its date is known. */
  | 'PLANNED'
  /** Its report is there. */
  | 'READY'
  /** A later review took its place. */
  | 'SUPERSEDED'
  | '%future added value';

/** Conditions on a value of the type ReviewState; all must hold. */
export type ReviewStateComparator = {
  /** Equal to it. */
  eq?: InputMaybe<ReviewState>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<ReviewState>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<ReviewState>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<ReviewState>>;
};

/** Sums over reviews. */
export type ReviewSum = {
  /** How often making the report was tried. */
  attempts: Maybe<Scalars['Float']['output']>;
};

/** What you may do with a Review. */
export type ReviewViewerCan = {
  /** Whether you may decide it. */
  decide: Scalars['Boolean']['output'];
  /** Whether you may request it. */
  request: Scalars['Boolean']['output'];
  /** Whether you may start it. */
  start: Scalars['Boolean']['output'];
};

/** Which API key to revoke. */
export type RevokeApiKeyInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The API key. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `revokeApiKey`. */
export type RevokeApiKeyPayload = {
  /** The api key as it is now; null where refused. */
  apiKey: Maybe<ApiKey>;
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** An uncertain event that would hurt a venture, or help it. */
export type Risk = Node & {
  /** For how long it is borne, the newest first. */
  acceptances: AcceptanceConnection;
  /** Alerts about it, the newest first. */
  alerts: AlertConnection;
  /** When it was archived; empty while it is in use. */
  archivedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was last assessed as it is now. */
  assessedAt: Maybe<Scalars['DateTime']['output']>;
  /** How it was judged, the newest first. */
  assessments: AssessmentConnection;
  /** The risks that may follow if it happens, the nearest first; followed 10 links deep. */
  cascade: Array<RiskCascadeStep>;
  /** Code of its category: technical, funding, market, legal or one of the tenant's own. */
  category: Scalars['String']['output'];
  /** Why it may happen. */
  cause: Maybe<Scalars['String']['output']>;
  /** The risks that may bring it about. */
  causes: RiskConnection;
  /** What people say of it, the oldest first. */
  comments: RiskCommentConnection;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** What would follow. */
  effect: Maybe<Scalars['String']['output']>;
  /** The risks that may follow. */
  effects: RiskConnection;
  /** What would happen. */
  event: Maybe<Scalars['String']['output']>;
  /** Probability × mean impact now, in the tenant's currency. */
  expectedLoss: Maybe<Scalars['Decimal']['output']>;
  /** When it would happen. */
  expectedOn: Maybe<Scalars['Date']['output']>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** Level of impact now, from 1. */
  impactLevel: Maybe<Scalars['Int']['output']>;
  /** The measured series that tell of it. */
  indicators: IndicatorConnection;
  /** How serious it was before any response. */
  inherentLevel: Maybe<RiskLevel>;
  /** Score before any response. */
  inherentScore: Maybe<Scalars['Int']['output']>;
  /** Whether the day of its next assessment has passed in the tenant's time zone and it is not closed. */
  isAssessmentOverdue: Scalars['Boolean']['output'];
  /** When it happened, the latest first. */
  issues: IssueConnection;
  /** Whether it would hurt or help. */
  kind: RiskKind;
  /** How serious it is now. */
  level: Maybe<RiskLevel>;
  /** Since when the present level has held. */
  levelSince: Maybe<Scalars['DateTime']['output']>;
  /** The milestones it threatens, each with its slip. */
  milestoneLinks: RiskMilestoneConnection;
  /** The milestones it threatens. */
  milestones: MilestoneConnection;
  /** When it is to be assessed again. */
  nextAssessmentOn: Maybe<Scalars['Date']['output']>;
  /** How many actions of its responses are not done. */
  openActionCount: Scalars['Int']['output'];
  /** Since when it has been open without a break. */
  openedAt: Scalars['DateTime']['output'];
  /** The member who watches it. */
  owner: Maybe<Member>;
  /** By how much its venture's P80 loss would be lower without it. */
  p80Share: Maybe<Scalars['Decimal']['output']>;
  /** Level of probability now, from 1. */
  probabilityLevel: Maybe<Scalars['Int']['output']>;
  /** How many days away that is; negative where it has passed. */
  proximityDays: Maybe<Scalars['Int']['output']>;
  /** When it would happen: the expected day, else the day on which the first milestone that it threatens is due. */
  proximityOn: Maybe<Scalars['Date']['output']>;
  /** The resources it would hit. */
  resources: ResourceConnection;
  /** How it is answered. */
  responses: ResponseConnection;
  /** Probability level × impact level of the latest current assessment. */
  score: Maybe<Scalars['Int']['output']>;
  /** Where it stands. */
  status: RiskStatus;
  /** Code of the sub-type within the category. */
  subType: Maybe<Scalars['String']['output']>;
  /** What finished actions suggest, the newest first. */
  suggestedAssessments: SuggestedAssessmentConnection;
  /** Words that people put on it. */
  tags: Maybe<Array<Scalars['String']['output']>>;
  /** How serious it should become. */
  targetLevel: Maybe<RiskLevel>;
  /** Score as it should become. */
  targetScore: Maybe<Scalars['Int']['output']>;
  /** Code of the template that it was made from. */
  template: Maybe<Scalars['String']['output']>;
  /** The risk in one line. */
  title: Scalars['String']['output'];
  /** When it was changed last. */
  updatedAt: Scalars['DateTime']['output'];
  /** What usually answers such a risk, the response that fits its sub-type first. */
  usualResponses: Array<UsualResponse>;
  /** The venture that it would hurt. */
  venture: Venture;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version: Scalars['Int']['output'];
  /** What you may do with it, by your role. */
  viewerCan: RiskViewerCan;
};


/** An uncertain event that would hurt a venture, or help it. */
export type RiskacceptancesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AcceptanceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<AcceptanceOrder>>;
};


/** An uncertain event that would hurt a venture, or help it. */
export type RiskalertsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AlertFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<AlertOrder>>;
};


/** An uncertain event that would hurt a venture, or help it. */
export type RiskassessmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AssessmentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<AssessmentOrder>>;
};


/** An uncertain event that would hurt a venture, or help it. */
export type RiskcausesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RiskFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<RiskOrder>>;
};


/** An uncertain event that would hurt a venture, or help it. */
export type RiskcommentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RiskCommentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<RiskCommentOrder>>;
};


/** An uncertain event that would hurt a venture, or help it. */
export type RiskeffectsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RiskFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<RiskOrder>>;
};


/** An uncertain event that would hurt a venture, or help it. */
export type RiskindicatorsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<IndicatorFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<IndicatorOrder>>;
};


/** An uncertain event that would hurt a venture, or help it. */
export type RiskissuesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<IssueFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<IssueOrder>>;
};


/** An uncertain event that would hurt a venture, or help it. */
export type RiskmilestoneLinksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RiskMilestoneFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<RiskMilestoneOrder>>;
};


/** An uncertain event that would hurt a venture, or help it. */
export type RiskmilestonesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MilestoneFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<MilestoneOrder>>;
};


/** An uncertain event that would hurt a venture, or help it. */
export type RiskresourcesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ResourceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ResourceOrder>>;
};


/** An uncertain event that would hurt a venture, or help it. */
export type RiskresponsesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ResponseFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ResponseOrder>>;
};


/** An uncertain event that would hurt a venture, or help it. */
export type RisksuggestedAssessmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SuggestedAssessmentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<SuggestedAssessmentOrder>>;
};

/** What is told of a group of risks. */
export type RiskAggregate = {
  /** The average of each over the rows that have a value, to six places. */
  avg: RiskAvg;
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** How many groups there are, also where not all of them are given. */
  groupCount: Scalars['Int']['output'];
  /** What its rows share. */
  keys: RiskGroupKeys;
  /** The greatest, latest or gravest of each. */
  max: RiskMax;
  /** The smallest, earliest or mildest of each. */
  min: RiskMin;
  /** The sum of each; null where no row has a value. */
  sum: RiskSum;
};

/** How much expected loss is borne: by a venture or the whole tenant, in one category or in all. */
export type RiskAppetite = Node & {
  /** Expected loss at most, in the tenant's currency. */
  amount: Scalars['Decimal']['output'];
  /** When it was archived; empty while it is in use. */
  archivedAt: Maybe<Scalars['DateTime']['output']>;
  /** Code of the category; empty: all together. */
  category: Maybe<Scalars['String']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Expected loss of the open and accepted threats that it is about, as far as you see them. */
  expectedLoss: Scalars['Decimal']['output'];
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** Whether that is above the amount. */
  isBreached: Scalars['Boolean']['output'];
  /** When it was changed last. */
  updatedAt: Scalars['DateTime']['output'];
  /** The venture; empty: all ventures together. */
  venture: Maybe<Venture>;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version: Scalars['Int']['output'];
  /** What you may do with it, by your role. */
  viewerCan: RiskAppetiteViewerCan;
};

/** What is told of a group of risk appetites. */
export type RiskAppetiteAggregate = {
  /** The average of each over the rows that have a value, to six places. */
  avg: RiskAppetiteAvg;
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** How many groups there are, also where not all of them are given. */
  groupCount: Scalars['Int']['output'];
  /** What its rows share. */
  keys: RiskAppetiteGroupKeys;
  /** The greatest, latest or gravest of each. */
  max: RiskAppetiteMax;
  /** The smallest, earliest or mildest of each. */
  min: RiskAppetiteMin;
  /** The sum of each; null where no row has a value. */
  sum: RiskAppetiteSum;
};

/** Averages over risk appetites. */
export type RiskAppetiteAvg = {
  /** Expected loss at most, in the tenant's currency. */
  amount: Maybe<Scalars['Decimal']['output']>;
  /** Expected loss of the open and accepted threats that it is about, as far as you see them. */
  expectedLoss: Maybe<Scalars['Decimal']['output']>;
};

/** A page of a list of risk appetites. */
export type RiskAppetiteConnection = {
  /** Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their keys; read only when asked for. */
  aggregate: Array<RiskAppetiteAggregate>;
  /** The rows with their cursors. */
  edges: Array<RiskAppetiteEdge>;
  /** The rows. */
  nodes: Array<RiskAppetite>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};


/** A page of a list of risk appetites. */
export type RiskAppetiteConnectionaggregateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<Array<RiskAppetiteGroupField>>;
};

/** A row of a list of risk appetites. */
export type RiskAppetiteEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: RiskAppetite;
};

/** Conditions on risk appetites; all must hold. An empty filter filters nothing. */
export type RiskAppetiteFilter = {
  /** Expected loss at most, in the tenant's currency. */
  amount?: InputMaybe<DecimalComparator>;
  /** All of these hold. */
  and?: InputMaybe<Array<RiskAppetiteFilter>>;
  /** When it was archived; empty while it is in use. */
  archivedAt?: InputMaybe<DateTimeComparator>;
  /** Code of the category; empty: all together. */
  category?: InputMaybe<StringComparator>;
  /** When it was made. */
  createdAt?: InputMaybe<DateTimeComparator>;
  /** Expected loss of the open and accepted threats that it is about, as far as you see them. */
  expectedLoss?: InputMaybe<DecimalComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** Whether that is above the amount. */
  isBreached?: InputMaybe<BooleanComparator>;
  /** This does not hold. */
  not?: InputMaybe<RiskAppetiteFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<RiskAppetiteFilter>>;
  /** When it was changed last. */
  updatedAt?: InputMaybe<DateTimeComparator>;
  /** The venture; empty: all ventures together. */
  venture?: InputMaybe<VentureFilter>;
  /** The venture; empty: all ventures together. */
  ventureId?: InputMaybe<IDComparator>;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version?: InputMaybe<IntComparator>;
};

/** By what risk appetites can be grouped. */
export type RiskAppetiteGroupField =
  /** Code of the category; empty: all together. */
  | 'CATEGORY'
  /** When it was made: the day. */
  | 'CREATED_AT_DAY'
  /** When it was made: the first day of the month. */
  | 'CREATED_AT_MONTH'
  /** When it was made: the first day of the week. */
  | 'CREATED_AT_WEEK'
  /** Whether that is above the amount. */
  | 'IS_BREACHED'
  /** The venture; empty: all ventures together: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture; empty: all ventures together. */
  | 'VENTURE_ID'
  /** The venture; empty: all ventures together: How far it has come. */
  | 'VENTURE_STAGE'
  | '%future added value';

/** What the risk appetites of a group share; null unless grouped by. */
export type RiskAppetiteGroupKeys = {
  /** Code of the category; empty: all together. */
  category: Maybe<Scalars['String']['output']>;
  /** When it was made: the day. */
  createdAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the month. */
  createdAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the week. */
  createdAtWeek: Maybe<Scalars['Date']['output']>;
  /** Whether that is above the amount. */
  isBreached: Maybe<Scalars['Boolean']['output']>;
  /** The venture; empty: all ventures together. Given with its id as a key. */
  venture: Maybe<Venture>;
  /** The venture; empty: all ventures together: Application field, such as medicine or finance. */
  ventureField: Maybe<Scalars['String']['output']>;
  /** The venture; empty: all ventures together. */
  ventureId: Maybe<Scalars['ID']['output']>;
  /** The venture; empty: all ventures together: How far it has come. */
  ventureStage: Maybe<VentureStage>;
};

/** Conditions on all risk appetites of something. */
export type RiskAppetiteListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<RiskAppetiteFilter>;
  /** None is like this. */
  none?: InputMaybe<RiskAppetiteFilter>;
  /** At least one is like this. */
  some?: InputMaybe<RiskAppetiteFilter>;
};

/** Greatest values over risk appetites. */
export type RiskAppetiteMax = {
  /** Expected loss at most, in the tenant's currency. */
  amount: Maybe<Scalars['Decimal']['output']>;
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Expected loss of the open and accepted threats that it is about, as far as you see them. */
  expectedLoss: Maybe<Scalars['Decimal']['output']>;
};

/** Smallest values over risk appetites. */
export type RiskAppetiteMin = {
  /** Expected loss at most, in the tenant's currency. */
  amount: Maybe<Scalars['Decimal']['output']>;
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Expected loss of the open and accepted threats that it is about, as far as you see them. */
  expectedLoss: Maybe<Scalars['Decimal']['output']>;
};

/** One key of the order of risk appetites. */
export type RiskAppetiteOrder = {
  /** Which way; ASC where left out. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: RiskAppetiteOrderField;
  /** Where rows without a value stand; LAST where left out. */
  nulls?: InputMaybe<OrderNulls>;
};

/** By what risk appetites can be ordered. */
export type RiskAppetiteOrderField =
  /** Expected loss at most, in the tenant's currency. */
  | 'AMOUNT'
  /** When it was archived; empty while it is in use. */
  | 'ARCHIVED_AT'
  /** Code of the category; empty: all together. */
  | 'CATEGORY'
  /** When it was made. */
  | 'CREATED_AT'
  /** Expected loss of the open and accepted threats that it is about, as far as you see them. */
  | 'EXPECTED_LOSS'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** Whether that is above the amount. */
  | 'IS_BREACHED'
  /** When it was changed last. */
  | 'UPDATED_AT'
  /** The venture; empty: all ventures together: What it is about. */
  | 'VENTURE_DESCRIPTION'
  /** The venture; empty: all ventures together: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture; empty: all ventures together: How many alerts are firing. */
  | 'VENTURE_FIRING_ALERT_COUNT'
  /** The venture; empty: all ventures together: Short code, unique in the tenant, such as MEDX. */
  | 'VENTURE_KEY'
  /** The venture; empty: all ventures together: Its name. */
  | 'VENTURE_NAME'
  /** The venture; empty: all ventures together: How many risks are open. */
  | 'VENTURE_OPEN_RISK_COUNT'
  /** The venture; empty: all ventures together: How many milestones are past their due day and not done. */
  | 'VENTURE_OVERDUE_MILESTONE_COUNT'
  /** The venture; empty: all ventures together: How far it has come. */
  | 'VENTURE_STAGE'
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  | 'VERSION'
  | '%future added value';

/** Sums over risk appetites. */
export type RiskAppetiteSum = {
  /** Expected loss at most, in the tenant's currency. */
  amount: Maybe<Scalars['Decimal']['output']>;
  /** Expected loss of the open and accepted threats that it is about, as far as you see them. */
  expectedLoss: Maybe<Scalars['Decimal']['output']>;
};

/** What you may do with a RiskAppetite. */
export type RiskAppetiteViewerCan = {
  /** Whether you may archive it. */
  archive: Scalars['Boolean']['output'];
  /** Whether you may edit it. */
  edit: Scalars['Boolean']['output'];
};

/** Averages over risks. */
export type RiskAvg = {
  /** Probability × mean impact now, in the tenant's currency. */
  expectedLoss: Maybe<Scalars['Decimal']['output']>;
  /** Level of impact now, from 1. */
  impactLevel: Maybe<Scalars['Float']['output']>;
  /** Score before any response. */
  inherentScore: Maybe<Scalars['Float']['output']>;
  /** How many actions of its responses are not done. */
  openActionCount: Maybe<Scalars['Float']['output']>;
  /** By how much its venture's P80 loss would be lower without it. */
  p80Share: Maybe<Scalars['Decimal']['output']>;
  /** Level of probability now, from 1. */
  probabilityLevel: Maybe<Scalars['Float']['output']>;
  /** How many days away that is; negative where it has passed. */
  proximityDays: Maybe<Scalars['Float']['output']>;
  /** Probability level × impact level of the latest current assessment. */
  score: Maybe<Scalars['Float']['output']>;
  /** Score as it should become. */
  targetScore: Maybe<Scalars['Float']['output']>;
};

/** A risk that may follow from another. */
export type RiskCascadeStep = {
  /** How many links away it is, from 1. */
  depth: Scalars['Int']['output'];
  /** Its expected loss now, in the tenant's currency. */
  expectedLoss: Maybe<Scalars['Decimal']['output']>;
  /** How serious it is now. */
  level: Maybe<RiskLevel>;
  /** The risk that may follow. */
  riskId: Scalars['ID']['output'];
  /** Its score now. */
  score: Maybe<Scalars['Int']['output']>;
  /** Where it stands. */
  status: RiskStatus;
  /** The risk in one line. */
  title: Scalars['String']['output'];
};

/** A category or sub-type of risks: the four built in, and the tenant's own. */
export type RiskCategory = Node & {
  /** When it was archived; empty while it is in use. */
  archivedAt: Maybe<Scalars['DateTime']['output']>;
  /** Its code. */
  code: Scalars['String']['output'];
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** Its name in the tenant's language, else in English, else its code. */
  name: Scalars['String']['output'];
  /** Its name by locale. */
  names: Scalars['JSON']['output'];
  /** Code of the category that a sub-type belongs to. */
  parent: Maybe<Scalars['String']['output']>;
  /** When it was changed last. */
  updatedAt: Scalars['DateTime']['output'];
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version: Scalars['Int']['output'];
  /** What you may do with it, by your role. */
  viewerCan: RiskCategoryViewerCan;
};

/** What is told of a group of risk categories. */
export type RiskCategoryAggregate = {
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** How many groups there are, also where not all of them are given. */
  groupCount: Scalars['Int']['output'];
  /** What its rows share. */
  keys: RiskCategoryGroupKeys;
  /** The greatest, latest or gravest of each. */
  max: RiskCategoryMax;
  /** The smallest, earliest or mildest of each. */
  min: RiskCategoryMin;
};

/** A page of a list of risk categories. */
export type RiskCategoryConnection = {
  /** Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their keys; read only when asked for. */
  aggregate: Array<RiskCategoryAggregate>;
  /** The rows with their cursors. */
  edges: Array<RiskCategoryEdge>;
  /** The rows. */
  nodes: Array<RiskCategory>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};


/** A page of a list of risk categories. */
export type RiskCategoryConnectionaggregateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<Array<RiskCategoryGroupField>>;
};

/** A row of a list of risk categories. */
export type RiskCategoryEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: RiskCategory;
};

/** Conditions on risk categories; all must hold. An empty filter filters nothing. */
export type RiskCategoryFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<RiskCategoryFilter>>;
  /** When it was archived; empty while it is in use. */
  archivedAt?: InputMaybe<DateTimeComparator>;
  /** Its code. */
  code?: InputMaybe<StringComparator>;
  /** When it was made. */
  createdAt?: InputMaybe<DateTimeComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** Its name in the tenant's language, else in English, else its code. */
  name?: InputMaybe<StringComparator>;
  /** This does not hold. */
  not?: InputMaybe<RiskCategoryFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<RiskCategoryFilter>>;
  /** Code of the category that a sub-type belongs to. */
  parent?: InputMaybe<StringComparator>;
  /** When it was changed last. */
  updatedAt?: InputMaybe<DateTimeComparator>;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version?: InputMaybe<IntComparator>;
};

/** By what risk categories can be grouped. */
export type RiskCategoryGroupField =
  /** When it was made: the day. */
  | 'CREATED_AT_DAY'
  /** When it was made: the first day of the month. */
  | 'CREATED_AT_MONTH'
  /** When it was made: the first day of the week. */
  | 'CREATED_AT_WEEK'
  /** Code of the category that a sub-type belongs to. */
  | 'PARENT'
  | '%future added value';

/** What the risk categories of a group share; null unless grouped by. */
export type RiskCategoryGroupKeys = {
  /** When it was made: the day. */
  createdAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the month. */
  createdAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the week. */
  createdAtWeek: Maybe<Scalars['Date']['output']>;
  /** Code of the category that a sub-type belongs to. */
  parent: Maybe<Scalars['String']['output']>;
};

/** Greatest values over risk categories. */
export type RiskCategoryMax = {
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
};

/** Smallest values over risk categories. */
export type RiskCategoryMin = {
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of risk categories. */
export type RiskCategoryOrder = {
  /** Which way; ASC where left out. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: RiskCategoryOrderField;
  /** Where rows without a value stand; LAST where left out. */
  nulls?: InputMaybe<OrderNulls>;
};

/** By what risk categories can be ordered. */
export type RiskCategoryOrderField =
  /** When it was archived; empty while it is in use. */
  | 'ARCHIVED_AT'
  /** Its code. */
  | 'CODE'
  /** When it was made. */
  | 'CREATED_AT'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** Its name in the tenant's language, else in English, else its code. */
  | 'NAME'
  /** Code of the category that a sub-type belongs to. */
  | 'PARENT'
  /** When it was changed last. */
  | 'UPDATED_AT'
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  | 'VERSION'
  | '%future added value';

/** What you may do with a RiskCategory. */
export type RiskCategoryViewerCan = {
  /** Whether you may archive it. */
  archive: Scalars['Boolean']['output'];
  /** Whether you may edit it. */
  edit: Scalars['Boolean']['output'];
};

/** One risk that may bring about another. The links of a venture have no cycle. */
export type RiskCause = Node & {
  /** When it was archived; empty while it is in use. */
  archivedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** What may follow. */
  follows: Risk;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** What may bring it about. */
  risk: Risk;
  /** When it was changed last. */
  updatedAt: Scalars['DateTime']['output'];
  /** The venture. */
  venture: Venture;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version: Scalars['Int']['output'];
  /** What you may do with it, by your role. */
  viewerCan: RiskCauseViewerCan;
};

/** What is told of a group of risk causes. */
export type RiskCauseAggregate = {
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** How many groups there are, also where not all of them are given. */
  groupCount: Scalars['Int']['output'];
  /** What its rows share. */
  keys: RiskCauseGroupKeys;
  /** The greatest, latest or gravest of each. */
  max: RiskCauseMax;
  /** The smallest, earliest or mildest of each. */
  min: RiskCauseMin;
};

/** A page of a list of risk causes. */
export type RiskCauseConnection = {
  /** Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their keys; read only when asked for. */
  aggregate: Array<RiskCauseAggregate>;
  /** The rows with their cursors. */
  edges: Array<RiskCauseEdge>;
  /** The rows. */
  nodes: Array<RiskCause>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};


/** A page of a list of risk causes. */
export type RiskCauseConnectionaggregateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<Array<RiskCauseGroupField>>;
};

/** A row of a list of risk causes. */
export type RiskCauseEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: RiskCause;
};

/** Conditions on risk causes; all must hold. An empty filter filters nothing. */
export type RiskCauseFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<RiskCauseFilter>>;
  /** When it was archived; empty while it is in use. */
  archivedAt?: InputMaybe<DateTimeComparator>;
  /** When it was made. */
  createdAt?: InputMaybe<DateTimeComparator>;
  /** What may follow. */
  follows?: InputMaybe<RiskFilter>;
  /** What may follow. */
  followsId?: InputMaybe<IDComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** This does not hold. */
  not?: InputMaybe<RiskCauseFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<RiskCauseFilter>>;
  /** What may bring it about. */
  risk?: InputMaybe<RiskFilter>;
  /** What may bring it about. */
  riskId?: InputMaybe<IDComparator>;
  /** When it was changed last. */
  updatedAt?: InputMaybe<DateTimeComparator>;
  /** The venture. */
  venture?: InputMaybe<VentureFilter>;
  /** The venture. */
  ventureId?: InputMaybe<IDComparator>;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version?: InputMaybe<IntComparator>;
};

/** By what risk causes can be grouped. */
export type RiskCauseGroupField =
  /** When it was made: the day. */
  | 'CREATED_AT_DAY'
  /** When it was made: the first day of the month. */
  | 'CREATED_AT_MONTH'
  /** When it was made: the first day of the week. */
  | 'CREATED_AT_WEEK'
  /** What may follow: Code of its category: technical, funding, market, legal or one of the tenant's own. */
  | 'FOLLOWS_CATEGORY'
  /** What may follow. */
  | 'FOLLOWS_ID'
  /** What may follow: How serious it was before any response. */
  | 'FOLLOWS_INHERENT_LEVEL'
  /** What may follow: Whether it would hurt or help. */
  | 'FOLLOWS_KIND'
  /** What may follow: How serious it is now. */
  | 'FOLLOWS_LEVEL'
  /** What may follow: Where it stands. */
  | 'FOLLOWS_STATUS'
  /** What may follow: Code of the sub-type within the category. */
  | 'FOLLOWS_SUB_TYPE'
  /** What may follow: How serious it should become. */
  | 'FOLLOWS_TARGET_LEVEL'
  /** What may bring it about: Code of its category: technical, funding, market, legal or one of the tenant's own. */
  | 'RISK_CATEGORY'
  /** What may bring it about. */
  | 'RISK_ID'
  /** What may bring it about: How serious it was before any response. */
  | 'RISK_INHERENT_LEVEL'
  /** What may bring it about: Whether it would hurt or help. */
  | 'RISK_KIND'
  /** What may bring it about: How serious it is now. */
  | 'RISK_LEVEL'
  /** What may bring it about: Where it stands. */
  | 'RISK_STATUS'
  /** What may bring it about: Code of the sub-type within the category. */
  | 'RISK_SUB_TYPE'
  /** What may bring it about: How serious it should become. */
  | 'RISK_TARGET_LEVEL'
  /** The venture: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture. */
  | 'VENTURE_ID'
  /** The venture: How far it has come. */
  | 'VENTURE_STAGE'
  | '%future added value';

/** What the risk causes of a group share; null unless grouped by. */
export type RiskCauseGroupKeys = {
  /** When it was made: the day. */
  createdAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the month. */
  createdAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the week. */
  createdAtWeek: Maybe<Scalars['Date']['output']>;
  /** What may follow. Given with its id as a key. */
  follows: Maybe<Risk>;
  /** What may follow: Code of its category: technical, funding, market, legal or one of the tenant's own. */
  followsCategory: Maybe<Scalars['String']['output']>;
  /** What may follow. */
  followsId: Maybe<Scalars['ID']['output']>;
  /** What may follow: How serious it was before any response. */
  followsInherentLevel: Maybe<RiskLevel>;
  /** What may follow: Whether it would hurt or help. */
  followsKind: Maybe<RiskKind>;
  /** What may follow: How serious it is now. */
  followsLevel: Maybe<RiskLevel>;
  /** What may follow: Where it stands. */
  followsStatus: Maybe<RiskStatus>;
  /** What may follow: Code of the sub-type within the category. */
  followsSubType: Maybe<Scalars['String']['output']>;
  /** What may follow: How serious it should become. */
  followsTargetLevel: Maybe<RiskLevel>;
  /** What may bring it about. Given with its id as a key. */
  risk: Maybe<Risk>;
  /** What may bring it about: Code of its category: technical, funding, market, legal or one of the tenant's own. */
  riskCategory: Maybe<Scalars['String']['output']>;
  /** What may bring it about. */
  riskId: Maybe<Scalars['ID']['output']>;
  /** What may bring it about: How serious it was before any response. */
  riskInherentLevel: Maybe<RiskLevel>;
  /** What may bring it about: Whether it would hurt or help. */
  riskKind: Maybe<RiskKind>;
  /** What may bring it about: How serious it is now. */
  riskLevel: Maybe<RiskLevel>;
  /** What may bring it about: Where it stands. */
  riskStatus: Maybe<RiskStatus>;
  /** What may bring it about: Code of the sub-type within the category. */
  riskSubType: Maybe<Scalars['String']['output']>;
  /** What may bring it about: How serious it should become. */
  riskTargetLevel: Maybe<RiskLevel>;
  /** The venture. Given with its id as a key. */
  venture: Maybe<Venture>;
  /** The venture: Application field, such as medicine or finance. */
  ventureField: Maybe<Scalars['String']['output']>;
  /** The venture. */
  ventureId: Maybe<Scalars['ID']['output']>;
  /** The venture: How far it has come. */
  ventureStage: Maybe<VentureStage>;
};

/** Greatest values over risk causes. */
export type RiskCauseMax = {
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
};

/** Smallest values over risk causes. */
export type RiskCauseMin = {
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of risk causes. */
export type RiskCauseOrder = {
  /** Which way; ASC where left out. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: RiskCauseOrderField;
  /** Where rows without a value stand; LAST where left out. */
  nulls?: InputMaybe<OrderNulls>;
};

/** By what risk causes can be ordered. */
export type RiskCauseOrderField =
  /** When it was archived; empty while it is in use. */
  | 'ARCHIVED_AT'
  /** When it was made. */
  | 'CREATED_AT'
  /** What may follow: When it was last assessed as it is now. */
  | 'FOLLOWS_ASSESSED_AT'
  /** What may follow: Code of its category: technical, funding, market, legal or one of the tenant's own. */
  | 'FOLLOWS_CATEGORY'
  /** What may follow: Why it may happen. */
  | 'FOLLOWS_CAUSE'
  /** What may follow: What would follow. */
  | 'FOLLOWS_EFFECT'
  /** What may follow: What would happen. */
  | 'FOLLOWS_EVENT'
  /** What may follow: Probability × mean impact now, in the tenant's currency. */
  | 'FOLLOWS_EXPECTED_LOSS'
  /** What may follow: When it would happen. */
  | 'FOLLOWS_EXPECTED_ON'
  /** What may follow: Level of impact now, from 1. */
  | 'FOLLOWS_IMPACT_LEVEL'
  /** What may follow: How serious it was before any response. */
  | 'FOLLOWS_INHERENT_LEVEL'
  /** What may follow: Score before any response. */
  | 'FOLLOWS_INHERENT_SCORE'
  /** What may follow: Whether it would hurt or help. */
  | 'FOLLOWS_KIND'
  /** What may follow: How serious it is now. */
  | 'FOLLOWS_LEVEL'
  /** What may follow: Since when the present level has held. */
  | 'FOLLOWS_LEVEL_SINCE'
  /** What may follow: When it is to be assessed again. */
  | 'FOLLOWS_NEXT_ASSESSMENT_ON'
  /** What may follow: Since when it has been open without a break. */
  | 'FOLLOWS_OPENED_AT'
  /** What may follow: How many actions of its responses are not done. */
  | 'FOLLOWS_OPEN_ACTION_COUNT'
  /** What may follow: By how much its venture's P80 loss would be lower without it. */
  | 'FOLLOWS_P80_SHARE'
  /** What may follow: Level of probability now, from 1. */
  | 'FOLLOWS_PROBABILITY_LEVEL'
  /** What may follow: How many days away that is; negative where it has passed. */
  | 'FOLLOWS_PROXIMITY_DAYS'
  /** What may follow: When it would happen: the expected day, else the day on which the first milestone that it threatens is due. */
  | 'FOLLOWS_PROXIMITY_ON'
  /** What may follow: Probability level × impact level of the latest current assessment. */
  | 'FOLLOWS_SCORE'
  /** What may follow: Where it stands. */
  | 'FOLLOWS_STATUS'
  /** What may follow: Code of the sub-type within the category. */
  | 'FOLLOWS_SUB_TYPE'
  /** What may follow: How serious it should become. */
  | 'FOLLOWS_TARGET_LEVEL'
  /** What may follow: Score as it should become. */
  | 'FOLLOWS_TARGET_SCORE'
  /** What may follow: Code of the template that it was made from. */
  | 'FOLLOWS_TEMPLATE'
  /** What may follow: The risk in one line. */
  | 'FOLLOWS_TITLE'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** What may bring it about: When it was last assessed as it is now. */
  | 'RISK_ASSESSED_AT'
  /** What may bring it about: Code of its category: technical, funding, market, legal or one of the tenant's own. */
  | 'RISK_CATEGORY'
  /** What may bring it about: Why it may happen. */
  | 'RISK_CAUSE'
  /** What may bring it about: What would follow. */
  | 'RISK_EFFECT'
  /** What may bring it about: What would happen. */
  | 'RISK_EVENT'
  /** What may bring it about: Probability × mean impact now, in the tenant's currency. */
  | 'RISK_EXPECTED_LOSS'
  /** What may bring it about: When it would happen. */
  | 'RISK_EXPECTED_ON'
  /** What may bring it about: Level of impact now, from 1. */
  | 'RISK_IMPACT_LEVEL'
  /** What may bring it about: How serious it was before any response. */
  | 'RISK_INHERENT_LEVEL'
  /** What may bring it about: Score before any response. */
  | 'RISK_INHERENT_SCORE'
  /** What may bring it about: Whether it would hurt or help. */
  | 'RISK_KIND'
  /** What may bring it about: How serious it is now. */
  | 'RISK_LEVEL'
  /** What may bring it about: Since when the present level has held. */
  | 'RISK_LEVEL_SINCE'
  /** What may bring it about: When it is to be assessed again. */
  | 'RISK_NEXT_ASSESSMENT_ON'
  /** What may bring it about: Since when it has been open without a break. */
  | 'RISK_OPENED_AT'
  /** What may bring it about: How many actions of its responses are not done. */
  | 'RISK_OPEN_ACTION_COUNT'
  /** What may bring it about: By how much its venture's P80 loss would be lower without it. */
  | 'RISK_P80_SHARE'
  /** What may bring it about: Level of probability now, from 1. */
  | 'RISK_PROBABILITY_LEVEL'
  /** What may bring it about: How many days away that is; negative where it has passed. */
  | 'RISK_PROXIMITY_DAYS'
  /** What may bring it about: When it would happen: the expected day, else the day on which the first milestone that it threatens is due. */
  | 'RISK_PROXIMITY_ON'
  /** What may bring it about: Probability level × impact level of the latest current assessment. */
  | 'RISK_SCORE'
  /** What may bring it about: Where it stands. */
  | 'RISK_STATUS'
  /** What may bring it about: Code of the sub-type within the category. */
  | 'RISK_SUB_TYPE'
  /** What may bring it about: How serious it should become. */
  | 'RISK_TARGET_LEVEL'
  /** What may bring it about: Score as it should become. */
  | 'RISK_TARGET_SCORE'
  /** What may bring it about: Code of the template that it was made from. */
  | 'RISK_TEMPLATE'
  /** What may bring it about: The risk in one line. */
  | 'RISK_TITLE'
  /** When it was changed last. */
  | 'UPDATED_AT'
  /** The venture: What it is about. */
  | 'VENTURE_DESCRIPTION'
  /** The venture: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture: How many alerts are firing. */
  | 'VENTURE_FIRING_ALERT_COUNT'
  /** The venture: Short code, unique in the tenant, such as MEDX. */
  | 'VENTURE_KEY'
  /** The venture: Its name. */
  | 'VENTURE_NAME'
  /** The venture: How many risks are open. */
  | 'VENTURE_OPEN_RISK_COUNT'
  /** The venture: How many milestones are past their due day and not done. */
  | 'VENTURE_OVERDUE_MILESTONE_COUNT'
  /** The venture: How far it has come. */
  | 'VENTURE_STAGE'
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  | 'VERSION'
  | '%future added value';

/** What you may do with a RiskCause. */
export type RiskCauseViewerCan = {
  /** Whether you may archive it. */
  archive: Scalars['Boolean']['output'];
};

/** What somebody has to say of a risk, kept as it was written. */
export type RiskComment = Node & {
  /** When it was archived; empty while it is in use. */
  archivedAt: Maybe<Scalars['DateTime']['output']>;
  /** The member who wrote it. */
  author: Maybe<Member>;
  /** The text, as it was written. */
  body: Scalars['String']['output'];
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** The members whom it names. */
  mentions: MemberConnection;
  /** The risk. */
  risk: Risk;
  /** When it was changed last. */
  updatedAt: Scalars['DateTime']['output'];
  /** The venture. */
  venture: Venture;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version: Scalars['Int']['output'];
  /** What you may do with it, by your role. */
  viewerCan: RiskCommentViewerCan;
};


/** What somebody has to say of a risk, kept as it was written. */
export type RiskCommentmentionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MemberFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<MemberOrder>>;
};

/** What is told of a group of risk comments. */
export type RiskCommentAggregate = {
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** How many groups there are, also where not all of them are given. */
  groupCount: Scalars['Int']['output'];
  /** What its rows share. */
  keys: RiskCommentGroupKeys;
  /** The greatest, latest or gravest of each. */
  max: RiskCommentMax;
  /** The smallest, earliest or mildest of each. */
  min: RiskCommentMin;
};

/** A page of a list of risk comments. */
export type RiskCommentConnection = {
  /** Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their keys; read only when asked for. */
  aggregate: Array<RiskCommentAggregate>;
  /** The rows with their cursors. */
  edges: Array<RiskCommentEdge>;
  /** The rows. */
  nodes: Array<RiskComment>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};


/** A page of a list of risk comments. */
export type RiskCommentConnectionaggregateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<Array<RiskCommentGroupField>>;
};

/** A row of a list of risk comments. */
export type RiskCommentEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: RiskComment;
};

/** Conditions on risk comments; all must hold. An empty filter filters nothing. */
export type RiskCommentFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<RiskCommentFilter>>;
  /** When it was archived; empty while it is in use. */
  archivedAt?: InputMaybe<DateTimeComparator>;
  /** The member who wrote it. */
  author?: InputMaybe<MemberFilter>;
  /** The member who wrote it. */
  authorId?: InputMaybe<IDComparator>;
  /** The text, as it was written. */
  body?: InputMaybe<StringComparator>;
  /** When it was made. */
  createdAt?: InputMaybe<DateTimeComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** The members whom it names. */
  mentions?: InputMaybe<MemberListFilter>;
  /** This does not hold. */
  not?: InputMaybe<RiskCommentFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<RiskCommentFilter>>;
  /** The risk. */
  risk?: InputMaybe<RiskFilter>;
  /** The risk. */
  riskId?: InputMaybe<IDComparator>;
  /** When it was changed last. */
  updatedAt?: InputMaybe<DateTimeComparator>;
  /** The venture. */
  venture?: InputMaybe<VentureFilter>;
  /** The venture. */
  ventureId?: InputMaybe<IDComparator>;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version?: InputMaybe<IntComparator>;
};

/** By what risk comments can be grouped. */
export type RiskCommentGroupField =
  /** The member who wrote it. */
  | 'AUTHOR_ID'
  /** The member who wrote it: What the person may do. */
  | 'AUTHOR_ROLE'
  /** When it was made: the day. */
  | 'CREATED_AT_DAY'
  /** When it was made: the first day of the month. */
  | 'CREATED_AT_MONTH'
  /** When it was made: the first day of the week. */
  | 'CREATED_AT_WEEK'
  /** The risk: Code of its category: technical, funding, market, legal or one of the tenant's own. */
  | 'RISK_CATEGORY'
  /** The risk. */
  | 'RISK_ID'
  /** The risk: How serious it was before any response. */
  | 'RISK_INHERENT_LEVEL'
  /** The risk: Whether it would hurt or help. */
  | 'RISK_KIND'
  /** The risk: How serious it is now. */
  | 'RISK_LEVEL'
  /** The risk: Where it stands. */
  | 'RISK_STATUS'
  /** The risk: Code of the sub-type within the category. */
  | 'RISK_SUB_TYPE'
  /** The risk: How serious it should become. */
  | 'RISK_TARGET_LEVEL'
  /** The venture: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture. */
  | 'VENTURE_ID'
  /** The venture: How far it has come. */
  | 'VENTURE_STAGE'
  | '%future added value';

/** What the risk comments of a group share; null unless grouped by. */
export type RiskCommentGroupKeys = {
  /** The member who wrote it. Given with its id as a key. */
  author: Maybe<Member>;
  /** The member who wrote it. */
  authorId: Maybe<Scalars['ID']['output']>;
  /** The member who wrote it: What the person may do. */
  authorRole: Maybe<Role>;
  /** When it was made: the day. */
  createdAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the month. */
  createdAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the week. */
  createdAtWeek: Maybe<Scalars['Date']['output']>;
  /** The risk. Given with its id as a key. */
  risk: Maybe<Risk>;
  /** The risk: Code of its category: technical, funding, market, legal or one of the tenant's own. */
  riskCategory: Maybe<Scalars['String']['output']>;
  /** The risk. */
  riskId: Maybe<Scalars['ID']['output']>;
  /** The risk: How serious it was before any response. */
  riskInherentLevel: Maybe<RiskLevel>;
  /** The risk: Whether it would hurt or help. */
  riskKind: Maybe<RiskKind>;
  /** The risk: How serious it is now. */
  riskLevel: Maybe<RiskLevel>;
  /** The risk: Where it stands. */
  riskStatus: Maybe<RiskStatus>;
  /** The risk: Code of the sub-type within the category. */
  riskSubType: Maybe<Scalars['String']['output']>;
  /** The risk: How serious it should become. */
  riskTargetLevel: Maybe<RiskLevel>;
  /** The venture. Given with its id as a key. */
  venture: Maybe<Venture>;
  /** The venture: Application field, such as medicine or finance. */
  ventureField: Maybe<Scalars['String']['output']>;
  /** The venture. */
  ventureId: Maybe<Scalars['ID']['output']>;
  /** The venture: How far it has come. */
  ventureStage: Maybe<VentureStage>;
};

/** Conditions on all risk comments of something. */
export type RiskCommentListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<RiskCommentFilter>;
  /** None is like this. */
  none?: InputMaybe<RiskCommentFilter>;
  /** At least one is like this. */
  some?: InputMaybe<RiskCommentFilter>;
};

/** Greatest values over risk comments. */
export type RiskCommentMax = {
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
};

/** Smallest values over risk comments. */
export type RiskCommentMin = {
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of risk comments. */
export type RiskCommentOrder = {
  /** Which way; ASC where left out. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: RiskCommentOrderField;
  /** Where rows without a value stand; LAST where left out. */
  nulls?: InputMaybe<OrderNulls>;
};

/** By what risk comments can be ordered. */
export type RiskCommentOrderField =
  /** When it was archived; empty while it is in use. */
  | 'ARCHIVED_AT'
  /** The member who wrote it: The person's e-mail address. */
  | 'AUTHOR_EMAIL'
  /** The member who wrote it: The person's name. */
  | 'AUTHOR_NAME'
  /** The member who wrote it: What the person may do. */
  | 'AUTHOR_ROLE'
  /** The text, as it was written. */
  | 'BODY'
  /** When it was made. */
  | 'CREATED_AT'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** The risk: When it was last assessed as it is now. */
  | 'RISK_ASSESSED_AT'
  /** The risk: Code of its category: technical, funding, market, legal or one of the tenant's own. */
  | 'RISK_CATEGORY'
  /** The risk: Why it may happen. */
  | 'RISK_CAUSE'
  /** The risk: What would follow. */
  | 'RISK_EFFECT'
  /** The risk: What would happen. */
  | 'RISK_EVENT'
  /** The risk: Probability × mean impact now, in the tenant's currency. */
  | 'RISK_EXPECTED_LOSS'
  /** The risk: When it would happen. */
  | 'RISK_EXPECTED_ON'
  /** The risk: Level of impact now, from 1. */
  | 'RISK_IMPACT_LEVEL'
  /** The risk: How serious it was before any response. */
  | 'RISK_INHERENT_LEVEL'
  /** The risk: Score before any response. */
  | 'RISK_INHERENT_SCORE'
  /** The risk: Whether it would hurt or help. */
  | 'RISK_KIND'
  /** The risk: How serious it is now. */
  | 'RISK_LEVEL'
  /** The risk: Since when the present level has held. */
  | 'RISK_LEVEL_SINCE'
  /** The risk: When it is to be assessed again. */
  | 'RISK_NEXT_ASSESSMENT_ON'
  /** The risk: Since when it has been open without a break. */
  | 'RISK_OPENED_AT'
  /** The risk: How many actions of its responses are not done. */
  | 'RISK_OPEN_ACTION_COUNT'
  /** The risk: By how much its venture's P80 loss would be lower without it. */
  | 'RISK_P80_SHARE'
  /** The risk: Level of probability now, from 1. */
  | 'RISK_PROBABILITY_LEVEL'
  /** The risk: How many days away that is; negative where it has passed. */
  | 'RISK_PROXIMITY_DAYS'
  /** The risk: When it would happen: the expected day, else the day on which the first milestone that it threatens is due. */
  | 'RISK_PROXIMITY_ON'
  /** The risk: Probability level × impact level of the latest current assessment. */
  | 'RISK_SCORE'
  /** The risk: Where it stands. */
  | 'RISK_STATUS'
  /** The risk: Code of the sub-type within the category. */
  | 'RISK_SUB_TYPE'
  /** The risk: How serious it should become. */
  | 'RISK_TARGET_LEVEL'
  /** The risk: Score as it should become. */
  | 'RISK_TARGET_SCORE'
  /** The risk: Code of the template that it was made from. */
  | 'RISK_TEMPLATE'
  /** The risk: The risk in one line. */
  | 'RISK_TITLE'
  /** When it was changed last. */
  | 'UPDATED_AT'
  /** The venture: What it is about. */
  | 'VENTURE_DESCRIPTION'
  /** The venture: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture: How many alerts are firing. */
  | 'VENTURE_FIRING_ALERT_COUNT'
  /** The venture: Short code, unique in the tenant, such as MEDX. */
  | 'VENTURE_KEY'
  /** The venture: Its name. */
  | 'VENTURE_NAME'
  /** The venture: How many risks are open. */
  | 'VENTURE_OPEN_RISK_COUNT'
  /** The venture: How many milestones are past their due day and not done. */
  | 'VENTURE_OVERDUE_MILESTONE_COUNT'
  /** The venture: How far it has come. */
  | 'VENTURE_STAGE'
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  | 'VERSION'
  | '%future added value';

/** What you may do with a RiskComment. */
export type RiskCommentViewerCan = {
  /** Whether you may archive it. */
  archive: Scalars['Boolean']['output'];
  /** Whether you may edit it. */
  edit: Scalars['Boolean']['output'];
};

/** A page of a list of risks. */
export type RiskConnection = {
  /** Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their keys; read only when asked for. */
  aggregate: Array<RiskAggregate>;
  /** The rows with their cursors. */
  edges: Array<RiskEdge>;
  /** The rows. */
  nodes: Array<Risk>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};


/** A page of a list of risks. */
export type RiskConnectionaggregateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<Array<RiskGroupField>>;
};

/** A row of a list of risks. */
export type RiskEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: Risk;
};

/** Conditions on risks; all must hold. An empty filter filters nothing. */
export type RiskFilter = {
  /** For how long it is borne, the newest first. */
  acceptances?: InputMaybe<AcceptanceListFilter>;
  /** Alerts about it, the newest first. */
  alerts?: InputMaybe<AlertListFilter>;
  /** All of these hold. */
  and?: InputMaybe<Array<RiskFilter>>;
  /** When it was archived; empty while it is in use. */
  archivedAt?: InputMaybe<DateTimeComparator>;
  /** When it was last assessed as it is now. */
  assessedAt?: InputMaybe<DateTimeComparator>;
  /** How it was judged, the newest first. */
  assessments?: InputMaybe<AssessmentListFilter>;
  /** Code of its category: technical, funding, market, legal or one of the tenant's own. */
  category?: InputMaybe<StringComparator>;
  /** Why it may happen. */
  cause?: InputMaybe<StringComparator>;
  /** The risks that may bring it about. */
  causes?: InputMaybe<RiskListFilter>;
  /** What people say of it, the oldest first. */
  comments?: InputMaybe<RiskCommentListFilter>;
  /** When it was made. */
  createdAt?: InputMaybe<DateTimeComparator>;
  /** What would follow. */
  effect?: InputMaybe<StringComparator>;
  /** The risks that may follow. */
  effects?: InputMaybe<RiskListFilter>;
  /** What would happen. */
  event?: InputMaybe<StringComparator>;
  /** Probability × mean impact now, in the tenant's currency. */
  expectedLoss?: InputMaybe<DecimalComparator>;
  /** When it would happen. */
  expectedOn?: InputMaybe<DateComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** Level of impact now, from 1. */
  impactLevel?: InputMaybe<IntComparator>;
  /** The measured series that tell of it. */
  indicators?: InputMaybe<IndicatorListFilter>;
  /** How serious it was before any response. */
  inherentLevel?: InputMaybe<RiskLevelComparator>;
  /** Score before any response. */
  inherentScore?: InputMaybe<IntComparator>;
  /** Whether the day of its next assessment has passed in the tenant's time zone and it is not closed. */
  isAssessmentOverdue?: InputMaybe<BooleanComparator>;
  /** When it happened, the latest first. */
  issues?: InputMaybe<IssueListFilter>;
  /** Whether it would hurt or help. */
  kind?: InputMaybe<RiskKindComparator>;
  /** How serious it is now. */
  level?: InputMaybe<RiskLevelComparator>;
  /** Since when the present level has held. */
  levelSince?: InputMaybe<DateTimeComparator>;
  /** The milestones it threatens, each with its slip. */
  milestoneLinks?: InputMaybe<RiskMilestoneListFilter>;
  /** The milestones it threatens. */
  milestones?: InputMaybe<MilestoneListFilter>;
  /** When it is to be assessed again. */
  nextAssessmentOn?: InputMaybe<DateComparator>;
  /** This does not hold. */
  not?: InputMaybe<RiskFilter>;
  /** How many actions of its responses are not done. */
  openActionCount?: InputMaybe<IntComparator>;
  /** Since when it has been open without a break. */
  openedAt?: InputMaybe<DateTimeComparator>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<RiskFilter>>;
  /** The member who watches it. */
  owner?: InputMaybe<MemberFilter>;
  /** The member who watches it. */
  ownerId?: InputMaybe<IDComparator>;
  /** By how much its venture's P80 loss would be lower without it. */
  p80Share?: InputMaybe<DecimalComparator>;
  /** Level of probability now, from 1. */
  probabilityLevel?: InputMaybe<IntComparator>;
  /** How many days away that is; negative where it has passed. */
  proximityDays?: InputMaybe<IntComparator>;
  /** When it would happen: the expected day, else the day on which the first milestone that it threatens is due. */
  proximityOn?: InputMaybe<DateComparator>;
  /** The resources it would hit. */
  resources?: InputMaybe<ResourceListFilter>;
  /** How it is answered. */
  responses?: InputMaybe<ResponseListFilter>;
  /** Probability level × impact level of the latest current assessment. */
  score?: InputMaybe<IntComparator>;
  /** Where it stands. */
  status?: InputMaybe<RiskStatusComparator>;
  /** Code of the sub-type within the category. */
  subType?: InputMaybe<StringComparator>;
  /** What finished actions suggest, the newest first. */
  suggestedAssessments?: InputMaybe<SuggestedAssessmentListFilter>;
  /** Its tags in one line for filters, each between bars: `contains: "|gpu|"` finds one tag. */
  tagLine?: InputMaybe<StringComparator>;
  /** How serious it should become. */
  targetLevel?: InputMaybe<RiskLevelComparator>;
  /** Score as it should become. */
  targetScore?: InputMaybe<IntComparator>;
  /** Code of the template that it was made from. */
  template?: InputMaybe<StringComparator>;
  /** The risk in one line. */
  title?: InputMaybe<StringComparator>;
  /** When it was changed last. */
  updatedAt?: InputMaybe<DateTimeComparator>;
  /** The venture that it would hurt. */
  venture?: InputMaybe<VentureFilter>;
  /** The venture that it would hurt. */
  ventureId?: InputMaybe<IDComparator>;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version?: InputMaybe<IntComparator>;
};

/** By what risks can be grouped. */
export type RiskGroupField =
  /** When it was last assessed as it is now: the day. */
  | 'ASSESSED_AT_DAY'
  /** When it was last assessed as it is now: the first day of the month. */
  | 'ASSESSED_AT_MONTH'
  /** When it was last assessed as it is now: the first day of the week. */
  | 'ASSESSED_AT_WEEK'
  /** Code of its category: technical, funding, market, legal or one of the tenant's own. */
  | 'CATEGORY'
  /** When it was made: the day. */
  | 'CREATED_AT_DAY'
  /** When it was made: the first day of the month. */
  | 'CREATED_AT_MONTH'
  /** When it was made: the first day of the week. */
  | 'CREATED_AT_WEEK'
  /** When it would happen: the day. */
  | 'EXPECTED_ON_DAY'
  /** When it would happen: the first day of the month. */
  | 'EXPECTED_ON_MONTH'
  /** When it would happen: the first day of the week. */
  | 'EXPECTED_ON_WEEK'
  /** Level of impact now, from 1. */
  | 'IMPACT_LEVEL'
  /** How serious it was before any response. */
  | 'INHERENT_LEVEL'
  /** Score before any response. */
  | 'INHERENT_SCORE'
  /** Whether the day of its next assessment has passed in the tenant's time zone and it is not closed. */
  | 'IS_ASSESSMENT_OVERDUE'
  /** Whether it would hurt or help. */
  | 'KIND'
  /** How serious it is now. */
  | 'LEVEL'
  /** Since when the present level has held: the day. */
  | 'LEVEL_SINCE_DAY'
  /** Since when the present level has held: the first day of the month. */
  | 'LEVEL_SINCE_MONTH'
  /** Since when the present level has held: the first day of the week. */
  | 'LEVEL_SINCE_WEEK'
  /** When it is to be assessed again: the day. */
  | 'NEXT_ASSESSMENT_ON_DAY'
  /** When it is to be assessed again: the first day of the month. */
  | 'NEXT_ASSESSMENT_ON_MONTH'
  /** When it is to be assessed again: the first day of the week. */
  | 'NEXT_ASSESSMENT_ON_WEEK'
  /** Since when it has been open without a break: the day. */
  | 'OPENED_AT_DAY'
  /** Since when it has been open without a break: the first day of the month. */
  | 'OPENED_AT_MONTH'
  /** Since when it has been open without a break: the first day of the week. */
  | 'OPENED_AT_WEEK'
  /** How many actions of its responses are not done. */
  | 'OPEN_ACTION_COUNT'
  /** The member who watches it. */
  | 'OWNER_ID'
  /** The member who watches it: What the person may do. */
  | 'OWNER_ROLE'
  /** Level of probability now, from 1. */
  | 'PROBABILITY_LEVEL'
  /** How many days away that is; negative where it has passed. */
  | 'PROXIMITY_DAYS'
  /** When it would happen: the expected day, else the day on which the first milestone that it threatens is due: the day. */
  | 'PROXIMITY_ON_DAY'
  /** When it would happen: the expected day, else the day on which the first milestone that it threatens is due: the first day of the month. */
  | 'PROXIMITY_ON_MONTH'
  /** When it would happen: the expected day, else the day on which the first milestone that it threatens is due: the first day of the week. */
  | 'PROXIMITY_ON_WEEK'
  /** Probability level × impact level of the latest current assessment. */
  | 'SCORE'
  /** Where it stands. */
  | 'STATUS'
  /** Code of the sub-type within the category. */
  | 'SUB_TYPE'
  /** How serious it should become. */
  | 'TARGET_LEVEL'
  /** Score as it should become. */
  | 'TARGET_SCORE'
  /** The venture that it would hurt: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture that it would hurt. */
  | 'VENTURE_ID'
  /** The venture that it would hurt: How far it has come. */
  | 'VENTURE_STAGE'
  | '%future added value';

/** What the risks of a group share; null unless grouped by. */
export type RiskGroupKeys = {
  /** When it was last assessed as it is now: the day. */
  assessedAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was last assessed as it is now: the first day of the month. */
  assessedAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was last assessed as it is now: the first day of the week. */
  assessedAtWeek: Maybe<Scalars['Date']['output']>;
  /** Code of its category: technical, funding, market, legal or one of the tenant's own. */
  category: Maybe<Scalars['String']['output']>;
  /** When it was made: the day. */
  createdAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the month. */
  createdAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the week. */
  createdAtWeek: Maybe<Scalars['Date']['output']>;
  /** When it would happen: the day. */
  expectedOnDay: Maybe<Scalars['Date']['output']>;
  /** When it would happen: the first day of the month. */
  expectedOnMonth: Maybe<Scalars['Date']['output']>;
  /** When it would happen: the first day of the week. */
  expectedOnWeek: Maybe<Scalars['Date']['output']>;
  /** Level of impact now, from 1. */
  impactLevel: Maybe<Scalars['Int']['output']>;
  /** How serious it was before any response. */
  inherentLevel: Maybe<RiskLevel>;
  /** Score before any response. */
  inherentScore: Maybe<Scalars['Int']['output']>;
  /** Whether the day of its next assessment has passed in the tenant's time zone and it is not closed. */
  isAssessmentOverdue: Maybe<Scalars['Boolean']['output']>;
  /** Whether it would hurt or help. */
  kind: Maybe<RiskKind>;
  /** How serious it is now. */
  level: Maybe<RiskLevel>;
  /** Since when the present level has held: the day. */
  levelSinceDay: Maybe<Scalars['Date']['output']>;
  /** Since when the present level has held: the first day of the month. */
  levelSinceMonth: Maybe<Scalars['Date']['output']>;
  /** Since when the present level has held: the first day of the week. */
  levelSinceWeek: Maybe<Scalars['Date']['output']>;
  /** When it is to be assessed again: the day. */
  nextAssessmentOnDay: Maybe<Scalars['Date']['output']>;
  /** When it is to be assessed again: the first day of the month. */
  nextAssessmentOnMonth: Maybe<Scalars['Date']['output']>;
  /** When it is to be assessed again: the first day of the week. */
  nextAssessmentOnWeek: Maybe<Scalars['Date']['output']>;
  /** How many actions of its responses are not done. */
  openActionCount: Maybe<Scalars['Int']['output']>;
  /** Since when it has been open without a break: the day. */
  openedAtDay: Maybe<Scalars['Date']['output']>;
  /** Since when it has been open without a break: the first day of the month. */
  openedAtMonth: Maybe<Scalars['Date']['output']>;
  /** Since when it has been open without a break: the first day of the week. */
  openedAtWeek: Maybe<Scalars['Date']['output']>;
  /** The member who watches it. Given with its id as a key. */
  owner: Maybe<Member>;
  /** The member who watches it. */
  ownerId: Maybe<Scalars['ID']['output']>;
  /** The member who watches it: What the person may do. */
  ownerRole: Maybe<Role>;
  /** Level of probability now, from 1. */
  probabilityLevel: Maybe<Scalars['Int']['output']>;
  /** How many days away that is; negative where it has passed. */
  proximityDays: Maybe<Scalars['Int']['output']>;
  /** When it would happen: the expected day, else the day on which the first milestone that it threatens is due: the day. */
  proximityOnDay: Maybe<Scalars['Date']['output']>;
  /** When it would happen: the expected day, else the day on which the first milestone that it threatens is due: the first day of the month. */
  proximityOnMonth: Maybe<Scalars['Date']['output']>;
  /** When it would happen: the expected day, else the day on which the first milestone that it threatens is due: the first day of the week. */
  proximityOnWeek: Maybe<Scalars['Date']['output']>;
  /** Probability level × impact level of the latest current assessment. */
  score: Maybe<Scalars['Int']['output']>;
  /** Where it stands. */
  status: Maybe<RiskStatus>;
  /** Code of the sub-type within the category. */
  subType: Maybe<Scalars['String']['output']>;
  /** How serious it should become. */
  targetLevel: Maybe<RiskLevel>;
  /** Score as it should become. */
  targetScore: Maybe<Scalars['Int']['output']>;
  /** The venture that it would hurt. Given with its id as a key. */
  venture: Maybe<Venture>;
  /** The venture that it would hurt: Application field, such as medicine or finance. */
  ventureField: Maybe<Scalars['String']['output']>;
  /** The venture that it would hurt. */
  ventureId: Maybe<Scalars['ID']['output']>;
  /** The venture that it would hurt: How far it has come. */
  ventureStage: Maybe<VentureStage>;
};

/** Whether what may happen would hurt or help. */
export type RiskKind =
  /** It would help. */
  | 'OPPORTUNITY'
  /** It would hurt. */
  | 'THREAT'
  | '%future added value';

/** Conditions on a value of the type RiskKind; all must hold. */
export type RiskKindComparator = {
  /** Equal to it. */
  eq?: InputMaybe<RiskKind>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<RiskKind>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<RiskKind>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<RiskKind>>;
};

/** How serious a risk is, mildest first. */
export type RiskLevel =
  /** Red. */
  | 'CRITICAL'
  /** Orange. */
  | 'HIGH'
  /** Green. */
  | 'LOW'
  /** Yellow. */
  | 'MEDIUM'
  | '%future added value';

/** Conditions on a value of the type RiskLevel; all must hold. */
export type RiskLevelComparator = {
  /** Equal to it. */
  eq?: InputMaybe<RiskLevel>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<RiskLevel>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<RiskLevel>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<RiskLevel>>;
};

/** Limits of impact of one venture, which hold instead of the tenant's in one version of the scale. */
export type RiskLimits = Node & {
  /** Lower limits of delay in working days, one a level of impact. */
  delayBands: Array<Scalars['String']['output']>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** Lower limits of loss, one a level of impact. */
  moneyBands: Array<Scalars['String']['output']>;
  /** The version of the scale in which they hold. */
  scaleNumber: Scalars['Int']['output'];
  /** How far it can be trusted, by `money` and by `delay`: of `pairs` of cells, how many are `overlapping` (two risks in them can be ranked wrongly) and `inconsistent` (two or more levels apart, and the higher can be the smaller loss); the latter as `breaks`, and the `worst` pair. */
  trust: Scalars['JSON']['output'];
  /** The venture. */
  venture: Venture;
};

/** What is told of a group of risk limits. */
export type RiskLimitsAggregate = {
  /** The average of each over the rows that have a value, to six places. */
  avg: RiskLimitsAvg;
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** How many groups there are, also where not all of them are given. */
  groupCount: Scalars['Int']['output'];
  /** What its rows share. */
  keys: RiskLimitsGroupKeys;
  /** The greatest, latest or gravest of each. */
  max: RiskLimitsMax;
  /** The smallest, earliest or mildest of each. */
  min: RiskLimitsMin;
  /** The sum of each; null where no row has a value. */
  sum: RiskLimitsSum;
};

/** Averages over risk limits. */
export type RiskLimitsAvg = {
  /** The version of the scale in which they hold. */
  scaleNumber: Maybe<Scalars['Float']['output']>;
};

/** A page of a list of risk limits. */
export type RiskLimitsConnection = {
  /** Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their keys; read only when asked for. */
  aggregate: Array<RiskLimitsAggregate>;
  /** The rows with their cursors. */
  edges: Array<RiskLimitsEdge>;
  /** The rows. */
  nodes: Array<RiskLimits>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};


/** A page of a list of risk limits. */
export type RiskLimitsConnectionaggregateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<Array<RiskLimitsGroupField>>;
};

/** A row of a list of risk limits. */
export type RiskLimitsEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: RiskLimits;
};

/** Conditions on risk limits; all must hold. An empty filter filters nothing. */
export type RiskLimitsFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<RiskLimitsFilter>>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** This does not hold. */
  not?: InputMaybe<RiskLimitsFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<RiskLimitsFilter>>;
  /** The version of the scale in which they hold. */
  scaleNumber?: InputMaybe<IntComparator>;
  /** The venture. */
  venture?: InputMaybe<VentureFilter>;
  /** The venture. */
  ventureId?: InputMaybe<IDComparator>;
};

/** By what risk limits can be grouped. */
export type RiskLimitsGroupField =
  /** The version of the scale in which they hold. */
  | 'SCALE_NUMBER'
  /** The venture: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture. */
  | 'VENTURE_ID'
  /** The venture: How far it has come. */
  | 'VENTURE_STAGE'
  | '%future added value';

/** What the risk limits of a group share; null unless grouped by. */
export type RiskLimitsGroupKeys = {
  /** The version of the scale in which they hold. */
  scaleNumber: Maybe<Scalars['Int']['output']>;
  /** The venture. Given with its id as a key. */
  venture: Maybe<Venture>;
  /** The venture: Application field, such as medicine or finance. */
  ventureField: Maybe<Scalars['String']['output']>;
  /** The venture. */
  ventureId: Maybe<Scalars['ID']['output']>;
  /** The venture: How far it has come. */
  ventureStage: Maybe<VentureStage>;
};

/** Conditions on all risk limits of something. */
export type RiskLimitsListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<RiskLimitsFilter>;
  /** None is like this. */
  none?: InputMaybe<RiskLimitsFilter>;
  /** At least one is like this. */
  some?: InputMaybe<RiskLimitsFilter>;
};

/** Greatest values over risk limits. */
export type RiskLimitsMax = {
  /** The version of the scale in which they hold. */
  scaleNumber: Maybe<Scalars['Int']['output']>;
};

/** Smallest values over risk limits. */
export type RiskLimitsMin = {
  /** The version of the scale in which they hold. */
  scaleNumber: Maybe<Scalars['Int']['output']>;
};

/** One key of the order of risk limits. */
export type RiskLimitsOrder = {
  /** Which way; ASC where left out. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: RiskLimitsOrderField;
  /** Where rows without a value stand; LAST where left out. */
  nulls?: InputMaybe<OrderNulls>;
};

/** By what risk limits can be ordered. */
export type RiskLimitsOrderField =
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** The version of the scale in which they hold. */
  | 'SCALE_NUMBER'
  /** The venture: What it is about. */
  | 'VENTURE_DESCRIPTION'
  /** The venture: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture: How many alerts are firing. */
  | 'VENTURE_FIRING_ALERT_COUNT'
  /** The venture: Short code, unique in the tenant, such as MEDX. */
  | 'VENTURE_KEY'
  /** The venture: Its name. */
  | 'VENTURE_NAME'
  /** The venture: How many risks are open. */
  | 'VENTURE_OPEN_RISK_COUNT'
  /** The venture: How many milestones are past their due day and not done. */
  | 'VENTURE_OVERDUE_MILESTONE_COUNT'
  /** The venture: How far it has come. */
  | 'VENTURE_STAGE'
  | '%future added value';

/** Sums over risk limits. */
export type RiskLimitsSum = {
  /** The version of the scale in which they hold. */
  scaleNumber: Maybe<Scalars['Float']['output']>;
};

/** Conditions on all risks of something. */
export type RiskListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<RiskFilter>;
  /** None is like this. */
  none?: InputMaybe<RiskFilter>;
  /** At least one is like this. */
  some?: InputMaybe<RiskFilter>;
};

/** How many risks of a venture stand in one cell of the matrix. */
export type RiskMatrixCell = {
  /** Open threats in the cell. */
  count: Scalars['Int']['output'];
  /** Level of impact, from 1. */
  impactLevel: Scalars['Int']['output'];
  /** How serious the cell is. */
  level: RiskLevel;
  /** Level of probability, from 1. */
  probabilityLevel: Scalars['Int']['output'];
};

/** Greatest values over risks. */
export type RiskMax = {
  /** When it was last assessed as it is now. */
  assessedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Probability × mean impact now, in the tenant's currency. */
  expectedLoss: Maybe<Scalars['Decimal']['output']>;
  /** When it would happen. */
  expectedOn: Maybe<Scalars['Date']['output']>;
  /** Level of impact now, from 1. */
  impactLevel: Maybe<Scalars['Int']['output']>;
  /** How serious it was before any response. */
  inherentLevel: Maybe<RiskLevel>;
  /** Score before any response. */
  inherentScore: Maybe<Scalars['Int']['output']>;
  /** Whether it would hurt or help. */
  kind: Maybe<RiskKind>;
  /** How serious it is now. */
  level: Maybe<RiskLevel>;
  /** Since when the present level has held. */
  levelSince: Maybe<Scalars['DateTime']['output']>;
  /** When it is to be assessed again. */
  nextAssessmentOn: Maybe<Scalars['Date']['output']>;
  /** How many actions of its responses are not done. */
  openActionCount: Maybe<Scalars['Int']['output']>;
  /** Since when it has been open without a break. */
  openedAt: Maybe<Scalars['DateTime']['output']>;
  /** By how much its venture's P80 loss would be lower without it. */
  p80Share: Maybe<Scalars['Decimal']['output']>;
  /** Level of probability now, from 1. */
  probabilityLevel: Maybe<Scalars['Int']['output']>;
  /** How many days away that is; negative where it has passed. */
  proximityDays: Maybe<Scalars['Int']['output']>;
  /** When it would happen: the expected day, else the day on which the first milestone that it threatens is due. */
  proximityOn: Maybe<Scalars['Date']['output']>;
  /** Probability level × impact level of the latest current assessment. */
  score: Maybe<Scalars['Int']['output']>;
  /** Where it stands. */
  status: Maybe<RiskStatus>;
  /** How serious it should become. */
  targetLevel: Maybe<RiskLevel>;
  /** Score as it should become. */
  targetScore: Maybe<Scalars['Int']['output']>;
};

/** A milestone that a risk threatens. */
export type RiskMilestone = Node & {
  /** When it was archived; empty while it is in use. */
  archivedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** The milestone that it threatens. */
  milestone: Milestone;
  /** The risk. */
  risk: Risk;
  /** Slip if it goes badly, in working days. */
  slipHigh: Maybe<Scalars['Decimal']['output']>;
  /** Most likely slip, in working days. */
  slipLikely: Maybe<Scalars['Decimal']['output']>;
  /** Slip if it goes well, in working days; empty: as the risk's assessment says. */
  slipLow: Maybe<Scalars['Decimal']['output']>;
  /** When it was changed last. */
  updatedAt: Scalars['DateTime']['output'];
  /** The venture. */
  venture: Venture;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version: Scalars['Int']['output'];
  /** What you may do with it, by your role. */
  viewerCan: RiskMilestoneViewerCan;
};

/** What is told of a group of risk milestones. */
export type RiskMilestoneAggregate = {
  /** The average of each over the rows that have a value, to six places. */
  avg: RiskMilestoneAvg;
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** How many groups there are, also where not all of them are given. */
  groupCount: Scalars['Int']['output'];
  /** What its rows share. */
  keys: RiskMilestoneGroupKeys;
  /** The greatest, latest or gravest of each. */
  max: RiskMilestoneMax;
  /** The smallest, earliest or mildest of each. */
  min: RiskMilestoneMin;
  /** The sum of each; null where no row has a value. */
  sum: RiskMilestoneSum;
};

/** Averages over risk milestones. */
export type RiskMilestoneAvg = {
  /** Slip if it goes badly, in working days. */
  slipHigh: Maybe<Scalars['Decimal']['output']>;
  /** Most likely slip, in working days. */
  slipLikely: Maybe<Scalars['Decimal']['output']>;
  /** Slip if it goes well, in working days; empty: as the risk's assessment says. */
  slipLow: Maybe<Scalars['Decimal']['output']>;
};

/** A page of a list of risk milestones. */
export type RiskMilestoneConnection = {
  /** Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their keys; read only when asked for. */
  aggregate: Array<RiskMilestoneAggregate>;
  /** The rows with their cursors. */
  edges: Array<RiskMilestoneEdge>;
  /** The rows. */
  nodes: Array<RiskMilestone>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};


/** A page of a list of risk milestones. */
export type RiskMilestoneConnectionaggregateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<Array<RiskMilestoneGroupField>>;
};

/** A row of a list of risk milestones. */
export type RiskMilestoneEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: RiskMilestone;
};

/** Conditions on risk milestones; all must hold. An empty filter filters nothing. */
export type RiskMilestoneFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<RiskMilestoneFilter>>;
  /** When it was archived; empty while it is in use. */
  archivedAt?: InputMaybe<DateTimeComparator>;
  /** When it was made. */
  createdAt?: InputMaybe<DateTimeComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** The milestone that it threatens. */
  milestone?: InputMaybe<MilestoneFilter>;
  /** The milestone that it threatens. */
  milestoneId?: InputMaybe<IDComparator>;
  /** This does not hold. */
  not?: InputMaybe<RiskMilestoneFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<RiskMilestoneFilter>>;
  /** The risk. */
  risk?: InputMaybe<RiskFilter>;
  /** The risk. */
  riskId?: InputMaybe<IDComparator>;
  /** Slip if it goes badly, in working days. */
  slipHigh?: InputMaybe<DecimalComparator>;
  /** Most likely slip, in working days. */
  slipLikely?: InputMaybe<DecimalComparator>;
  /** Slip if it goes well, in working days; empty: as the risk's assessment says. */
  slipLow?: InputMaybe<DecimalComparator>;
  /** When it was changed last. */
  updatedAt?: InputMaybe<DateTimeComparator>;
  /** The venture. */
  venture?: InputMaybe<VentureFilter>;
  /** The venture. */
  ventureId?: InputMaybe<IDComparator>;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version?: InputMaybe<IntComparator>;
};

/** By what risk milestones can be grouped. */
export type RiskMilestoneGroupField =
  /** When it was made: the day. */
  | 'CREATED_AT_DAY'
  /** When it was made: the first day of the month. */
  | 'CREATED_AT_MONTH'
  /** When it was made: the first day of the week. */
  | 'CREATED_AT_WEEK'
  /** The milestone that it threatens. */
  | 'MILESTONE_ID'
  /** The milestone that it threatens: Where it stands. */
  | 'MILESTONE_STATUS'
  /** The risk: Code of its category: technical, funding, market, legal or one of the tenant's own. */
  | 'RISK_CATEGORY'
  /** The risk. */
  | 'RISK_ID'
  /** The risk: How serious it was before any response. */
  | 'RISK_INHERENT_LEVEL'
  /** The risk: Whether it would hurt or help. */
  | 'RISK_KIND'
  /** The risk: How serious it is now. */
  | 'RISK_LEVEL'
  /** The risk: Where it stands. */
  | 'RISK_STATUS'
  /** The risk: Code of the sub-type within the category. */
  | 'RISK_SUB_TYPE'
  /** The risk: How serious it should become. */
  | 'RISK_TARGET_LEVEL'
  /** The venture: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture. */
  | 'VENTURE_ID'
  /** The venture: How far it has come. */
  | 'VENTURE_STAGE'
  | '%future added value';

/** What the risk milestones of a group share; null unless grouped by. */
export type RiskMilestoneGroupKeys = {
  /** When it was made: the day. */
  createdAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the month. */
  createdAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the week. */
  createdAtWeek: Maybe<Scalars['Date']['output']>;
  /** The milestone that it threatens. Given with its id as a key. */
  milestone: Maybe<Milestone>;
  /** The milestone that it threatens. */
  milestoneId: Maybe<Scalars['ID']['output']>;
  /** The milestone that it threatens: Where it stands. */
  milestoneStatus: Maybe<MilestoneStatus>;
  /** The risk. Given with its id as a key. */
  risk: Maybe<Risk>;
  /** The risk: Code of its category: technical, funding, market, legal or one of the tenant's own. */
  riskCategory: Maybe<Scalars['String']['output']>;
  /** The risk. */
  riskId: Maybe<Scalars['ID']['output']>;
  /** The risk: How serious it was before any response. */
  riskInherentLevel: Maybe<RiskLevel>;
  /** The risk: Whether it would hurt or help. */
  riskKind: Maybe<RiskKind>;
  /** The risk: How serious it is now. */
  riskLevel: Maybe<RiskLevel>;
  /** The risk: Where it stands. */
  riskStatus: Maybe<RiskStatus>;
  /** The risk: Code of the sub-type within the category. */
  riskSubType: Maybe<Scalars['String']['output']>;
  /** The risk: How serious it should become. */
  riskTargetLevel: Maybe<RiskLevel>;
  /** The venture. Given with its id as a key. */
  venture: Maybe<Venture>;
  /** The venture: Application field, such as medicine or finance. */
  ventureField: Maybe<Scalars['String']['output']>;
  /** The venture. */
  ventureId: Maybe<Scalars['ID']['output']>;
  /** The venture: How far it has come. */
  ventureStage: Maybe<VentureStage>;
};

/** Conditions on all risk milestones of something. */
export type RiskMilestoneListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<RiskMilestoneFilter>;
  /** None is like this. */
  none?: InputMaybe<RiskMilestoneFilter>;
  /** At least one is like this. */
  some?: InputMaybe<RiskMilestoneFilter>;
};

/** Greatest values over risk milestones. */
export type RiskMilestoneMax = {
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Slip if it goes badly, in working days. */
  slipHigh: Maybe<Scalars['Decimal']['output']>;
  /** Most likely slip, in working days. */
  slipLikely: Maybe<Scalars['Decimal']['output']>;
  /** Slip if it goes well, in working days; empty: as the risk's assessment says. */
  slipLow: Maybe<Scalars['Decimal']['output']>;
};

/** Smallest values over risk milestones. */
export type RiskMilestoneMin = {
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Slip if it goes badly, in working days. */
  slipHigh: Maybe<Scalars['Decimal']['output']>;
  /** Most likely slip, in working days. */
  slipLikely: Maybe<Scalars['Decimal']['output']>;
  /** Slip if it goes well, in working days; empty: as the risk's assessment says. */
  slipLow: Maybe<Scalars['Decimal']['output']>;
};

/** One key of the order of risk milestones. */
export type RiskMilestoneOrder = {
  /** Which way; ASC where left out. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: RiskMilestoneOrderField;
  /** Where rows without a value stand; LAST where left out. */
  nulls?: InputMaybe<OrderNulls>;
};

/** By what risk milestones can be ordered. */
export type RiskMilestoneOrderField =
  /** When it was archived; empty while it is in use. */
  | 'ARCHIVED_AT'
  /** When it was made. */
  | 'CREATED_AT'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** The milestone that it threatens: Due day as once agreed. */
  | 'MILESTONE_BASELINE_DUE_ON'
  /** The milestone that it threatens: First day as once agreed. */
  | 'MILESTONE_BASELINE_START_ON'
  /** The milestone that it threatens: Day on which it was reached. */
  | 'MILESTONE_COMPLETED_ON'
  /** The milestone that it threatens: How many days after its due day it was reached, or have passed since; 0 in time or where it was cancelled, empty without a due day. */
  | 'MILESTONE_DAYS_LATE'
  /** The milestone that it threatens: How many days its due day lies after the one once agreed; negative where before. */
  | 'MILESTONE_DAYS_SLIPPED'
  /** The milestone that it threatens: What it means. */
  | 'MILESTONE_DESCRIPTION'
  /** The milestone that it threatens: Day by which it is to be reached. */
  | 'MILESTONE_DUE_ON'
  /** The milestone that it threatens: Most likely duration, in working days. */
  | 'MILESTONE_ESTIMATE_LIKELY'
  /** The milestone that it threatens: Duration if all goes well, in working days. */
  | 'MILESTONE_ESTIMATE_OPTIMISTIC'
  /** The milestone that it threatens: Duration if much goes wrong, in working days. */
  | 'MILESTONE_ESTIMATE_PESSIMISTIC'
  /** The milestone that it threatens: Whether it is a key milestone, which gets a review. */
  | 'MILESTONE_KEY'
  /** The milestone that it threatens: How many open risks threaten it. */
  | 'MILESTONE_OPEN_RISK_COUNT'
  /** The milestone that it threatens: How much of it is done, in percent. */
  | 'MILESTONE_PERCENT_COMPLETE'
  /** The milestone that it threatens: Planned day of the review; empty: five working days before a key milestone is due. */
  | 'MILESTONE_REVIEW_ON'
  /** The milestone that it threatens: First day. */
  | 'MILESTONE_START_ON'
  /** The milestone that it threatens: Where it stands. */
  | 'MILESTONE_STATUS'
  /** The milestone that it threatens: The goal in one line. */
  | 'MILESTONE_TITLE'
  /** The risk: When it was last assessed as it is now. */
  | 'RISK_ASSESSED_AT'
  /** The risk: Code of its category: technical, funding, market, legal or one of the tenant's own. */
  | 'RISK_CATEGORY'
  /** The risk: Why it may happen. */
  | 'RISK_CAUSE'
  /** The risk: What would follow. */
  | 'RISK_EFFECT'
  /** The risk: What would happen. */
  | 'RISK_EVENT'
  /** The risk: Probability × mean impact now, in the tenant's currency. */
  | 'RISK_EXPECTED_LOSS'
  /** The risk: When it would happen. */
  | 'RISK_EXPECTED_ON'
  /** The risk: Level of impact now, from 1. */
  | 'RISK_IMPACT_LEVEL'
  /** The risk: How serious it was before any response. */
  | 'RISK_INHERENT_LEVEL'
  /** The risk: Score before any response. */
  | 'RISK_INHERENT_SCORE'
  /** The risk: Whether it would hurt or help. */
  | 'RISK_KIND'
  /** The risk: How serious it is now. */
  | 'RISK_LEVEL'
  /** The risk: Since when the present level has held. */
  | 'RISK_LEVEL_SINCE'
  /** The risk: When it is to be assessed again. */
  | 'RISK_NEXT_ASSESSMENT_ON'
  /** The risk: Since when it has been open without a break. */
  | 'RISK_OPENED_AT'
  /** The risk: How many actions of its responses are not done. */
  | 'RISK_OPEN_ACTION_COUNT'
  /** The risk: By how much its venture's P80 loss would be lower without it. */
  | 'RISK_P80_SHARE'
  /** The risk: Level of probability now, from 1. */
  | 'RISK_PROBABILITY_LEVEL'
  /** The risk: How many days away that is; negative where it has passed. */
  | 'RISK_PROXIMITY_DAYS'
  /** The risk: When it would happen: the expected day, else the day on which the first milestone that it threatens is due. */
  | 'RISK_PROXIMITY_ON'
  /** The risk: Probability level × impact level of the latest current assessment. */
  | 'RISK_SCORE'
  /** The risk: Where it stands. */
  | 'RISK_STATUS'
  /** The risk: Code of the sub-type within the category. */
  | 'RISK_SUB_TYPE'
  /** The risk: How serious it should become. */
  | 'RISK_TARGET_LEVEL'
  /** The risk: Score as it should become. */
  | 'RISK_TARGET_SCORE'
  /** The risk: Code of the template that it was made from. */
  | 'RISK_TEMPLATE'
  /** The risk: The risk in one line. */
  | 'RISK_TITLE'
  /** Slip if it goes badly, in working days. */
  | 'SLIP_HIGH'
  /** Most likely slip, in working days. */
  | 'SLIP_LIKELY'
  /** Slip if it goes well, in working days; empty: as the risk's assessment says. */
  | 'SLIP_LOW'
  /** When it was changed last. */
  | 'UPDATED_AT'
  /** The venture: What it is about. */
  | 'VENTURE_DESCRIPTION'
  /** The venture: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture: How many alerts are firing. */
  | 'VENTURE_FIRING_ALERT_COUNT'
  /** The venture: Short code, unique in the tenant, such as MEDX. */
  | 'VENTURE_KEY'
  /** The venture: Its name. */
  | 'VENTURE_NAME'
  /** The venture: How many risks are open. */
  | 'VENTURE_OPEN_RISK_COUNT'
  /** The venture: How many milestones are past their due day and not done. */
  | 'VENTURE_OVERDUE_MILESTONE_COUNT'
  /** The venture: How far it has come. */
  | 'VENTURE_STAGE'
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  | 'VERSION'
  | '%future added value';

/** Sums over risk milestones. */
export type RiskMilestoneSum = {
  /** Slip if it goes badly, in working days. */
  slipHigh: Maybe<Scalars['Decimal']['output']>;
  /** Most likely slip, in working days. */
  slipLikely: Maybe<Scalars['Decimal']['output']>;
  /** Slip if it goes well, in working days; empty: as the risk's assessment says. */
  slipLow: Maybe<Scalars['Decimal']['output']>;
};

/** What you may do with a RiskMilestone. */
export type RiskMilestoneViewerCan = {
  /** Whether you may archive it. */
  archive: Scalars['Boolean']['output'];
  /** Whether you may edit it. */
  edit: Scalars['Boolean']['output'];
};

/** Smallest values over risks. */
export type RiskMin = {
  /** When it was last assessed as it is now. */
  assessedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Probability × mean impact now, in the tenant's currency. */
  expectedLoss: Maybe<Scalars['Decimal']['output']>;
  /** When it would happen. */
  expectedOn: Maybe<Scalars['Date']['output']>;
  /** Level of impact now, from 1. */
  impactLevel: Maybe<Scalars['Int']['output']>;
  /** How serious it was before any response. */
  inherentLevel: Maybe<RiskLevel>;
  /** Score before any response. */
  inherentScore: Maybe<Scalars['Int']['output']>;
  /** Whether it would hurt or help. */
  kind: Maybe<RiskKind>;
  /** How serious it is now. */
  level: Maybe<RiskLevel>;
  /** Since when the present level has held. */
  levelSince: Maybe<Scalars['DateTime']['output']>;
  /** When it is to be assessed again. */
  nextAssessmentOn: Maybe<Scalars['Date']['output']>;
  /** How many actions of its responses are not done. */
  openActionCount: Maybe<Scalars['Int']['output']>;
  /** Since when it has been open without a break. */
  openedAt: Maybe<Scalars['DateTime']['output']>;
  /** By how much its venture's P80 loss would be lower without it. */
  p80Share: Maybe<Scalars['Decimal']['output']>;
  /** Level of probability now, from 1. */
  probabilityLevel: Maybe<Scalars['Int']['output']>;
  /** How many days away that is; negative where it has passed. */
  proximityDays: Maybe<Scalars['Int']['output']>;
  /** When it would happen: the expected day, else the day on which the first milestone that it threatens is due. */
  proximityOn: Maybe<Scalars['Date']['output']>;
  /** Probability level × impact level of the latest current assessment. */
  score: Maybe<Scalars['Int']['output']>;
  /** Where it stands. */
  status: Maybe<RiskStatus>;
  /** How serious it should become. */
  targetLevel: Maybe<RiskLevel>;
  /** Score as it should become. */
  targetScore: Maybe<Scalars['Int']['output']>;
};

/** What became of one risk between two instants. */
export type RiskMovement = {
  /** Code of its category, as it was last. */
  category: Scalars['String']['output'];
  /** How serious it is at the end; empty where it is not assessed or gone. */
  levelAfter: Maybe<RiskLevel>;
  /** How serious it was; empty where it was not assessed or not there. */
  levelBefore: Maybe<RiskLevel>;
  /** What became of it. */
  movement: Movement;
  /** The risk. */
  riskId: Scalars['ID']['output'];
  /** Its score at the end. */
  scoreAfter: Maybe<Scalars['Int']['output']>;
  /** Its score then. */
  scoreBefore: Maybe<Scalars['Int']['output']>;
  /** Its title, as it was last. */
  title: Scalars['String']['output'];
};

/** One key of the order of risks. */
export type RiskOrder = {
  /** Which way; ASC where left out. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: RiskOrderField;
  /** Where rows without a value stand; LAST where left out. */
  nulls?: InputMaybe<OrderNulls>;
};

/** By what risks can be ordered. */
export type RiskOrderField =
  /** When it was archived; empty while it is in use. */
  | 'ARCHIVED_AT'
  /** When it was last assessed as it is now. */
  | 'ASSESSED_AT'
  /** Code of its category: technical, funding, market, legal or one of the tenant's own. */
  | 'CATEGORY'
  /** Why it may happen. */
  | 'CAUSE'
  /** When it was made. */
  | 'CREATED_AT'
  /** What would follow. */
  | 'EFFECT'
  /** What would happen. */
  | 'EVENT'
  /** Probability × mean impact now, in the tenant's currency. */
  | 'EXPECTED_LOSS'
  /** When it would happen. */
  | 'EXPECTED_ON'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** Level of impact now, from 1. */
  | 'IMPACT_LEVEL'
  /** How serious it was before any response. */
  | 'INHERENT_LEVEL'
  /** Score before any response. */
  | 'INHERENT_SCORE'
  /** Whether it would hurt or help. */
  | 'KIND'
  /** How serious it is now. */
  | 'LEVEL'
  /** Since when the present level has held. */
  | 'LEVEL_SINCE'
  /** When it is to be assessed again. */
  | 'NEXT_ASSESSMENT_ON'
  /** Since when it has been open without a break. */
  | 'OPENED_AT'
  /** How many actions of its responses are not done. */
  | 'OPEN_ACTION_COUNT'
  /** The member who watches it: The person's e-mail address. */
  | 'OWNER_EMAIL'
  /** The member who watches it: The person's name. */
  | 'OWNER_NAME'
  /** The member who watches it: What the person may do. */
  | 'OWNER_ROLE'
  /** By how much its venture's P80 loss would be lower without it. */
  | 'P80_SHARE'
  /** Level of probability now, from 1. */
  | 'PROBABILITY_LEVEL'
  /** How many days away that is; negative where it has passed. */
  | 'PROXIMITY_DAYS'
  /** When it would happen: the expected day, else the day on which the first milestone that it threatens is due. */
  | 'PROXIMITY_ON'
  /** Probability level × impact level of the latest current assessment. */
  | 'SCORE'
  /** Where it stands. */
  | 'STATUS'
  /** Code of the sub-type within the category. */
  | 'SUB_TYPE'
  /** How serious it should become. */
  | 'TARGET_LEVEL'
  /** Score as it should become. */
  | 'TARGET_SCORE'
  /** Code of the template that it was made from. */
  | 'TEMPLATE'
  /** The risk in one line. */
  | 'TITLE'
  /** When it was changed last. */
  | 'UPDATED_AT'
  /** The venture that it would hurt: What it is about. */
  | 'VENTURE_DESCRIPTION'
  /** The venture that it would hurt: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture that it would hurt: How many alerts are firing. */
  | 'VENTURE_FIRING_ALERT_COUNT'
  /** The venture that it would hurt: Short code, unique in the tenant, such as MEDX. */
  | 'VENTURE_KEY'
  /** The venture that it would hurt: Its name. */
  | 'VENTURE_NAME'
  /** The venture that it would hurt: How many risks are open. */
  | 'VENTURE_OPEN_RISK_COUNT'
  /** The venture that it would hurt: How many milestones are past their due day and not done. */
  | 'VENTURE_OVERDUE_MILESTONE_COUNT'
  /** The venture that it would hurt: How far it has come. */
  | 'VENTURE_STAGE'
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  | 'VERSION'
  | '%future added value';

/** A resource that a risk would hit. */
export type RiskResource = Node & {
  /** When it was archived; empty while it is in use. */
  archivedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** The resource that it would hit. */
  resource: Resource;
  /** The risk. */
  risk: Risk;
  /** When it was changed last. */
  updatedAt: Scalars['DateTime']['output'];
  /** The venture. */
  venture: Venture;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version: Scalars['Int']['output'];
  /** What you may do with it, by your role. */
  viewerCan: RiskResourceViewerCan;
};

/** What is told of a group of risk resources. */
export type RiskResourceAggregate = {
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** How many groups there are, also where not all of them are given. */
  groupCount: Scalars['Int']['output'];
  /** What its rows share. */
  keys: RiskResourceGroupKeys;
  /** The greatest, latest or gravest of each. */
  max: RiskResourceMax;
  /** The smallest, earliest or mildest of each. */
  min: RiskResourceMin;
};

/** A page of a list of risk resources. */
export type RiskResourceConnection = {
  /** Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their keys; read only when asked for. */
  aggregate: Array<RiskResourceAggregate>;
  /** The rows with their cursors. */
  edges: Array<RiskResourceEdge>;
  /** The rows. */
  nodes: Array<RiskResource>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};


/** A page of a list of risk resources. */
export type RiskResourceConnectionaggregateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<Array<RiskResourceGroupField>>;
};

/** A row of a list of risk resources. */
export type RiskResourceEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: RiskResource;
};

/** Conditions on risk resources; all must hold. An empty filter filters nothing. */
export type RiskResourceFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<RiskResourceFilter>>;
  /** When it was archived; empty while it is in use. */
  archivedAt?: InputMaybe<DateTimeComparator>;
  /** When it was made. */
  createdAt?: InputMaybe<DateTimeComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** This does not hold. */
  not?: InputMaybe<RiskResourceFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<RiskResourceFilter>>;
  /** The resource that it would hit. */
  resource?: InputMaybe<ResourceFilter>;
  /** The resource that it would hit. */
  resourceId?: InputMaybe<IDComparator>;
  /** The risk. */
  risk?: InputMaybe<RiskFilter>;
  /** The risk. */
  riskId?: InputMaybe<IDComparator>;
  /** When it was changed last. */
  updatedAt?: InputMaybe<DateTimeComparator>;
  /** The venture. */
  venture?: InputMaybe<VentureFilter>;
  /** The venture. */
  ventureId?: InputMaybe<IDComparator>;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version?: InputMaybe<IntComparator>;
};

/** By what risk resources can be grouped. */
export type RiskResourceGroupField =
  /** When it was made: the day. */
  | 'CREATED_AT_DAY'
  /** When it was made: the first day of the month. */
  | 'CREATED_AT_MONTH'
  /** When it was made: the first day of the week. */
  | 'CREATED_AT_WEEK'
  /** The resource that it would hit: How it is obtained. */
  | 'RESOURCE_CHANNEL'
  /** The resource that it would hit. */
  | 'RESOURCE_ID'
  /** The resource that it would hit: Which of the four kinds it is. */
  | 'RESOURCE_KIND'
  /** The resource that it would hit: Unit of the amount; for funding an ISO 4217 currency. */
  | 'RESOURCE_UNIT'
  /** The risk: Code of its category: technical, funding, market, legal or one of the tenant's own. */
  | 'RISK_CATEGORY'
  /** The risk. */
  | 'RISK_ID'
  /** The risk: How serious it was before any response. */
  | 'RISK_INHERENT_LEVEL'
  /** The risk: Whether it would hurt or help. */
  | 'RISK_KIND'
  /** The risk: How serious it is now. */
  | 'RISK_LEVEL'
  /** The risk: Where it stands. */
  | 'RISK_STATUS'
  /** The risk: Code of the sub-type within the category. */
  | 'RISK_SUB_TYPE'
  /** The risk: How serious it should become. */
  | 'RISK_TARGET_LEVEL'
  /** The venture: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture. */
  | 'VENTURE_ID'
  /** The venture: How far it has come. */
  | 'VENTURE_STAGE'
  | '%future added value';

/** What the risk resources of a group share; null unless grouped by. */
export type RiskResourceGroupKeys = {
  /** When it was made: the day. */
  createdAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the month. */
  createdAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the week. */
  createdAtWeek: Maybe<Scalars['Date']['output']>;
  /** The resource that it would hit. Given with its id as a key. */
  resource: Maybe<Resource>;
  /** The resource that it would hit: How it is obtained. */
  resourceChannel: Maybe<Scalars['String']['output']>;
  /** The resource that it would hit. */
  resourceId: Maybe<Scalars['ID']['output']>;
  /** The resource that it would hit: Which of the four kinds it is. */
  resourceKind: Maybe<ResourceKind>;
  /** The resource that it would hit: Unit of the amount; for funding an ISO 4217 currency. */
  resourceUnit: Maybe<Scalars['String']['output']>;
  /** The risk. Given with its id as a key. */
  risk: Maybe<Risk>;
  /** The risk: Code of its category: technical, funding, market, legal or one of the tenant's own. */
  riskCategory: Maybe<Scalars['String']['output']>;
  /** The risk. */
  riskId: Maybe<Scalars['ID']['output']>;
  /** The risk: How serious it was before any response. */
  riskInherentLevel: Maybe<RiskLevel>;
  /** The risk: Whether it would hurt or help. */
  riskKind: Maybe<RiskKind>;
  /** The risk: How serious it is now. */
  riskLevel: Maybe<RiskLevel>;
  /** The risk: Where it stands. */
  riskStatus: Maybe<RiskStatus>;
  /** The risk: Code of the sub-type within the category. */
  riskSubType: Maybe<Scalars['String']['output']>;
  /** The risk: How serious it should become. */
  riskTargetLevel: Maybe<RiskLevel>;
  /** The venture. Given with its id as a key. */
  venture: Maybe<Venture>;
  /** The venture: Application field, such as medicine or finance. */
  ventureField: Maybe<Scalars['String']['output']>;
  /** The venture. */
  ventureId: Maybe<Scalars['ID']['output']>;
  /** The venture: How far it has come. */
  ventureStage: Maybe<VentureStage>;
};

/** Greatest values over risk resources. */
export type RiskResourceMax = {
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
};

/** Smallest values over risk resources. */
export type RiskResourceMin = {
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of risk resources. */
export type RiskResourceOrder = {
  /** Which way; ASC where left out. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: RiskResourceOrderField;
  /** Where rows without a value stand; LAST where left out. */
  nulls?: InputMaybe<OrderNulls>;
};

/** By what risk resources can be ordered. */
export type RiskResourceOrderField =
  /** When it was archived; empty while it is in use. */
  | 'ARCHIVED_AT'
  /** When it was made. */
  | 'CREATED_AT'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** The resource that it would hit: How much of it is given to milestones. */
  | 'RESOURCE_ALLOCATED'
  /** The resource that it would hit: How much of it there is. */
  | 'RESOURCE_AMOUNT'
  /** The resource that it would hit: How it is obtained. */
  | 'RESOURCE_CHANNEL'
  /** The resource that it would hit: What it is. */
  | 'RESOURCE_DESCRIPTION'
  /** The resource that it would hit: Last day on which it can be used. */
  | 'RESOURCE_EXPIRES_ON'
  /** The resource that it would hit: Which of the four kinds it is. */
  | 'RESOURCE_KIND'
  /** The resource that it would hit: Its name. */
  | 'RESOURCE_NAME'
  /** The resource that it would hit: How much of it is not yet given to milestones; empty where its amount is not known. */
  | 'RESOURCE_REMAINING'
  /** The resource that it would hit: Unit of the amount; for funding an ISO 4217 currency. */
  | 'RESOURCE_UNIT'
  /** The risk: When it was last assessed as it is now. */
  | 'RISK_ASSESSED_AT'
  /** The risk: Code of its category: technical, funding, market, legal or one of the tenant's own. */
  | 'RISK_CATEGORY'
  /** The risk: Why it may happen. */
  | 'RISK_CAUSE'
  /** The risk: What would follow. */
  | 'RISK_EFFECT'
  /** The risk: What would happen. */
  | 'RISK_EVENT'
  /** The risk: Probability × mean impact now, in the tenant's currency. */
  | 'RISK_EXPECTED_LOSS'
  /** The risk: When it would happen. */
  | 'RISK_EXPECTED_ON'
  /** The risk: Level of impact now, from 1. */
  | 'RISK_IMPACT_LEVEL'
  /** The risk: How serious it was before any response. */
  | 'RISK_INHERENT_LEVEL'
  /** The risk: Score before any response. */
  | 'RISK_INHERENT_SCORE'
  /** The risk: Whether it would hurt or help. */
  | 'RISK_KIND'
  /** The risk: How serious it is now. */
  | 'RISK_LEVEL'
  /** The risk: Since when the present level has held. */
  | 'RISK_LEVEL_SINCE'
  /** The risk: When it is to be assessed again. */
  | 'RISK_NEXT_ASSESSMENT_ON'
  /** The risk: Since when it has been open without a break. */
  | 'RISK_OPENED_AT'
  /** The risk: How many actions of its responses are not done. */
  | 'RISK_OPEN_ACTION_COUNT'
  /** The risk: By how much its venture's P80 loss would be lower without it. */
  | 'RISK_P80_SHARE'
  /** The risk: Level of probability now, from 1. */
  | 'RISK_PROBABILITY_LEVEL'
  /** The risk: How many days away that is; negative where it has passed. */
  | 'RISK_PROXIMITY_DAYS'
  /** The risk: When it would happen: the expected day, else the day on which the first milestone that it threatens is due. */
  | 'RISK_PROXIMITY_ON'
  /** The risk: Probability level × impact level of the latest current assessment. */
  | 'RISK_SCORE'
  /** The risk: Where it stands. */
  | 'RISK_STATUS'
  /** The risk: Code of the sub-type within the category. */
  | 'RISK_SUB_TYPE'
  /** The risk: How serious it should become. */
  | 'RISK_TARGET_LEVEL'
  /** The risk: Score as it should become. */
  | 'RISK_TARGET_SCORE'
  /** The risk: Code of the template that it was made from. */
  | 'RISK_TEMPLATE'
  /** The risk: The risk in one line. */
  | 'RISK_TITLE'
  /** When it was changed last. */
  | 'UPDATED_AT'
  /** The venture: What it is about. */
  | 'VENTURE_DESCRIPTION'
  /** The venture: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture: How many alerts are firing. */
  | 'VENTURE_FIRING_ALERT_COUNT'
  /** The venture: Short code, unique in the tenant, such as MEDX. */
  | 'VENTURE_KEY'
  /** The venture: Its name. */
  | 'VENTURE_NAME'
  /** The venture: How many risks are open. */
  | 'VENTURE_OPEN_RISK_COUNT'
  /** The venture: How many milestones are past their due day and not done. */
  | 'VENTURE_OVERDUE_MILESTONE_COUNT'
  /** The venture: How far it has come. */
  | 'VENTURE_STAGE'
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  | 'VERSION'
  | '%future added value';

/** What you may do with a RiskResource. */
export type RiskResourceViewerCan = {
  /** Whether you may archive it. */
  archive: Scalars['Boolean']['output'];
};

/** The tenant's probability and impact levels and matrix; versions stay, the highest number holds. */
export type RiskScale = Node & {
  /** When it was archived; empty while it is in use. */
  archivedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Names, bands and matrix. */
  definition: Scalars['JSON']['output'];
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** How far it can be trusted, by `money` and by `delay`: of `pairs` of cells, how many are `overlapping` (two risks in them can be ranked wrongly) and `inconsistent` (two or more levels apart, and the higher can be the smaller loss); the latter as `breaks`, and the `worst` pair. */
  trust: Maybe<Scalars['JSON']['output']>;
  /** When it was changed last. */
  updatedAt: Scalars['DateTime']['output'];
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version: Scalars['Int']['output'];
  /** Counts the saved scales; the highest holds. */
  versionNumber: Scalars['Int']['output'];
  /** What you may do with it, by your role. */
  viewerCan: RiskScaleViewerCan;
};

/** What is told of a group of risk scales. */
export type RiskScaleAggregate = {
  /** The average of each over the rows that have a value, to six places. */
  avg: RiskScaleAvg;
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** How many groups there are, also where not all of them are given. */
  groupCount: Scalars['Int']['output'];
  /** What its rows share. */
  keys: RiskScaleGroupKeys;
  /** The greatest, latest or gravest of each. */
  max: RiskScaleMax;
  /** The smallest, earliest or mildest of each. */
  min: RiskScaleMin;
  /** The sum of each; null where no row has a value. */
  sum: RiskScaleSum;
};

/** Averages over risk scales. */
export type RiskScaleAvg = {
  /** Counts the saved scales; the highest holds. */
  versionNumber: Maybe<Scalars['Float']['output']>;
};

/** A page of a list of risk scales. */
export type RiskScaleConnection = {
  /** Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their keys; read only when asked for. */
  aggregate: Array<RiskScaleAggregate>;
  /** The rows with their cursors. */
  edges: Array<RiskScaleEdge>;
  /** The rows. */
  nodes: Array<RiskScale>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};


/** A page of a list of risk scales. */
export type RiskScaleConnectionaggregateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<Array<RiskScaleGroupField>>;
};

/** A row of a list of risk scales. */
export type RiskScaleEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: RiskScale;
};

/** Conditions on risk scales; all must hold. An empty filter filters nothing. */
export type RiskScaleFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<RiskScaleFilter>>;
  /** When it was archived; empty while it is in use. */
  archivedAt?: InputMaybe<DateTimeComparator>;
  /** When it was made. */
  createdAt?: InputMaybe<DateTimeComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** This does not hold. */
  not?: InputMaybe<RiskScaleFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<RiskScaleFilter>>;
  /** When it was changed last. */
  updatedAt?: InputMaybe<DateTimeComparator>;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version?: InputMaybe<IntComparator>;
  /** Counts the saved scales; the highest holds. */
  versionNumber?: InputMaybe<IntComparator>;
};

/** By what risk scales can be grouped. */
export type RiskScaleGroupField =
  /** When it was made: the day. */
  | 'CREATED_AT_DAY'
  /** When it was made: the first day of the month. */
  | 'CREATED_AT_MONTH'
  /** When it was made: the first day of the week. */
  | 'CREATED_AT_WEEK'
  /** Counts the saved scales; the highest holds. */
  | 'VERSION_NUMBER'
  | '%future added value';

/** What the risk scales of a group share; null unless grouped by. */
export type RiskScaleGroupKeys = {
  /** When it was made: the day. */
  createdAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the month. */
  createdAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the week. */
  createdAtWeek: Maybe<Scalars['Date']['output']>;
  /** Counts the saved scales; the highest holds. */
  versionNumber: Maybe<Scalars['Int']['output']>;
};

/** Greatest values over risk scales. */
export type RiskScaleMax = {
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Counts the saved scales; the highest holds. */
  versionNumber: Maybe<Scalars['Int']['output']>;
};

/** Smallest values over risk scales. */
export type RiskScaleMin = {
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Counts the saved scales; the highest holds. */
  versionNumber: Maybe<Scalars['Int']['output']>;
};

/** One key of the order of risk scales. */
export type RiskScaleOrder = {
  /** Which way; ASC where left out. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: RiskScaleOrderField;
  /** Where rows without a value stand; LAST where left out. */
  nulls?: InputMaybe<OrderNulls>;
};

/** By what risk scales can be ordered. */
export type RiskScaleOrderField =
  /** When it was archived; empty while it is in use. */
  | 'ARCHIVED_AT'
  /** When it was made. */
  | 'CREATED_AT'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** When it was changed last. */
  | 'UPDATED_AT'
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  | 'VERSION'
  /** Counts the saved scales; the highest holds. */
  | 'VERSION_NUMBER'
  | '%future added value';

/** Sums over risk scales. */
export type RiskScaleSum = {
  /** Counts the saved scales; the highest holds. */
  versionNumber: Maybe<Scalars['Float']['output']>;
};

/** What you may do with a RiskScale. */
export type RiskScaleViewerCan = {
  /** Whether you may save it. */
  save: Scalars['Boolean']['output'];
};

/** Where a risk stands. */
export type RiskStatus =
  /** It is borne knowingly, for a time. */
  | 'ACCEPTED'
  /** It is over. */
  | 'CLOSED'
  /** It has happened. */
  | 'OCCURRED'
  /** It may still happen. */
  | 'OPEN'
  | '%future added value';

/** Conditions on a value of the type RiskStatus; all must hold. */
export type RiskStatusComparator = {
  /** Equal to it. */
  eq?: InputMaybe<RiskStatus>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<RiskStatus>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<RiskStatus>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<RiskStatus>>;
};

/** Sums over risks. */
export type RiskSum = {
  /** Probability × mean impact now, in the tenant's currency. */
  expectedLoss: Maybe<Scalars['Decimal']['output']>;
  /** Level of impact now, from 1. */
  impactLevel: Maybe<Scalars['Float']['output']>;
  /** Score before any response. */
  inherentScore: Maybe<Scalars['Float']['output']>;
  /** How many actions of its responses are not done. */
  openActionCount: Maybe<Scalars['Float']['output']>;
  /** By how much its venture's P80 loss would be lower without it. */
  p80Share: Maybe<Scalars['Decimal']['output']>;
  /** Level of probability now, from 1. */
  probabilityLevel: Maybe<Scalars['Float']['output']>;
  /** How many days away that is; negative where it has passed. */
  proximityDays: Maybe<Scalars['Float']['output']>;
  /** Probability level × impact level of the latest current assessment. */
  score: Maybe<Scalars['Float']['output']>;
  /** Score as it should become. */
  targetScore: Maybe<Scalars['Float']['output']>;
};

/** A risk that is usual, with its responses and what to watch it by. Texts are in the tenant's language; `texts`, `responses` and `indicators` hold both, `en` and `zh-CN`. */
export type RiskTemplate = {
  /** Code of its category. */
  category: Scalars['String']['output'];
  /** Why it may happen. */
  cause: Scalars['String']['output'];
  /** Its code. */
  code: Scalars['String']['output'];
  /** What would follow. */
  effect: Scalars['String']['output'];
  /** What would happen. */
  event: Scalars['String']['output'];
  /** What to watch it by: name by language, unit, direction, warning, critical, days between readings. */
  indicators: Scalars['JSON']['output'];
  /** Whether it would hurt or help. */
  kind: RiskKind;
  /** Usual responses: kind, title and titles of actions by language. */
  responses: Scalars['JSON']['output'];
  /** Codes of the rules that watch it. */
  rules: Array<Scalars['String']['output']>;
  /** Code of its sub-type. */
  subType: Maybe<Scalars['String']['output']>;
  /** Title, cause, event and effect by language. */
  texts: Scalars['JSON']['output'];
  /** The risk in one line. */
  title: Scalars['String']['output'];
};

/** What you may do with a Risk. */
export type RiskViewerCan = {
  /** Whether you may accept it. */
  accept: Scalars['Boolean']['output'];
  /** Whether you may archive it. */
  archive: Scalars['Boolean']['output'];
  /** Whether you may assess it. */
  assess: Scalars['Boolean']['output'];
  /** Whether you may edit it. */
  edit: Scalars['Boolean']['output'];
  /** Whether you may respond it. */
  respond: Scalars['Boolean']['output'];
};

/** The five roles of a member, from the most to the least powerful. */
export type Role =
  /** Administers members, keys, endpoints and settings. */
  | 'ADMIN'
  /** Writes risks, milestones and resources. */
  | 'CONTRIBUTOR'
  /** Runs ventures and decides reviews. */
  | 'MANAGER'
  /** May do everything, and give the tenant away. */
  | 'OWNER'
  /** Reads. */
  | 'VIEWER'
  | '%future added value';

/** Conditions on a value of the type Role; all must hold. */
export type RoleComparator = {
  /** Equal to it. */
  eq?: InputMaybe<Role>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<Role>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<Role>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<Role>>;
};

/** Which endpoint gets new keys, and how long the present ones sign beside them. */
export type RotateWebhookSecretInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The endpoint. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** For how many hours the present keys sign too; 0 where they became known to others. */
  overlapHours?: InputMaybe<Scalars['Int']['input']>;
};

/** What came of `rotateWebhookSecret`. */
export type RotateWebhookSecretPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The signing secret; null when the request is repeated with its idempotency key. */
  secret: Maybe<Scalars['String']['output']>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
  /** The webhook endpoint as it is now; null where refused. */
  webhookEndpoint: Maybe<WebhookEndpoint>;
};

/** What a tenant changed about a built-in rule, or a rule of its own (`custom.<slug>`). */
export type Rule = Node & {
  /** What usually helps; of a rule of the tenant's own. */
  advice: Maybe<Scalars['String']['output']>;
  /** When it was archived; empty while it is in use. */
  archivedAt: Maybe<Scalars['DateTime']['output']>;
  /** The rule's code, such as risk.level_critical; `custom.` begins those of the tenant's own. */
  code: Scalars['String']['output'];
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Whether it is evaluated. */
  enabled: Scalars['Boolean']['output'];
  /** When it was switched on. */
  enabledAt: Maybe<Scalars['DateTime']['output']>;
  /** When it fires, in CEL; of a rule of the tenant's own. */
  expression: Maybe<Scalars['String']['output']>;
  /** How many evaluations in a row have failed, where it is worst. */
  failures: Scalars['Int']['output'];
  /** How long its condition must hold before an alert fires. */
  hold: Maybe<Scalars['Duration']['output']>;
  /** The same in seconds. */
  holdSeconds: Maybe<Scalars['Int']['output']>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** How long an alert stays after its condition has gone. */
  keep: Maybe<Scalars['Duration']['output']>;
  /** The same in seconds. */
  keepSeconds: Maybe<Scalars['Int']['output']>;
  /** Why the last evaluation failed; empty once it succeeds. */
  lastError: Maybe<Scalars['String']['output']>;
  /** The parameters that the tenant has changed, by name. */
  parameters: Scalars['JSON']['output'];
  /** The severity of its alerts, where the tenant has changed it. */
  severity: Maybe<Severity>;
  /** Since when it is only tried: its alerts live, and nobody is told; empty: it tells. */
  shadowSince: Maybe<Scalars['DateTime']['output']>;
  /** What it is about; of a rule of the tenant's own. */
  subjectType: Maybe<Scalars['String']['output']>;
  /** What it finds; of a rule of the tenant's own. */
  title: Maybe<Scalars['String']['output']>;
  /** When it was changed last. */
  updatedAt: Scalars['DateTime']['output'];
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version: Scalars['Int']['output'];
  /** What you may do with it, by your role. */
  viewerCan: RuleViewerCan;
};

/** What is told of a group of rules. */
export type RuleAggregate = {
  /** The average of each over the rows that have a value, to six places. */
  avg: RuleAvg;
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** How many groups there are, also where not all of them are given. */
  groupCount: Scalars['Int']['output'];
  /** What its rows share. */
  keys: RuleGroupKeys;
  /** The greatest, latest or gravest of each. */
  max: RuleMax;
  /** The smallest, earliest or mildest of each. */
  min: RuleMin;
  /** The sum of each; null where no row has a value. */
  sum: RuleSum;
};

/** Averages over rules. */
export type RuleAvg = {
  /** The same in seconds. */
  holdSeconds: Maybe<Scalars['Float']['output']>;
  /** The same in seconds. */
  keepSeconds: Maybe<Scalars['Float']['output']>;
};

/** A page of a list of rules. */
export type RuleConnection = {
  /** Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their keys; read only when asked for. */
  aggregate: Array<RuleAggregate>;
  /** The rows with their cursors. */
  edges: Array<RuleEdge>;
  /** The rows. */
  nodes: Array<Rule>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};


/** A page of a list of rules. */
export type RuleConnectionaggregateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<Array<RuleGroupField>>;
};

/** A row of a list of rules. */
export type RuleEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: Rule;
};

/** Something that a rule of the tenant's own can ask of its subject. */
export type RuleFact = {
  /** What it is, by locale. */
  meanings: Scalars['JSON']['output'];
  /** As expressions name it. */
  name: Scalars['String']['output'];
  /** The kind of subject. */
  subjectType: Scalars['String']['output'];
  /** bool, int, double or string. */
  type: Scalars['String']['output'];
};

/** Conditions on rules; all must hold. An empty filter filters nothing. */
export type RuleFilter = {
  /** What usually helps; of a rule of the tenant's own. */
  advice?: InputMaybe<StringComparator>;
  /** All of these hold. */
  and?: InputMaybe<Array<RuleFilter>>;
  /** When it was archived; empty while it is in use. */
  archivedAt?: InputMaybe<DateTimeComparator>;
  /** The rule's code, such as risk.level_critical; `custom.` begins those of the tenant's own. */
  code?: InputMaybe<StringComparator>;
  /** When it was made. */
  createdAt?: InputMaybe<DateTimeComparator>;
  /** Whether it is evaluated. */
  enabled?: InputMaybe<BooleanComparator>;
  /** When it was switched on. */
  enabledAt?: InputMaybe<DateTimeComparator>;
  /** When it fires, in CEL; of a rule of the tenant's own. */
  expression?: InputMaybe<StringComparator>;
  /** The same in seconds. */
  holdSeconds?: InputMaybe<IntComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** The same in seconds. */
  keepSeconds?: InputMaybe<IntComparator>;
  /** This does not hold. */
  not?: InputMaybe<RuleFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<RuleFilter>>;
  /** The severity of its alerts, where the tenant has changed it. */
  severity?: InputMaybe<SeverityComparator>;
  /** Since when it is only tried: its alerts live, and nobody is told; empty: it tells. */
  shadowSince?: InputMaybe<DateTimeComparator>;
  /** What it is about; of a rule of the tenant's own. */
  subjectType?: InputMaybe<StringComparator>;
  /** What it finds; of a rule of the tenant's own. */
  title?: InputMaybe<StringComparator>;
  /** When it was changed last. */
  updatedAt?: InputMaybe<DateTimeComparator>;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version?: InputMaybe<IntComparator>;
};

/** By what rules can be grouped. */
export type RuleGroupField =
  /** When it was made: the day. */
  | 'CREATED_AT_DAY'
  /** When it was made: the first day of the month. */
  | 'CREATED_AT_MONTH'
  /** When it was made: the first day of the week. */
  | 'CREATED_AT_WEEK'
  /** Whether it is evaluated. */
  | 'ENABLED'
  /** When it was switched on: the day. */
  | 'ENABLED_AT_DAY'
  /** When it was switched on: the first day of the month. */
  | 'ENABLED_AT_MONTH'
  /** When it was switched on: the first day of the week. */
  | 'ENABLED_AT_WEEK'
  /** The same in seconds. */
  | 'HOLD_SECONDS'
  /** The same in seconds. */
  | 'KEEP_SECONDS'
  /** The severity of its alerts, where the tenant has changed it. */
  | 'SEVERITY'
  /** Since when it is only tried: its alerts live, and nobody is told; empty: it tells: the day. */
  | 'SHADOW_SINCE_DAY'
  /** Since when it is only tried: its alerts live, and nobody is told; empty: it tells: the first day of the month. */
  | 'SHADOW_SINCE_MONTH'
  /** Since when it is only tried: its alerts live, and nobody is told; empty: it tells: the first day of the week. */
  | 'SHADOW_SINCE_WEEK'
  | '%future added value';

/** What the rules of a group share; null unless grouped by. */
export type RuleGroupKeys = {
  /** When it was made: the day. */
  createdAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the month. */
  createdAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the week. */
  createdAtWeek: Maybe<Scalars['Date']['output']>;
  /** Whether it is evaluated. */
  enabled: Maybe<Scalars['Boolean']['output']>;
  /** When it was switched on: the day. */
  enabledAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was switched on: the first day of the month. */
  enabledAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was switched on: the first day of the week. */
  enabledAtWeek: Maybe<Scalars['Date']['output']>;
  /** The same in seconds. */
  holdSeconds: Maybe<Scalars['Int']['output']>;
  /** The same in seconds. */
  keepSeconds: Maybe<Scalars['Int']['output']>;
  /** The severity of its alerts, where the tenant has changed it. */
  severity: Maybe<Severity>;
  /** Since when it is only tried: its alerts live, and nobody is told; empty: it tells: the day. */
  shadowSinceDay: Maybe<Scalars['Date']['output']>;
  /** Since when it is only tried: its alerts live, and nobody is told; empty: it tells: the first day of the month. */
  shadowSinceMonth: Maybe<Scalars['Date']['output']>;
  /** Since when it is only tried: its alerts live, and nobody is told; empty: it tells: the first day of the week. */
  shadowSinceWeek: Maybe<Scalars['Date']['output']>;
};

/** Greatest values over rules. */
export type RuleMax = {
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was switched on. */
  enabledAt: Maybe<Scalars['DateTime']['output']>;
  /** The same in seconds. */
  holdSeconds: Maybe<Scalars['Int']['output']>;
  /** The same in seconds. */
  keepSeconds: Maybe<Scalars['Int']['output']>;
  /** The severity of its alerts, where the tenant has changed it. */
  severity: Maybe<Severity>;
  /** Since when it is only tried: its alerts live, and nobody is told; empty: it tells. */
  shadowSince: Maybe<Scalars['DateTime']['output']>;
};

/** Smallest values over rules. */
export type RuleMin = {
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was switched on. */
  enabledAt: Maybe<Scalars['DateTime']['output']>;
  /** The same in seconds. */
  holdSeconds: Maybe<Scalars['Int']['output']>;
  /** The same in seconds. */
  keepSeconds: Maybe<Scalars['Int']['output']>;
  /** The severity of its alerts, where the tenant has changed it. */
  severity: Maybe<Severity>;
  /** Since when it is only tried: its alerts live, and nobody is told; empty: it tells. */
  shadowSince: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of rules. */
export type RuleOrder = {
  /** Which way; ASC where left out. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: RuleOrderField;
  /** Where rows without a value stand; LAST where left out. */
  nulls?: InputMaybe<OrderNulls>;
};

/** By what rules can be ordered. */
export type RuleOrderField =
  /** What usually helps; of a rule of the tenant's own. */
  | 'ADVICE'
  /** When it was archived; empty while it is in use. */
  | 'ARCHIVED_AT'
  /** The rule's code, such as risk.level_critical; `custom.` begins those of the tenant's own. */
  | 'CODE'
  /** When it was made. */
  | 'CREATED_AT'
  /** Whether it is evaluated. */
  | 'ENABLED'
  /** When it was switched on. */
  | 'ENABLED_AT'
  /** When it fires, in CEL; of a rule of the tenant's own. */
  | 'EXPRESSION'
  /** The same in seconds. */
  | 'HOLD_SECONDS'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** The same in seconds. */
  | 'KEEP_SECONDS'
  /** The severity of its alerts, where the tenant has changed it. */
  | 'SEVERITY'
  /** Since when it is only tried: its alerts live, and nobody is told; empty: it tells. */
  | 'SHADOW_SINCE'
  /** What it is about; of a rule of the tenant's own. */
  | 'SUBJECT_TYPE'
  /** What it finds; of a rule of the tenant's own. */
  | 'TITLE'
  /** When it was changed last. */
  | 'UPDATED_AT'
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  | 'VERSION'
  | '%future added value';

/** A number in a built-in rule that the tenant can change. */
export type RuleParameter = {
  /** The parameter of the same rule that it must not exceed. */
  atMost: Maybe<Scalars['String']['output']>;
  /** Its usual value. */
  defaultValue: Scalars['Int']['output'];
  /** The smallest value that is taken. */
  least: Scalars['Int']['output'];
  /** What it is, with its unit, by locale. */
  meanings: Scalars['JSON']['output'];
  /** The largest value that is taken. */
  most: Scalars['Int']['output'];
  /** Its name. */
  name: Scalars['String']['output'];
  /** Code of the rule. */
  rule: Scalars['String']['output'];
  /** Its value in the tenant. */
  value: Scalars['Int']['output'];
};

/** What a rule of a tenant's own can be about. */
export type RuleSubject =
  /** An action of a response. */
  | 'ACTION'
  /** An indicator. */
  | 'INDICATOR'
  /** A milestone. */
  | 'MILESTONE'
  /** A resource. */
  | 'RESOURCE'
  /** A risk. */
  | 'RISK'
  /** A venture. */
  | 'VENTURE'
  | '%future added value';

/** Sums over rules. */
export type RuleSum = {
  /** The same in seconds. */
  holdSeconds: Maybe<Scalars['Float']['output']>;
  /** The same in seconds. */
  keepSeconds: Maybe<Scalars['Float']['output']>;
};

/** What you may do with a Rule. */
export type RuleViewerCan = {
  /** Whether you may edit it. */
  edit: Scalars['Boolean']['output'];
};

/** A new version of the tenant's risk scale: what is left out stays as it is. */
export type SaveRiskScaleInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Lower limits of delay in working days, one a level of impact, from 0. */
  delayBands?: InputMaybe<Array<Scalars['Decimal']['input']>>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Names of the levels of impact, 3 to 7. */
  impactNames?: InputMaybe<Array<Scalars['String']['input']>>;
  /** A row for each level of probability, from the lowest, with a cell for each level of impact. More probable or worse is never a lower level. */
  matrix?: InputMaybe<Array<Array<RiskLevel>>>;
  /** Lower limits of loss, one a level of impact, from 0, in the tenant's currency. */
  moneyBands?: InputMaybe<Array<Scalars['Decimal']['input']>>;
  /** Lower limits of the levels of probability, from 0; the limit itself belongs to the level. */
  probabilityBands?: InputMaybe<Array<Scalars['Decimal']['input']>>;
  /** Names of the levels of probability, 3 to 7. */
  probabilityNames?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Ventures with limits of their own; those not named keep theirs. */
  ventureLimits?: InputMaybe<Array<VentureLimitsInput>>;
};

/** What came of `saveRiskScale`. */
export type SaveRiskScalePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The risk scale as it is now; null where refused. */
  riskScale: Maybe<RiskScale>;
  /** The new risk scale as an edge of the root list in its usual order. */
  riskScaleEdge: Maybe<RiskScaleEdge>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** What a search found, the best first. */
export type SearchConnection = {
  /** The rows with their cursors. */
  edges: Array<SearchEdge>;
  /** The rows. */
  nodes: Array<Maybe<Node>>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One thing that a search found. */
export type SearchEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: Maybe<Node>;
};

/** What a search can be narrowed to. */
export type SearchType =
  /** Type Action. */
  | 'ACTION'
  /** Type Allocation. */
  | 'ALLOCATION'
  /** Type ReviewCondition. */
  | 'CONDITION'
  /** Type Criterion. */
  | 'CRITERION'
  /** Type Indicator. */
  | 'INDICATOR'
  /** Type Issue. */
  | 'ISSUE'
  /** Type Milestone. */
  | 'MILESTONE'
  /** Type Resource. */
  | 'RESOURCE'
  /** Type Response. */
  | 'RESPONSE'
  /** Type Risk. */
  | 'RISK'
  /** Type RiskComment. */
  | 'RISK_COMMENT'
  /** Type Team. */
  | 'TEAM'
  /** Type TeamMember. */
  | 'TEAM_MEMBER'
  /** Type Venture. */
  | 'VENTURE'
  | '%future added value';

/** Which endpoint is meant. */
export type SendTestEventInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The endpoint. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `sendTestEvent`. */
export type SendTestEventPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** Id of the test event: its webhook-id. */
  eventId: Maybe<Scalars['JSON']['output']>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
  /** The webhook endpoint as it is now; null where refused. */
  webhookEndpoint: Maybe<WebhookEndpoint>;
};

/** Which channel is meant. */
export type SendTestMessageInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The channel. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `sendTestMessage`. */
export type SendTestMessagePayload = {
  /** The channel as it is now; null where refused. */
  channel: Maybe<Channel>;
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** How patient the tenant is: what is left out stays. */
export type SetEscalationPolicyInput = {
  /** Days after which an acknowledgement lapses that names no end; null: never. */
  acknowledgementDays?: InputMaybe<Scalars['Int']['input']>;
  /** The same for critical alerts; no more than for others. */
  afterCriticalHours?: InputMaybe<Scalars['Int']['input']>;
  /** Hours without acknowledgement to each step: the owner, then the admins. */
  afterHours?: InputMaybe<Scalars['Int']['input']>;
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Days between two reminders of an alert that still fires. */
  reminderDays?: InputMaybe<Scalars['Int']['input']>;
};

/** What came of `setEscalationPolicy`. */
export type SetEscalationPolicyPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The escalation policy as it is now; null where refused. */
  escalationPolicy: Maybe<EscalationPolicy>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** What you are told by e-mail: what is left out stays, null clears. */
export type SetNotificationPreferenceInput = {
  /** Only events of these categories of risk; null: all. */
  categories?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Whether you are told at once, or in one mail a day or a week. */
  digest?: InputMaybe<NotificationDigest>;
  /** The day on which a weekly digest is sent. */
  digestDay?: InputMaybe<Weekday>;
  /** The hour at which a digest is sent. */
  digestHour?: InputMaybe<Scalars['Int']['input']>;
  /** Whether you are told by e-mail, at the address that your provider has verified. */
  email?: InputMaybe<Scalars['Boolean']['input']>;
  /** Types of events, prefixes that end in .*, or * for all. */
  eventTypes?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** In which language; null: the tenant's. */
  language?: InputMaybe<Scalars['String']['input']>;
  /** Only events of alerts at least this severe; null: all. */
  minSeverity?: InputMaybe<Severity>;
  /** The days on which they begin; null: every day. */
  quietDays?: InputMaybe<Array<Weekday>>;
  /** When your quiet hours begin: what happens in them is told at their end; null: none. */
  quietFrom?: InputMaybe<Scalars['String']['input']>;
  /** When they end, on the next day where it is not later. */
  quietTo?: InputMaybe<Scalars['String']['input']>;
  /** In which zone your hours are; null: the tenant's. */
  timeZone?: InputMaybe<Scalars['String']['input']>;
  /** Only events of these ventures; null: all you may see. */
  ventureIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** What came of `setNotificationPreference`. */
export type SetNotificationPreferencePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The notification preference as it is now; null where refused. */
  notificationPreference: Maybe<NotificationPreference>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** How much expected loss is borne. */
export type SetRiskAppetiteInput = {
  /** Expected loss at most, in the tenant's currency. */
  amount: Scalars['Decimal']['input'];
  /** Code of the category; left out, all together. */
  category?: InputMaybe<Scalars['String']['input']>;
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The venture; left out, all ventures together. */
  ventureId?: InputMaybe<Scalars['ID']['input']>;
};

/** What came of `setRiskAppetite`. */
export type SetRiskAppetitePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The risk appetite as it is now; null where refused. */
  riskAppetite: Maybe<RiskAppetite>;
  /** The new risk appetite as an edge of the root list in its usual order. */
  riskAppetiteEdge: Maybe<RiskAppetiteEdge>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** How bad a finding is, mildest first. */
export type Severity =
  /** Needs attention now. */
  | 'CRITICAL'
  /** Worth knowing. */
  | 'INFO'
  /** Needs attention. */
  | 'WARNING'
  | '%future added value';

/** Conditions on a value of the type Severity; all must hold. */
export type SeverityComparator = {
  /** Equal to it. */
  eq?: InputMaybe<Severity>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<Severity>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<Severity>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<Severity>>;
};

/** For a time, alerts that match are not told. They live on, and are told afterwards if they still fire. */
export type Silence = Node & {
  /** When it was archived; empty while it is in use. */
  archivedAt: Maybe<Scalars['DateTime']['output']>;
  /** Only alerts of this category, of the rule or of the risk; empty: of any. */
  category: Maybe<Scalars['String']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** The member who made it. */
  createdBy: Maybe<Member>;
  /** Until when. */
  endsAt: Scalars['DateTime']['output'];
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** Whether it holds now. */
  isActive: Scalars['Boolean']['output'];
  /** Why. */
  reason: Scalars['String']['output'];
  /** Only alerts of this rule; empty: of any. */
  rule: Maybe<Scalars['String']['output']>;
  /** Only alerts that are no graver than this; empty: of any. */
  severityAtMost: Maybe<Severity>;
  /** From when. */
  startsAt: Scalars['DateTime']['output'];
  /** The id of the one thing whose alerts are meant; empty: of any. */
  subject: Maybe<Scalars['String']['output']>;
  /** When it was changed last. */
  updatedAt: Scalars['DateTime']['output'];
  /** Only alerts of this venture; empty: of any. */
  venture: Maybe<Venture>;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version: Scalars['Int']['output'];
  /** What you may do with it, by your role. */
  viewerCan: SilenceViewerCan;
};

/** What is told of a group of silences. */
export type SilenceAggregate = {
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** How many groups there are, also where not all of them are given. */
  groupCount: Scalars['Int']['output'];
  /** What its rows share. */
  keys: SilenceGroupKeys;
  /** The greatest, latest or gravest of each. */
  max: SilenceMax;
  /** The smallest, earliest or mildest of each. */
  min: SilenceMin;
};

/** A page of a list of silences. */
export type SilenceConnection = {
  /** Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their keys; read only when asked for. */
  aggregate: Array<SilenceAggregate>;
  /** The rows with their cursors. */
  edges: Array<SilenceEdge>;
  /** The rows. */
  nodes: Array<Silence>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};


/** A page of a list of silences. */
export type SilenceConnectionaggregateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<Array<SilenceGroupField>>;
};

/** A row of a list of silences. */
export type SilenceEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: Silence;
};

/** Conditions on silences; all must hold. An empty filter filters nothing. */
export type SilenceFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<SilenceFilter>>;
  /** When it was archived; empty while it is in use. */
  archivedAt?: InputMaybe<DateTimeComparator>;
  /** Only alerts of this category, of the rule or of the risk; empty: of any. */
  category?: InputMaybe<StringComparator>;
  /** When it was made. */
  createdAt?: InputMaybe<DateTimeComparator>;
  /** The member who made it. */
  createdBy?: InputMaybe<MemberFilter>;
  /** The member who made it. */
  createdById?: InputMaybe<IDComparator>;
  /** Until when. */
  endsAt?: InputMaybe<DateTimeComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** This does not hold. */
  not?: InputMaybe<SilenceFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<SilenceFilter>>;
  /** Why. */
  reason?: InputMaybe<StringComparator>;
  /** Only alerts of this rule; empty: of any. */
  rule?: InputMaybe<StringComparator>;
  /** Only alerts that are no graver than this; empty: of any. */
  severityAtMost?: InputMaybe<SeverityComparator>;
  /** From when. */
  startsAt?: InputMaybe<DateTimeComparator>;
  /** The id of the one thing whose alerts are meant; empty: of any. */
  subject?: InputMaybe<StringComparator>;
  /** When it was changed last. */
  updatedAt?: InputMaybe<DateTimeComparator>;
  /** Only alerts of this venture; empty: of any. */
  venture?: InputMaybe<VentureFilter>;
  /** Only alerts of this venture; empty: of any. */
  ventureId?: InputMaybe<IDComparator>;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version?: InputMaybe<IntComparator>;
};

/** By what silences can be grouped. */
export type SilenceGroupField =
  /** When it was made: the day. */
  | 'CREATED_AT_DAY'
  /** When it was made: the first day of the month. */
  | 'CREATED_AT_MONTH'
  /** When it was made: the first day of the week. */
  | 'CREATED_AT_WEEK'
  /** The member who made it. */
  | 'CREATED_BY'
  /** The member who made it: What the person may do. */
  | 'CREATED_BY_ROLE'
  /** Until when: the day. */
  | 'ENDS_AT_DAY'
  /** Until when: the first day of the month. */
  | 'ENDS_AT_MONTH'
  /** Until when: the first day of the week. */
  | 'ENDS_AT_WEEK'
  /** Only alerts that are no graver than this; empty: of any. */
  | 'SEVERITY_AT_MOST'
  /** From when: the day. */
  | 'STARTS_AT_DAY'
  /** From when: the first day of the month. */
  | 'STARTS_AT_MONTH'
  /** From when: the first day of the week. */
  | 'STARTS_AT_WEEK'
  /** Only alerts of this venture; empty: of any: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** Only alerts of this venture; empty: of any. */
  | 'VENTURE_ID'
  /** Only alerts of this venture; empty: of any: How far it has come. */
  | 'VENTURE_STAGE'
  | '%future added value';

/** What the silences of a group share; null unless grouped by. */
export type SilenceGroupKeys = {
  /** When it was made: the day. */
  createdAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the month. */
  createdAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the week. */
  createdAtWeek: Maybe<Scalars['Date']['output']>;
  /** The member who made it. Given with its id as a key. */
  createdBy: Maybe<Member>;
  /** The member who made it. */
  createdById: Maybe<Scalars['ID']['output']>;
  /** The member who made it: What the person may do. */
  createdByRole: Maybe<Role>;
  /** Until when: the day. */
  endsAtDay: Maybe<Scalars['Date']['output']>;
  /** Until when: the first day of the month. */
  endsAtMonth: Maybe<Scalars['Date']['output']>;
  /** Until when: the first day of the week. */
  endsAtWeek: Maybe<Scalars['Date']['output']>;
  /** Only alerts that are no graver than this; empty: of any. */
  severityAtMost: Maybe<Severity>;
  /** From when: the day. */
  startsAtDay: Maybe<Scalars['Date']['output']>;
  /** From when: the first day of the month. */
  startsAtMonth: Maybe<Scalars['Date']['output']>;
  /** From when: the first day of the week. */
  startsAtWeek: Maybe<Scalars['Date']['output']>;
  /** Only alerts of this venture; empty: of any. Given with its id as a key. */
  venture: Maybe<Venture>;
  /** Only alerts of this venture; empty: of any: Application field, such as medicine or finance. */
  ventureField: Maybe<Scalars['String']['output']>;
  /** Only alerts of this venture; empty: of any. */
  ventureId: Maybe<Scalars['ID']['output']>;
  /** Only alerts of this venture; empty: of any: How far it has come. */
  ventureStage: Maybe<VentureStage>;
};

/** Greatest values over silences. */
export type SilenceMax = {
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Until when. */
  endsAt: Maybe<Scalars['DateTime']['output']>;
  /** Only alerts that are no graver than this; empty: of any. */
  severityAtMost: Maybe<Severity>;
  /** From when. */
  startsAt: Maybe<Scalars['DateTime']['output']>;
};

/** Smallest values over silences. */
export type SilenceMin = {
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Until when. */
  endsAt: Maybe<Scalars['DateTime']['output']>;
  /** Only alerts that are no graver than this; empty: of any. */
  severityAtMost: Maybe<Severity>;
  /** From when. */
  startsAt: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of silences. */
export type SilenceOrder = {
  /** Which way; ASC where left out. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: SilenceOrderField;
  /** Where rows without a value stand; LAST where left out. */
  nulls?: InputMaybe<OrderNulls>;
};

/** By what silences can be ordered. */
export type SilenceOrderField =
  /** When it was archived; empty while it is in use. */
  | 'ARCHIVED_AT'
  /** Only alerts of this category, of the rule or of the risk; empty: of any. */
  | 'CATEGORY'
  /** When it was made. */
  | 'CREATED_AT'
  /** The member who made it: The person's e-mail address. */
  | 'CREATED_BY_EMAIL'
  /** The member who made it: The person's name. */
  | 'CREATED_BY_NAME'
  /** The member who made it: What the person may do. */
  | 'CREATED_BY_ROLE'
  /** Until when. */
  | 'ENDS_AT'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** Why. */
  | 'REASON'
  /** Only alerts of this rule; empty: of any. */
  | 'RULE'
  /** Only alerts that are no graver than this; empty: of any. */
  | 'SEVERITY_AT_MOST'
  /** From when. */
  | 'STARTS_AT'
  /** The id of the one thing whose alerts are meant; empty: of any. */
  | 'SUBJECT'
  /** When it was changed last. */
  | 'UPDATED_AT'
  /** Only alerts of this venture; empty: of any: What it is about. */
  | 'VENTURE_DESCRIPTION'
  /** Only alerts of this venture; empty: of any: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** Only alerts of this venture; empty: of any: How many alerts are firing. */
  | 'VENTURE_FIRING_ALERT_COUNT'
  /** Only alerts of this venture; empty: of any: Short code, unique in the tenant, such as MEDX. */
  | 'VENTURE_KEY'
  /** Only alerts of this venture; empty: of any: Its name. */
  | 'VENTURE_NAME'
  /** Only alerts of this venture; empty: of any: How many risks are open. */
  | 'VENTURE_OPEN_RISK_COUNT'
  /** Only alerts of this venture; empty: of any: How many milestones are past their due day and not done. */
  | 'VENTURE_OVERDUE_MILESTONE_COUNT'
  /** Only alerts of this venture; empty: of any: How far it has come. */
  | 'VENTURE_STAGE'
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  | 'VERSION'
  | '%future added value';

/** What you may do with a Silence. */
export type SilenceViewerCan = {
  /** Whether you may end it. */
  end: Scalars['Boolean']['output'];
};

/** One alert that is not told for a while. */
export type SnoozeAlertInput = {
  /** The alert. */
  alertId: Scalars['ID']['input'];
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why. */
  reason: Scalars['String']['input'];
  /** Until when, at most a year from now. */
  until: Scalars['DateTime']['input'];
};

/** What came of `snoozeAlert`. */
export type SnoozeAlertPayload = {
  /** The alert as it is now; null where refused. */
  alert: Maybe<Alert>;
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The silence as it is now; null where refused. */
  silence: Maybe<Silence>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** A review whose report is ready. */
export type StartReviewInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The review. */
  reviewId: Scalars['ID']['input'];
};

/** What came of `startReview`. */
export type StartReviewPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The review as it is now; null where refused. */
  review: Maybe<Review>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Conditions on a value of the type String; all must hold. */
export type StringComparator = {
  /** Contains it; capitals do not matter, `%` and `_` stand for themselves. */
  contains?: InputMaybe<Scalars['String']['input']>;
  /** Ends with it; capitals do not matter. */
  endsWith?: InputMaybe<Scalars['String']['input']>;
  /** Equal to it. */
  eq?: InputMaybe<Scalars['String']['input']>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<Scalars['String']['input']>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Begins with it; capitals do not matter. */
  startsWith?: InputMaybe<Scalars['String']['input']>;
};

/** What can be followed, over WebSocket (`graphql-transport-ws`) or server-sent events. */
export type Subscription = {
  /** News of alerts: fired, acknowledged, escalated, resolved, and so on. */
  alerts: AlertMessage;
  /** News of everything that you may see. */
  changes: ChangeMessage;
};


/** What can be followed, over WebSocket (`graphql-transport-ws`) or server-sent events. */
export type SubscriptionalertsArgs = {
  after?: InputMaybe<Scalars['Int']['input']>;
  filter?: InputMaybe<AlertMessageFilter>;
};


/** What can be followed, over WebSocket (`graphql-transport-ws`) or server-sent events. */
export type SubscriptionchangesArgs = {
  after?: InputMaybe<Scalars['Int']['input']>;
  types?: InputMaybe<Array<ChangeSubject>>;
  ventureId?: InputMaybe<Scalars['ID']['input']>;
};

/** A current assessment that follows from finished actions, for a person to confirm or dismiss. */
export type SuggestedAssessment = Node & {
  /** The assessment that was made of it. */
  assessment: Maybe<Assessment>;
  /** When it was confirmed, dismissed or outdated. */
  decidedAt: Maybe<Scalars['DateTime']['output']>;
  /** The member who confirmed or dismissed it. */
  decidedBy: Maybe<Member>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** The suggested level of impact. */
  impactLevel: Scalars['Int']['output'];
  /** The suggested level of probability. */
  probabilityLevel: Scalars['Int']['output'];
  /** Why it is suggested, in the tenant's language. */
  reason: Scalars['String']['output'];
  /** The risk. */
  risk: Risk;
  /** Version of the risk scale that the levels are of. */
  scaleNumber: Scalars['Int']['output'];
  /** What became of it. */
  state: SuggestionState;
  /** When it was suggested. */
  suggestedAt: Scalars['DateTime']['output'];
  /** The venture. */
  venture: Venture;
  /** What you may do with it, by your role. */
  viewerCan: SuggestedAssessmentViewerCan;
};

/** What is told of a group of suggested assessments. */
export type SuggestedAssessmentAggregate = {
  /** The average of each over the rows that have a value, to six places. */
  avg: SuggestedAssessmentAvg;
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** How many groups there are, also where not all of them are given. */
  groupCount: Scalars['Int']['output'];
  /** What its rows share. */
  keys: SuggestedAssessmentGroupKeys;
  /** The greatest, latest or gravest of each. */
  max: SuggestedAssessmentMax;
  /** The smallest, earliest or mildest of each. */
  min: SuggestedAssessmentMin;
  /** The sum of each; null where no row has a value. */
  sum: SuggestedAssessmentSum;
};

/** Averages over suggested assessments. */
export type SuggestedAssessmentAvg = {
  /** The suggested level of impact. */
  impactLevel: Maybe<Scalars['Float']['output']>;
  /** The suggested level of probability. */
  probabilityLevel: Maybe<Scalars['Float']['output']>;
  /** Version of the risk scale that the levels are of. */
  scaleNumber: Maybe<Scalars['Float']['output']>;
};

/** A page of a list of suggested assessments. */
export type SuggestedAssessmentConnection = {
  /** Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their keys; read only when asked for. */
  aggregate: Array<SuggestedAssessmentAggregate>;
  /** The rows with their cursors. */
  edges: Array<SuggestedAssessmentEdge>;
  /** The rows. */
  nodes: Array<SuggestedAssessment>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};


/** A page of a list of suggested assessments. */
export type SuggestedAssessmentConnectionaggregateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<Array<SuggestedAssessmentGroupField>>;
};

/** A row of a list of suggested assessments. */
export type SuggestedAssessmentEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: SuggestedAssessment;
};

/** Conditions on suggested assessments; all must hold. An empty filter filters nothing. */
export type SuggestedAssessmentFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<SuggestedAssessmentFilter>>;
  /** The assessment that was made of it. */
  assessment?: InputMaybe<AssessmentFilter>;
  /** The assessment that was made of it. */
  assessmentId?: InputMaybe<IDComparator>;
  /** When it was confirmed, dismissed or outdated. */
  decidedAt?: InputMaybe<DateTimeComparator>;
  /** The member who confirmed or dismissed it. */
  decidedBy?: InputMaybe<MemberFilter>;
  /** The member who confirmed or dismissed it. */
  decidedById?: InputMaybe<IDComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** The suggested level of impact. */
  impactLevel?: InputMaybe<IntComparator>;
  /** This does not hold. */
  not?: InputMaybe<SuggestedAssessmentFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<SuggestedAssessmentFilter>>;
  /** The suggested level of probability. */
  probabilityLevel?: InputMaybe<IntComparator>;
  /** Why it is suggested, in the tenant's language. */
  reason?: InputMaybe<StringComparator>;
  /** The risk. */
  risk?: InputMaybe<RiskFilter>;
  /** The risk. */
  riskId?: InputMaybe<IDComparator>;
  /** Version of the risk scale that the levels are of. */
  scaleNumber?: InputMaybe<IntComparator>;
  /** What became of it. */
  state?: InputMaybe<SuggestionStateComparator>;
  /** When it was suggested. */
  suggestedAt?: InputMaybe<DateTimeComparator>;
  /** The venture. */
  venture?: InputMaybe<VentureFilter>;
  /** The venture. */
  ventureId?: InputMaybe<IDComparator>;
};

/** By what suggested assessments can be grouped. */
export type SuggestedAssessmentGroupField =
  /** The assessment that was made of it. */
  | 'ASSESSMENT_ID'
  /** The assessment that was made of it: What it judges. */
  | 'ASSESSMENT_KIND'
  /** The assessment that was made of it: How much is known behind it. */
  | 'ASSESSMENT_KNOWLEDGE'
  /** The assessment that was made of it: How serious that is. */
  | 'ASSESSMENT_LEVEL'
  /** When it was confirmed, dismissed or outdated: the day. */
  | 'DECIDED_AT_DAY'
  /** When it was confirmed, dismissed or outdated: the first day of the month. */
  | 'DECIDED_AT_MONTH'
  /** When it was confirmed, dismissed or outdated: the first day of the week. */
  | 'DECIDED_AT_WEEK'
  /** The member who confirmed or dismissed it. */
  | 'DECIDED_BY'
  /** The member who confirmed or dismissed it: What the person may do. */
  | 'DECIDED_BY_ROLE'
  /** The suggested level of impact. */
  | 'IMPACT_LEVEL'
  /** The suggested level of probability. */
  | 'PROBABILITY_LEVEL'
  /** The risk: Code of its category: technical, funding, market, legal or one of the tenant's own. */
  | 'RISK_CATEGORY'
  /** The risk. */
  | 'RISK_ID'
  /** The risk: How serious it was before any response. */
  | 'RISK_INHERENT_LEVEL'
  /** The risk: Whether it would hurt or help. */
  | 'RISK_KIND'
  /** The risk: How serious it is now. */
  | 'RISK_LEVEL'
  /** The risk: Where it stands. */
  | 'RISK_STATUS'
  /** The risk: Code of the sub-type within the category. */
  | 'RISK_SUB_TYPE'
  /** The risk: How serious it should become. */
  | 'RISK_TARGET_LEVEL'
  /** Version of the risk scale that the levels are of. */
  | 'SCALE_NUMBER'
  /** What became of it. */
  | 'STATE'
  /** When it was suggested: the day. */
  | 'SUGGESTED_AT_DAY'
  /** When it was suggested: the first day of the month. */
  | 'SUGGESTED_AT_MONTH'
  /** When it was suggested: the first day of the week. */
  | 'SUGGESTED_AT_WEEK'
  /** The venture: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture. */
  | 'VENTURE_ID'
  /** The venture: How far it has come. */
  | 'VENTURE_STAGE'
  | '%future added value';

/** What the suggested assessments of a group share; null unless grouped by. */
export type SuggestedAssessmentGroupKeys = {
  /** The assessment that was made of it. Given with its id as a key. */
  assessment: Maybe<Assessment>;
  /** The assessment that was made of it. */
  assessmentId: Maybe<Scalars['ID']['output']>;
  /** The assessment that was made of it: What it judges. */
  assessmentKind: Maybe<AssessmentKind>;
  /** The assessment that was made of it: How much is known behind it. */
  assessmentKnowledge: Maybe<Knowledge>;
  /** The assessment that was made of it: How serious that is. */
  assessmentLevel: Maybe<RiskLevel>;
  /** When it was confirmed, dismissed or outdated: the day. */
  decidedAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was confirmed, dismissed or outdated: the first day of the month. */
  decidedAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was confirmed, dismissed or outdated: the first day of the week. */
  decidedAtWeek: Maybe<Scalars['Date']['output']>;
  /** The member who confirmed or dismissed it. Given with its id as a key. */
  decidedBy: Maybe<Member>;
  /** The member who confirmed or dismissed it. */
  decidedById: Maybe<Scalars['ID']['output']>;
  /** The member who confirmed or dismissed it: What the person may do. */
  decidedByRole: Maybe<Role>;
  /** The suggested level of impact. */
  impactLevel: Maybe<Scalars['Int']['output']>;
  /** The suggested level of probability. */
  probabilityLevel: Maybe<Scalars['Int']['output']>;
  /** The risk. Given with its id as a key. */
  risk: Maybe<Risk>;
  /** The risk: Code of its category: technical, funding, market, legal or one of the tenant's own. */
  riskCategory: Maybe<Scalars['String']['output']>;
  /** The risk. */
  riskId: Maybe<Scalars['ID']['output']>;
  /** The risk: How serious it was before any response. */
  riskInherentLevel: Maybe<RiskLevel>;
  /** The risk: Whether it would hurt or help. */
  riskKind: Maybe<RiskKind>;
  /** The risk: How serious it is now. */
  riskLevel: Maybe<RiskLevel>;
  /** The risk: Where it stands. */
  riskStatus: Maybe<RiskStatus>;
  /** The risk: Code of the sub-type within the category. */
  riskSubType: Maybe<Scalars['String']['output']>;
  /** The risk: How serious it should become. */
  riskTargetLevel: Maybe<RiskLevel>;
  /** Version of the risk scale that the levels are of. */
  scaleNumber: Maybe<Scalars['Int']['output']>;
  /** What became of it. */
  state: Maybe<SuggestionState>;
  /** When it was suggested: the day. */
  suggestedAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was suggested: the first day of the month. */
  suggestedAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was suggested: the first day of the week. */
  suggestedAtWeek: Maybe<Scalars['Date']['output']>;
  /** The venture. Given with its id as a key. */
  venture: Maybe<Venture>;
  /** The venture: Application field, such as medicine or finance. */
  ventureField: Maybe<Scalars['String']['output']>;
  /** The venture. */
  ventureId: Maybe<Scalars['ID']['output']>;
  /** The venture: How far it has come. */
  ventureStage: Maybe<VentureStage>;
};

/** Conditions on all suggested assessments of something. */
export type SuggestedAssessmentListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<SuggestedAssessmentFilter>;
  /** None is like this. */
  none?: InputMaybe<SuggestedAssessmentFilter>;
  /** At least one is like this. */
  some?: InputMaybe<SuggestedAssessmentFilter>;
};

/** Greatest values over suggested assessments. */
export type SuggestedAssessmentMax = {
  /** When it was confirmed, dismissed or outdated. */
  decidedAt: Maybe<Scalars['DateTime']['output']>;
  /** The suggested level of impact. */
  impactLevel: Maybe<Scalars['Int']['output']>;
  /** The suggested level of probability. */
  probabilityLevel: Maybe<Scalars['Int']['output']>;
  /** Version of the risk scale that the levels are of. */
  scaleNumber: Maybe<Scalars['Int']['output']>;
  /** What became of it. */
  state: Maybe<SuggestionState>;
  /** When it was suggested. */
  suggestedAt: Maybe<Scalars['DateTime']['output']>;
};

/** Smallest values over suggested assessments. */
export type SuggestedAssessmentMin = {
  /** When it was confirmed, dismissed or outdated. */
  decidedAt: Maybe<Scalars['DateTime']['output']>;
  /** The suggested level of impact. */
  impactLevel: Maybe<Scalars['Int']['output']>;
  /** The suggested level of probability. */
  probabilityLevel: Maybe<Scalars['Int']['output']>;
  /** Version of the risk scale that the levels are of. */
  scaleNumber: Maybe<Scalars['Int']['output']>;
  /** What became of it. */
  state: Maybe<SuggestionState>;
  /** When it was suggested. */
  suggestedAt: Maybe<Scalars['DateTime']['output']>;
};

/** One key of the order of suggested assessments. */
export type SuggestedAssessmentOrder = {
  /** Which way; ASC where left out. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: SuggestedAssessmentOrderField;
  /** Where rows without a value stand; LAST where left out. */
  nulls?: InputMaybe<OrderNulls>;
};

/** By what suggested assessments can be ordered. */
export type SuggestedAssessmentOrderField =
  /** The assessment that was made of it: When it was made. */
  | 'ASSESSMENT_ASSESSED_AT'
  /** The assessment that was made of it: Delay if it goes badly, in working days. */
  | 'ASSESSMENT_DELAY_HIGH'
  /** The assessment that was made of it: Most likely delay, in working days. */
  | 'ASSESSMENT_DELAY_LIKELY'
  /** The assessment that was made of it: Delay if it goes well, in working days. */
  | 'ASSESSMENT_DELAY_LOW'
  /** The assessment that was made of it: Probability × mean impact, in the tenant's currency. */
  | 'ASSESSMENT_EXPECTED_LOSS'
  /** The assessment that was made of it: Loss if it goes badly. */
  | 'ASSESSMENT_IMPACT_HIGH'
  /** The assessment that was made of it: Level of impact, from 1. */
  | 'ASSESSMENT_IMPACT_LEVEL'
  /** The assessment that was made of it: Most likely loss. */
  | 'ASSESSMENT_IMPACT_LIKELY'
  /** The assessment that was made of it: Loss if it goes well. */
  | 'ASSESSMENT_IMPACT_LOW'
  /** The assessment that was made of it: What it judges. */
  | 'ASSESSMENT_KIND'
  /** The assessment that was made of it: How much is known behind it. */
  | 'ASSESSMENT_KNOWLEDGE'
  /** The assessment that was made of it: How serious that is. */
  | 'ASSESSMENT_LEVEL'
  /** The assessment that was made of it: The next assessment, where this one names it. */
  | 'ASSESSMENT_NEXT_ON'
  /** The assessment that was made of it: Probability, from 0 to 1. */
  | 'ASSESSMENT_PROBABILITY'
  /** The assessment that was made of it: Level of probability, from 1. */
  | 'ASSESSMENT_PROBABILITY_LEVEL'
  /** The assessment that was made of it: Why it was judged so. */
  | 'ASSESSMENT_RATIONALE'
  /** The assessment that was made of it: Version of the risk scale that it was judged by. */
  | 'ASSESSMENT_SCALE_NUMBER'
  /** The assessment that was made of it: Probability level × impact level. */
  | 'ASSESSMENT_SCORE'
  /** When it was confirmed, dismissed or outdated. */
  | 'DECIDED_AT'
  /** The member who confirmed or dismissed it: The person's e-mail address. */
  | 'DECIDED_BY_EMAIL'
  /** The member who confirmed or dismissed it: The person's name. */
  | 'DECIDED_BY_NAME'
  /** The member who confirmed or dismissed it: What the person may do. */
  | 'DECIDED_BY_ROLE'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** The suggested level of impact. */
  | 'IMPACT_LEVEL'
  /** The suggested level of probability. */
  | 'PROBABILITY_LEVEL'
  /** Why it is suggested, in the tenant's language. */
  | 'REASON'
  /** The risk: When it was last assessed as it is now. */
  | 'RISK_ASSESSED_AT'
  /** The risk: Code of its category: technical, funding, market, legal or one of the tenant's own. */
  | 'RISK_CATEGORY'
  /** The risk: Why it may happen. */
  | 'RISK_CAUSE'
  /** The risk: What would follow. */
  | 'RISK_EFFECT'
  /** The risk: What would happen. */
  | 'RISK_EVENT'
  /** The risk: Probability × mean impact now, in the tenant's currency. */
  | 'RISK_EXPECTED_LOSS'
  /** The risk: When it would happen. */
  | 'RISK_EXPECTED_ON'
  /** The risk: Level of impact now, from 1. */
  | 'RISK_IMPACT_LEVEL'
  /** The risk: How serious it was before any response. */
  | 'RISK_INHERENT_LEVEL'
  /** The risk: Score before any response. */
  | 'RISK_INHERENT_SCORE'
  /** The risk: Whether it would hurt or help. */
  | 'RISK_KIND'
  /** The risk: How serious it is now. */
  | 'RISK_LEVEL'
  /** The risk: Since when the present level has held. */
  | 'RISK_LEVEL_SINCE'
  /** The risk: When it is to be assessed again. */
  | 'RISK_NEXT_ASSESSMENT_ON'
  /** The risk: Since when it has been open without a break. */
  | 'RISK_OPENED_AT'
  /** The risk: How many actions of its responses are not done. */
  | 'RISK_OPEN_ACTION_COUNT'
  /** The risk: By how much its venture's P80 loss would be lower without it. */
  | 'RISK_P80_SHARE'
  /** The risk: Level of probability now, from 1. */
  | 'RISK_PROBABILITY_LEVEL'
  /** The risk: How many days away that is; negative where it has passed. */
  | 'RISK_PROXIMITY_DAYS'
  /** The risk: When it would happen: the expected day, else the day on which the first milestone that it threatens is due. */
  | 'RISK_PROXIMITY_ON'
  /** The risk: Probability level × impact level of the latest current assessment. */
  | 'RISK_SCORE'
  /** The risk: Where it stands. */
  | 'RISK_STATUS'
  /** The risk: Code of the sub-type within the category. */
  | 'RISK_SUB_TYPE'
  /** The risk: How serious it should become. */
  | 'RISK_TARGET_LEVEL'
  /** The risk: Score as it should become. */
  | 'RISK_TARGET_SCORE'
  /** The risk: Code of the template that it was made from. */
  | 'RISK_TEMPLATE'
  /** The risk: The risk in one line. */
  | 'RISK_TITLE'
  /** Version of the risk scale that the levels are of. */
  | 'SCALE_NUMBER'
  /** What became of it. */
  | 'STATE'
  /** When it was suggested. */
  | 'SUGGESTED_AT'
  /** The venture: What it is about. */
  | 'VENTURE_DESCRIPTION'
  /** The venture: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture: How many alerts are firing. */
  | 'VENTURE_FIRING_ALERT_COUNT'
  /** The venture: Short code, unique in the tenant, such as MEDX. */
  | 'VENTURE_KEY'
  /** The venture: Its name. */
  | 'VENTURE_NAME'
  /** The venture: How many risks are open. */
  | 'VENTURE_OPEN_RISK_COUNT'
  /** The venture: How many milestones are past their due day and not done. */
  | 'VENTURE_OVERDUE_MILESTONE_COUNT'
  /** The venture: How far it has come. */
  | 'VENTURE_STAGE'
  | '%future added value';

/** Sums over suggested assessments. */
export type SuggestedAssessmentSum = {
  /** The suggested level of impact. */
  impactLevel: Maybe<Scalars['Float']['output']>;
  /** The suggested level of probability. */
  probabilityLevel: Maybe<Scalars['Float']['output']>;
  /** Version of the risk scale that the levels are of. */
  scaleNumber: Maybe<Scalars['Float']['output']>;
};

/** What you may do with a SuggestedAssessment. */
export type SuggestedAssessmentViewerCan = {
  /** Whether you may confirm it. */
  confirm: Scalars['Boolean']['output'];
  /** Whether you may dismiss it. */
  dismiss: Scalars['Boolean']['output'];
};

/** What became of a suggestion. */
export type SuggestionState =
  /** An assessment was made of it. */
  | 'CONFIRMED'
  /** A person was of another mind. */
  | 'DISMISSED'
  /** It waits for a person. */
  | 'OPEN'
  /** The risk was assessed, or its actions changed, before anybody decided. */
  | 'OUTDATED'
  | '%future added value';

/** Conditions on a value of the type SuggestionState; all must hold. */
export type SuggestionStateComparator = {
  /** Equal to it. */
  eq?: InputMaybe<SuggestionState>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<SuggestionState>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<SuggestionState>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<SuggestionState>>;
};

/** A team of a venture, or of the whole tenant. */
export type Team = Node & {
  /** When it was archived; empty while it is in use. */
  archivedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** What it does. */
  description: Maybe<Scalars['String']['output']>;
  /** Which of the four functions it has. */
  function: TeamFunction;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** The members in it. */
  members: MemberConnection;
  /** Its name. */
  name: Scalars['String']['output'];
  /** The members' places in it, with title and share. */
  places: TeamMemberConnection;
  /** When it was changed last. */
  updatedAt: Scalars['DateTime']['output'];
  /** The venture it works for; empty: the whole tenant. */
  venture: Maybe<Venture>;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version: Scalars['Int']['output'];
  /** What you may do with it, by your role. */
  viewerCan: TeamViewerCan;
};


/** A team of a venture, or of the whole tenant. */
export type TeammembersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MemberFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<MemberOrder>>;
};


/** A team of a venture, or of the whole tenant. */
export type TeamplacesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TeamMemberFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<TeamMemberOrder>>;
};

/** What is told of a group of teams. */
export type TeamAggregate = {
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** How many groups there are, also where not all of them are given. */
  groupCount: Scalars['Int']['output'];
  /** What its rows share. */
  keys: TeamGroupKeys;
  /** The greatest, latest or gravest of each. */
  max: TeamMax;
  /** The smallest, earliest or mildest of each. */
  min: TeamMin;
};

/** A page of a list of teams. */
export type TeamConnection = {
  /** Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their keys; read only when asked for. */
  aggregate: Array<TeamAggregate>;
  /** The rows with their cursors. */
  edges: Array<TeamEdge>;
  /** The rows. */
  nodes: Array<Team>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};


/** A page of a list of teams. */
export type TeamConnectionaggregateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<Array<TeamGroupField>>;
};

/** A row of a list of teams. */
export type TeamEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: Team;
};

/** Conditions on teams; all must hold. An empty filter filters nothing. */
export type TeamFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<TeamFilter>>;
  /** When it was archived; empty while it is in use. */
  archivedAt?: InputMaybe<DateTimeComparator>;
  /** When it was made. */
  createdAt?: InputMaybe<DateTimeComparator>;
  /** What it does. */
  description?: InputMaybe<StringComparator>;
  /** Which of the four functions it has. */
  function?: InputMaybe<TeamFunctionComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** The members in it. */
  members?: InputMaybe<MemberListFilter>;
  /** Its name. */
  name?: InputMaybe<StringComparator>;
  /** This does not hold. */
  not?: InputMaybe<TeamFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<TeamFilter>>;
  /** The members' places in it, with title and share. */
  places?: InputMaybe<TeamMemberListFilter>;
  /** When it was changed last. */
  updatedAt?: InputMaybe<DateTimeComparator>;
  /** The venture it works for; empty: the whole tenant. */
  venture?: InputMaybe<VentureFilter>;
  /** The venture it works for; empty: the whole tenant. */
  ventureId?: InputMaybe<IDComparator>;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version?: InputMaybe<IntComparator>;
};

/** The four functions of a venture's teams (product.md D4). */
export type TeamFunction =
  /** Product, market, operations. */
  | 'BUSINESS'
  /** Data scientists, machine-learning engineers, researchers. */
  | 'CORE_TECHNOLOGY'
  /** Front end and back end. */
  | 'SOFTWARE_DEVELOPMENT'
  /** Systems and operations. */
  | 'TECHNICAL_SUPPORT'
  | '%future added value';

/** Conditions on a value of the type TeamFunction; all must hold. */
export type TeamFunctionComparator = {
  /** Equal to it. */
  eq?: InputMaybe<TeamFunction>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<TeamFunction>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<TeamFunction>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<TeamFunction>>;
};

/** By what teams can be grouped. */
export type TeamGroupField =
  /** When it was made: the day. */
  | 'CREATED_AT_DAY'
  /** When it was made: the first day of the month. */
  | 'CREATED_AT_MONTH'
  /** When it was made: the first day of the week. */
  | 'CREATED_AT_WEEK'
  /** Which of the four functions it has. */
  | 'FUNCTION'
  /** The venture it works for; empty: the whole tenant: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture it works for; empty: the whole tenant. */
  | 'VENTURE_ID'
  /** The venture it works for; empty: the whole tenant: How far it has come. */
  | 'VENTURE_STAGE'
  | '%future added value';

/** What the teams of a group share; null unless grouped by. */
export type TeamGroupKeys = {
  /** When it was made: the day. */
  createdAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the month. */
  createdAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the week. */
  createdAtWeek: Maybe<Scalars['Date']['output']>;
  /** Which of the four functions it has. */
  function: Maybe<TeamFunction>;
  /** The venture it works for; empty: the whole tenant. Given with its id as a key. */
  venture: Maybe<Venture>;
  /** The venture it works for; empty: the whole tenant: Application field, such as medicine or finance. */
  ventureField: Maybe<Scalars['String']['output']>;
  /** The venture it works for; empty: the whole tenant. */
  ventureId: Maybe<Scalars['ID']['output']>;
  /** The venture it works for; empty: the whole tenant: How far it has come. */
  ventureStage: Maybe<VentureStage>;
};

/** Conditions on all teams of something. */
export type TeamListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<TeamFilter>;
  /** None is like this. */
  none?: InputMaybe<TeamFilter>;
  /** At least one is like this. */
  some?: InputMaybe<TeamFilter>;
};

/** Greatest values over teams. */
export type TeamMax = {
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Which of the four functions it has. */
  function: Maybe<TeamFunction>;
};

/** One member's place in a team. */
export type TeamMember = Node & {
  /** When it was archived; empty while it is in use. */
  archivedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** The member. */
  member: Member;
  /** Percent of the member's time. */
  share: Scalars['Int']['output'];
  /** The team. */
  team: Team;
  /** What the member does in the team. */
  title: Maybe<Scalars['String']['output']>;
  /** When it was changed last. */
  updatedAt: Scalars['DateTime']['output'];
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version: Scalars['Int']['output'];
  /** What you may do with it, by your role. */
  viewerCan: TeamMemberViewerCan;
};

/** What is told of a group of team members. */
export type TeamMemberAggregate = {
  /** The average of each over the rows that have a value, to six places. */
  avg: TeamMemberAvg;
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** How many groups there are, also where not all of them are given. */
  groupCount: Scalars['Int']['output'];
  /** What its rows share. */
  keys: TeamMemberGroupKeys;
  /** The greatest, latest or gravest of each. */
  max: TeamMemberMax;
  /** The smallest, earliest or mildest of each. */
  min: TeamMemberMin;
  /** The sum of each; null where no row has a value. */
  sum: TeamMemberSum;
};

/** Averages over team members. */
export type TeamMemberAvg = {
  /** Percent of the member's time. */
  share: Maybe<Scalars['Float']['output']>;
};

/** A page of a list of team members. */
export type TeamMemberConnection = {
  /** Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their keys; read only when asked for. */
  aggregate: Array<TeamMemberAggregate>;
  /** The rows with their cursors. */
  edges: Array<TeamMemberEdge>;
  /** The rows. */
  nodes: Array<TeamMember>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};


/** A page of a list of team members. */
export type TeamMemberConnectionaggregateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<Array<TeamMemberGroupField>>;
};

/** A row of a list of team members. */
export type TeamMemberEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: TeamMember;
};

/** Conditions on team members; all must hold. An empty filter filters nothing. */
export type TeamMemberFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<TeamMemberFilter>>;
  /** When it was archived; empty while it is in use. */
  archivedAt?: InputMaybe<DateTimeComparator>;
  /** When it was made. */
  createdAt?: InputMaybe<DateTimeComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** The member. */
  member?: InputMaybe<MemberFilter>;
  /** The member. */
  memberId?: InputMaybe<IDComparator>;
  /** This does not hold. */
  not?: InputMaybe<TeamMemberFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<TeamMemberFilter>>;
  /** Percent of the member's time. */
  share?: InputMaybe<IntComparator>;
  /** The team. */
  team?: InputMaybe<TeamFilter>;
  /** The team. */
  teamId?: InputMaybe<IDComparator>;
  /** What the member does in the team. */
  title?: InputMaybe<StringComparator>;
  /** When it was changed last. */
  updatedAt?: InputMaybe<DateTimeComparator>;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version?: InputMaybe<IntComparator>;
};

/** By what team members can be grouped. */
export type TeamMemberGroupField =
  /** When it was made: the day. */
  | 'CREATED_AT_DAY'
  /** When it was made: the first day of the month. */
  | 'CREATED_AT_MONTH'
  /** When it was made: the first day of the week. */
  | 'CREATED_AT_WEEK'
  /** The member. */
  | 'MEMBER_ID'
  /** The member: What the person may do. */
  | 'MEMBER_ROLE'
  /** Percent of the member's time. */
  | 'SHARE'
  /** The team: Which of the four functions it has. */
  | 'TEAM_FUNCTION'
  /** The team. */
  | 'TEAM_ID'
  | '%future added value';

/** What the team members of a group share; null unless grouped by. */
export type TeamMemberGroupKeys = {
  /** When it was made: the day. */
  createdAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the month. */
  createdAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the week. */
  createdAtWeek: Maybe<Scalars['Date']['output']>;
  /** The member. Given with its id as a key. */
  member: Maybe<Member>;
  /** The member. */
  memberId: Maybe<Scalars['ID']['output']>;
  /** The member: What the person may do. */
  memberRole: Maybe<Role>;
  /** Percent of the member's time. */
  share: Maybe<Scalars['Int']['output']>;
  /** The team. Given with its id as a key. */
  team: Maybe<Team>;
  /** The team: Which of the four functions it has. */
  teamFunction: Maybe<TeamFunction>;
  /** The team. */
  teamId: Maybe<Scalars['ID']['output']>;
};

/** Conditions on all team members of something. */
export type TeamMemberListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<TeamMemberFilter>;
  /** None is like this. */
  none?: InputMaybe<TeamMemberFilter>;
  /** At least one is like this. */
  some?: InputMaybe<TeamMemberFilter>;
};

/** Greatest values over team members. */
export type TeamMemberMax = {
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Percent of the member's time. */
  share: Maybe<Scalars['Int']['output']>;
};

/** Smallest values over team members. */
export type TeamMemberMin = {
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Percent of the member's time. */
  share: Maybe<Scalars['Int']['output']>;
};

/** One key of the order of team members. */
export type TeamMemberOrder = {
  /** Which way; ASC where left out. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: TeamMemberOrderField;
  /** Where rows without a value stand; LAST where left out. */
  nulls?: InputMaybe<OrderNulls>;
};

/** By what team members can be ordered. */
export type TeamMemberOrderField =
  /** When it was archived; empty while it is in use. */
  | 'ARCHIVED_AT'
  /** When it was made. */
  | 'CREATED_AT'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** The member: The person's e-mail address. */
  | 'MEMBER_EMAIL'
  /** The member: The person's name. */
  | 'MEMBER_NAME'
  /** The member: What the person may do. */
  | 'MEMBER_ROLE'
  /** Percent of the member's time. */
  | 'SHARE'
  /** The team: What it does. */
  | 'TEAM_DESCRIPTION'
  /** The team: Which of the four functions it has. */
  | 'TEAM_FUNCTION'
  /** The team: Its name. */
  | 'TEAM_NAME'
  /** What the member does in the team. */
  | 'TITLE'
  /** When it was changed last. */
  | 'UPDATED_AT'
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  | 'VERSION'
  | '%future added value';

/** Sums over team members. */
export type TeamMemberSum = {
  /** Percent of the member's time. */
  share: Maybe<Scalars['Float']['output']>;
};

/** What you may do with a TeamMember. */
export type TeamMemberViewerCan = {
  /** Whether you may edit it. */
  edit: Scalars['Boolean']['output'];
};

/** Smallest values over teams. */
export type TeamMin = {
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Which of the four functions it has. */
  function: Maybe<TeamFunction>;
};

/** One key of the order of teams. */
export type TeamOrder = {
  /** Which way; ASC where left out. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: TeamOrderField;
  /** Where rows without a value stand; LAST where left out. */
  nulls?: InputMaybe<OrderNulls>;
};

/** By what teams can be ordered. */
export type TeamOrderField =
  /** When it was archived; empty while it is in use. */
  | 'ARCHIVED_AT'
  /** When it was made. */
  | 'CREATED_AT'
  /** What it does. */
  | 'DESCRIPTION'
  /** Which of the four functions it has. */
  | 'FUNCTION'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** Its name. */
  | 'NAME'
  /** When it was changed last. */
  | 'UPDATED_AT'
  /** The venture it works for; empty: the whole tenant: What it is about. */
  | 'VENTURE_DESCRIPTION'
  /** The venture it works for; empty: the whole tenant: Application field, such as medicine or finance. */
  | 'VENTURE_FIELD'
  /** The venture it works for; empty: the whole tenant: How many alerts are firing. */
  | 'VENTURE_FIRING_ALERT_COUNT'
  /** The venture it works for; empty: the whole tenant: Short code, unique in the tenant, such as MEDX. */
  | 'VENTURE_KEY'
  /** The venture it works for; empty: the whole tenant: Its name. */
  | 'VENTURE_NAME'
  /** The venture it works for; empty: the whole tenant: How many risks are open. */
  | 'VENTURE_OPEN_RISK_COUNT'
  /** The venture it works for; empty: the whole tenant: How many milestones are past their due day and not done. */
  | 'VENTURE_OVERDUE_MILESTONE_COUNT'
  /** The venture it works for; empty: the whole tenant: How far it has come. */
  | 'VENTURE_STAGE'
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  | 'VERSION'
  | '%future added value';

/** What you may do with a Team. */
export type TeamViewerCan = {
  /** Whether you may archive it. */
  archive: Scalars['Boolean']['output'];
  /** Whether you may edit it. */
  edit: Scalars['Boolean']['output'];
};

/** One customer organisation; the boundary of all data. */
export type Tenant = Node & {
  /** What the score rests on: `forecasts`, of them `from_levels` (the middle of a level's band, no number having been given), `without_forecast` (left out), the share that happened (`base_rate`), and the score of always giving that (`reference`). */
  brierBasis: Scalars['JSON']['output'];
  /** Mean squared difference of the probabilities last given and what happened (1 or 0), over all risks that are over: 0 is perfect, 0.25 is what always saying 0.5 gives. Empty without any. */
  brierScore: Maybe<Scalars['Decimal']['output']>;
  /** The rules that come with the product, as they hold in the tenant. */
  builtInRules: Array<BuiltInRule>;
  /** How often risks happened, by the band of the probability last given to them. */
  calibration: Array<CalibrationBand>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** The ISO 4217 currency of its amounts. */
  currency: Scalars['String']['output'];
  /** What the register may cost in all; empty until it has been worked out. */
  exposure: Maybe<Exposure>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** Language of the texts that the product writes: `en` or `zh-CN`. */
  locale: Scalars['String']['output'];
  /** Its name. */
  name: Scalars['String']['output'];
  /** Risks that ventures of artificial intelligence usually have, to be applied by `applyRiskTemplates`. */
  riskTemplates: Array<RiskTemplate>;
  /** What rules of the tenant's own can ask of their subjects. */
  ruleFacts: Array<RuleFact>;
  /** The numbers in the built-in rules that the tenant can change. */
  ruleParameters: Array<RuleParameter>;
  /** Its short name in addresses. */
  slug: Scalars['String']['output'];
  /** Whether it is in use. */
  status: TenantStatus;
  /** The IANA time zone in which its days begin. */
  timeZone: Scalars['String']['output'];
  /** Whose GraphQL operations must be trusted documents; null: nobody's. */
  trustedDocumentsOnly: Maybe<TrustedDocumentsOnly>;
  /** When it was changed last. */
  updatedAt: Scalars['DateTime']['output'];
  /** The usual responses of every category. */
  usualResponses: Array<UsualResponse>;
  /** Counts its changes. */
  version: Scalars['Int']['output'];
};

/** Whether a tenant is used, paused by the operator, or on its way out. */
export type TenantStatus =
  /** In use. */
  | 'ACTIVE'
  /** On its way out. */
  | 'DELETING'
  /** Paused by the operator. */
  | 'SUSPENDED'
  | '%future added value';

/** A delay in three points, in working days. */
export type ThreePointDelayInput = {
  /** If it goes badly. */
  high: Scalars['Decimal']['input'];
  /** Most likely. */
  likely: Scalars['Decimal']['input'];
  /** If it goes well. */
  low: Scalars['Decimal']['input'];
};

/** A loss in three points, in the tenant's currency. */
export type ThreePointMoneyInput = {
  /** If it goes badly. */
  high: Scalars['Decimal']['input'];
  /** Most likely. */
  likely: Scalars['Decimal']['input'];
  /** If it goes well. */
  low: Scalars['Decimal']['input'];
};

/** Where a series goes, as far as chance allows a statement. */
export type TrendDirection =
  /** It falls. */
  | 'FALLING'
  /** No statement can be made. */
  | 'NONE'
  /** It rises. */
  | 'RISING'
  | '%future added value';

/** Whose GraphQL operations must be trusted documents. */
export type TrustedDocumentsOnly =
  /** Of all. */
  | 'EVERYBODY'
  /** Of programs with API keys. */
  | 'KEYS'
  /** Of people who are signed in. */
  | 'SESSIONS'
  | '%future added value';

/** A rule that exists, or an expression that is not a rule yet; and where and how far back it is tried. */
export type TryRuleInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The code of a rule. */
  code?: InputMaybe<Scalars['String']['input']>;
  /** How many days back; 0: only today. */
  days?: InputMaybe<Scalars['Int']['input']>;
  /** An expression to try, instead of a code. */
  expression?: InputMaybe<Scalars['String']['input']>;
  /** A hold to try. */
  holdSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** A keep to try. */
  keepSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Parameters to try; the others as the tenant has set them. */
  parameters?: InputMaybe<Array<ParameterValueInput>>;
  /** What an expression is about, instead of a code. */
  subjectType?: InputMaybe<RuleSubject>;
  /** The ventures; none: those that changed last. */
  ventureIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** What came of `tryRule`. */
export type TryRulePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** What it would have done: `ventures` (how many were looked at), `since`, `firing` (what holds today), `fired` (how often, since then) and `times` (when, about what, with what evidence); `complete` says whether everything asked for was looked at. */
  trial: Maybe<Scalars['JSON']['output']>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Conditions on a value of the type URL; all must hold. */
export type URLComparator = {
  /** Contains it; capitals do not matter, `%` and `_` stand for themselves. */
  contains?: InputMaybe<Scalars['URL']['input']>;
  /** Ends with it; capitals do not matter. */
  endsWith?: InputMaybe<Scalars['URL']['input']>;
  /** Equal to it. */
  eq?: InputMaybe<Scalars['URL']['input']>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<Scalars['URL']['input']>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<Scalars['URL']['input']>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<Scalars['URL']['input']>>;
  /** Begins with it; capitals do not matter. */
  startsWith?: InputMaybe<Scalars['URL']['input']>;
};

/** An alert that is given back. */
export type UnacknowledgeAlertInput = {
  /** The alert. */
  alertId: Scalars['ID']['input'];
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `unacknowledgeAlert`. */
export type UnacknowledgeAlertPayload = {
  /** The alert as it is now; null where refused. */
  alert: Maybe<Alert>;
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Changes to an action: what is left out stays, null clears. */
export type UpdateActionInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** What it costs, in the tenant's currency. */
  cost?: InputMaybe<Scalars['Decimal']['input']>;
  /** Until when. */
  dueOn?: InputMaybe<Scalars['Date']['input']>;
  /** Level of impact at which the risk is expected to stand once it is done. */
  effectImpactLevel?: InputMaybe<Scalars['Int']['input']>;
  /** Level of probability at which the risk is expected to stand once it is done. */
  effectProbabilityLevel?: InputMaybe<Scalars['Int']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The action. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The member who does it. */
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  /** What is to be done. */
  title?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `updateAction`. */
export type UpdateActionPayload = {
  /** The action as it is now; null where refused. */
  action: Maybe<Action>;
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Changes to an allocation: what is left out stays, null clears. */
export type UpdateAllocationInput = {
  /** How much, in the resource's unit. */
  amount?: InputMaybe<Scalars['Decimal']['input']>;
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Last day. */
  endOn?: InputMaybe<Scalars['Date']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The allocation. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What for. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** First day. */
  startOn?: InputMaybe<Scalars['Date']['input']>;
};

/** What came of `updateAllocation`. */
export type UpdateAllocationPayload = {
  /** The allocation as it is now; null where refused. */
  allocation: Maybe<Allocation>;
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Changes to a channel: what is left out stays, null clears. Its kind stays. */
export type UpdateChannelInput = {
  /** Where mail goes. Another address must be confirmed first. */
  address?: InputMaybe<Scalars['EmailAddress']['input']>;
  /** Only events of these categories of risk; null: all. */
  categories?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Whether events are told. Enabling begins the count of failures anew. */
  enabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** Types of events, prefixes that end in .*, or * for all. */
  eventTypes?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The channel. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** In which language; null: the tenant's. */
  language?: InputMaybe<Scalars['String']['input']>;
  /** Only events of alerts at least this severe; null: all. */
  minSeverity?: InputMaybe<Severity>;
  /** What it is called. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** What this role may not read is not told. */
  role?: InputMaybe<Role>;
  /** Where Slack or Teams take messages. Never shown again. */
  url?: InputMaybe<Scalars['String']['input']>;
  /** Only events of these ventures; null: all. */
  ventureIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** What came of `updateChannel`. */
export type UpdateChannelPayload = {
  /** The channel as it is now; null where refused. */
  channel: Maybe<Channel>;
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Changes to a criterion: what is left out stays, null clears. */
export type UpdateCriterionInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Whether the target is reached from below or kept under. */
  direction?: InputMaybe<CriterionDirection>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The criterion. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What is measured. */
  metric?: InputMaybe<Scalars['String']['input']>;
  /** Whether the milestone fails without it. */
  must?: InputMaybe<Scalars['Boolean']['input']>;
  /** The value to reach or to stay under. */
  target?: InputMaybe<Scalars['Decimal']['input']>;
  /** What must be true. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** Unit of the target. */
  unit?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `updateCriterion`. */
export type UpdateCriterionPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The criterion as it is now; null where refused. */
  criterion: Maybe<Criterion>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Changes to an indicator: what is left out stays, null clears. */
export type UpdateIndicatorInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** From this value on it is critical. */
  critical?: InputMaybe<Scalars['Decimal']['input']>;
  /** Beyond this value critical ends. */
  criticalClear?: InputMaybe<Scalars['Decimal']['input']>;
  /** How it is measured. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Which way it gets worse. */
  direction?: InputMaybe<IndicatorDirection>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The indicator. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Days between two readings. */
  intervalDays?: InputMaybe<Scalars['Int']['input']>;
  /** What is measured. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The member who sees that it is measured. */
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  /** Where the value stands in the answer (RFC 6901). */
  sourcePointer?: InputMaybe<Scalars['String']['input']>;
  /** Sent to the source as bearer token; null: none. */
  sourceToken?: InputMaybe<Scalars['String']['input']>;
  /** Whence readings are pulled; null: they are only pushed, and the token is forgotten. With another host the token must be given anew. */
  sourceUrl?: InputMaybe<Scalars['String']['input']>;
  /** Unit of the values. */
  unit?: InputMaybe<Scalars['String']['input']>;
  /** From this value on it is a warning. */
  warning?: InputMaybe<Scalars['Decimal']['input']>;
  /** Beyond this value the warning ends. */
  warningClear?: InputMaybe<Scalars['Decimal']['input']>;
};

/** What came of `updateIndicator`. */
export type UpdateIndicatorPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The indicator as it is now; null where refused. */
  indicator: Maybe<Indicator>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Changes to an issue: what is left out stays, null clears. */
export type UpdateIssueInput = {
  /** What it has cost. */
  actualCost?: InputMaybe<Scalars['Decimal']['input']>;
  /** Delay that it has brought, in working days. */
  actualDelay?: InputMaybe<Scalars['Decimal']['input']>;
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** What happened. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The issue. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The member who deals with it. */
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  /** The issue in one line. */
  title?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `updateIssue`. */
export type UpdateIssuePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The issue as it is now; null where refused. */
  issue: Maybe<Issue>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Changes to a member: what is left out stays, null clears. */
export type UpdateMemberInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The address by which the person signs in. */
  email?: InputMaybe<Scalars['EmailAddress']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The member. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Name of the person. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** What the member may do. */
  role?: InputMaybe<Role>;
  /** The only ventures that the member may see; null: all. */
  ventureIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** What came of `updateMember`. */
export type UpdateMemberPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The member as it is now; null where refused. */
  member: Maybe<Member>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Changes to a milestone: what is left out stays, null clears. */
export type UpdateMilestoneInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** More about it. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** When it is due. */
  dueOn?: InputMaybe<Scalars['Date']['input']>;
  /** Three points of its duration. */
  estimate?: InputMaybe<EstimateInput>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The milestone. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** A key milestone gets a review. */
  key?: InputMaybe<Scalars['Boolean']['input']>;
  /** The member who answers for it. */
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  /** How much is done, in percent. */
  percentComplete?: InputMaybe<Scalars['Int']['input']>;
  /** Date of its review. */
  reviewOn?: InputMaybe<Scalars['Date']['input']>;
  /** When work on it begins. */
  startOn?: InputMaybe<Scalars['Date']['input']>;
  /** Where it stands. */
  status?: InputMaybe<MilestoneStatus>;
  /** What is to be reached. */
  title?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `updateMilestone`. */
export type UpdateMilestonePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The milestone as it is now; null where refused. */
  milestone: Maybe<Milestone>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Changes to a resource: what is left out stays, null clears. */
export type UpdateResourceInput = {
  /** How much of it there is. */
  amount?: InputMaybe<Scalars['Decimal']['input']>;
  /** How it is obtained. */
  channel?: InputMaybe<Scalars['String']['input']>;
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** What it is. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Until when it can be used. */
  expiresOn?: InputMaybe<Scalars['Date']['input']>;
  /** The resource. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Name of the resource. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The member who answers for it. */
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  /** Unit of the amount, or an ISO 4217 currency for funding. */
  unit?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `updateResource`. */
export type UpdateResourcePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The resource as it is now; null where refused. */
  resource: Maybe<Resource>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Changes to a response: what is left out stays, null clears. */
export type UpdateResponseInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** More about it. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The response. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** A threat: avoid, mitigate, transfer, accept. An opportunity: exploit, enhance, share, accept. */
  kind?: InputMaybe<ResponseKind>;
  /** The member who answers for it. */
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  /** The response in one line. */
  title?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `updateResponse`. */
export type UpdateResponsePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The response as it is now; null where refused. */
  response: Maybe<Response>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Other names of a category or sub-type; its code stays, since risks carry it. */
export type UpdateRiskCategoryInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The category or sub-type. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Its name, in one language or several; all of them are replaced. */
  names?: InputMaybe<Array<LocalNameInput>>;
};

/** What came of `updateRiskCategory`. */
export type UpdateRiskCategoryPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The risk category as it is now; null where refused. */
  riskCategory: Maybe<RiskCategory>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Another text of a comment, by its author. */
export type UpdateRiskCommentInput = {
  /** The text; it is kept as it was written. */
  body?: InputMaybe<Scalars['String']['input']>;
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The comment. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Members whom it names. */
  mentionIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** What came of `updateRiskComment`. */
export type UpdateRiskCommentPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The risk comment as it is now; null where refused. */
  riskComment: Maybe<RiskComment>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Changes to a risk: what is left out stays, null clears. Accepted it becomes by an approval only. */
export type UpdateRiskInput = {
  /** Code of the category. */
  category?: InputMaybe<Scalars['String']['input']>;
  /** Why it may happen. */
  cause?: InputMaybe<Scalars['String']['input']>;
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** What would follow. */
  effect?: InputMaybe<Scalars['String']['input']>;
  /** What would happen. */
  event?: InputMaybe<Scalars['String']['input']>;
  /** When it would happen. */
  expectedOn?: InputMaybe<Scalars['Date']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The risk. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Milestones of the venture that it threatens. */
  milestoneIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The member who watches it. */
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  /** Where it stands: open, occurred or closed. */
  status?: InputMaybe<RiskStatus>;
  /** Code of the sub-type within the category. */
  subType?: InputMaybe<Scalars['String']['input']>;
  /** Words to find it by; all of them are replaced. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The risk in one line. */
  title?: InputMaybe<Scalars['String']['input']>;
};

/** Another slip of a milestone that a risk threatens; null for both says that it is not known. */
export type UpdateRiskMilestoneInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The link. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Slip in three points, in working days. */
  slip?: InputMaybe<ThreePointDelayInput>;
  /** Slip in working days, where it is certain. */
  slipDays?: InputMaybe<Scalars['Decimal']['input']>;
};

/** What came of `updateRiskMilestone`. */
export type UpdateRiskMilestonePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The risk milestone as it is now; null where refused. */
  riskMilestone: Maybe<RiskMilestone>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** What came of `updateRisk`. */
export type UpdateRiskPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The risk as it is now; null where refused. */
  risk: Maybe<Risk>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Changes to a rule of the tenant's own: what is left out stays, null clears. */
export type UpdateRuleInput = {
  /** What usually helps. */
  advice?: InputMaybe<Scalars['String']['input']>;
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** When it fires. */
  expression?: InputMaybe<Scalars['String']['input']>;
  /** The rule. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What it finds, in a few words. */
  title?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `updateRule`. */
export type UpdateRulePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The rule as it is now; null where refused. */
  rule: Maybe<Rule>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Changes to a team: what is left out stays, null clears. */
export type UpdateTeamInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** What the team does. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Which of the four functions it has. */
  function?: InputMaybe<TeamFunction>;
  /** The team. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Name of the team. */
  name?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `updateTeam`. */
export type UpdateTeamPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The team as it is now; null where refused. */
  team: Maybe<Team>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Changes to a tenant: what is left out stays. */
export type UpdateTenantInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Currency of its amounts, by ISO 4217. */
  currency?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The tenant. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Language of its texts. */
  locale?: InputMaybe<Scalars['String']['input']>;
  /** Name of the organisation. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Time zone in which its days begin and end. */
  timeZone?: InputMaybe<Scalars['String']['input']>;
  /** Whose GraphQL operations must be trusted documents; null: nobody's. */
  trustedDocumentsOnly?: InputMaybe<TrustedDocumentsOnly>;
};

/** What came of `updateTenant`. */
export type UpdateTenantPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The tenant as it is now; null where refused. */
  tenant: Maybe<Tenant>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Changes to a venture: what is left out stays, null clears. */
export type UpdateVentureInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** What the venture is about. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Application field. */
  field?: InputMaybe<Scalars['String']['input']>;
  /** The venture. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Short code, unique in the tenant. */
  key?: InputMaybe<Scalars['String']['input']>;
  /** Name of the venture. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The member who answers for it. */
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  /** How far it has come. */
  stage?: InputMaybe<VentureStage>;
};

/** What came of `updateVenture`. */
export type UpdateVenturePayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
  /** The venture as it is now; null where refused. */
  venture: Maybe<Venture>;
};

/** Changes to an endpoint: what is left out stays, null clears. */
export type UpdateWebhookEndpointInput = {
  /** Only events of these categories of risk; null: all. */
  categories?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Deliveries at one time at most, for each worker process. */
  concurrency?: InputMaybe<Scalars['Int']['input']>;
  /** What it is for. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** A GraphQL query over the event's subject, whose answer travels as data.selection: it may declare $subject: ID!, and $venture: ID!. Null: none. */
  document?: InputMaybe<Scalars['String']['input']>;
  /** Whether events are sent. Enabling begins the count of failures anew. */
  enabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** Types of events, prefixes that end in .*, or * for all. */
  eventTypes?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Headers that are sent with every delivery, all of them anew; null: none. */
  headers?: InputMaybe<Array<WebhookHeaderInput>>;
  /** The endpoint. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Only events of alerts at least this severe; null: all. */
  minSeverity?: InputMaybe<Severity>;
  /** Whether an event waits until the former one about the same subject arrived or was given up; holds for events that come after the change. */
  ordered?: InputMaybe<Scalars['Boolean']['input']>;
  /** All that is stored, or ids only. */
  payload?: InputMaybe<WebhookPayload>;
  /** Deliveries a second at most; null: no limit. */
  rate?: InputMaybe<Scalars['Int']['input']>;
  /** What this role may not read is not sent. */
  role?: InputMaybe<Role>;
  /** By which signatures deliveries are known to be ours. */
  signing?: InputMaybe<WebhookSigning>;
  /** Where events are sent. */
  url?: InputMaybe<Scalars['String']['input']>;
  /** Only events of these ventures; null: all. */
  ventureIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** What came of `updateWebhookEndpoint`. */
export type UpdateWebhookEndpointPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
  /** The webhook endpoint as it is now; null where refused. */
  webhookEndpoint: Maybe<WebhookEndpoint>;
};

/** One thing that a command was refused for. */
export type UserError = {
  /** Which rule. */
  code: UserErrorCode;
  /** What is wrong and what to change, for people. */
  message: Scalars['String']['output'];
  /** Where in the input, in its own spelling; empty for the whole. */
  path: Array<Scalars['String']['output']>;
};

/** Why a command was refused. */
export type UserErrorCode =
  /** The same request is under way, or the database is overloaded; try again. */
  | 'BUSY'
  /** What you knew is out of date, or the name is taken. */
  | 'CONFLICT'
  /** The idempotency key was used before with another request. */
  | 'IDEMPOTENCY_MISMATCH'
  /** A value breaks a rule. */
  | 'INVALID'
  /** The object's state does not allow this. */
  | 'INVALID_STATE'
  /** An id names nothing, or nothing that you may see. */
  | 'NOT_FOUND'
  /** A limit of the plan is reached. */
  | 'QUOTA_EXCEEDED'
  | '%future added value';

/** A response that is usual for risks of a category. */
export type UsualResponse = {
  /** Code of the category; empty: all. */
  category: Maybe<Scalars['String']['output']>;
  /** What kind of response it is. */
  kind: ResponseKind;
  /** Whether it answers threats or opportunities. */
  riskKind: RiskKind;
  /** Code of the sub-type that it answers foremost. */
  subType: Maybe<Scalars['String']['output']>;
  /** The response in one line, in the tenant's language. */
  title: Scalars['String']['output'];
};

/** One start-up or product being built. */
export type Venture = Node & {
  /** Its alerts, the newest first. */
  alerts: AlertConnection;
  /** How much expected loss it is ready to bear. */
  appetites: RiskAppetiteConnection;
  /** When it was archived; empty while it is in use. */
  archivedAt: Maybe<Scalars['DateTime']['output']>;
  /** What the score rests on: `forecasts`, of them `from_levels` (the middle of a level's band, no number having been given), `without_forecast` (left out), the share that happened (`base_rate`), and the score of always giving that (`reference`). */
  brierBasis: Scalars['JSON']['output'];
  /** Mean squared difference of the probabilities last given and what happened (1 or 0), over all risks that are over: 0 is perfect, 0.25 is what always saying 0.5 gives. Empty without any. */
  brierScore: Maybe<Scalars['Decimal']['output']>;
  /** How often risks happened, by the band of the probability last given to them. */
  calibration: Array<CalibrationBand>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** What it is about. */
  description: Maybe<Scalars['String']['output']>;
  /** What the register may cost in all; empty until it has been worked out. */
  exposure: Maybe<Exposure>;
  /** Application field, such as medicine or finance. */
  field: Maybe<Scalars['String']['output']>;
  /** How many alerts are firing. */
  firingAlertCount: Scalars['Int']['output'];
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** Its measured series. */
  indicators: IndicatorConnection;
  /** Risks that have happened, the latest first. */
  issues: IssueConnection;
  /** Short code, unique in the tenant, such as MEDX. */
  key: Scalars['String']['output'];
  /** Its milestones. */
  milestones: MilestoneConnection;
  /** Its name. */
  name: Scalars['String']['output'];
  /** How many risks are open. */
  openRiskCount: Scalars['Int']['output'];
  /** How many milestones are past their due day and not done. */
  overdueMilestoneCount: Scalars['Int']['output'];
  /** The member who answers for it. */
  owner: Maybe<Member>;
  /** What it uses. */
  resources: ResourceConnection;
  /** Its reviews, the newest first. */
  reviews: ReviewConnection;
  /** Its own limits of impact, the newest first. */
  riskLimits: RiskLimitsConnection;
  /** How many threats stand in each cell of the risk matrix; empty cells are left out. */
  riskMatrix: Array<RiskMatrixCell>;
  /** What has moved in the register between two instants: open and accepted threats that are new, worse, better, or gone; the gravest first, at most 1000. Each is judged by the assessments made by then, in the matrix of their day. */
  riskMovements: Array<RiskMovement>;
  /** Its risk register, the gravest first. */
  risks: RiskConnection;
  /** How far it has come. */
  stage: VentureStage;
  /** Its teams. */
  teams: TeamConnection;
  /** When it was changed last. */
  updatedAt: Scalars['DateTime']['output'];
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version: Scalars['Int']['output'];
  /** What you may do with it, by your role. */
  viewerCan: VentureViewerCan;
};


/** One start-up or product being built. */
export type VenturealertsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AlertFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<AlertOrder>>;
};


/** One start-up or product being built. */
export type VentureappetitesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RiskAppetiteFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<RiskAppetiteOrder>>;
};


/** One start-up or product being built. */
export type VentureindicatorsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<IndicatorFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<IndicatorOrder>>;
};


/** One start-up or product being built. */
export type VentureissuesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<IssueFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<IssueOrder>>;
};


/** One start-up or product being built. */
export type VenturemilestonesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MilestoneFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<MilestoneOrder>>;
};


/** One start-up or product being built. */
export type VentureresourcesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ResourceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ResourceOrder>>;
};


/** One start-up or product being built. */
export type VenturereviewsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ReviewFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ReviewOrder>>;
};


/** One start-up or product being built. */
export type VentureriskLimitsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RiskLimitsFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<RiskLimitsOrder>>;
};


/** One start-up or product being built. */
export type VentureriskMatrixArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
};


/** One start-up or product being built. */
export type VentureriskMovementsArgs = {
  since: Scalars['DateTime']['input'];
  until?: InputMaybe<Scalars['DateTime']['input']>;
};


/** One start-up or product being built. */
export type VenturerisksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RiskFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<RiskOrder>>;
};


/** One start-up or product being built. */
export type VentureteamsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TeamFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<TeamOrder>>;
};

/** What is told of a group of ventures. */
export type VentureAggregate = {
  /** The average of each over the rows that have a value, to six places. */
  avg: VentureAvg;
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** How many groups there are, also where not all of them are given. */
  groupCount: Scalars['Int']['output'];
  /** What its rows share. */
  keys: VentureGroupKeys;
  /** The greatest, latest or gravest of each. */
  max: VentureMax;
  /** The smallest, earliest or mildest of each. */
  min: VentureMin;
  /** The sum of each; null where no row has a value. */
  sum: VentureSum;
};

/** Averages over ventures. */
export type VentureAvg = {
  /** How many alerts are firing. */
  firingAlertCount: Maybe<Scalars['Float']['output']>;
  /** How many risks are open. */
  openRiskCount: Maybe<Scalars['Float']['output']>;
  /** How many milestones are past their due day and not done. */
  overdueMilestoneCount: Maybe<Scalars['Float']['output']>;
};

/** A page of a list of ventures. */
export type VentureConnection = {
  /** Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their keys; read only when asked for. */
  aggregate: Array<VentureAggregate>;
  /** The rows with their cursors. */
  edges: Array<VentureEdge>;
  /** The rows. */
  nodes: Array<Venture>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};


/** A page of a list of ventures. */
export type VentureConnectionaggregateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<Array<VentureGroupField>>;
};

/** A row of a list of ventures. */
export type VentureEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: Venture;
};

/** Conditions on ventures; all must hold. An empty filter filters nothing. */
export type VentureFilter = {
  /** Its alerts, the newest first. */
  alerts?: InputMaybe<AlertListFilter>;
  /** All of these hold. */
  and?: InputMaybe<Array<VentureFilter>>;
  /** How much expected loss it is ready to bear. */
  appetites?: InputMaybe<RiskAppetiteListFilter>;
  /** When it was archived; empty while it is in use. */
  archivedAt?: InputMaybe<DateTimeComparator>;
  /** When it was made. */
  createdAt?: InputMaybe<DateTimeComparator>;
  /** What it is about. */
  description?: InputMaybe<StringComparator>;
  /** Application field, such as medicine or finance. */
  field?: InputMaybe<StringComparator>;
  /** How many alerts are firing. */
  firingAlertCount?: InputMaybe<IntComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** Its measured series. */
  indicators?: InputMaybe<IndicatorListFilter>;
  /** Risks that have happened, the latest first. */
  issues?: InputMaybe<IssueListFilter>;
  /** Short code, unique in the tenant, such as MEDX. */
  key?: InputMaybe<StringComparator>;
  /** Its milestones. */
  milestones?: InputMaybe<MilestoneListFilter>;
  /** Its name. */
  name?: InputMaybe<StringComparator>;
  /** This does not hold. */
  not?: InputMaybe<VentureFilter>;
  /** How many risks are open. */
  openRiskCount?: InputMaybe<IntComparator>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<VentureFilter>>;
  /** How many milestones are past their due day and not done. */
  overdueMilestoneCount?: InputMaybe<IntComparator>;
  /** The member who answers for it. */
  owner?: InputMaybe<MemberFilter>;
  /** The member who answers for it. */
  ownerId?: InputMaybe<IDComparator>;
  /** What it uses. */
  resources?: InputMaybe<ResourceListFilter>;
  /** Its reviews, the newest first. */
  reviews?: InputMaybe<ReviewListFilter>;
  /** Its own limits of impact, the newest first. */
  riskLimits?: InputMaybe<RiskLimitsListFilter>;
  /** Its risk register, the gravest first. */
  risks?: InputMaybe<RiskListFilter>;
  /** How far it has come. */
  stage?: InputMaybe<VentureStageComparator>;
  /** Its teams. */
  teams?: InputMaybe<TeamListFilter>;
  /** When it was changed last. */
  updatedAt?: InputMaybe<DateTimeComparator>;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version?: InputMaybe<IntComparator>;
};

/** By what ventures can be grouped. */
export type VentureGroupField =
  /** When it was made: the day. */
  | 'CREATED_AT_DAY'
  /** When it was made: the first day of the month. */
  | 'CREATED_AT_MONTH'
  /** When it was made: the first day of the week. */
  | 'CREATED_AT_WEEK'
  /** Application field, such as medicine or finance. */
  | 'FIELD'
  /** How many alerts are firing. */
  | 'FIRING_ALERT_COUNT'
  /** How many risks are open. */
  | 'OPEN_RISK_COUNT'
  /** How many milestones are past their due day and not done. */
  | 'OVERDUE_MILESTONE_COUNT'
  /** The member who answers for it. */
  | 'OWNER_ID'
  /** The member who answers for it: What the person may do. */
  | 'OWNER_ROLE'
  /** How far it has come. */
  | 'STAGE'
  | '%future added value';

/** What the ventures of a group share; null unless grouped by. */
export type VentureGroupKeys = {
  /** When it was made: the day. */
  createdAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the month. */
  createdAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the week. */
  createdAtWeek: Maybe<Scalars['Date']['output']>;
  /** Application field, such as medicine or finance. */
  field: Maybe<Scalars['String']['output']>;
  /** How many alerts are firing. */
  firingAlertCount: Maybe<Scalars['Int']['output']>;
  /** How many risks are open. */
  openRiskCount: Maybe<Scalars['Int']['output']>;
  /** How many milestones are past their due day and not done. */
  overdueMilestoneCount: Maybe<Scalars['Int']['output']>;
  /** The member who answers for it. Given with its id as a key. */
  owner: Maybe<Member>;
  /** The member who answers for it. */
  ownerId: Maybe<Scalars['ID']['output']>;
  /** The member who answers for it: What the person may do. */
  ownerRole: Maybe<Role>;
  /** How far it has come. */
  stage: Maybe<VentureStage>;
};

/** Limits of impact of one venture. With neither, the tenant's hold for it again. */
export type VentureLimitsInput = {
  /** Lower limits of delay in working days, one a level, from 0; left out, the tenant's. */
  delayBands?: InputMaybe<Array<Scalars['Decimal']['input']>>;
  /** Lower limits of loss, one a level, from 0; left out, the tenant's. */
  moneyBands?: InputMaybe<Array<Scalars['Decimal']['input']>>;
  /** The venture. */
  ventureId: Scalars['ID']['input'];
};

/** Conditions on all ventures of something. */
export type VentureListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<VentureFilter>;
  /** None is like this. */
  none?: InputMaybe<VentureFilter>;
  /** At least one is like this. */
  some?: InputMaybe<VentureFilter>;
};

/** Greatest values over ventures. */
export type VentureMax = {
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** How many alerts are firing. */
  firingAlertCount: Maybe<Scalars['Int']['output']>;
  /** How many risks are open. */
  openRiskCount: Maybe<Scalars['Int']['output']>;
  /** How many milestones are past their due day and not done. */
  overdueMilestoneCount: Maybe<Scalars['Int']['output']>;
  /** How far it has come. */
  stage: Maybe<VentureStage>;
};

/** Smallest values over ventures. */
export type VentureMin = {
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** How many alerts are firing. */
  firingAlertCount: Maybe<Scalars['Int']['output']>;
  /** How many risks are open. */
  openRiskCount: Maybe<Scalars['Int']['output']>;
  /** How many milestones are past their due day and not done. */
  overdueMilestoneCount: Maybe<Scalars['Int']['output']>;
  /** How far it has come. */
  stage: Maybe<VentureStage>;
};

/** One key of the order of ventures. */
export type VentureOrder = {
  /** Which way; ASC where left out. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: VentureOrderField;
  /** Where rows without a value stand; LAST where left out. */
  nulls?: InputMaybe<OrderNulls>;
};

/** By what ventures can be ordered. */
export type VentureOrderField =
  /** When it was archived; empty while it is in use. */
  | 'ARCHIVED_AT'
  /** When it was made. */
  | 'CREATED_AT'
  /** What it is about. */
  | 'DESCRIPTION'
  /** Application field, such as medicine or finance. */
  | 'FIELD'
  /** How many alerts are firing. */
  | 'FIRING_ALERT_COUNT'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** Short code, unique in the tenant, such as MEDX. */
  | 'KEY'
  /** Its name. */
  | 'NAME'
  /** How many risks are open. */
  | 'OPEN_RISK_COUNT'
  /** How many milestones are past their due day and not done. */
  | 'OVERDUE_MILESTONE_COUNT'
  /** The member who answers for it: The person's e-mail address. */
  | 'OWNER_EMAIL'
  /** The member who answers for it: The person's name. */
  | 'OWNER_NAME'
  /** The member who answers for it: What the person may do. */
  | 'OWNER_ROLE'
  /** How far it has come. */
  | 'STAGE'
  /** When it was changed last. */
  | 'UPDATED_AT'
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  | 'VERSION'
  | '%future added value';

/** How far a venture has come. */
export type VentureStage =
  /** Wound up. */
  | 'CLOSED'
  /** Being wound up. */
  | 'CLOSING'
  /** Winning users. */
  | 'GROWTH'
  /** An idea on paper. */
  | 'IDEA'
  /** Something that runs. */
  | 'PROTOTYPE'
  /** Growing the organisation. */
  | 'SCALE'
  /** Tried with real users. */
  | 'VALIDATION'
  | '%future added value';

/** Conditions on a value of the type VentureStage; all must hold. */
export type VentureStageComparator = {
  /** Equal to it. */
  eq?: InputMaybe<VentureStage>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<VentureStage>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<VentureStage>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<VentureStage>>;
};

/** Sums over ventures. */
export type VentureSum = {
  /** How many alerts are firing. */
  firingAlertCount: Maybe<Scalars['Float']['output']>;
  /** How many risks are open. */
  openRiskCount: Maybe<Scalars['Float']['output']>;
  /** How many milestones are past their due day and not done. */
  overdueMilestoneCount: Maybe<Scalars['Float']['output']>;
};

/** What you may do with a Venture. */
export type VentureViewerCan = {
  /** Whether you may add risk it. */
  addRisk: Scalars['Boolean']['output'];
  /** Whether you may archive it. */
  archive: Scalars['Boolean']['output'];
  /** Whether you may edit it. */
  edit: Scalars['Boolean']['output'];
};

/** Who is calling, and what they may do. */
export type Viewer = {
  /** The member in whose name the call is made; null for a key without one. */
  member: Maybe<Member>;
  /** All that the caller may do. */
  permissions: Array<Permission>;
  /** The caller's role. */
  role: Role;
  /** The tenant. */
  tenant: Tenant;
};

/** An address of the tenant's that is told of events. */
export type WebhookEndpoint = Node & {
  /** When it was archived; empty while it is in use. */
  archivedAt: Maybe<Scalars['DateTime']['output']>;
  /** Only events of these risk categories; empty: all. */
  categories: Maybe<Array<Scalars['String']['output']>>;
  /** Deliveries at one time at most, for each worker process. */
  concurrency: Scalars['Int']['output'];
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** What was sent there, the newest first. */
  deliveries: DeliveryConnection;
  /** What it is for. */
  description: Maybe<Scalars['String']['output']>;
  /** Why nothing is sent. */
  disabledReason: Maybe<Scalars['String']['output']>;
  /** The payload document: a query whose answer travels as `data.selection`. */
  document: Maybe<Scalars['String']['output']>;
  /** What the payload document costs for each event. */
  documentCost: Maybe<Scalars['Int']['output']>;
  /** Why the payload document cannot be run any more; empty while it can. */
  documentError: Maybe<Scalars['String']['output']>;
  /** Whether events are sent. */
  enabled: Scalars['Boolean']['output'];
  /** Exact types, prefixes that end in `.*`, or `*` for all. */
  eventTypes: Array<Scalars['String']['output']>;
  /** Since when it has seen nothing but failure. */
  failingSince: Maybe<Scalars['DateTime']['output']>;
  /** Names of the headers that are sent with every delivery; their values are never shown. */
  headerNames: Maybe<Array<Scalars['String']['output']>>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** When something arrived last. */
  lastSuccessAt: Maybe<Scalars['DateTime']['output']>;
  /** Only alerts at least this grave; empty: all. */
  minSeverity: Maybe<Scalars['String']['output']>;
  /** Nothing is sent until then: it asked for that, or failed too often in a row. */
  notBefore: Maybe<Scalars['DateTime']['output']>;
  /** Whether an event waits until the former one about the same subject arrived or was given up. */
  ordered: Scalars['Boolean']['output'];
  /** How much it is told. */
  payload: WebhookPayload;
  /** Until when the latest former secret signs too. */
  previousSecretUntil: Maybe<Scalars['DateTime']['output']>;
  /** By which signatures of the kind v1a are verified; empty where there are none. */
  publicKey: Maybe<Scalars['String']['output']>;
  /** Deliveries a second at most; empty: no limit. */
  rate: Maybe<Scalars['Int']['output']>;
  /** What was sent there again, the newest first. */
  replays: DeliveryReplayConnection;
  /** As whose role its payloads are read. */
  role: Role;
  /** By which signatures deliveries are known to be ours. */
  signing: WebhookSigning;
  /** How it does. */
  state: WebhookEndpointState;
  /** When it was changed last. */
  updatedAt: Scalars['DateTime']['output'];
  /** Where events are sent. */
  url: Scalars['URL']['output'];
  /** Only events of these ventures; empty: all. */
  ventureIds: Maybe<Array<Scalars['ID']['output']>>;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version: Scalars['Int']['output'];
  /** What you may do with it, by your role. */
  viewerCan: WebhookEndpointViewerCan;
};


/** An address of the tenant's that is told of events. */
export type WebhookEndpointdeliveriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DeliveryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<DeliveryOrder>>;
};


/** An address of the tenant's that is told of events. */
export type WebhookEndpointreplaysArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DeliveryReplayFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<DeliveryReplayOrder>>;
};

/** What is told of a group of webhook endpoints. */
export type WebhookEndpointAggregate = {
  /** The average of each over the rows that have a value, to six places. */
  avg: WebhookEndpointAvg;
  /** How many rows. */
  count: Scalars['Int']['output'];
  /** How many groups there are, also where not all of them are given. */
  groupCount: Scalars['Int']['output'];
  /** What its rows share. */
  keys: WebhookEndpointGroupKeys;
  /** The greatest, latest or gravest of each. */
  max: WebhookEndpointMax;
  /** The smallest, earliest or mildest of each. */
  min: WebhookEndpointMin;
  /** The sum of each; null where no row has a value. */
  sum: WebhookEndpointSum;
};

/** Averages over webhook endpoints. */
export type WebhookEndpointAvg = {
  /** Deliveries at one time at most, for each worker process. */
  concurrency: Maybe<Scalars['Float']['output']>;
  /** What the payload document costs for each event. */
  documentCost: Maybe<Scalars['Float']['output']>;
  /** Deliveries a second at most; empty: no limit. */
  rate: Maybe<Scalars['Float']['output']>;
};

/** A page of a list of webhook endpoints. */
export type WebhookEndpointConnection = {
  /** Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their keys; read only when asked for. */
  aggregate: Array<WebhookEndpointAggregate>;
  /** The rows with their cursors. */
  edges: Array<WebhookEndpointEdge>;
  /** The rows. */
  nodes: Array<WebhookEndpoint>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};


/** A page of a list of webhook endpoints. */
export type WebhookEndpointConnectionaggregateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: InputMaybe<Array<WebhookEndpointGroupField>>;
};

/** A row of a list of webhook endpoints. */
export type WebhookEndpointEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: WebhookEndpoint;
};

/** Conditions on webhook endpoints; all must hold. An empty filter filters nothing. */
export type WebhookEndpointFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<WebhookEndpointFilter>>;
  /** When it was archived; empty while it is in use. */
  archivedAt?: InputMaybe<DateTimeComparator>;
  /** Deliveries at one time at most, for each worker process. */
  concurrency?: InputMaybe<IntComparator>;
  /** When it was made. */
  createdAt?: InputMaybe<DateTimeComparator>;
  /** What was sent there, the newest first. */
  deliveries?: InputMaybe<DeliveryListFilter>;
  /** What it is for. */
  description?: InputMaybe<StringComparator>;
  /** Why nothing is sent. */
  disabledReason?: InputMaybe<StringComparator>;
  /** The payload document: a query whose answer travels as `data.selection`. */
  document?: InputMaybe<StringComparator>;
  /** What the payload document costs for each event. */
  documentCost?: InputMaybe<IntComparator>;
  /** Why the payload document cannot be run any more; empty while it can. */
  documentError?: InputMaybe<StringComparator>;
  /** Whether events are sent. */
  enabled?: InputMaybe<BooleanComparator>;
  /** Since when it has seen nothing but failure. */
  failingSince?: InputMaybe<DateTimeComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** When something arrived last. */
  lastSuccessAt?: InputMaybe<DateTimeComparator>;
  /** Only alerts at least this grave; empty: all. */
  minSeverity?: InputMaybe<StringComparator>;
  /** This does not hold. */
  not?: InputMaybe<WebhookEndpointFilter>;
  /** Nothing is sent until then: it asked for that, or failed too often in a row. */
  notBefore?: InputMaybe<DateTimeComparator>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<WebhookEndpointFilter>>;
  /** Whether an event waits until the former one about the same subject arrived or was given up. */
  ordered?: InputMaybe<BooleanComparator>;
  /** How much it is told. */
  payload?: InputMaybe<WebhookPayloadComparator>;
  /** Until when the latest former secret signs too. */
  previousSecretUntil?: InputMaybe<DateTimeComparator>;
  /** By which signatures of the kind v1a are verified; empty where there are none. */
  publicKey?: InputMaybe<StringComparator>;
  /** Deliveries a second at most; empty: no limit. */
  rate?: InputMaybe<IntComparator>;
  /** What was sent there again, the newest first. */
  replays?: InputMaybe<DeliveryReplayListFilter>;
  /** As whose role its payloads are read. */
  role?: InputMaybe<RoleComparator>;
  /** By which signatures deliveries are known to be ours. */
  signing?: InputMaybe<WebhookSigningComparator>;
  /** How it does. */
  state?: InputMaybe<WebhookEndpointStateComparator>;
  /** When it was changed last. */
  updatedAt?: InputMaybe<DateTimeComparator>;
  /** Where events are sent. */
  url?: InputMaybe<URLComparator>;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version?: InputMaybe<IntComparator>;
};

/** By what webhook endpoints can be grouped. */
export type WebhookEndpointGroupField =
  /** Deliveries at one time at most, for each worker process. */
  | 'CONCURRENCY'
  /** When it was made: the day. */
  | 'CREATED_AT_DAY'
  /** When it was made: the first day of the month. */
  | 'CREATED_AT_MONTH'
  /** When it was made: the first day of the week. */
  | 'CREATED_AT_WEEK'
  /** What the payload document costs for each event. */
  | 'DOCUMENT_COST'
  /** Whether events are sent. */
  | 'ENABLED'
  /** Since when it has seen nothing but failure: the day. */
  | 'FAILING_SINCE_DAY'
  /** Since when it has seen nothing but failure: the first day of the month. */
  | 'FAILING_SINCE_MONTH'
  /** Since when it has seen nothing but failure: the first day of the week. */
  | 'FAILING_SINCE_WEEK'
  /** When something arrived last: the day. */
  | 'LAST_SUCCESS_AT_DAY'
  /** When something arrived last: the first day of the month. */
  | 'LAST_SUCCESS_AT_MONTH'
  /** When something arrived last: the first day of the week. */
  | 'LAST_SUCCESS_AT_WEEK'
  /** Nothing is sent until then: it asked for that, or failed too often in a row: the day. */
  | 'NOT_BEFORE_DAY'
  /** Nothing is sent until then: it asked for that, or failed too often in a row: the first day of the month. */
  | 'NOT_BEFORE_MONTH'
  /** Nothing is sent until then: it asked for that, or failed too often in a row: the first day of the week. */
  | 'NOT_BEFORE_WEEK'
  /** Whether an event waits until the former one about the same subject arrived or was given up. */
  | 'ORDERED'
  /** How much it is told. */
  | 'PAYLOAD'
  /** Until when the latest former secret signs too: the day. */
  | 'PREVIOUS_SECRET_UNTIL_DAY'
  /** Until when the latest former secret signs too: the first day of the month. */
  | 'PREVIOUS_SECRET_UNTIL_MONTH'
  /** Until when the latest former secret signs too: the first day of the week. */
  | 'PREVIOUS_SECRET_UNTIL_WEEK'
  /** Deliveries a second at most; empty: no limit. */
  | 'RATE'
  /** As whose role its payloads are read. */
  | 'ROLE'
  /** By which signatures deliveries are known to be ours. */
  | 'SIGNING'
  /** How it does. */
  | 'STATE'
  | '%future added value';

/** What the webhook endpoints of a group share; null unless grouped by. */
export type WebhookEndpointGroupKeys = {
  /** Deliveries at one time at most, for each worker process. */
  concurrency: Maybe<Scalars['Int']['output']>;
  /** When it was made: the day. */
  createdAtDay: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the month. */
  createdAtMonth: Maybe<Scalars['Date']['output']>;
  /** When it was made: the first day of the week. */
  createdAtWeek: Maybe<Scalars['Date']['output']>;
  /** What the payload document costs for each event. */
  documentCost: Maybe<Scalars['Int']['output']>;
  /** Whether events are sent. */
  enabled: Maybe<Scalars['Boolean']['output']>;
  /** Since when it has seen nothing but failure: the day. */
  failingSinceDay: Maybe<Scalars['Date']['output']>;
  /** Since when it has seen nothing but failure: the first day of the month. */
  failingSinceMonth: Maybe<Scalars['Date']['output']>;
  /** Since when it has seen nothing but failure: the first day of the week. */
  failingSinceWeek: Maybe<Scalars['Date']['output']>;
  /** When something arrived last: the day. */
  lastSuccessAtDay: Maybe<Scalars['Date']['output']>;
  /** When something arrived last: the first day of the month. */
  lastSuccessAtMonth: Maybe<Scalars['Date']['output']>;
  /** When something arrived last: the first day of the week. */
  lastSuccessAtWeek: Maybe<Scalars['Date']['output']>;
  /** Nothing is sent until then: it asked for that, or failed too often in a row: the day. */
  notBeforeDay: Maybe<Scalars['Date']['output']>;
  /** Nothing is sent until then: it asked for that, or failed too often in a row: the first day of the month. */
  notBeforeMonth: Maybe<Scalars['Date']['output']>;
  /** Nothing is sent until then: it asked for that, or failed too often in a row: the first day of the week. */
  notBeforeWeek: Maybe<Scalars['Date']['output']>;
  /** Whether an event waits until the former one about the same subject arrived or was given up. */
  ordered: Maybe<Scalars['Boolean']['output']>;
  /** How much it is told. */
  payload: Maybe<WebhookPayload>;
  /** Until when the latest former secret signs too: the day. */
  previousSecretUntilDay: Maybe<Scalars['Date']['output']>;
  /** Until when the latest former secret signs too: the first day of the month. */
  previousSecretUntilMonth: Maybe<Scalars['Date']['output']>;
  /** Until when the latest former secret signs too: the first day of the week. */
  previousSecretUntilWeek: Maybe<Scalars['Date']['output']>;
  /** Deliveries a second at most; empty: no limit. */
  rate: Maybe<Scalars['Int']['output']>;
  /** As whose role its payloads are read. */
  role: Maybe<Role>;
  /** By which signatures deliveries are known to be ours. */
  signing: Maybe<WebhookSigning>;
  /** How it does. */
  state: Maybe<WebhookEndpointState>;
};

/** Greatest values over webhook endpoints. */
export type WebhookEndpointMax = {
  /** Deliveries at one time at most, for each worker process. */
  concurrency: Maybe<Scalars['Int']['output']>;
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** What the payload document costs for each event. */
  documentCost: Maybe<Scalars['Int']['output']>;
  /** Since when it has seen nothing but failure. */
  failingSince: Maybe<Scalars['DateTime']['output']>;
  /** When something arrived last. */
  lastSuccessAt: Maybe<Scalars['DateTime']['output']>;
  /** Nothing is sent until then: it asked for that, or failed too often in a row. */
  notBefore: Maybe<Scalars['DateTime']['output']>;
  /** How much it is told. */
  payload: Maybe<WebhookPayload>;
  /** Until when the latest former secret signs too. */
  previousSecretUntil: Maybe<Scalars['DateTime']['output']>;
  /** Deliveries a second at most; empty: no limit. */
  rate: Maybe<Scalars['Int']['output']>;
  /** As whose role its payloads are read. */
  role: Maybe<Role>;
  /** By which signatures deliveries are known to be ours. */
  signing: Maybe<WebhookSigning>;
  /** How it does. */
  state: Maybe<WebhookEndpointState>;
};

/** Smallest values over webhook endpoints. */
export type WebhookEndpointMin = {
  /** Deliveries at one time at most, for each worker process. */
  concurrency: Maybe<Scalars['Int']['output']>;
  /** When it was made. */
  createdAt: Maybe<Scalars['DateTime']['output']>;
  /** What the payload document costs for each event. */
  documentCost: Maybe<Scalars['Int']['output']>;
  /** Since when it has seen nothing but failure. */
  failingSince: Maybe<Scalars['DateTime']['output']>;
  /** When something arrived last. */
  lastSuccessAt: Maybe<Scalars['DateTime']['output']>;
  /** Nothing is sent until then: it asked for that, or failed too often in a row. */
  notBefore: Maybe<Scalars['DateTime']['output']>;
  /** How much it is told. */
  payload: Maybe<WebhookPayload>;
  /** Until when the latest former secret signs too. */
  previousSecretUntil: Maybe<Scalars['DateTime']['output']>;
  /** Deliveries a second at most; empty: no limit. */
  rate: Maybe<Scalars['Int']['output']>;
  /** As whose role its payloads are read. */
  role: Maybe<Role>;
  /** By which signatures deliveries are known to be ours. */
  signing: Maybe<WebhookSigning>;
  /** How it does. */
  state: Maybe<WebhookEndpointState>;
};

/** One key of the order of webhook endpoints. */
export type WebhookEndpointOrder = {
  /** Which way; ASC where left out. */
  direction?: InputMaybe<OrderDirection>;
  /** By what. */
  field: WebhookEndpointOrderField;
  /** Where rows without a value stand; LAST where left out. */
  nulls?: InputMaybe<OrderNulls>;
};

/** By what webhook endpoints can be ordered. */
export type WebhookEndpointOrderField =
  /** When it was archived; empty while it is in use. */
  | 'ARCHIVED_AT'
  /** Deliveries at one time at most, for each worker process. */
  | 'CONCURRENCY'
  /** When it was made. */
  | 'CREATED_AT'
  /** What it is for. */
  | 'DESCRIPTION'
  /** Why nothing is sent. */
  | 'DISABLED_REASON'
  /** The payload document: a query whose answer travels as `data.selection`. */
  | 'DOCUMENT'
  /** What the payload document costs for each event. */
  | 'DOCUMENT_COST'
  /** Why the payload document cannot be run any more; empty while it can. */
  | 'DOCUMENT_ERROR'
  /** Whether events are sent. */
  | 'ENABLED'
  /** Since when it has seen nothing but failure. */
  | 'FAILING_SINCE'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** When something arrived last. */
  | 'LAST_SUCCESS_AT'
  /** Only alerts at least this grave; empty: all. */
  | 'MIN_SEVERITY'
  /** Nothing is sent until then: it asked for that, or failed too often in a row. */
  | 'NOT_BEFORE'
  /** How much it is told. */
  | 'PAYLOAD'
  /** Until when the latest former secret signs too. */
  | 'PREVIOUS_SECRET_UNTIL'
  /** By which signatures of the kind v1a are verified; empty where there are none. */
  | 'PUBLIC_KEY'
  /** Deliveries a second at most; empty: no limit. */
  | 'RATE'
  /** As whose role its payloads are read. */
  | 'ROLE'
  /** By which signatures deliveries are known to be ours. */
  | 'SIGNING'
  /** How it does. */
  | 'STATE'
  /** When it was changed last. */
  | 'UPDATED_AT'
  /** Where events are sent. */
  | 'URL'
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  | 'VERSION'
  | '%future added value';

/** How an endpoint does. */
export type WebhookEndpointState =
  /** What is due is sent. */
  | 'ACTIVE'
  /** Nothing is sent until it is enabled. */
  | 'DISABLED'
  /** It has seen nothing but failure lately: one delivery at a time. */
  | 'FAILING'
  /** Nothing is sent for a while: it asked for that, or failed too often in a row. */
  | 'PAUSED'
  | '%future added value';

/** Conditions on a value of the type WebhookEndpointState; all must hold. */
export type WebhookEndpointStateComparator = {
  /** Equal to it. */
  eq?: InputMaybe<WebhookEndpointState>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<WebhookEndpointState>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<WebhookEndpointState>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<WebhookEndpointState>>;
};

/** Sums over webhook endpoints. */
export type WebhookEndpointSum = {
  /** Deliveries at one time at most, for each worker process. */
  concurrency: Maybe<Scalars['Float']['output']>;
  /** What the payload document costs for each event. */
  documentCost: Maybe<Scalars['Float']['output']>;
  /** Deliveries a second at most; empty: no limit. */
  rate: Maybe<Scalars['Float']['output']>;
};

/** What you may do with a WebhookEndpoint. */
export type WebhookEndpointViewerCan = {
  /** Whether you may edit it. */
  edit: Scalars['Boolean']['output'];
};

/** A header that is sent with every delivery. */
export type WebhookHeaderInput = {
  /** Its name. */
  name: Scalars['String']['input'];
  /** Its value: never shown again. */
  value: Scalars['String']['input'];
};

/** How much an endpoint is told: everything stored, or ids only. */
export type WebhookPayload =
  /** All that is stored. */
  | 'FULL'
  /** Ids only. */
  | 'THIN'
  | '%future added value';

/** Conditions on a value of the type WebhookPayload; all must hold. */
export type WebhookPayloadComparator = {
  /** Equal to it. */
  eq?: InputMaybe<WebhookPayload>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<WebhookPayload>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<WebhookPayload>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<WebhookPayload>>;
};

/** By which signatures deliveries are known to be ours: with a shared secret, with a public key, or both. */
export type WebhookSigning =
  /** Both of them in each delivery. */
  | 'BOTH'
  /** Ed25519, verified with the endpoint's public key: v1a. */
  | 'ED25519'
  /** HMAC-SHA256 with the endpoint's secret: v1. */
  | 'HMAC'
  | '%future added value';

/** Conditions on a value of the type WebhookSigning; all must hold. */
export type WebhookSigningComparator = {
  /** Equal to it. */
  eq?: InputMaybe<WebhookSigning>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<WebhookSigning>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<WebhookSigning>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<WebhookSigning>>;
};

/** The days of the week, Monday first. */
export type Weekday =
  /** Friday. */
  | 'FRI'
  /** Monday. */
  | 'MON'
  /** Saturday. */
  | 'SAT'
  /** Sunday. */
  | 'SUN'
  /** Thursday. */
  | 'THU'
  /** Tuesday. */
  | 'TUE'
  /** Wednesday. */
  | 'WED'
  | '%future added value';

/** Conditions on a value of the type Weekday; all must hold. */
export type WeekdayComparator = {
  /** Equal to it. */
  eq?: InputMaybe<Weekday>;
  /** One of these, at most 1,000. */
  in?: InputMaybe<Array<Weekday>>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<Weekday>;
  /** None of these, at most 1,000; empty values too. */
  notIn?: InputMaybe<Array<Weekday>>;
};

/** An acceptance that is not wanted any more. */
export type WithdrawAcceptanceInput = {
  /** The acceptance. */
  acceptanceId: Scalars['ID']['input'];
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why not. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `withdrawAcceptance`. */
export type WithdrawAcceptancePayload = {
  /** The acceptance as it is now; null where refused. */
  acceptance: Maybe<Acceptance>;
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The risk as it is now; null where refused. */
  risk: Maybe<Risk>;
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
};
