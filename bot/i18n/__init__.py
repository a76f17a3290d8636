"""The interface's words in English and Spanish, through Babel."""
