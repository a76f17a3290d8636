"""What we know: the FAQ graph, guides, letters, authorities and sources. Pure once loaded."""
