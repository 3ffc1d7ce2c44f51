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

/** One thing to do for a response. */
export type Action = Node & {
  /** When it was archived; empty while it is in use. */
  archivedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was done. */
  completedAt: Maybe<Scalars['DateTime']['output']>;
  /** What it costs, in the tenant's currency. */
  cost: Maybe<Scalars['Decimal']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Until when. */
  dueOn: Maybe<Scalars['Date']['output']>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** Whether its due day has passed in the tenant's time zone and it is not done. */
  isOverdue: Scalars['Boolean']['output'];
  /** The member who does it. */
  owner: Maybe<Member>;
  /** The response that it belongs to. */
  response: Response;
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

/** A page of a list of actions. */
export type ActionConnection = {
  /** The rows with their cursors. */
  edges: Array<ActionEdge>;
  /** The rows. */
  nodes: Array<Action>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
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
  /** Until when. */
  dueOn?: InputMaybe<DateComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** Whether its due day has passed in the tenant's time zone and it is not done. */
  isOverdue?: InputMaybe<BooleanComparator>;
  /** This does not hold. */
  not?: InputMaybe<ActionFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<ActionFilter>>;
  /** The member who does it. */
  owner?: InputMaybe<MemberFilter>;
  /** The member who does it. */
  ownerId?: InputMaybe<IDComparator>;
  /** The response that it belongs to. */
  response?: InputMaybe<ResponseFilter>;
  /** The response that it belongs to. */
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

/** Conditions on all actions of something. */
export type ActionListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<ActionFilter>;
  /** None is like this. */
  none?: InputMaybe<ActionFilter>;
  /** At least one is like this. */
  some?: InputMaybe<ActionFilter>;
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
  /** Until when. */
  | 'DUE_ON'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** The member who does it: The person's e-mail address. */
  | 'OWNER_EMAIL'
  /** The member who does it: The person's name. */
  | 'OWNER_NAME'
  /** The member who does it: What the person may do. */
  | 'OWNER_ROLE'
  /** The response that it belongs to: What it means. */
  | 'RESPONSE_DESCRIPTION'
  /** The response that it belongs to: How the risk is answered. */
  | 'RESPONSE_KIND'
  /** The response that it belongs to: The response in one line. */
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
  /** The venture: How far it has come. */
  | 'VENTURE_STAGE'
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  | 'VERSION'
  | '%future added value';

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
  /** Avoid, mitigate, transfer or accept. */
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
  /** Its timeline, the oldest first. */
  transitions: AlertTransitionConnection;
  /** The venture that it concerns. */
  venture: Venture;
  /** What you may do with it, by your role. */
  viewerCan: AlertViewerCan;
  /** Why nothing is told of it at present. */
  withheld: Maybe<AlertWithheld>;
};


/** One rule holding for one subject. Its columns are those of `domain.risks.monitoring.lifecycle.AlertState`. */
export type AlerttransitionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AlertTransitionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<AlertTransitionOrder>>;
};

/** A page of a list of alerts. */
export type AlertConnection = {
  /** The rows with their cursors. */
  edges: Array<AlertEdge>;
  /** The rows. */
  nodes: Array<Alert>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
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
  /** Its timeline, the oldest first. */
  transitions?: InputMaybe<AlertTransitionListFilter>;
  /** The venture that it concerns. */
  venture?: InputMaybe<VentureFilter>;
  /** The venture that it concerns. */
  ventureId?: InputMaybe<IDComparator>;
  /** Why nothing is told of it at present. */
  withheld?: InputMaybe<AlertWithheldComparator>;
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

/** One step of an alert's life, told or not. */
export type AlertTransition = Node & {
  /** The alert; empty where it went away before it fired. */
  alert: Maybe<Alert>;
  /** When it happened. */
  at: Scalars['DateTime']['output'];
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

/** A page of a list of alert transitions. */
export type AlertTransitionConnection = {
  /** The rows with their cursors. */
  edges: Array<AlertTransitionEdge>;
  /** The rows. */
  nodes: Array<AlertTransition>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
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

/** Conditions on all alert transitions of something. */
export type AlertTransitionListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<AlertTransitionFilter>;
  /** None is like this. */
  none?: InputMaybe<AlertTransitionFilter>;
  /** At least one is like this. */
  some?: InputMaybe<AlertTransitionFilter>;
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
  /** The alert; empty where it went away before it fired: When a member took it. */
  | 'ALERT_ACKNOWLEDGED_AT'
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

/** A page of a list of allocations. */
export type AllocationConnection = {
  /** The rows with their cursors. */
  edges: Array<AllocationEdge>;
  /** The rows. */
  nodes: Array<Allocation>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
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

/** Conditions on all allocations of something. */
export type AllocationListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<AllocationFilter>;
  /** None is like this. */
  none?: InputMaybe<AllocationFilter>;
  /** At least one is like this. */
  some?: InputMaybe<AllocationFilter>;
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
  /** The venture: How far it has come. */
  | 'VENTURE_STAGE'
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  | 'VERSION'
  | '%future added value';

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

/** A page of a list of api keys. */
export type ApiKeyConnection = {
  /** The rows with their cursors. */
  edges: Array<ApiKeyEdge>;
  /** The rows. */
  nodes: Array<ApiKey>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
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

/** A page of a list of assessments. */
export type AssessmentConnection = {
  /** The rows with their cursors. */
  edges: Array<AssessmentEdge>;
  /** The rows. */
  nodes: Array<Assessment>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
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
  /** The risk: How serious it is now. */
  | 'RISK_LEVEL'
  /** The risk: Since when the present level has held. */
  | 'RISK_LEVEL_SINCE'
  /** The risk: When it is to be assessed again. */
  | 'RISK_NEXT_ASSESSMENT_ON'
  /** The risk: Since when it has been open without a break. */
  | 'RISK_OPENED_AT'
  /** The risk: Level of probability now, from 1. */
  | 'RISK_PROBABILITY_LEVEL'
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
  /** The risk: The risk in one line. */
  | 'RISK_TITLE'
  /** Version of the risk scale that it was judged by. */
  | 'SCALE_NUMBER'
  /** Probability level × impact level. */
  | 'SCORE'
  | '%future added value';

/** Conditions on a value of the type Boolean; all must hold. */
export type BooleanComparator = {
  /** Equal to it. */
  eq?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether it is empty. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Not equal to it; empty values too. */
  neq?: InputMaybe<Scalars['Boolean']['input']>;
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
  /** Milestones of the venture that it threatens. */
  milestoneIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The member who watches it. */
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  /** Code of the sub-type within the category. */
  subType?: InputMaybe<Scalars['String']['input']>;
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
  /** What it is for. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Whether events are sent. */
  enabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** Types of events, prefixes that end in .*, or * for all. */
  eventTypes?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Only events of alerts at least this severe. */
  minSeverity?: InputMaybe<Severity>;
  /** All that is stored, or ids only. */
  payload?: InputMaybe<WebhookPayload>;
  /** What this role may not read is not sent. */
  role?: InputMaybe<Role>;
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

/** A page of a list of criteria. */
export type CriterionConnection = {
  /** The rows with their cursors. */
  edges: Array<CriterionEdge>;
  /** The rows. */
  nodes: Array<Criterion>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
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

/** Conditions on all criteria of something. */
export type CriterionListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<CriterionFilter>;
  /** None is like this. */
  none?: InputMaybe<CriterionFilter>;
  /** At least one is like this. */
  some?: InputMaybe<CriterionFilter>;
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
  /** What is measured. */
  | 'METRIC'
  /** The milestone that it judges: Due day as once agreed. */
  | 'MILESTONE_BASELINE_DUE_ON'
  /** The milestone that it judges: First day as once agreed. */
  | 'MILESTONE_BASELINE_START_ON'
  /** The milestone that it judges: Day on which it was reached. */
  | 'MILESTONE_COMPLETED_ON'
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

/** A page of a list of criterion results. */
export type CriterionResultConnection = {
  /** The rows with their cursors. */
  edges: Array<CriterionResultEdge>;
  /** The rows. */
  nodes: Array<CriterionResult>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
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

/** Conditions on all criterion results of something. */
export type CriterionResultListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<CriterionResultFilter>;
  /** None is like this. */
  none?: InputMaybe<CriterionResultFilter>;
  /** At least one is like this. */
  some?: InputMaybe<CriterionResultFilter>;
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

/** One event for one endpoint. Partitioned by week of `id`. */
export type Delivery = Node & {
  /** How often it was tried. */
  attempts: Scalars['Int']['output'];
  /** When it was to be sent first. */
  createdAt: Scalars['DateTime']['output'];
  /** The endpoint. */
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
  /** Where it stands. */
  state: DeliveryState;
};

/** A page of a list of deliveries. */
export type DeliveryConnection = {
  /** The rows with their cursors. */
  edges: Array<DeliveryEdge>;
  /** The rows. */
  nodes: Array<Delivery>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
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
  /** The endpoint. */
  endpoint?: InputMaybe<WebhookEndpointFilter>;
  /** The endpoint. */
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
  /** This does not hold. */
  not?: InputMaybe<DeliveryFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<DeliveryFilter>>;
  /** Where it stands. */
  state?: InputMaybe<DeliveryStateComparator>;
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
  /** The endpoint: What it is for. */
  | 'ENDPOINT_DESCRIPTION'
  /** The endpoint: Why nothing is sent. */
  | 'ENDPOINT_DISABLED_REASON'
  /** The endpoint: Whether events are sent. */
  | 'ENDPOINT_ENABLED'
  /** The endpoint: Only alerts at least this grave; empty: all. */
  | 'ENDPOINT_MIN_SEVERITY'
  /** The endpoint: How much it is told. */
  | 'ENDPOINT_PAYLOAD'
  /** The endpoint: As whose role its payloads are read. */
  | 'ENDPOINT_ROLE'
  /** The endpoint: Where events are sent. */
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
  /** Where it stands. */
  | 'STATE'
  | '%future added value';

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

/** A page of a list of dependencies. */
export type DependencyConnection = {
  /** The rows with their cursors. */
  edges: Array<DependencyEdge>;
  /** The rows. */
  nodes: Array<Dependency>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
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
  /** The successor's venture: How far it has come. */
  | 'VENTURE_STAGE'
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  | 'VERSION'
  | '%future added value';

/** What you may do with a Dependency. */
export type DependencyViewerCan = {
  /** Whether you may edit it. */
  edit: Scalars['Boolean']['output'];
  /** Whether you may remove it. */
  remove: Scalars['Boolean']['output'];
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

/** Three points of a duration, in working days. */
export type EstimateInput = {
  /** Most likely. */
  likely: Scalars['Decimal']['input'];
  /** If all goes well. */
  optimistic: Scalars['Decimal']['input'];
  /** If much goes wrong. */
  pessimistic: Scalars['Decimal']['input'];
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
  /** The risks that the person watches. */
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

/** A page of a list of members. */
export type MemberConnection = {
  /** The rows with their cursors. */
  edges: Array<MemberEdge>;
  /** The rows. */
  nodes: Array<Member>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
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
  /** The risks that the person watches. */
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

/** Conditions on all members of something. */
export type MemberListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<MemberFilter>;
  /** None is like this. */
  none?: InputMaybe<MemberFilter>;
  /** At least one is like this. */
  some?: InputMaybe<MemberFilter>;
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
  /** The risks that threaten it. */
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

/** A page of a list of milestones. */
export type MilestoneConnection = {
  /** The rows with their cursors. */
  edges: Array<MilestoneEdge>;
  /** The rows. */
  nodes: Array<Milestone>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
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
  /** The risks that threaten it. */
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

/** Conditions on all milestones of something. */
export type MilestoneListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<MilestoneFilter>;
  /** None is like this. */
  none?: InputMaybe<MilestoneFilter>;
  /** At least one is like this. */
  some?: InputMaybe<MilestoneFilter>;
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

/** What you may do with a Milestone. */
export type MilestoneViewerCan = {
  /** Whether you may archive it. */
  archive: Scalars['Boolean']['output'];
  /** Whether you may edit it. */
  edit: Scalars['Boolean']['output'];
  /** Whether you may request review it. */
  requestReview: Scalars['Boolean']['output'];
};

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
  /** Add a member. Nobody can give a role above their own. */
  addMember: AddMemberPayload;
  /** Answer a risk. */
  addResponse: AddResponsePayload;
  /** Give a member a place in a team. */
  addTeamMember: AddTeamMemberPayload;
  /** Archive a action: it leaves all lists and can be restored. Twice is once. */
  archiveAction: ArchiveActionPayload;
  /** Archive a allocation: it leaves all lists and can be restored. Twice is once. */
  archiveAllocation: ArchiveAllocationPayload;
  /** Archive a criterion: it leaves all lists and can be restored. Twice is once. */
  archiveCriterion: ArchiveCriterionPayload;
  /** Archive a dependency: it leaves all lists and can be restored. Twice is once. */
  archiveDependency: ArchiveDependencyPayload;
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
  /** Archive a team: it leaves all lists and can be restored. Twice is once. */
  archiveTeam: ArchiveTeamPayload;
  /** Archive a team member: it leaves all lists and can be restored. Twice is once. */
  archiveTeamMember: ArchiveTeamMemberPayload;
  /** Archive a venture: it leaves all lists and can be restored. Twice is once. */
  archiveVenture: ArchiveVenturePayload;
  /** Archive an endpoint: nothing more is sent to it. Archiving twice is archiving once. */
  archiveWebhookEndpoint: ArchiveWebhookEndpointPayload;
  /** Record a judgement of a risk. Judgements are kept for ever; the latest of each kind holds. */
  assessRisk: AssessRiskPayload;
  /** Cancel a review that is not decided. */
  cancelReview: CancelReviewPayload;
  /** Say that an action is done. Saying it twice is saying it once. */
  completeAction: CompleteActionPayload;
  /** Allocate a resource to a milestone of its venture. */
  createAllocation: CreateAllocationPayload;
  /** Make an API key. The key itself is shown in this answer only. */
  createApiKey: CreateApiKeyPayload;
  /** Add a milestone to a venture. Its first dates are its baseline. */
  createMilestone: CreateMilestonePayload;
  /** Add a resource to a venture. */
  createResource: CreateResourcePayload;
  /** Add a risk to a venture's register. */
  createRisk: CreateRiskPayload;
  /** Create a team, with its first members. */
  createTeam: CreateTeamPayload;
  /** Create a venture. */
  createVenture: CreateVenturePayload;
  /** Add an address that is told of events. Its secret is shown in this answer only. */
  createWebhookEndpoint: CreateWebhookEndpointPayload;
  /** Decide a review; the milestone follows in the same transaction. */
  decideReview: DecideReviewPayload;
  /** Say that a condition of a conditional go is met. */
  meetCondition: MeetConditionPayload;
  /** Record how a criterion was found. Findings are kept for ever; the latest is the criterion's last result. */
  recordCriterion: RecordCriterionPayload;
  /** Have a worker gather the review of a milestone now. One that is planned already is brought forward. */
  requestReview: RequestReviewPayload;
  /** Take a action out of the archive. */
  restoreAction: RestoreActionPayload;
  /** Take a allocation out of the archive. */
  restoreAllocation: RestoreAllocationPayload;
  /** Take a criterion out of the archive. */
  restoreCriterion: RestoreCriterionPayload;
  /** Take a dependency out of the archive. */
  restoreDependency: RestoreDependencyPayload;
  /** Take a milestone out of the archive. */
  restoreMilestone: RestoreMilestonePayload;
  /** Take a resource out of the archive. */
  restoreResource: RestoreResourcePayload;
  /** Take a response out of the archive. */
  restoreResponse: RestoreResponsePayload;
  /** Take a risk out of the archive. */
  restoreRisk: RestoreRiskPayload;
  /** Take a team out of the archive. */
  restoreTeam: RestoreTeamPayload;
  /** Take a team member out of the archive. */
  restoreTeamMember: RestoreTeamMemberPayload;
  /** Take a venture out of the archive. */
  restoreVenture: RestoreVenturePayload;
  /** Send a delivery once more, now, whether it has failed or arrived. It keeps its webhook-id. */
  retryDelivery: RetryDeliveryPayload;
  /** Revoke an API key: within seconds it is taken nowhere. It cannot be restored. */
  revokeApiKey: RevokeApiKeyPayload;
  /** Give an endpoint a new secret, shown in this answer only. For a day both secrets sign. */
  rotateWebhookSecret: RotateWebhookSecretPayload;
  /** Send an event of type webhook.test to one endpoint, whatever it subscribes to. */
  sendTestEvent: SendTestEventPayload;
  /** Begin a review: its report no longer changes. */
  startReview: StartReviewPayload;
  /** Change an action. */
  updateAction: UpdateActionPayload;
  /** Change an allocation. */
  updateAllocation: UpdateAllocationPayload;
  /** Change a criterion. */
  updateCriterion: UpdateCriterionPayload;
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
  /** Change a team. */
  updateTeam: UpdateTeamPayload;
  /** Change the tenant's name, language, time zone or currency. */
  updateTenant: UpdateTenantPayload;
  /** Change a venture. */
  updateVenture: UpdateVenturePayload;
  /** Change an endpoint. What is already on its way is sent to the address it has when it is sent. */
  updateWebhookEndpoint: UpdateWebhookEndpointPayload;
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
export type MutationaddMemberArgs = {
  input: AddMemberInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationaddResponseArgs = {
  input: AddResponseInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationaddTeamMemberArgs = {
  input: AddTeamMemberInput;
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
export type MutationarchiveCriterionArgs = {
  input: ArchiveCriterionInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationarchiveDependencyArgs = {
  input: ArchiveDependencyInput;
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
export type MutationassessRiskArgs = {
  input: AssessRiskInput;
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
export type MutationcreateAllocationArgs = {
  input: CreateAllocationInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationcreateApiKeyArgs = {
  input: CreateApiKeyInput;
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
export type MutationmeetConditionArgs = {
  input: MeetConditionInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationrecordCriterionArgs = {
  input: RecordCriterionInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationrequestReviewArgs = {
  input: RequestReviewInput;
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
export type MutationrestoreCriterionArgs = {
  input: RestoreCriterionInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationrestoreDependencyArgs = {
  input: RestoreDependencyInput;
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
export type MutationsendTestEventArgs = {
  input: SendTestEventInput;
};


/** What can be changed. Each is a transaction of its own; several run in order. */
export type MutationstartReviewArgs = {
  input: StartReviewInput;
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
export type MutationupdateCriterionArgs = {
  input: UpdateCriterionInput;
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

/** Anything with an id; `node` reads it by that alone. */
export type Node = {
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
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

/** What a caller may be allowed to do. Scopes of API keys are these words. */
export type Permission =
  /** The permission alert:acknowledge. */
  | 'ALERT_ACKNOWLEDGE'
  /** The permission api_key:read. */
  | 'API_KEY_READ'
  /** The permission api_key:write. */
  | 'API_KEY_WRITE'
  /** The permission audit:read. */
  | 'AUDIT_READ'
  /** The permission domain:read. */
  | 'DOMAIN_READ'
  /** The permission member:read. */
  | 'MEMBER_READ'
  /** The permission member:write. */
  | 'MEMBER_WRITE'
  /** The permission milestone:write. */
  | 'MILESTONE_WRITE'
  /** The permission resource:write. */
  | 'RESOURCE_WRITE'
  /** The permission review:decide. */
  | 'REVIEW_DECIDE'
  /** The permission review:request. */
  | 'REVIEW_REQUEST'
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

/** What can be read. */
export type Query = {
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
  /** All dependencies that you may see. */
  dependencies: DependencyConnection;
  /** A dependency by its id, archived or not; null where there is none for you. */
  dependency: Maybe<Dependency>;
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
  /** All risk categories that you may see. */
  riskCategories: RiskCategoryConnection;
  /** A risk category by its id, archived or not; null where there is none for you. */
  riskCategory: Maybe<RiskCategory>;
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
  /** What contains the query in its texts, the newest first; capitals do not matter. Archived rows are left out. */
  search: SearchConnection;
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
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QuerymilestonesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
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
  id: Scalars['ID']['input'];
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
  id: Scalars['ID']['input'];
};


/** What can be read. */
export type QueryventuresArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
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
  /** Which of the four kinds it is. */
  kind: ResourceKind;
  /** Its name. */
  name: Scalars['String']['output'];
  /** The member who answers for it. */
  owner: Maybe<Member>;
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

/** A page of a list of resources. */
export type ResourceConnection = {
  /** The rows with their cursors. */
  edges: Array<ResourceEdge>;
  /** The rows. */
  nodes: Array<Resource>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
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
  /** The venture that uses it: How far it has come. */
  | 'VENTURE_STAGE'
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  | 'VERSION'
  | '%future added value';

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

/** A page of a list of responses. */
export type ResponseConnection = {
  /** The rows with their cursors. */
  edges: Array<ResponseEdge>;
  /** The rows. */
  nodes: Array<Response>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
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

/** How a threat is answered. */
export type ResponseKind =
  /** Bear it. */
  | 'ACCEPT'
  /** Do not do what brings it. */
  | 'AVOID'
  /** Make it less probable or less harmful. */
  | 'MITIGATE'
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
  /** The risk that it answers: How serious it is now. */
  | 'RISK_LEVEL'
  /** The risk that it answers: Since when the present level has held. */
  | 'RISK_LEVEL_SINCE'
  /** The risk that it answers: When it is to be assessed again. */
  | 'RISK_NEXT_ASSESSMENT_ON'
  /** The risk that it answers: Since when it has been open without a break. */
  | 'RISK_OPENED_AT'
  /** The risk that it answers: Level of probability now, from 1. */
  | 'RISK_PROBABILITY_LEVEL'
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

/** What came of `restoreRisk`. */
export type RestoreRiskPayload = {
  /** The mark that the client sent along. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** The risk as it is now; null where refused. */
  risk: Maybe<Risk>;
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

/** A page of a list of review conditions. */
export type ReviewConditionConnection = {
  /** The rows with their cursors. */
  edges: Array<ReviewConditionEdge>;
  /** The rows. */
  nodes: Array<ReviewCondition>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
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

/** Conditions on all review conditions of something. */
export type ReviewConditionListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<ReviewConditionFilter>;
  /** None is like this. */
  none?: InputMaybe<ReviewConditionFilter>;
  /** At least one is like this. */
  some?: InputMaybe<ReviewConditionFilter>;
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
  /** The venture: How far it has come. */
  | 'VENTURE_STAGE'
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  | 'VERSION'
  | '%future added value';

/** A page of a list of reviews. */
export type ReviewConnection = {
  /** The rows with their cursors. */
  edges: Array<ReviewEdge>;
  /** The rows. */
  nodes: Array<Review>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
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

/** Conditions on all reviews of something. */
export type ReviewListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<ReviewFilter>;
  /** None is like this. */
  none?: InputMaybe<ReviewFilter>;
  /** At least one is like this. */
  some?: InputMaybe<ReviewFilter>;
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

/** An uncertain event that would hurt a venture. */
export type Risk = Node & {
  /** Alerts about it, the newest first. */
  alerts: AlertConnection;
  /** When it was archived; empty while it is in use. */
  archivedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was last assessed as it is now. */
  assessedAt: Maybe<Scalars['DateTime']['output']>;
  /** How it was judged, the newest first. */
  assessments: AssessmentConnection;
  /** Code of its category: technical, funding, market, legal or one of the tenant's own. */
  category: Scalars['String']['output'];
  /** Why it may happen. */
  cause: Maybe<Scalars['String']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** What would follow. */
  effect: Maybe<Scalars['String']['output']>;
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
  /** How serious it was before any response. */
  inherentLevel: Maybe<RiskLevel>;
  /** Score before any response. */
  inherentScore: Maybe<Scalars['Int']['output']>;
  /** How serious it is now. */
  level: Maybe<RiskLevel>;
  /** Since when the present level has held. */
  levelSince: Maybe<Scalars['DateTime']['output']>;
  /** The milestones it threatens. */
  milestones: MilestoneConnection;
  /** When it is to be assessed again. */
  nextAssessmentOn: Maybe<Scalars['Date']['output']>;
  /** Since when it has been open without a break. */
  openedAt: Scalars['DateTime']['output'];
  /** The member who watches it. */
  owner: Maybe<Member>;
  /** Level of probability now, from 1. */
  probabilityLevel: Maybe<Scalars['Int']['output']>;
  /** How it is answered. */
  responses: ResponseConnection;
  /** Probability level × impact level of the latest current assessment. */
  score: Maybe<Scalars['Int']['output']>;
  /** Where it stands. */
  status: RiskStatus;
  /** Code of the sub-type within the category. */
  subType: Maybe<Scalars['String']['output']>;
  /** How serious it should become. */
  targetLevel: Maybe<RiskLevel>;
  /** Score as it should become. */
  targetScore: Maybe<Scalars['Int']['output']>;
  /** The risk in one line. */
  title: Scalars['String']['output'];
  /** When it was changed last. */
  updatedAt: Scalars['DateTime']['output'];
  /** The venture that it would hurt. */
  venture: Venture;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version: Scalars['Int']['output'];
  /** What you may do with it, by your role. */
  viewerCan: RiskViewerCan;
};


/** An uncertain event that would hurt a venture. */
export type RiskalertsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AlertFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<AlertOrder>>;
};


/** An uncertain event that would hurt a venture. */
export type RiskassessmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AssessmentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<AssessmentOrder>>;
};


/** An uncertain event that would hurt a venture. */
export type RiskmilestonesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MilestoneFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<MilestoneOrder>>;
};


/** An uncertain event that would hurt a venture. */
export type RiskresponsesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ResponseFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<Array<ResponseOrder>>;
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
  /** Its name by locale. */
  names: Scalars['JSON']['output'];
  /** Code of the category that a sub-type belongs to. */
  parent: Maybe<Scalars['String']['output']>;
  /** When it was changed last. */
  updatedAt: Scalars['DateTime']['output'];
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version: Scalars['Int']['output'];
};

/** A page of a list of risk categories. */
export type RiskCategoryConnection = {
  /** The rows with their cursors. */
  edges: Array<RiskCategoryEdge>;
  /** The rows. */
  nodes: Array<RiskCategory>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
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
  /** Code of the category that a sub-type belongs to. */
  | 'PARENT'
  /** When it was changed last. */
  | 'UPDATED_AT'
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  | 'VERSION'
  | '%future added value';

/** A page of a list of risks. */
export type RiskConnection = {
  /** The rows with their cursors. */
  edges: Array<RiskEdge>;
  /** The rows. */
  nodes: Array<Risk>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
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
  /** When it was made. */
  createdAt?: InputMaybe<DateTimeComparator>;
  /** What would follow. */
  effect?: InputMaybe<StringComparator>;
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
  /** How serious it was before any response. */
  inherentLevel?: InputMaybe<RiskLevelComparator>;
  /** Score before any response. */
  inherentScore?: InputMaybe<IntComparator>;
  /** How serious it is now. */
  level?: InputMaybe<RiskLevelComparator>;
  /** Since when the present level has held. */
  levelSince?: InputMaybe<DateTimeComparator>;
  /** The milestones it threatens. */
  milestones?: InputMaybe<MilestoneListFilter>;
  /** When it is to be assessed again. */
  nextAssessmentOn?: InputMaybe<DateComparator>;
  /** This does not hold. */
  not?: InputMaybe<RiskFilter>;
  /** Since when it has been open without a break. */
  openedAt?: InputMaybe<DateTimeComparator>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<RiskFilter>>;
  /** The member who watches it. */
  owner?: InputMaybe<MemberFilter>;
  /** The member who watches it. */
  ownerId?: InputMaybe<IDComparator>;
  /** Level of probability now, from 1. */
  probabilityLevel?: InputMaybe<IntComparator>;
  /** How it is answered. */
  responses?: InputMaybe<ResponseListFilter>;
  /** Probability level × impact level of the latest current assessment. */
  score?: InputMaybe<IntComparator>;
  /** Where it stands. */
  status?: InputMaybe<RiskStatusComparator>;
  /** Code of the sub-type within the category. */
  subType?: InputMaybe<StringComparator>;
  /** How serious it should become. */
  targetLevel?: InputMaybe<RiskLevelComparator>;
  /** Score as it should become. */
  targetScore?: InputMaybe<IntComparator>;
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
  /** Open risks in the cell. */
  count: Scalars['Int']['output'];
  /** Level of impact, from 1. */
  impactLevel: Scalars['Int']['output'];
  /** How serious the cell is. */
  level: RiskLevel;
  /** Level of probability, from 1. */
  probabilityLevel: Scalars['Int']['output'];
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
  /** How serious it is now. */
  | 'LEVEL'
  /** Since when the present level has held. */
  | 'LEVEL_SINCE'
  /** When it is to be assessed again. */
  | 'NEXT_ASSESSMENT_ON'
  /** Since when it has been open without a break. */
  | 'OPENED_AT'
  /** The member who watches it: The person's e-mail address. */
  | 'OWNER_EMAIL'
  /** The member who watches it: The person's name. */
  | 'OWNER_NAME'
  /** The member who watches it: What the person may do. */
  | 'OWNER_ROLE'
  /** Level of probability now, from 1. */
  | 'PROBABILITY_LEVEL'
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
  /** The venture that it would hurt: How far it has come. */
  | 'VENTURE_STAGE'
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  | 'VERSION'
  | '%future added value';

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
  /** When it was changed last. */
  updatedAt: Scalars['DateTime']['output'];
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version: Scalars['Int']['output'];
  /** Counts the saved scales; the highest holds. */
  versionNumber: Scalars['Int']['output'];
};

/** A page of a list of risk scales. */
export type RiskScaleConnection = {
  /** The rows with their cursors. */
  edges: Array<RiskScaleEdge>;
  /** The rows. */
  nodes: Array<RiskScale>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
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

/** What you may do with a Risk. */
export type RiskViewerCan = {
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

/** Which endpoint is meant. */
export type RotateWebhookSecretInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The endpoint. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
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
  /** When it was archived; empty while it is in use. */
  archivedAt: Maybe<Scalars['DateTime']['output']>;
  /** The rule's code, such as risk.level_high. */
  code: Scalars['String']['output'];
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Whether it is evaluated. */
  enabled: Scalars['Boolean']['output'];
  /** When it was switched on. */
  enabledAt: Maybe<Scalars['DateTime']['output']>;
  /** How many evaluations have failed since the last success. */
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
  /** Why the last one failed. */
  lastError: Maybe<Scalars['String']['output']>;
  /** Its parameters. */
  parameters: Scalars['JSON']['output'];
  /** The severity of its alerts, where the tenant has changed it. */
  severity: Maybe<Scalars['String']['output']>;
  /** When it was changed last. */
  updatedAt: Scalars['DateTime']['output'];
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version: Scalars['Int']['output'];
  /** What you may do with it, by your role. */
  viewerCan: RuleViewerCan;
};

/** A page of a list of rules. */
export type RuleConnection = {
  /** The rows with their cursors. */
  edges: Array<RuleEdge>;
  /** The rows. */
  nodes: Array<Rule>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** A row of a list of rules. */
export type RuleEdge = {
  /** Where the row stands in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: Rule;
};

/** Conditions on rules; all must hold. An empty filter filters nothing. */
export type RuleFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<RuleFilter>>;
  /** When it was archived; empty while it is in use. */
  archivedAt?: InputMaybe<DateTimeComparator>;
  /** The rule's code, such as risk.level_high. */
  code?: InputMaybe<StringComparator>;
  /** When it was made. */
  createdAt?: InputMaybe<DateTimeComparator>;
  /** Whether it is evaluated. */
  enabled?: InputMaybe<BooleanComparator>;
  /** When it was switched on. */
  enabledAt?: InputMaybe<DateTimeComparator>;
  /** How many evaluations have failed since the last success. */
  failures?: InputMaybe<IntComparator>;
  /** The same in seconds. */
  holdSeconds?: InputMaybe<IntComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** The same in seconds. */
  keepSeconds?: InputMaybe<IntComparator>;
  /** Why the last one failed. */
  lastError?: InputMaybe<StringComparator>;
  /** This does not hold. */
  not?: InputMaybe<RuleFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<RuleFilter>>;
  /** The severity of its alerts, where the tenant has changed it. */
  severity?: InputMaybe<StringComparator>;
  /** When it was changed last. */
  updatedAt?: InputMaybe<DateTimeComparator>;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version?: InputMaybe<IntComparator>;
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
  /** When it was archived; empty while it is in use. */
  | 'ARCHIVED_AT'
  /** The rule's code, such as risk.level_high. */
  | 'CODE'
  /** When it was made. */
  | 'CREATED_AT'
  /** Whether it is evaluated. */
  | 'ENABLED'
  /** When it was switched on. */
  | 'ENABLED_AT'
  /** How many evaluations have failed since the last success. */
  | 'FAILURES'
  /** The same in seconds. */
  | 'HOLD_SECONDS'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** The same in seconds. */
  | 'KEEP_SECONDS'
  /** Why the last one failed. */
  | 'LAST_ERROR'
  /** The severity of its alerts, where the tenant has changed it. */
  | 'SEVERITY'
  /** When it was changed last. */
  | 'UPDATED_AT'
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  | 'VERSION'
  | '%future added value';

/** What you may do with a Rule. */
export type RuleViewerCan = {
  /** Whether you may edit it. */
  edit: Scalars['Boolean']['output'];
};

/** What a search found, the newest first. */
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
  /** Type Milestone. */
  | 'MILESTONE'
  /** Type Resource. */
  | 'RESOURCE'
  /** Type Risk. */
  | 'RISK'
  /** Type Team. */
  | 'TEAM'
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
  /** Why it was refused; empty where it was done. */
  userErrors: Array<UserError>;
  /** The webhook endpoint as it is now; null where refused. */
  webhookEndpoint: Maybe<WebhookEndpoint>;
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

/** A page of a list of teams. */
export type TeamConnection = {
  /** The rows with their cursors. */
  edges: Array<TeamEdge>;
  /** The rows. */
  nodes: Array<Team>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
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

/** Conditions on all teams of something. */
export type TeamListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<TeamFilter>;
  /** None is like this. */
  none?: InputMaybe<TeamFilter>;
  /** At least one is like this. */
  some?: InputMaybe<TeamFilter>;
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

/** A page of a list of team members. */
export type TeamMemberConnection = {
  /** The rows with their cursors. */
  edges: Array<TeamMemberEdge>;
  /** The rows. */
  nodes: Array<TeamMember>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
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

/** Conditions on all team members of something. */
export type TeamMemberListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<TeamMemberFilter>;
  /** None is like this. */
  none?: InputMaybe<TeamMemberFilter>;
  /** At least one is like this. */
  some?: InputMaybe<TeamMemberFilter>;
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

/** What you may do with a TeamMember. */
export type TeamMemberViewerCan = {
  /** Whether you may edit it. */
  edit: Scalars['Boolean']['output'];
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
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** The ISO 4217 currency of its amounts. */
  currency: Scalars['String']['output'];
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** Language of the texts that the product writes: `en` or `zh-CN`. */
  locale: Scalars['String']['output'];
  /** Its name. */
  name: Scalars['String']['output'];
  /** Its short name in addresses. */
  slug: Scalars['String']['output'];
  /** Whether it is in use. */
  status: TenantStatus;
  /** The IANA time zone in which its days begin. */
  timeZone: Scalars['String']['output'];
  /** When it was changed last. */
  updatedAt: Scalars['DateTime']['output'];
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

/** Changes to an action: what is left out stays, null clears. */
export type UpdateActionInput = {
  /** Any text; comes back in the payload. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
  /** What it costs, in the tenant's currency. */
  cost?: InputMaybe<Scalars['Decimal']['input']>;
  /** Until when. */
  dueOn?: InputMaybe<Scalars['Date']['input']>;
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
  /** Avoid, mitigate, transfer or accept. */
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
  /** The risk in one line. */
  title?: InputMaybe<Scalars['String']['input']>;
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
  /** What it is for. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Whether events are sent. Enabling begins the count of failures anew. */
  enabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** Types of events, prefixes that end in .*, or * for all. */
  eventTypes?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Refuse the change unless this is the object's present version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The endpoint. */
  id: Scalars['ID']['input'];
  /** The same key with the same input gives the same result once, for 24 hours. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Only events of alerts at least this severe; null: all. */
  minSeverity?: InputMaybe<Severity>;
  /** All that is stored, or ids only. */
  payload?: InputMaybe<WebhookPayload>;
  /** What this role may not read is not sent. */
  role?: InputMaybe<Role>;
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

/** One start-up or product being built. */
export type Venture = Node & {
  /** Its alerts, the newest first. */
  alerts: AlertConnection;
  /** When it was archived; empty while it is in use. */
  archivedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** What it is about. */
  description: Maybe<Scalars['String']['output']>;
  /** Application field, such as medicine or finance. */
  field: Maybe<Scalars['String']['output']>;
  /** How many alerts are firing. */
  firingAlertCount: Scalars['Int']['output'];
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** Short code, unique in the tenant, such as MEDX. */
  key: Scalars['String']['output'];
  /** Its milestones. */
  milestones: MilestoneConnection;
  /** Its name. */
  name: Scalars['String']['output'];
  /** How many risks are open. */
  openRiskCount: Scalars['Int']['output'];
  /** The member who answers for it. */
  owner: Maybe<Member>;
  /** What it uses. */
  resources: ResourceConnection;
  /** Its reviews, the newest first. */
  reviews: ReviewConnection;
  /** How many risks stand in each cell of the risk matrix; empty cells are left out. */
  riskMatrix: Array<RiskMatrixCell>;
  /** Its risk register. */
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

/** A page of a list of ventures. */
export type VentureConnection = {
  /** The rows with their cursors. */
  edges: Array<VentureEdge>;
  /** The rows. */
  nodes: Array<Venture>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
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
  /** The member who answers for it. */
  owner?: InputMaybe<MemberFilter>;
  /** The member who answers for it. */
  ownerId?: InputMaybe<IDComparator>;
  /** What it uses. */
  resources?: InputMaybe<ResourceListFilter>;
  /** Its reviews, the newest first. */
  reviews?: InputMaybe<ReviewListFilter>;
  /** Its risk register. */
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

/** Conditions on all ventures of something. */
export type VentureListFilter = {
  /** All are like this; true where there are none. */
  every?: InputMaybe<VentureFilter>;
  /** None is like this. */
  none?: InputMaybe<VentureFilter>;
  /** At least one is like this. */
  some?: InputMaybe<VentureFilter>;
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
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** What was sent there, the newest first. */
  deliveries: DeliveryConnection;
  /** What it is for. */
  description: Maybe<Scalars['String']['output']>;
  /** Why nothing is sent. */
  disabledReason: Maybe<Scalars['String']['output']>;
  /** Whether events are sent. */
  enabled: Scalars['Boolean']['output'];
  /** Exact types, prefixes that end in `.*`, or `*` for all. */
  eventTypes: Array<Scalars['String']['output']>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id: Scalars['ID']['output'];
  /** Only alerts at least this grave; empty: all. */
  minSeverity: Maybe<Scalars['String']['output']>;
  /** How much it is told. */
  payload: WebhookPayload;
  /** As whose role its payloads are read. */
  role: Role;
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

/** A page of a list of webhook endpoints. */
export type WebhookEndpointConnection = {
  /** The rows with their cursors. */
  edges: Array<WebhookEndpointEdge>;
  /** The rows. */
  nodes: Array<WebhookEndpoint>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows the whole list has; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
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
  /** When it was made. */
  createdAt?: InputMaybe<DateTimeComparator>;
  /** What was sent there, the newest first. */
  deliveries?: InputMaybe<DeliveryListFilter>;
  /** What it is for. */
  description?: InputMaybe<StringComparator>;
  /** Why nothing is sent. */
  disabledReason?: InputMaybe<StringComparator>;
  /** Whether events are sent. */
  enabled?: InputMaybe<BooleanComparator>;
  /** Its id, the same in GraphQL, REST and webhooks. */
  id?: InputMaybe<IDComparator>;
  /** Only alerts at least this grave; empty: all. */
  minSeverity?: InputMaybe<StringComparator>;
  /** This does not hold. */
  not?: InputMaybe<WebhookEndpointFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<WebhookEndpointFilter>>;
  /** How much it is told. */
  payload?: InputMaybe<WebhookPayloadComparator>;
  /** As whose role its payloads are read. */
  role?: InputMaybe<RoleComparator>;
  /** When it was changed last. */
  updatedAt?: InputMaybe<DateTimeComparator>;
  /** Where events are sent. */
  url?: InputMaybe<URLComparator>;
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  version?: InputMaybe<IntComparator>;
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
  /** When it was made. */
  | 'CREATED_AT'
  /** What it is for. */
  | 'DESCRIPTION'
  /** Why nothing is sent. */
  | 'DISABLED_REASON'
  /** Whether events are sent. */
  | 'ENABLED'
  /** Its id, the same in GraphQL, REST and webhooks. */
  | 'ID'
  /** Only alerts at least this grave; empty: all. */
  | 'MIN_SEVERITY'
  /** How much it is told. */
  | 'PAYLOAD'
  /** As whose role its payloads are read. */
  | 'ROLE'
  /** When it was changed last. */
  | 'UPDATED_AT'
  /** Where events are sent. */
  | 'URL'
  /** Counts its changes; give it as `expectedVersion` to refuse a stale write. */
  | 'VERSION'
  | '%future added value';

/** What you may do with a WebhookEndpoint. */
export type WebhookEndpointViewerCan = {
  /** Whether you may edit it. */
  edit: Scalars['Boolean']['output'];
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
