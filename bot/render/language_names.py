"""Names of languages, by their ISO 639-1 code."""

from bot.render.texts import Text, _, pgettext

# Translators: names of languages, as they stand in "I cannot summarise this article: it is in {language}."
_NAMES = {
    "ar": pgettext("language", "Arabic"),
    "bg": pgettext("language", "Bulgarian"),
    "bn": pgettext("language", "Bengali"),
    "ca": pgettext("language", "Catalan"),
    "cs": pgettext("language", "Czech"),
    "da": pgettext("language", "Danish"),
    "de": pgettext("language", "German"),
    "el": pgettext("language", "Greek"),
    "en": pgettext("language", "English"),
    "es": pgettext("language", "Spanish"),
    "et": pgettext("language", "Estonian"),
    "fa": pgettext("language", "Persian"),
    "fi": pgettext("language", "Finnish"),
    "fr": pgettext("language", "French"),
    "he": pgettext("language", "Hebrew"),
    "hi": pgettext("language", "Hindi"),
    "hr": pgettext("language", "Croatian"),
    "hu": pgettext("language", "Hungarian"),
    "id": pgettext("language", "Indonesian"),
    "it": pgettext("language", "Italian"),
    "ja": pgettext("language", "Japanese"),
    "ka": pgettext("language", "Georgian"),
    "ko": pgettext("language", "Korean"),
    "lt": pgettext("language", "Lithuanian"),
    "lv": pgettext("language", "Latvian"),
    "nl": pgettext("language", "Dutch"),
    "no": pgettext("language", "Norwegian"),
    "pl": pgettext("language", "Polish"),
    "pt": pgettext("language", "Portuguese"),
    "ro": pgettext("language", "Romanian"),
    "ru": pgettext("language", "Russian"),
    "sk": pgettext("language", "Slovak"),
    "sl": pgettext("language", "Slovenian"),
    "sr": pgettext("language", "Serbian"),
    "sv": pgettext("language", "Swedish"),
    "sw": pgettext("language", "Swahili"),
    "ta": pgettext("language", "Tamil"),
    "th": pgettext("language", "Thai"),
    "tr": pgettext("language", "Turkish"),
    "uk": pgettext("language", "Ukrainian"),
    "ur": pgettext("language", "Urdu"),
    "vi": pgettext("language", "Vietnamese"),
    "zh": pgettext("language", "Chinese"),
}


def written_in(code: str | None) -> Text:
    """That an article was not analysed, and its language: "French" for `fr`, an unknown code as it is."""
    if code is None:
        return _("I cannot summarise this article: I do not know its language.")
    if code in _NAMES:
        return _("I cannot summarise this article: it is in {language}.", language=_NAMES[code])
    # Translators: {code} is "la" or "haw": the language’s code by ISO 639.
    return _("I cannot summarise this article: it is in the language “{code}”.", code=code)
