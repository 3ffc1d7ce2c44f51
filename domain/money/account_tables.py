"""Where a venture's cash lies, and what one currency was worth in another on a day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

from domain.kernel.columns import day, flag, measure, reference, text
from domain.kernel.tables import Entity, check, index, refers, unique_where


class CashAccount(Entity, table=True):
    """An account of a venture in one currency; what is restricted cannot be spent freely and is no part of its cash."""

    __tablename__ = "cash_account"
    prefix = "cash_account"
    word = "cash_account"
    searched = ("name", "note")

    venture_id: UUID = reference()
    name: str = text()
    currency: str = text()
    restricted: bool = flag(False)
    note: str | None = text(None)
    __table_args__ = (refers("venture_id", "venture"), index("venture_id", "name"), index("name"))


class ExchangeRate(Entity, table=True):
    """How much of one currency was paid for one unit of another on a day. One for all ventures."""

    __tablename__ = "exchange_rate"
    prefix = "exchange_rate"
    word = "exchange_rate"

    from_currency: str = text()
    to_currency: str = text()
    rate: Decimal = measure()
    rate_on: date = day()
    __table_args__ = (
        unique_where("uq_exchange_rate_rate_on", "archived_at IS NULL", "from_currency", "to_currency", "rate_on"),
        index("from_currency", "to_currency", "rate_on"),
        index("rate_on"),
        check("rate", "rate > 0"),
        check("to_currency", "from_currency <> to_currency"),
    )
