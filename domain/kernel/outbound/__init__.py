"""HTTP to strangers: whatever a tenant names an address for (webhooks, indicators, its identity provider) goes here."""
