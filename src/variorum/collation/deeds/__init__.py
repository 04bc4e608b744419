"""Who did it: parties, the deeds that reports put down to them, whether two put one deed down to different ones."""
