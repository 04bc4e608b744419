"""What a report asserts, clause by clause."""
