"""What mails lead to: confirming an address, unsubscribing, and in development the mails themselves."""
