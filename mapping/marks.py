"""How likely something is to call police: the worse of what they say and what people lived."""

from collections.abc import Collection
from typing import Final

from mapping.models.choices import Likelihood

# Worst first. Nobody knows is worse than never and better than sometimes: it has a mark of its own.
WORST_FIRST: Final = (Likelihood.ROUTINE, Likelihood.POLICY, Likelihood.IF_ASKED, Likelihood.UNKNOWN, Likelihood.NEVER)
POLICE_MARKS: Final = {
    Likelihood.ROUTINE: "police-likely",
    Likelihood.POLICY: "police-likely",
    Likelihood.IF_ASKED: "police-sometimes",
    Likelihood.UNKNOWN: "police-unknown",
    Likelihood.NEVER: "police-never",
}


def worse(stated: str, lived: str) -> Likelihood:
    """The worse of two likelihoods. One that is blank or unknown does not hide the other."""
    return worst((stated, lived))


def worst(values: Collection[str]) -> Likelihood:
    """The worst of several. Those that are blank or unknown do not hide the others."""
    known = [value for value in values if value and value != Likelihood.UNKNOWN]
    return next((value for value in WORST_FIRST if value in known), Likelihood.UNKNOWN)


def police_mark(stated: str, lived: str) -> str:
    """The kind of the mark (see ui MARKS): police-likely, -sometimes, -unknown or -never."""
    return POLICE_MARKS[worse(stated, lived)]


def resource_marks(
    *, police: str, languages: Collection[str], is_fresh: bool, could_not: int, relied_on: int
) -> tuple[str, ...]:
    """Every mark that applies to one resource, worst first. `police` is what `police_mark` says of it.

    It turns people away where at least as many tried and could not as relied on it; see coverage.py for needs.
    """
    spoken = {tag.split("-")[0].lower() for tag in languages}
    applies = {
        "turns-away": could_not > 0 and could_not >= relied_on,
        "police-likely": police == "police-likely",
        "police-sometimes": police == "police-sometimes",
        "police-unknown": police == "police-unknown",
        "one-language": len(spoken) == 1,
        "stale": not is_fresh,
        "police-never": police == "police-never",
    }
    return tuple(mark for mark, is_so in applies.items() if is_so)
