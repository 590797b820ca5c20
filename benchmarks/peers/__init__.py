"""What the client is compared with, made on the spot from the same document."""
