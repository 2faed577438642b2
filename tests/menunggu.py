"""Waiting in a browser for something to become true."""

from __future__ import annotations

import time
from typing import Any

from playwright.sync_api import Page

#: Seconds after which it will not happen any more.
PATIENCE = 30


def until(page: Page, expression: str, arg: Any = None) -> None:
    """Wait until an expression is true in a page.

    The browser's own way of waiting evaluates text again and again, which the pages' policy of
    content forbids.
    """
    end = time.monotonic() + PATIENCE
    while not page.evaluate(expression, arg):
        assert time.monotonic() < end, f"tidak terjadi: {expression}"
        page.wait_for_timeout(50)
