"""What people do to pages in an editor: prose, blocks, line ends, merges that are not settled."""

from __future__ import annotations

import os
import re
from contextlib import suppress

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import rule

from build_scripts import blocks, commands, markup
from build_scripts.errors import InvalidInput
from tests.editing.building import Building, numbers


class ByHand(Building):
    """Edits of pages in an editor."""

    @rule(number=numbers, at=numbers, end=st.sampled_from(["\n", "  \n", "\r\n", "\t\n\n", ""]))
    def write_prose(self, number: int, at: int, end: str) -> None:
        self.write_prose_on(number, at, end)

    def write_prose_on(self, number: int, at: int, end: str) -> None:
        page = self.page(number)
        text = self.read(page)
        body = markup.front_matter(text)[2]
        places = [max(part.start, body) for part in blocks.parse(text).segments if part.end > body] + [
            len(text)
        ]
        place = places[at % len(places)]
        gap = "" if not place or text[place - 1] == "\n" else "\n"
        end = end or ("" if place == len(text) else "\n")
        self.save(page, f"{text[:place]}{gap}\n{self.word(page)}, by hand.{end}{text[place:]}")

    @rule(number=numbers, which=numbers)
    def write_in_block(self, number: int, which: int) -> None:
        page = self.page(number)
        block, text = self.block(page, which), self.read(page)
        if block and block.option != "omit":
            inner = text[block.inner_start : block.inner_end].rstrip("\n")
            new = f"{inner}\n\n{self.word(page)}, by hand.\n\n"
            self.save(page, text[: block.inner_start] + new + text[block.inner_end :])

    @rule(number=numbers, which=numbers)
    def empty_block(self, number: int, which: int) -> None:
        page = self.page(number)
        block, text = self.block(page, which), self.read(page)
        if block:
            self.forget(text[block.inner_start : block.inner_end])
            self.save(page, text[: block.inner_start] + text[block.inner_end :])

    @rule(number=numbers, which=numbers)
    def delete_block(self, number: int, which: int) -> None:
        page = self.page(number)
        block, text = self.block(page, which), self.read(page)
        if block:
            self.forget(text[block.start : block.end])
            self.save(page, text[: block.start] + text[block.end :])

    @rule(number=numbers, which=numbers)
    def keep_block(self, number: int, which: int) -> None:
        page = self.page(number)
        block, text = self.block(page, which), self.read(page)
        if block and not block.option:
            plain, kept = f"generated: {block.name} -->", f"generated: {block.name} keep -->"
            self.save(page, text.replace(f"<!-- {plain}", f"<!-- {kept}", 1))

    @rule(number=numbers, which=numbers)
    def omit_block(self, number: int, which: int) -> None:
        page = self.page(number)
        block, text = self.block(page, which), self.read(page)
        if block and not block.option:
            self.forget(text[block.inner_start : block.inner_end])
            plain, omitted = f"generated: {block.name} -->", f"generated: {block.name} omit -->"
            emptied = text[: block.inner_start] + text[block.inner_end :]
            self.save(page, emptied.replace(f"<!-- {plain}", f"<!-- {omitted}", 1))

    @rule(number=numbers, which=numbers)
    def take_back_what_was_said_of_a_block(self, number: int, which: int) -> None:
        page = self.page(number)
        block, text = self.block(page, which), self.read(page)
        if block and block.option:
            said, plain = f"generated: {block.name} {block.option} -->", f"generated: {block.name} -->"
            self.save(page, text.replace(f"<!-- {said}", f"<!-- {plain}", 1))

    @rule(number=numbers, at=numbers)
    def save_while_a_build_runs(self, number: int, at: int) -> None:
        """The build writes; a person saves a page before it is replaced."""
        saved: list[int] = []

        def save(handle: int) -> None:
            if not saved:
                saved.append(handle)
                self.write_prose_on(number, at, "\n")

        with pytest.MonkeyPatch.context() as patched, suppress(InvalidInput):
            patched.setattr(os, "fsync", save)
            commands.generate(self.config)
        if not saved:
            self.write_prose_on(number, at, "\n")

    @rule(number=numbers, which=numbers)
    def move_block(self, number: int, which: int) -> None:
        page = self.page(number)
        block, text = self.block(page, which), self.read(page)
        if block and text[block.start : block.end].endswith("\n"):
            body = markup.front_matter(text)[2]
            taken = text[: block.start] + text[block.end :]
            self.save(page, f"{taken[:body]}{text[block.start : block.end]}\n{taken[body:]}")

    @rule(number=numbers, windows=st.booleans())
    def convert_line_ends(self, number: int, windows: bool) -> None:
        page = self.page(number)
        text = self.read(page).replace("\r\n", "\n")
        self.save(page, text.replace("\n", "\r\n") if windows else text)

    @rule(number=numbers)
    def strip_trailing_spaces(self, number: int) -> None:
        page = self.page(number)
        self.save(page, re.sub(r"[ \t]+(?=\r?\n|\Z)", "", self.read(page)).rstrip("\n") + "\n")

    @rule(number=numbers)
    def leave_a_merge_unsettled(self, number: int) -> None:
        page = self.page(number)
        good = page.read_bytes()
        page.write_bytes(good + b"\n<<<<<<< HEAD\none\n=======\ntwo\n>>>>>>> main\n")
        before = self.texts()
        with pytest.raises(InvalidInput, match=r"a merge conflict that is not settled"):
            commands.generate(self.config)
        assert self.texts() == before
        page.write_bytes(good)
