"""Real processes under fire: killed, and behind a line that fails."""
