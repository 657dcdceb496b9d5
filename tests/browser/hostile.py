"""Pages of hostile cases in a real Chromium: nothing acts, nothing is asked for, no rule broken.

Not collected by default, since it needs a browser: `pytest tests/browser/hostile.py`. With
EVERY_CASE=1 every attack is tried on every page.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.opened import browser, new_page
from tests.browser.pages import folder
from tests.hostile.attacks import ATTACKS, Attack
from tests.hostile.cases import analysis_with
from tests.hostile.outputs import PAGES
from tests.hostile.shown import Page
from tests.hostile.test_pages import harmless
from tests.hostile.tried import EVERY, named

__all__ = ["browser", "folder"]

ACTING = ("HTML", "attributes", "SVG", "CSS", "URLs", "JSON in scripts")
PARTS = ("notebook", "comparison")
"""Parts of pages of others, which have no rules of their own."""

PAIRS = [
    (name, attack)
    for place, name in enumerate(PAGES)
    if name not in PARTS
    for number, attack in enumerate(a for a in ATTACKS if EVERY or a.attacks in ACTING)
    if EVERY or (number + place) % 16 == 0
]

COUNTED = "[...document.querySelectorAll('body *:not(svg *)')].map(e => e.localName).join(' ')"


@pytest.mark.parametrize(("name", "attack"), PAIRS, ids=named)
def test_nothing_of_a_hostile_case_acts_in_a_browser(
    browser: Browser, folder: Path, name: str, attack: Attack
):
    file = folder / "hostile.html"
    source = PAGES[name](analysis_with(attack.text))
    assert Page(source).elements == harmless(name, attack.text).elements
    file.write_text(source, encoding="utf-8")
    shown = new_page(browser, file)
    opened: list[str] = []
    shown.page.on("dialog", lambda dialog: opened.append(dialog.message))
    shown.page.on("popup", lambda page: opened.append(page.url))
    shown.go()
    shown.page.wait_for_load_state()
    for place in shown.page.locator("details:not([open]) > summary").all():
        if place.is_visible():
            place.click()
    shown.page.keyboard.press("Tab")
    shown.page.mouse.move(200, 200)
    elements = shown.page.evaluate(COUNTED).split()
    assert not {"iframe", "object", "embed", "img", "base", "meta", "link"} & set(elements)
    assert opened == []
    shown.quiet()
    shown.page.close()
