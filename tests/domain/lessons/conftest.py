"""What tests of lessons stand on: callers with a look at the rows."""

from __future__ import annotations

import pytest

from domain.kernel.principal import Role
from domain.kernel.runtime import Runtime
from tests.conftest import TestTenant
from tests.domain.risks.conftest import Register


@pytest.fixture
def owner(runtime: Runtime, tenant: TestTenant) -> Register:
    """The tenant's owner."""
    return Register(runtime, tenant.principal())


@pytest.fixture
def contributor(runtime: Runtime, tenant: TestTenant) -> Register:
    """One who writes."""
    return Register(runtime, tenant.principal(Role.CONTRIBUTOR))
