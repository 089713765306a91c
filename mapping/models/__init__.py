"""The map: groups, what they offer, what is needed."""

from mapping.models.answer import (
    AccessPart,
    Answer,
    CarceralContact,
    Feedback,
    FeedbackKind,
    Question,
    QuestionKind,
    Standing,
    Subject,
)
from mapping.models.area import Area, Tone
from mapping.models.choices import Extent, KnownFrom, Likelihood, Moment, Urgency
from mapping.models.hours import Funding, FundingKind, OpeningHours, Promise, PromisedPerson
from mapping.models.need import (
    ClosedReason,
    Coverage,
    Evidence,
    EvidenceKind,
    Need,
    NeedMatch,
    Take,
    TakeKind,
)
from mapping.models.neighborhood import Neighborhood, Population
from mapping.models.organization import Contact, ContactWay, Organization, OrganizationKind
from mapping.models.place import Place, Precision
from mapping.models.relation import DIRECTED, Relation, RelationKind
from mapping.models.resource import (
    FRESH_FOR,
    Resource,
    ResourceArea,
    ResourceLanguage,
    ResourcePopulation,
    ResourceReach,
    ResourceStatus,
)
from mapping.models.sheet import OwnChip, SavedView, Side

__all__ = [
    "DIRECTED",
    "FRESH_FOR",
    "AccessPart",
    "Answer",
    "Area",
    "CarceralContact",
    "ClosedReason",
    "Contact",
    "ContactWay",
    "Coverage",
    "Evidence",
    "EvidenceKind",
    "Extent",
    "Feedback",
    "FeedbackKind",
    "Funding",
    "FundingKind",
    "KnownFrom",
    "Likelihood",
    "Moment",
    "Need",
    "NeedMatch",
    "Neighborhood",
    "OpeningHours",
    "Organization",
    "OrganizationKind",
    "OwnChip",
    "Place",
    "Population",
    "Precision",
    "Promise",
    "PromisedPerson",
    "Question",
    "QuestionKind",
    "Relation",
    "RelationKind",
    "Resource",
    "ResourceArea",
    "ResourceLanguage",
    "ResourcePopulation",
    "ResourceReach",
    "ResourceStatus",
    "SavedView",
    "Side",
    "Standing",
    "Subject",
    "Take",
    "TakeKind",
    "Tone",
    "Urgency",
]
