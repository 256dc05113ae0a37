"""The fifteen cases that every release must pass: which test holds each."""

from __future__ import annotations

import importlib

import pytest

HELD_BY = {
    "killed at every write": (
        "test_interrupted.test_killed_at_any_write_each_page_is_old_or_new_and_the_next_build_completes",
        "test_interrupted.test_a_real_kill_leaves_whole_pages_and_no_lock",
    ),
    "two builds at once": (
        "hostile.test_builds.test_two_builds_at_once_leave_what_one_would",
        "test_at_once.test_a_second_build_waits_says_so_and_gives_up",
    ),
    "an edited block": ("test_commands.test_a_block_edited_by_hand_is_kept_and_restored_on_demand",),
    "a deleted, doubled, nested or reordered marker": (
        "blocks.test_faults.test_faults_name_their_line_and_leave_the_page_alone",
        "blocks.test_update.test_any_page_is_refused_or_settled_at_once_with_all_prose_in_place",
    ),
    "an article that contains our markers": (
        "hostile.test_inputs.test_an_article_that_contains_our_markers_is_text",
        "browser.test_vectors.test_no_attack_runs_and_each_is_read_as_its_characters",
    ),
    "a second run changes no byte and no time stamp": (
        "hostile.test_builds.test_a_second_run_touches_no_file",
        "test_commands.test_a_second_run_changes_not_one_byte",
    ),
    "an article twice": ("hostile.test_inputs.test_what_is_no_article_is_named_in_one_run",),
    "an empty article": ("hostile.test_inputs.test_what_is_no_article_is_named_in_one_run",),
    "wrong encodings": ("hostile.test_inputs.test_another_encoding_is_named_with_its_first_byte",),
    "huge inputs": (
        "hostile.test_limits.test_an_article_over_a_limit_is_a_fault_that_names_it",
        "hostile.test_limits.test_a_page_over_a_limit_is_a_fault_that_names_it",
        "hostile.test_limits.test_what_once_took_more_than_linear_time_is_built",
    ),
    "front matter that is broken, a list, unclosed, or has tags": (
        "hostile.test_inputs.test_front_matter_that_mkdocs_would_pass_over_is_named_in_one_run",
    ),
    "collisions": ("test_collisions.test_colliding_addresses_and_ids_are_errors_that_name_the_page",),
    "a quotation that is not in its source": (
        "test_commands.test_a_quotation_that_is_not_in_its_source_stops_the_build",
    ),
    "a read-only and a full disk": (
        "hostile.test_builds.test_a_folder_that_may_not_be_written_is_named_and_left_as_it_was",
        "hostile.test_builds.test_a_disk_that_takes_no_more_is_named_and_left_as_it_was",
    ),
    "symbolic links, loops, FIFOs": ("hostile.test_inputs.test_what_is_no_plain_file_is_named_in_one_run",),
}


@pytest.mark.parametrize("case", HELD_BY)
def test_each_case_is_held_by_tests_that_exist(case: str) -> None:
    for name in HELD_BY[case]:
        module, test = name.rsplit(".", 1)
        assert callable(getattr(importlib.import_module(f"tests.{module}"), test))


def test_there_are_fifteen() -> None:
    assert len(HELD_BY) == 15
