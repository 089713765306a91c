"""What names are sorted and told apart by."""

from ecosystem.content.text import shown
from ecosystem.imports.folding import folded

KEY_LENGTH = 120


def text_key(name: dict[str, str]) -> str:
    """The key of a text in several languages: its English, else its first language, folded."""
    return folded(shown(name, "en").words)[:KEY_LENGTH]
