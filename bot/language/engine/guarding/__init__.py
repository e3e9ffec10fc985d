"""Guards: conditions on a phrase and on what is around it."""
