"""What `dueto doctor` looks at. Nothing here writes, and nothing takes updates from Telegram."""
