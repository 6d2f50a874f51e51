"""Agreement after conversion."""

import pytest

from factcheck.evidence.conversion import agree
from factcheck.quantity import quantity


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (quantity(5, "km", counted=False), quantity(5000, "m", counted=False), "agrees"),
        (quantity(5, "km", counted=False), quantity(8000, "m", counted=False), "disagrees"),
        (quantity(29, "person/10000person", counted=False), quantity(3, "person/1000person", counted=False), "agrees"),
        (quantity(39, "person/10000person", counted=False), quantity(2, "person/1000person", counted=False), "disagrees"),
        (quantity(36, "km/h", counted=False), quantity(10, "m/s", counted=False), "agrees"),
        (quantity(80000, "CNY/m²"), quantity(53_333_333, "CNY/mu"), "agrees"),
        (quantity(3, "CNY/share"), quantity(5, "USD/share"), "undecidable"),
        (quantity(3, "CNY/share"), quantity(5, "CNY/share"), "disagrees"),
        (quantity(3, "week", vague=True), quantity(60, "day"), "undecidable"),
    ],
)
def test_figures_agree_in_their_base_unit(one, other, verdict):
    """Units of one dimension are converted, currencies are not."""
    assert verdict == agree((one, other))
    assert verdict == agree((other, one))
