"""Spreadsheets of the map: what they can hold and where it goes."""


def register_targets() -> None:
    """Called once, when Django is ready."""
    from ecosystem.imports.targets import register
    from mapping.imports.groups import GroupTarget
    from mapping.imports.small import FeedbackTarget, NeedTarget, RelationTarget

    for kind in (GroupTarget(), FeedbackTarget(), RelationTarget(), NeedTarget()):
        register(kind)
