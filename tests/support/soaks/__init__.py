"""Real processes that are killed, on a connection that fails."""
