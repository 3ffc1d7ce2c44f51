"""What tests of the domain stand on: callers of each role, with a look at what is stored."""

from __future__ import annotations

import pytest

from domain.kernel.principal import Role
from domain.kernel.runtime import Runtime
from tests.conftest import TestTenant
from tests.domain.commanding import Caller
from tests.domain.register import Register


@pytest.fixture
def owner(runtime: Runtime, tenant: TestTenant) -> Register:
    """The tenant's owner."""
    return Register(runtime, tenant.principal())


@pytest.fixture
def caller(owner: Register) -> Caller:
    """The same, where it does not matter who asks."""
    return owner


@pytest.fixture
def manager(runtime: Runtime, tenant: TestTenant) -> Register:
    """A second person, who may approve."""
    return Register(runtime, tenant.principal(Role.MANAGER))


@pytest.fixture
def contributor(runtime: Runtime, tenant: TestTenant) -> Register:
    """One who writes, and approves nothing."""
    return Register(runtime, tenant.principal(Role.CONTRIBUTOR))
