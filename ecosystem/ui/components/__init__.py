"""Every component is one typed function here and one template in templates/ui/; the library is `{% load ui %}`.

Arguments are keyword-only and checked when a template compiles: a misspelled one never reaches a person.
"""

from ecosystem.ui.components import actions, chips, codes, facts, fields, page, pictures, states, telling, ways
from ecosystem.ui.components.library import register

__all__ = ["actions", "chips", "codes", "facts", "fields", "page", "pictures", "register", "states", "telling", "ways"]
