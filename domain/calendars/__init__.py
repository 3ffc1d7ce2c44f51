"""Working calendars: which days are worked, by week, country and the tenant's own days."""
