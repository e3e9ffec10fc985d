"""Groups: who does what."""
