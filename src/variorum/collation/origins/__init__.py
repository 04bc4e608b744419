"""Reports that share one origin."""
