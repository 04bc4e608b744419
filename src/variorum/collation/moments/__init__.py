"""Times of several reports that date one thing."""
