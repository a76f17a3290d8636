"""What we say: state and event in, new state and messages out. Pure."""
