"""Who else walks through the map's tests."""

from typing import Any

import pytest

from tests.conftest import _person


@pytest.fixture
def researcher(north: Any) -> Any:
    """North's researcher, who sees only the studies they are assigned to."""
    return _person("rita", "researcher", north)
