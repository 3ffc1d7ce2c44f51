"""Other ways to be told than webhooks: e-mail, Slack and Microsoft Teams, for channels of a tenant and for members."""
