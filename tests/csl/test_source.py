"""Reading a style's XML."""

from __future__ import annotations

from publist.csl.source import parse_xml


def test_references_that_were_escaped_twice_are_characters() -> None:
    xml = '<style prefix="&amp;#160;&amp;#x2013;"><term>op.&amp;#160;cit. &amp;amp;</term></style>'
    node = parse_xml(xml)
    assert node.get("prefix") == "\xa0–"
    assert node.children[0].text == "op.\xa0cit. &amp;"
