"""Every table of every context, imported once: what migrations and start-up need to know them all."""

import domain.archives.tables
import domain.calendars.tables
import domain.catalogue.tables
import domain.channels.tables
import domain.compliance.tables
import domain.documents.tables
import domain.fields.tables
import domain.forecasting.tables
import domain.funding.acquisition_tables
import domain.funding.tables
import domain.health.tables
import domain.identity.tables
import domain.indicators.tables
import domain.kernel.machinery
import domain.lessons.tables
import domain.market.research_tables
import domain.market.tables
import domain.milestones.tables
import domain.milestones.task_tables
import domain.money.account_tables
import domain.money.tables
import domain.positioning.tables
import domain.resources.compute_tables
import domain.resources.data_tables
import domain.resources.origin_tables
import domain.resources.tables
import domain.reviews.feedback_tables
import domain.reviews.tables
import domain.risks.acceptance_tables
import domain.risks.alert_tables
import domain.risks.link_tables
import domain.risks.outcome_tables
import domain.risks.rule_tables
import domain.risks.tables
import domain.roadmaps.tables
import domain.sheets.tables
import domain.single_sign_on.tables
import domain.teams.meeting_tables
import domain.teams.people_tables
import domain.teams.role_tables
import domain.teams.tables
import domain.tenancy.group_tables
import domain.tenancy.plan_tables
import domain.tenancy.tables
import domain.ventures.tables
import domain.webhooks.tables  # noqa: F401
from domain.kernel.tables import metadata

__all__ = ["metadata"]
