"""Compares the document with what others say about the same API."""
