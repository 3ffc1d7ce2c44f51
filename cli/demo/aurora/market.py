"""The markets of Aurora's ventures, by the key of the venture."""

from __future__ import annotations

from typing import Final

from cli.demo.aurora import applied_market, diagnostics_market, lab_market, service_market

MARKETS: Final = {
    "AURDX": diagnostics_market.MARKET,
    "HELIO": service_market.MARKET,
    "MERID": lab_market.MARKET,
    "FJORD": applied_market.MARKET,
}
