"""What a denial denies: units of text, their features, the likelihood that one answers the other."""
