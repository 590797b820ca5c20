"""Turns the hand-maintained document in `openapi/` into the generated client.

Used while developing only; it is not part of the wheel.
"""
