from mews_runtime import OpenEnum


class Title(OpenEnum):
    """How a customer is addressed; `Misses` stands for Mrs."""

    MISTER = "Mister"
    MISS = "Miss"
    MISSES = "Misses"
