"""The walls between coalitions: scope, compiler, row level security, composite keys."""
