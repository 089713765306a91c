"""The two sides of the walls."""

import pytest

from tests.ecosystem.tenancy.world import Side, make_side


@pytest.fixture
def here(north, ana) -> Side:
    return make_side(north, ana.user)


@pytest.fixture
def there(south, cleo) -> Side:
    return make_side(south, cleo.user)
