"""Claims side by side: what agrees, what only one report has, what a report leaves out."""
