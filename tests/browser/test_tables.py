"""Tables answer questions: what they are asked stands in the address, and nothing is lost without scripts."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

ROWS = "table[data-listing] tbody tr"


def dates(page: Page) -> list[str]:
    return page.locator(f".block-contacts {ROWS}:visible td:first-child").all_inner_texts()


def test_two_people_who_met_are_found_with_their_dates(wide: Page, address: str) -> None:
    wide.goto(f"{address}/chronology/index.html")
    wide.select_option("[name=actor]", "khaled-mashal")
    wide.select_option("[name=with]", "sergey-lavrov")
    assert dates(wide) == ["March 2008", "May 2009"]
    expect(wide.get_by_role("status").filter(has_text="of")).to_have_text("2 of 24 contacts")


def test_view_is_shared_by_its_address(wide: Page, address: str) -> None:
    wide.goto(f"{address}/chronology/index.html?actor=hamas&from=2019&to=2020&sort=-When")
    assert dates(wide) == ["March 2020", "February 2019"]
    expect(wide.locator("[name=from]")).to_have_value("2019")
    wide.select_option("[name=kind]", "meeting")
    expect(wide).to_have_url(re.compile(r"\?actor=hamas&kind=meeting&from=2019&to=2020&sort=-When$"))
    wide.get_by_role("button", name="Clear").click()
    expect(wide).to_have_url(f"{address}/chronology/index.html")
    expect(wide.locator(ROWS).filter(visible=False)).to_have_count(0)


def test_address_that_names_what_is_not_there_shows_everything(wide: Page, address: str) -> None:
    wide.goto(f"{address}/chronology/index.html?actor=nobody&kind=%3Cb%3E&sort=x")
    expect(wide.locator(ROWS).filter(visible=False)).to_have_count(0)


def test_span_counts_for_every_year_that_it_touches(wide: Page, address: str) -> None:
    wide.goto(f"{address}/chronology/index.html?from=2009&to=2009")
    assert dates(wide) == ["March 2006 to February 2010", "2007 to 2011", "May 2009"]


def test_planned_and_denied_contacts_are_found_by_status(wide: Page, address: str) -> None:
    wide.goto(f"{address}/chronology/index.html?status=denied")
    assert dates(wide) == []
    expect(wide.locator(f".block-not-held {ROWS}:visible")).to_have_count(2)


def test_head_of_a_column_sorts_by_keyboard_and_says_so(wide: Page, address: str) -> None:
    wide.goto(f"{address}/chronology/index.html")
    button = wide.locator(".block-contacts th button", has_text="Evidence")
    button.focus()
    wide.keyboard.press("Enter")
    wide.keyboard.press("Enter")
    head = wide.locator(".block-contacts th", has_text="Evidence")
    expect(head).to_have_attribute("aria-sort", "descending")
    assert dates(wide)[0].startswith("29 February")
    expect(button).to_be_focused()


def test_picture_follows_the_filter(wide: Page, address: str) -> None:
    wide.goto(f"{address}/chronology/index.html?actor=osama-hamdan")
    expect(wide.locator(".tl.wide a:not(.off)")).to_have_count(1)


def test_empty_groups_of_actors_go_with_their_headings(wide: Page, address: str) -> None:
    wide.goto(f"{address}/actors/index.html?side=moscow&kind=state")
    expect(wide.locator(f"{ROWS}:visible")).to_have_count(1)
    expect(wide.locator(".block-actors h2:visible")).to_have_count(1)
    expect(wide.locator(".block-actors h3:visible")).to_have_count(1)


def test_filters_fold_on_a_phone_and_fit(phone: Page, address: str) -> None:
    phone.goto(f"{address}/chronology/index.html")
    expect(phone.locator("[name=actor]")).to_be_hidden()
    phone.locator(".ask summary").tap()
    phone.select_option("[name=place]", "Damascus")
    assert dates(phone) == ["March 2008", "May 2009"]
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("path", ["chronology/index.html", "actors/index.html"])
def test_without_script_every_row_is_there_and_no_control(
    browser_without_script: Page, address: str, path: str
) -> None:
    browser_without_script.goto(f"{address}/{path}")
    expect(browser_without_script.locator(ROWS).filter(visible=False)).to_have_count(0)
    expect(browser_without_script.locator("form:visible, th button")).to_have_count(0)


def test_row_on_a_phone_leaves_out_what_has_nothing_to_say(phone: Page, address: str) -> None:
    phone.goto(f"{address}/actors/index.html")
    row = phone.locator(f".block-actors {ROWS}", has_text="Dmitry Peskov")
    expect(row.locator("td[data-h=Contacts]")).to_be_hidden()
    expect(row.locator("td[data-h='Named in']")).to_be_visible()


def test_who_met_whom_names_the_other_side_on_a_phone(phone: Page, address: str) -> None:
    phone.goto(f"{address}/actors/index.html")
    cell = phone.locator(".block-met td[data-h='Sergey Lavrov']:visible").first
    assert cell.evaluate("node => getComputedStyle(node, '::before').display") == "block"


def test_marks_of_the_timeline_are_wide_enough_for_a_finger(phone: Page, address: str) -> None:
    phone.goto(f"{address}/chronology/index.html")
    boxes = [each.bounding_box() for each in phone.locator(".tl.narrow a .hit").all()]
    assert len(boxes) > 10
    assert all(box and box["height"] >= 44 and box["width"] >= 250 for box in boxes)


def test_timeline_is_walked_with_the_keyboard(wide: Page, address: str) -> None:
    wide.goto(f"{address}/chronology/index.html")
    mark = wide.locator(".tl.wide a").first
    mark.focus()
    wide.keyboard.press("Tab")
    assert wide.evaluate("document.activeElement.closest('.tl') !== null")
    mark.focus()
    wide.keyboard.press("Enter")
    expect(wide.locator("h1")).to_contain_text("Khaled Mashal")
