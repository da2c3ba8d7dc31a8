"""The one setting that the command line heeds: which pipeline reads. The bot's are in bot.settings."""

from pydantic_settings import BaseSettings, SettingsConfigDict

from summaries.errors import ModelMissingError
from summaries.reader import DEFAULT_PIPELINE


class _Settings(BaseSettings):
    model_config = SettingsConfigDict(env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True)

    spacy_model: str = DEFAULT_PIPELINE


def chosen_pipeline() -> str:
    """Name or path of the pipeline by the environment, else by `.env`, else the packaged one.

    Raises ModelMissingError where `.env` cannot be read: which pipeline it names is not known.
    """
    try:
        return _Settings().spacy_model
    except OSError as error:
        raise ModelMissingError(f".env: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise ModelMissingError(".env: is not UTF-8 text") from error
