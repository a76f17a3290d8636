"""Oponte: answers questions about Meta's AI training and walks people through objecting. Importing does nothing."""

__version__ = "0.1.0"
