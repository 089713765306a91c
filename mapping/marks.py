"""How likely something is to call police: the worse of what they say and what people lived."""

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
    known = [value for value in (stated, lived) if value and value != Likelihood.UNKNOWN]
    return next((value for value in WORST_FIRST if value in known), Likelihood.UNKNOWN)


def police_mark(stated: str, lived: str) -> str:
    """The kind of the mark (see ui MARKS): police-likely, -sometimes, -unknown or -never."""
    return POLICE_MARKS[worse(stated, lived)]
