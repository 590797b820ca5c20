"""What the sandbox remembers, each entity in the shape it has on the wire.

Entities are msgspec structs, not attrs classes: msgspec writes them as PascalCase JSON by itself,
so that a page of a thousand payments costs a few milliseconds. They are frozen; a change of state
puts a changed copy in the old one's place. Payments, order items and bills refer to nothing that
refers back, so the garbage collector leaves them alone (`gc=False`): a hundred thousand are made
in half the time.
"""
