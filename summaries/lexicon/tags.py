"""Labels of the parse that many rules ask for: spaCy's dependencies, the Penn Treebank's tags."""

from typing import Final

SUBJECTS: Final = frozenset(("nsubj", "nsubjpass"))
EVERY_SUBJECT: Final = SUBJECTS | {"expl", "csubj", "csubjpass"}
OBJECTS: Final = frozenset(("dobj", "dative", "iobj"))
FINITE: Final = frozenset(("VBD", "VBZ", "VBP"))
FINITE_OR_MODAL: Final = FINITE | {"MD"}
NOUNS: Final = frozenset(("NN", "NNS", "NNP", "NNPS"))
RELATIVE_TAGS: Final = frozenset(("WDT", "WP"))  # "which", "who"
