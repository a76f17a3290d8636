"""What the person asks: text to language, ranked topics and a decision. Pure."""
