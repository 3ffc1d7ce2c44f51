"""Licences by their SPDX identifiers, held to the list of SPDX that `packaging` brings along."""

from __future__ import annotations

from typing import Annotated

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression
from pydantic import AfterValidator, Field


def _known(text: str) -> str:
    try:
        return str(canonicalize_license_expression(text))
    except InvalidLicenseExpression as error:
        raise ValueError(
            f"{error}; give an SPDX expression such as CC-BY-4.0, Apache-2.0 OR MIT, or LicenseRef-Name for another"
        ) from None


SpdxExpression = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(_known)]
"""An SPDX licence expression, kept in its canonical spelling: `apache-2.0 or mit` becomes `Apache-2.0 OR MIT`."""
