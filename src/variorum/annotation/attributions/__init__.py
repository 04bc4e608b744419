"""Who said what: cues, contents and sources of attributions, and the quotations that they make."""
