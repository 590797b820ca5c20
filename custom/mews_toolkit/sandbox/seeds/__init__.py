"""What the sandbox knows when it starts: the same seed and the same clock give the same data."""
