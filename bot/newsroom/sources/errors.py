"""What can go wrong with a source: one line for a person, beginning with the address."""

from bot.domain.errors import BriefingsError


class SourceError(BriefingsError):
    """Nothing could be fetched from the address, or nothing read. `fact` says why."""

    def __init__(self, address: str, fact: str) -> None:
        super().__init__(f"{address}: {fact}")
        self.address = address
        self.fact = fact

    def __reduce__(self) -> tuple[type["SourceError"], tuple[str, str]]:
        return (type(self), (self.address, self.fact))  # crosses from another process
