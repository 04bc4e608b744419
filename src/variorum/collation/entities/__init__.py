"""One actor under all its names, over the reports of a story."""
