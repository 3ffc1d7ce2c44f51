"""Every command of every context, imported once: after this import `COMMANDS` is complete."""

import domain.calendars.commands
import domain.catalogue.commands
import domain.channels.commands
import domain.channels.preferring
import domain.channels.replaying
import domain.compliance.commands
import domain.compliance.evidencing
import domain.fields.commands
import domain.funding.acquiring
import domain.health.commands
import domain.indicators.commands
import domain.indicators.feeding
import domain.indicators.readings
import domain.indicators.templating
import domain.milestones.commands
import domain.milestones.criteria
import domain.milestones.phases
import domain.milestones.tasks
import domain.money.commands
import domain.positioning.commands
import domain.positioning.competing
import domain.resources.allocating
import domain.resources.commands
import domain.resources.computing
import domain.resources.originating
import domain.resources.sourcing
import domain.resources.using_compute
import domain.reviews.commands
import domain.reviews.deciding
import domain.reviews.feedback
import domain.reviews.settling
import domain.reviews.voting
import domain.risks.accepting
import domain.risks.acknowledging
import domain.risks.assessing
import domain.risks.bearing
import domain.risks.categorizing
import domain.risks.closing
import domain.risks.commands
import domain.risks.commenting
import domain.risks.linking
import domain.risks.occurring
import domain.risks.responding
import domain.risks.ruling
import domain.risks.scaling
import domain.risks.silencing
import domain.risks.suggesting
import domain.risks.trying
import domain.roadmaps.applying
import domain.roadmaps.baselines
import domain.roadmaps.commands
import domain.roadmaps.rescheduling
import domain.single_sign_on.domains
import domain.single_sign_on.providers
import domain.single_sign_on.requiring
import domain.teams.commands
import domain.teams.meetings
import domain.teams.people
import domain.teams.roles
import domain.tenancy.commands
import domain.ventures.commands
import domain.webhooks.commands
import domain.webhooks.previewing  # noqa: F401
from domain.kernel.commands import COMMANDS

__all__ = ["COMMANDS"]
