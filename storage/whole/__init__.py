"""All rows of a store as values: moved into another database, or written as a stream and read."""
