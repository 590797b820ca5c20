"""What people use beside a client.

Each part is imported by its own name, such as `mews_toolkit.sandbox`.
"""
