"""Groups: tasks assigned to people."""
