"""Who has it from whom: credits, datelines, bylines, interviews, releases."""
