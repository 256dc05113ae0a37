"""The benchmarks fit together: what one measures, another has built."""

from pathlib import Path

from tests.bench.searching import Answer, built, line


def test_the_search_is_measured_on_a_site_of_ours_and_on_the_themes_own(tmp_path: Path) -> None:
    sites = built(tmp_path / "c2", 2)
    assert set(sites) == {"ours", "stock Material"}
    assert all((site / "index.html").is_file() for site in sites.values())
    assert line("ours", sites["ours"], [Answer(0.5, 0.4, 0.1)]).endswith("| 0.50 | 0.50 | 0.40 | 0.10 |")
