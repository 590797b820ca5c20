"""The ledgers of the enterprises, written from what else the sandbox remembers."""
