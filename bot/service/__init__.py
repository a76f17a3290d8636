"""The async shell around the dialogue; it knows ports, never a database or a framework."""
