"""What is wrong with the document, and the error that stops the compiler because of it."""

from dataclasses import dataclass

# A place within a file and what to do there; whoever knows the file makes it a Fault.
Finding = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to put right: the file and the place within it, and what to do there."""

    file: str
    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}: {self.place}: {self.message}"


class CompilerError(Exception):
    """The document, or what surrounds it, is not fit to be compiled. Holds every fault found."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults
