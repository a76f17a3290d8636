"""A Bot API server on this machine with a chat page. It imports nothing else of `bot`: it shares none of its faults."""
