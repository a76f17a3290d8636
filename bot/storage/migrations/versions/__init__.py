"""The migrations, oldest first; each is tested from empty and with data in the tables."""
