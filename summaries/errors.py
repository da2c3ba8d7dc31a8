"""What can go wrong with an article.

ArticleError                    names the file and the fact: "x.txt: not UTF-8 at byte 1042"
├── UnreadableFileError         no article can be read from the file: empty, binary, too large, no body
└── ModelMissingError           the language pipeline is not installed
"""


class ArticleError(Exception):
    """An article could not be handled; the message is one line for a person."""


class UnreadableFileError(ArticleError):
    """The file holds no article that can be read. `path` names it, `fact` says why."""

    def __init__(self, path: str, fact: str) -> None:
        super().__init__(f"{path}: {fact}")
        self.path = path
        self.fact = fact

    def __reduce__(self) -> tuple[type["UnreadableFileError"], tuple[str, str]]:
        return (type(self), (self.path, self.fact))  # crosses from a worker process


class ModelMissingError(ArticleError):
    """The spaCy pipeline that the settings name cannot be loaded."""
