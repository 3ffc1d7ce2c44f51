"""What tests of roadmaps stand on: a caller with a look at the rows."""

from __future__ import annotations

import pytest

from domain.kernel.runtime import Runtime
from tests.conftest import TestTenant
from tests.domain.risks.conftest import Register


@pytest.fixture
def owner(runtime: Runtime, tenant: TestTenant) -> Register:
    """The tenant's owner."""
    return Register(runtime, tenant.principal())
