"""Questions asked of single words of a parse."""
