"""Names of languages, by their ISO 639-1 code."""

from bot.render.texts import Text, _, by_cldr

NAMES = {
    "ar": by_cldr("language", "Arabic"),
    "bg": by_cldr("language", "Bulgarian"),
    "bn": by_cldr("language", "Bengali"),
    "ca": by_cldr("language", "Catalan"),
    "cs": by_cldr("language", "Czech"),
    "da": by_cldr("language", "Danish"),
    "de": by_cldr("language", "German"),
    "el": by_cldr("language", "Greek"),
    "en": by_cldr("language", "English"),
    "es": by_cldr("language", "Spanish"),
    "et": by_cldr("language", "Estonian"),
    "fa": by_cldr("language", "Persian"),
    "fi": by_cldr("language", "Finnish"),
    "fr": by_cldr("language", "French"),
    "he": by_cldr("language", "Hebrew"),
    "hi": by_cldr("language", "Hindi"),
    "hr": by_cldr("language", "Croatian"),
    "hu": by_cldr("language", "Hungarian"),
    "id": by_cldr("language", "Indonesian"),
    "it": by_cldr("language", "Italian"),
    "ja": by_cldr("language", "Japanese"),
    "ka": by_cldr("language", "Georgian"),
    "ko": by_cldr("language", "Korean"),
    "lt": by_cldr("language", "Lithuanian"),
    "lv": by_cldr("language", "Latvian"),
    "nl": by_cldr("language", "Dutch"),
    "no": by_cldr("language", "Norwegian"),
    "pl": by_cldr("language", "Polish"),
    "pt": by_cldr("language", "Portuguese"),
    "ro": by_cldr("language", "Romanian"),
    "ru": by_cldr("language", "Russian"),
    "sk": by_cldr("language", "Slovak"),
    "sl": by_cldr("language", "Slovenian"),
    "sr": by_cldr("language", "Serbian"),
    "sv": by_cldr("language", "Swedish"),
    "sw": by_cldr("language", "Swahili"),
    "ta": by_cldr("language", "Tamil"),
    "th": by_cldr("language", "Thai"),
    "tr": by_cldr("language", "Turkish"),
    "uk": by_cldr("language", "Ukrainian"),
    "ur": by_cldr("language", "Urdu"),
    "vi": by_cldr("language", "Vietnamese"),
    "zh": by_cldr("language", "Chinese"),
}


def written_in(code: str | None) -> Text:
    """That an article was not analysed, and its language: "French" for `fr`, an unknown code as it is."""
    if code is None:
        return _("I cannot summarise this article: I do not know its language.")
    if code in NAMES:
        # Translators: {language} is a language's name as it stands in a dictionary: "French".
        return _("I cannot summarise this article. Its language: {language}", language=NAMES[code])
    # Translators: {code} is "la" or "haw": the language’s code by ISO 639.
    return _("I cannot summarise this article: it is in the language “{code}”.", code=code)
