"""State, outbox and counters in SQLModel, on SQLite or PostgreSQL."""
