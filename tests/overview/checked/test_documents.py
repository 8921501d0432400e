"""The text of files: what is read from them, and what is refused with one sentence."""

import time
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from koinon.overview.checked import pdf as pdf_process
from koinon.overview.checked.document import LARGEST, text_of
from koinon.rules.bad_input import BadInput


def pdf(line: str = "", password: str = "", times: int = 1) -> bytes:
    """Make a PDF of one page with one line, packed as tightly as can be, or with none."""
    writer = PdfWriter()
    page = writer.add_blank_page(width=400, height=200)
    if line:
        font = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type1"),
                NameObject("/BaseFont"): NameObject("/Helvetica"),
            }
        )
        fonts = DictionaryObject({NameObject("/F1"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        content = DecodedStreamObject()
        drawn = f"BT /F1 12 Tf 20 100 Td ({line}) Tj ET ".encode("latin-1")
        content.set_data(drawn * times)
        page[NameObject("/Contents")] = writer._add_object(content.flate_encode(9))
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def refused(content: bytes, name: str = "") -> str:
    with pytest.raises(BadInput) as error:
        text_of(content, name)
    return error.value.code.removeprefix("check.refused.")


def test_html_is_read_as_it_stands_on_screen() -> None:
    page = """<!DOCTYPE html><html><head><title>Not seen</title><style>p {}</style></head><body>
    <h1>Networks</h1><script>document.write("135 cities")</script><p>Eurocities has
    <b>over&nbsp;200</b> members.</p><ul><li>One</li><li>Two</li></ul><p hidden>135</p>
    <template>135</template></body></html>"""
    assert text_of(page.encode()) == (
        "Networks\n\nEurocities has over\xa0200 members.\n\n• One\n\n• Two"
    )


def test_markup_that_is_broken_is_read_as_far_as_it_goes() -> None:
    assert text_of(b"<p>One<p>Two<div><b>Three</div></i>") == "One\n\nTwo\n\nThree"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_in_several_encodings(encoding: str) -> None:
    assert text_of("Köln zählt mit\r\n".encode(encoding)) == "Köln zählt mit\n"


def test_an_encoding_declared_in_the_page() -> None:
    page = '<html><meta charset="iso-8859-15"><p>Köln</p></html>'
    assert text_of(page.encode("iso-8859-15")) == "Köln"


def test_a_pdf_with_text() -> None:
    assert text_of(pdf("Eurocities has 135 members.")).strip() == "Eurocities has 135 members."


def test_what_holds_no_text_says_why() -> None:
    assert refused(pdf()) == "scanned"
    assert refused(pdf("Secret", password="key")) == "encrypted"
    assert refused(b"%PDF-1.7\nnothing of the kind") == "damaged"
    assert refused(b"\x89PNG\r\n\x1a\n\x00\x00") == "not-a-text"
    assert refused(b"<html><script>1</script></html>") == "no-text"
    assert refused(b"<html><meta charset=nonsense>\xff</html>") == "encoding"
    assert refused(b"a" * (LARGEST + 1)) == "file-too-large"
    assert refused(b"<p>" + b"</" * 2_000_000) == "markup"


def test_a_small_pdf_that_unpacks_to_very_much_is_refused() -> None:
    bomb = pdf("x" * 10_000_000, times=20)
    assert len(bomb) < LARGEST
    assert refused(bomb) in ("damaged", "pdf-slow")


def test_a_pdf_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_process, "SECONDS", 1)
    began = time.monotonic()
    assert refused(pdf("ab", times=300_000)) == "pdf-slow"
    assert time.monotonic() - began < 20


@pytest.mark.parametrize(
    "page",
    [b"<p>" + b"<" * 90_000, b"<p>a" + b"<td>" * 100_000, b"<p>x<script>" + b"</" * 90_000],
)
def test_broken_markup_in_heaps_is_read_in_seconds(page: bytes) -> None:
    began = time.process_time()
    text_of(page, "page.html")
    assert time.process_time() - began < 10


def test_the_writer_of_these_tests_writes_what_it_says() -> None:
    assert PdfReader(BytesIO(pdf("x", password="key"))).is_encrypted


def test_cells_of_a_table_stay_in_their_columns() -> None:
    page = b"""<table><thead><tr><th>Network<th><p>Members</p></th><th>Seat</tr></thead>
    <tr><td>Eurocities</td><td></td><td>Brussels</td></tr><tr><td colspan="2">ECCAR<td>Heidelberg
    </table><p>After.</p>"""
    assert text_of(page, "page.html").split("\n\n") == [
        "Network | Members | Seat",
        "Eurocities | – | Brussels",
        "ECCAR | – | Heidelberg",
        "After.",
    ]


def test_a_page_laid_out_as_a_table_is_read_in_paragraphs() -> None:
    page = b"<table><tr><td><p>%s</p><p>Two.</p></td><td>Three.</td></tr></table>" % (b"One. " * 60)
    assert text_of(page, "page.html").split("\n\n")[-2:] == ["Two.", "Three."]
