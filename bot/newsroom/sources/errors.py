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


class HostBusyError(BriefingsError):
    """Others were at the host for longer than is waited for, or the turn at it was lost amid the request.

    No fault of the source's.
    """

    def __init__(self, host: str) -> None:
        super().__init__(f"{host}: is being visited just now; try again in a minute")
        self.host = host

    def __reduce__(self) -> tuple[type["HostBusyError"], tuple[str]]:
        return (type(self), (self.host,))
