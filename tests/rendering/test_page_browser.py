"""The page in a real browser: no error, no request, every link resolves, accessible, at phone and desktop width."""

import base64
import json
import os
import shutil
import struct
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from variorum.records import Story
from variorum.rendering import StoryLink, render_dossier, render_empty

pytestmark = pytest.mark.browser

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
    "--disable-component-update",
    "--disable-extensions",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
    "--remote-debugging-pipe",
)
WIRING = """
import fcntl, os, sys
ends = [fcntl.fcntl(int(n), fcntl.F_DUPFD, 20) for n in sys.argv[1:3]]
os.dup2(ends[0], 3), os.dup2(ends[1], 4)
os.execv(sys.argv[3], sys.argv[3:])
"""
"""Chromium reads DevTools messages on descriptor 3 and writes them on 4."""
WIDTHS = {"phone": 390, "desktop": 1280}


def missing(reason: str) -> None:
    """Skip, or fail where a browser run was asked for."""
    if os.environ.get("VARIORUM_REQUIRE_BROWSER") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


class Browser:
    """One Chromium tab spoken to over the DevTools pipe (messages are JSON, each ended by a NUL)."""

    def __init__(self, program: str, folder: str) -> None:
        to_browser, self.out = os.pipe()
        self.into, from_browser = os.pipe()
        command = [program, *FLAGS, f"--user-data-dir={folder}", "about:blank"]
        self.process = subprocess.Popen(
            [sys.executable, "-c", WIRING, str(to_browser), str(from_browser), *command],
            pass_fds=(to_browser, from_browser),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_browser)
        os.close(from_browser)
        self.buffer, self.number, self.session, self.events = b"", 0, "", []
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.ask(f"{domain}.enable")

    def ask(self, method: str, **params: Any) -> dict[str, Any]:
        self.number += 1
        session = {"sessionId": self.session} if self.session else {}
        message = {"id": self.number, "method": method, "params": params} | session
        os.write(self.out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == self.number:
                assert "error" not in answer, answer
                return answer["result"]
            self.events.append(answer)

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self.buffer:
            data = os.read(self.into, 1 << 16)
            assert data, "the browser went away"
            self.buffer += data
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def open(self, url: str, *, width: int = 1280, scheme: str = "light", script: bool = True) -> None:
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=width < 600)
        self.ask(
            "Emulation.setEmulatedMedia",
            features=[{"name": "prefers-color-scheme", "value": scheme}, {"name": "prefers-reduced-motion", "value": "reduce"}],
        )
        self.ask("Emulation.setScriptExecutionDisabled", value=not script)
        for address in ("about:blank", url):
            self.events.clear()
            self.ask("Page.navigate", url=address)
            while not any(e.get("method") == "Page.loadEventFired" for e in self.events):
                self.events.append(self._read())

    def run(self, code: str) -> Any:
        answer = self.ask("Runtime.evaluate", expression=code, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def screenshot(self, *, whole: bool = False) -> bytes:
        options: dict[str, Any] = {"captureBeyondViewport": whole}
        if whole:
            size = self.ask("Page.getLayoutMetrics")["cssContentSize"]
            options["clip"] = {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], 16000), "scale": 1}
        return base64.b64decode(self.ask("Page.captureScreenshot", **options)["data"])

    def close(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=20)
        os.close(self.out)
        os.close(self.into)


def find_browser() -> str | None:
    """The browser named by VARIORUM_BROWSER, else the first known one on the path."""
    given = os.environ.get("VARIORUM_BROWSER")
    return shutil.which(given) if given else next((p for n in NAMES if (p := shutil.which(n))), None)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = find_browser()
    if program is None:
        missing("no Chromium found: set VARIORUM_BROWSER to one, or put it on the path")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        made = Browser(str(program), folder)
        yield made
        made.close()


@pytest.fixture(scope="module")
def page(story: Story, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("page") / "index.html"
    links = (StoryLink("Another story", "s1/index.html", "2 reports"), StoryLink("A report alone"))
    path.write_text(render_dossier(story, neighbours=links), encoding="utf-8")
    return path.as_uri()


@pytest.fixture(scope="module")
def long_page(long_story: Story, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("long") / "index.html"
    path.write_text(render_dossier(long_story), encoding="utf-8")
    return path.as_uri()


def troubles(browser: Browser) -> list[str]:
    """Script errors and log entries since the page was opened."""
    kinds = ("Runtime.exceptionThrown", "Log.entryAdded")
    found = [e["params"] for e in browser.events if e.get("method") in kinds]
    spoken = [e["params"] for e in browser.events if e.get("method") == "Runtime.consoleAPICalled"]
    return [json.dumps(p) for p in (*found, *(p for p in spoken if p["type"] in ("error", "warning")))]


def test_opens_without_an_error_and_asks_the_network_for_nothing(browser: Browser, page: str) -> None:
    browser.open(page)
    browser.run("new Promise((done) => setTimeout(done, 200))")
    requests = [e["params"]["request"]["url"] for e in browser.events if e.get("method") == "Network.requestWillBeSent"]
    assert [u for u in requests if not u.startswith("data:")] == [page]
    assert troubles(browser) == []


def test_hostile_text_stays_text(browser: Browser, page: str) -> None:
    browser.open(page)
    assert "Fire at Port Sael" in browser.run("document.title")
    assert browser.run("document.querySelectorAll('main script, main img, main b:not([class]) script').length") == 0
    assert "<script>alert(1)</script>" in browser.run("document.body.innerText")
    assert browser.run("[...document.links].filter((a) => !/^(file|https?):/.test(a.href)).length") == 0


def test_policy_refuses_injected_script_and_style(browser: Browser, page: str) -> None:
    browser.open(page)
    browser.run("""(() => { const s = document.createElement('script'); s.textContent = 'window.owned = 1';
                   document.body.append(s); const c = document.createElement('style'); c.textContent = 'body{color:rgb(1,2,3)}';
                   document.body.append(c); })()""")
    assert browser.run("window.owned === undefined && getComputedStyle(document.body).color !== 'rgb(1, 2, 3)'")


def test_every_link_inside_the_page_resolves_and_ids_are_unique(browser: Browser, page: str) -> None:
    browser.open(page)
    dangling = browser.run("""[...document.querySelectorAll('a[href^="#"]')].map((a) => a.getAttribute('href').slice(1))
                              .filter((id) => !document.getElementById(id))""")
    twice = browser.run("""(() => { const seen = new Map(); for (const e of document.querySelectorAll('[id]'))
                           seen.set(e.id, (seen.get(e.id) || 0) + 1); return [...seen].filter(([, n]) => n > 1); })()""")
    assert dangling == []
    assert twice == []
    assert browser.run("document.querySelectorAll('a.words').length") > 50


def test_following_a_link_opens_what_holds_its_target(browser: Browser, page: str) -> None:
    browser.open(page)
    browser.run("document.querySelectorAll('details').forEach((d) => { d.open = false; })")
    browser.run("document.querySelector('.difference a.words').click()")
    target = "document.querySelector(':target').closest('details').open"
    assert browser.run(f"new Promise((done) => setTimeout(() => done({target}), 100))")
    assert browser.run("document.querySelector('.back').hidden") is False


def test_pointing_at_a_citation_shows_its_paragraph(browser: Browser, page: str) -> None:
    browser.open(page)
    box = browser.run("""(() => { const b = document.querySelector('.sharp a.words').getClientRects()[0];
                         return {x: b.x + 5, y: b.y + 5}; })()""")
    browser.ask("Input.dispatchMouseEvent", type="mouseMoved", **box)
    shown = browser.run("new Promise((done) => setTimeout(() => done(document.querySelector('.peek')?.innerText), 500))")
    assert shown and "at least 14 people" in shown and "A Calidrian News Agency" in shown


def test_filtering_by_report_hides_what_has_nothing_to_do_with_it(browser: Browser, page: str) -> None:
    browser.open(page)
    browser.run("document.querySelector('.tools button[value=\"E\"]').click()")
    left = browser.run("[...document.querySelectorAll('.report')].filter((r) => !r.hidden).map((r) => r.id)")
    assert left == ["report-E"]
    browser.run("document.querySelector('.tools button[value=\"E\"]').click()")
    assert browser.run("document.querySelectorAll('[data-r][hidden]').length") == 0


def test_reads_without_script(browser: Browser, page: str) -> None:
    browser.open(page, script=False)
    nodes = browser.ask("DOM.getDocument", depth=-1)
    text = browser.ask("DOM.getOuterHTML", nodeId=nodes["root"]["nodeId"])["outerHTML"]
    assert "at least 14 people" in text and "nine bodies" in text and 'class="tools"' not in text


def violations(browser: Browser) -> list[Any]:
    """What axe-core finds wrong with the page as it is."""
    axe = os.environ.get("VARIORUM_AXE")
    if not axe or not Path(axe).is_file():
        missing("axe-core not found: set VARIORUM_AXE to axe.min.js")
    browser.run(Path(str(axe)).read_text(encoding="utf-8") + ";0")
    found: list[Any] = browser.run(
        "axe.run(document, {resultTypes: ['violations']}).then((r) => "
        "r.violations.map((v) => [v.impact, v.id, v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160))]))"
    )
    return found


def wait_for(browser: Browser, condition: str) -> None:
    """Until the expression ``condition`` is true; fails after five seconds."""
    assert browser.run(f"""(async () => {{ for (let i = 0; i < 100; i += 1) {{ if ({condition}) return true;
                           await new Promise((done) => setTimeout(done, 50)); }} return false; }})()"""), condition


def unfold_all(browser: Browser) -> None:
    """Open every folded part and press every button until nothing is left to lay out."""
    wait_for(
        browser,
        """(() => { for (const part of document.querySelectorAll('details')) part.open = true;
                         for (const button of document.querySelectorAll('.leaf > .unfold')) button.click();
                         return !document.querySelector('[data-leaf]'); })()""",
    )


def test_a_long_page_is_laid_out_in_part_and_then_whole(browser: Browser, long_page: str) -> None:
    browser.open(long_page)
    assert troubles(browser) == []
    first = browser.run("document.querySelectorAll('*').length")
    unfold_all(browser)
    assert browser.run("document.querySelectorAll('*').length") > 2 * first
    dangling = browser.run("""[...document.querySelectorAll('a[href^="#"]')].map((a) => a.getAttribute('href').slice(1))
                              .filter((id) => !document.getElementById(id))""")
    assert dangling == []
    requests = [e["params"]["request"]["url"] for e in browser.events if e.get("method") == "Network.requestWillBeSent"]
    assert [u for u in requests if not u.startswith("data:")] == [long_page]
    assert troubles(browser) == []


def test_a_link_leads_into_a_text_that_is_not_laid_out_yet(browser: Browser, long_page: str) -> None:
    browser.open(long_page)
    anchor = browser.run("""(() => { const link = [...document.querySelectorAll('.difference a.words')]
        .find((a) => !document.getElementById(a.getAttribute('href').slice(1)));
        link.click(); return link.getAttribute('href').slice(1); })()""")
    wait_for(browser, f"document.querySelector(':target')?.id === '{anchor}'")
    assert browser.run("document.querySelector(':target').closest('details').open")
    assert browser.run("document.querySelector('.back').hidden") is False
    browser.open(f"{long_page}#{anchor}")
    wait_for(browser, f"document.getElementById('{anchor}')?.closest('details').open")


def test_an_address_leads_to_a_finding_on_a_leaf(browser: Browser, long_page: str) -> None:
    browser.open(long_page)
    browser.run("leaves.speakers().then((all) => { window.last = all[all.length - 1][0]; })")
    wait_for(browser, "window.last")
    last = browser.run("window.last")
    assert browser.run(f"document.getElementById('{last}')") is None
    browser.open(f"{long_page}#{last}")
    wait_for(browser, f"document.getElementById('{last}')?.closest('details').open")


def test_one_button_lays_out_the_next_and_keeps_the_keyboard_there(browser: Browser, long_page: str) -> None:
    browser.open(long_page)
    browser.run("document.querySelector('.part-timeline details.more').open = true")
    wait_for(browser, "document.querySelector('.part-timeline .leaf .entry')")
    assert (
        browser.run("[...document.querySelectorAll('.part-timeline .unfold')].filter((b) => b.checkVisibility()).length") == 1
    )
    browser.run("document.querySelector('.part-timeline .unfold').focus()")
    for kind in ("keyDown", "keyUp"):
        browser.ask("Input.dispatchKeyEvent", type=kind, key="Enter", code="Enter", text="\r", windowsVirtualKeyCode=13)
    wait_for(browser, "document.querySelectorAll('.part-timeline .leaf:not([data-leaf])').length === 2")
    assert browser.run("document.activeElement.matches('.leaf:not([data-leaf])')")


def test_pointing_at_a_citation_lays_its_report_out(browser: Browser, long_page: str) -> None:
    browser.open(long_page)
    browser.run("""(() => { const link = [...document.querySelectorAll('.sharp a.words')]
        .find((a) => !document.getElementById(a.getAttribute('href').slice(1)));
        link.dispatchEvent(new MouseEvent('mouseover', { bubbles: true })); })()""")
    wait_for(browser, "document.querySelector('.peek .lit')")


def test_one_report_of_many_can_be_chosen(browser: Browser, long_page: str) -> None:
    browser.open(long_page)
    browser.run("""(() => { const select = document.querySelector('.tools select[aria-label="report"]');
                   select.value = 'AK'; select.dispatchEvent(new Event('change')); })()""")
    wait_for(browser, "/entries shown/.test(document.querySelector('.tools [role=status]').textContent)")
    left = browser.run("[...document.querySelectorAll('[data-r]:not([hidden])')].map((e) => e.dataset.r.split(' '))")
    assert len(left) > 3 and all("AK" in letters for letters in left)
    assert browser.run("[...document.querySelectorAll('.report:not([hidden])')].map((r) => r.id)") == ["report-AK"]


def test_a_long_page_reads_without_script(browser: Browser, long_page: str) -> None:
    browser.open(long_page, script=False)
    nodes = browser.ask("DOM.getDocument", depth=-1)
    text = browser.ask("DOM.getOuterHTML", nodeId=nodes["root"]["nodeId"])["outerHTML"]
    assert "at least 14 people" in text and "nine bodies" in text and 'class="unfold"' not in text
    assert '<noscript><p class="note">' in text


@pytest.mark.parametrize("width", WIDTHS)
def test_a_long_page_is_accessible(browser: Browser, long_page: str, width: str) -> None:
    browser.open(long_page, width=WIDTHS[width])
    for part in ("agreed", "timeline", "said", "origins", "reports"):
        browser.run(f"document.querySelector('.part-{part} details:has(> .leaf)')?.setAttribute('open', '')")
    wait_for(browser, "document.querySelectorAll('.leaf:not([data-leaf])').length > 3")
    assert violations(browser) == []
    assert browser.run("document.documentElement.scrollWidth") <= WIDTHS[width]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_is_accessible(browser: Browser, page: str, width: str, scheme: str) -> None:
    browser.open(page, width=WIDTHS[width], scheme=scheme)
    browser.run("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    assert violations(browser) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_fits_the_width_and_can_be_photographed(browser: Browser, page: str, width: str, tmp_path: Path) -> None:
    browser.open(page, width=WIDTHS[width])
    assert browser.run("document.documentElement.scrollWidth") <= WIDTHS[width]
    picture = browser.screenshot()
    assert picture.startswith(b"\x89PNG") and struct.unpack(">I", picture[16:20])[0] == WIDTHS[width]
    (tmp_path / f"{width}.png").write_bytes(picture)


def test_page_without_a_common_story(browser: Browser, make: Callable[[], Story], tmp_path: Path) -> None:
    path = tmp_path / "index.html"
    path.write_text(render_empty(make().articles[:3], make().notices), encoding="utf-8")
    browser.open(path.as_uri(), width=390)
    assert troubles(browser) == []
    assert browser.run("document.documentElement.scrollWidth") <= 390
