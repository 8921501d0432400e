"""The site answers a real browser, with its headers."""

from playwright.sync_api import Page

POLICY = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; "
    "img-src 'self' data:; font-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)


def test_unknown_address_is_not_found_and_carries_the_content_policy(page: Page) -> None:
    answer = page.goto("/there-is-nothing-here/")
    assert answer is not None
    assert (answer.status, answer.headers["content-security-policy"]) == (404, POLICY)


def test_content_policy_stops_foreign_script(page: Page) -> None:
    page.goto("/there-is-nothing-here/")
    page.evaluate(
        "() => { const it = document.createElement('script');"
        " it.textContent = 'window.ran = true'; document.head.append(it); }"
    )
    assert page.evaluate("() => window.ran === undefined")
