"""Word documents: numbers as printed, revisions, hidden text, boxes, tables, footnotes."""

from __future__ import annotations

import pytest

from loaders.errors import DamagedFile
from loaders.formats.docx.loader import Docx
from loaders.notes import Note
from loaders.registry import load
from tests.loaders.fixtures.docx_file import STYLES, docx, paragraph, run, table
from tests.loaders.fixtures.zipped import packed


def lines(body: str, **parts: str) -> list[str]:
    source = Docx().load(docx(body, **parts))
    end = min((stretch.start for stretch in source.left_out), default=len(source.text))
    return source.text[:end].splitlines()


def left_out(body: str, **parts: str) -> list[tuple[str, str]]:
    source = Docx().load(docx(body, **parts))
    return [(source.text[stretch.start : stretch.end], stretch.reason) for stretch in source.left_out]


def level(depth: int, style: str, text: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{depth}">{more}<w:numFmt w:val="{style}"/><w:lvlText w:val="{text}"/></w:lvl>'


def abstract(*levels: str, id_: int = 0) -> str:
    return f'<w:abstractNum w:abstractNumId="{id_}">{"".join(levels)}</w:abstractNum>'


def num(id_: int, abstract_id: int = 0, inner: str = "") -> str:
    return f'<w:num w:numId="{id_}"><w:abstractNumId w:val="{abstract_id}"/>{inner}</w:num>'


def test_five_levels_as_printed() -> None:
    body = "".join(paragraph("抓", numbers=(1, depth)) for depth in (0, 1, 2, 3, 4, 4, 3, 1, 0, 1))
    assert lines(body) == [
        "一、抓",
        "（一）抓",
        "1.抓",
        "（1）抓",
        "①抓",
        "②抓",
        "（2）抓",
        "（二）抓",
        "二、抓",
        "（一）抓",
    ]


def test_a_level_without_restart_counts_on() -> None:
    body = "".join(paragraph("抓", numbers=(1, depth)) for depth in (0, 2, 2, 0, 2))
    assert lines(body) == ["一、抓", "1.抓", "2.抓", "二、抓", "3.抓"]


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        ("chineseCounting", "十二、抓"), ("chineseCountingThousand", "十二、抓"), ("japaneseCounting", "十二、抓"),
        ("ideographDigital", "一二、抓"), ("decimalFullWidth", "１２、抓"), ("decimalEnclosedCircleChinese", "⑫、抓"),
        ("chineseLegalSimplified", "拾贰、抓"), ("upperRoman", "XII、抓"), ("lowerLetter", "l、抓"), ("decimalZero", "12、抓"),
        ("unheardOf", "12、抓"), ("bullet", "抓"), ("none", "、抓"),
    ],
)  # fmt: skip
def test_formats_of_numbers(style: str, printed: str) -> None:
    numbering = abstract(level(0, style, "%1、", '<w:start w:val="12"/>')) + num(1)
    assert lines(paragraph("抓", numbers=(1, 0)), numbering=numbering) == [printed]


def test_lists_of_one_definition_count_on_and_one_with_a_start_of_its_own_begins_anew() -> None:
    own = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = abstract(level(0, "decimal", "%1.")) + num(1) + num(2) + num(3, inner=own)
    body = "".join(paragraph("抓", numbers=(list_, 0)) for list_ in (1, 1, 2, 3, 3, 1))
    assert lines(body, numbering=numbering) == ["1.抓", "2.抓", "3.抓", "1.抓", "2.抓", "3.抓"]


def test_a_list_may_change_a_level_of_its_definition() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "chineseCounting", "（%1）")}</w:lvlOverride>'
    numbering = abstract(level(0, "decimal", "%1.")) + num(1) + num(2, inner=own)
    body = paragraph("抓", numbers=(1, 0)) + paragraph("抓", numbers=(2, 0))
    assert lines(body, numbering=numbering) == ["1.抓", "（二）抓"]


def test_several_numbers_in_one_and_the_legal_way_of_writing_them() -> None:
    levels = (level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    body = "".join(paragraph("抓", numbers=(1, depth)) for depth in (0, 0, 1, 1))
    assert lines(body, numbering=abstract(*levels) + num(1)) == ["一、抓", "二、抓", "2.1抓", "2.2抓"]


def test_numbers_by_style_are_inherited_and_can_be_taken_away() -> None:
    styles = STYLES + (
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="二级"/><w:basedOn w:val="1"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="c"/><w:basedOn w:val="b"/></w:style>'
    )
    none = (
        '<w:p><w:pPr><w:pStyle w:val="1"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>'
        + run("附件")
        + "</w:p>"
    )
    body = paragraph("抓", "1") + paragraph("抓", "b") + paragraph("抓", "c") + none + paragraph("抓", "1")
    assert lines(body, styles=styles) == ["一、抓", "（一）抓", "（二）抓", "附件", "二、抓"]


def test_a_definition_may_be_that_of_a_list_style() -> None:
    styles = STYLES + (
        '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    linked = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>'
    numbering = abstract(level(0, "chineseCounting", "第%1条 ")) + linked + num(1, 1) + num(2, 0)
    body = paragraph("抓", numbers=(1, 0)) * 2
    assert lines(body, numbering=numbering, styles=styles) == ["第一条抓", "第二条抓"]


def test_a_format_with_a_fallback_is_read_by_it() -> None:
    choice = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002"/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1."/>'
    )
    numbering = abstract(f'<w:lvl w:ilvl="0">{choice}</w:lvl>') + num(1)
    assert lines(paragraph("抓", numbers=(1, 0)), numbering=numbering) == ["1.抓"]


def test_a_number_before_a_digit_stays_apart_from_it() -> None:
    assert lines(paragraph("2型糖尿病管理", numbers=(1, 2))) == ["1. 2型糖尿病管理"]


def test_a_list_that_is_not_there_has_no_numbers() -> None:
    assert lines(paragraph("抓", numbers=(9, 0))) == ["抓"]


def test_an_empty_numbered_paragraph_counts() -> None:
    body = paragraph("抓", numbers=(1, 0)) + paragraph("", numbers=(1, 0)) + paragraph("抓", numbers=(1, 0))
    assert lines(body) == ["一、抓", "三、抓"]


def test_insertions_are_in_and_deletions_out() -> None:
    body = (
        f"<w:p>{run('县域内就诊率')}<w:ins>{run('不低于')}</w:ins><w:del><w:r><w:delText>达到</w:delText></w:r></w:del>"
        f"<w:moveFrom>{run('旧处')}</w:moveFrom><w:moveTo>{run('90%')}</w:moveTo></w:p>"
    )
    assert lines(body) == ["县域内就诊率不低于90%"]
    assert left_out(body) == [("达到", "deleted")]


def deleted(words: str) -> str:
    return f"<w:del><w:r><w:delText>{words}</w:delText></w:r></w:del>"


def test_each_deletion_of_a_paragraph_is_told_by_itself() -> None:
    body = f"<w:p>{deleted('原')}{deleted('定')}{run('6月底')}{deleted('以')}{run('前')}</w:p>"
    assert lines(body) == ["6月底前"]
    assert left_out(body) == [("原定", "deleted"), ("以", "deleted")]


def test_a_deleted_row_of_a_table_is_told() -> None:
    def row(*cells: str, more: str = "") -> str:
        return f"<w:tr>{more}{''.join(f'<w:tc><w:p>{cell}</w:p></w:tc>' for cell in cells)}</w:tr>"

    gone = row(deleted("旧指标"), deleted("80%"), more="<w:trPr><w:del/></w:trPr>")
    rows = row(run("指标"), run("值")) + gone + row(run("签约率"), run("90%"))
    body = f"<w:tbl>{rows}</w:tbl>"
    assert lines(body) == ["指标\t值", "签约率\t90%"]
    assert left_out(body) == [("旧指标 80%", "deleted")]


def test_a_paragraph_with_its_mark_deleted_runs_on_and_is_not_counted() -> None:
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    gone = f"<w:p><w:pPr>{number}<w:rPr><w:del/></w:rPr></w:pPr>{run('提高')}</w:p>"
    assert lines(gone + paragraph("认识", numbers=(1, 0)) + paragraph("抓", numbers=(1, 0))) == [
        "一、提高认识",
        "二、抓",
    ]


def test_hidden_text_is_out_by_run_by_style_and_back_in_where_it_is_turned_off() -> None:
    styles = STYLES + '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
    styled = '<w:rStyle w:val="h"/>'
    runs = run("要快", "<w:vanish/>") + run("要准", styled) + run("要实", styled + '<w:vanish w:val="0"/>')
    body = f"<w:p>{runs}</w:p>"
    assert lines(body, styles=styles) == ["要实"]
    assert left_out(body, styles=styles) == [("要快要准", "hidden")]


def test_codes_of_fields_are_out_and_their_results_in() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "http://x"</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("附件1")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert lines(f"<w:p>{run('见')}{field}{run('。')}</w:p>") == ["见附件1。"]


def test_content_controls_links_and_smart_tags_are_read_and_the_table_of_contents_is_not() -> None:
    contents = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    )
    body = (
        f"{contents}<w:sdtContent>{paragraph('一、目标 1')}</w:sdtContent></w:sdt>"
        f"<w:sdt><w:sdtContent>{paragraph('总体要求')}</w:sdtContent></w:sdt>"
        f"<w:p><w:sdt><w:sdtContent>{run('到2027年')}</w:sdtContent></w:sdt><w:hyperlink>{run('，')}</w:hyperlink>"
        f"<w:smartTag>{run('完成')}</w:smartTag></w:p>"
    )
    assert lines(body) == ["总体要求", "到2027年，完成"]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    inner = f"<w:txbxContent>{paragraph('框内文字')}</w:txbxContent>"
    box = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{inner}</wps:txbx></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert lines(f"<w:p>{box}{run('正文')}</w:p>{paragraph('下一段')}") == ["正文", "框内文字", "下一段"]


def test_line_breaks_and_ruby() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{run('qīng')}</w:rt><w:rubyBase>{run('青')}</w:rubyBase></w:ruby></w:r>"
    assert lines(f"<w:p>{run('一行')}<w:r><w:br/></w:r>{ruby}{run('汀')}</w:p>") == ["一行", "青汀"]


def test_footnotes_stand_after_the_body_under_no_heading() -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnote w:id="2">{paragraph("“三高”是指高血压、高血糖、高血脂。")}</w:footnote>'
    body = (
        f"{paragraph('提高认识', '1')}<w:p>{run('推进“三高”共管。')}{reference}</w:p>{paragraph('要抓紧。')}"
    )
    file = load(docx(body, footnotes=notes), "a.docx")
    told = [(len(p.path), file.text[p.start : p.end]) for p in file.speeches[0].paragraphs]
    assert told == [(1, "推进“三高”共管。"), (1, "要抓紧。"), (0, "“三高”是指高血压、高血糖、高血脂。")]


def test_merged_cells_point_to_where_they_are_printed() -> None:
    def cell(words: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(words)}</w:tc>"

    rows = (
        cell("类别", '<w:vMerge w:val="restart"/>') + cell("目标", '<w:gridSpan w:val="2"/>'),
        cell("", "<w:vMerge/>") + cell("2026年") + cell("2027年"),
        cell("托育", '<w:vMerge w:val="restart"/>') + cell("4.1个") + cell("4.6个"),
        cell("", "<w:vMerge/>") + cell("60%") + cell("65%"),
    )
    body = "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
    source = Docx().load(docx(body))
    assert source.text.splitlines() == ["类别\t目标", "2026年\t2027年", "托育\t4.1个\t4.6个", "60%\t65%"]
    told = [(c.header, source.text[c.start : c.end]) for c in source.rows[-1].cells]
    assert told == [("类别", "托育"), ("目标2026年", "60%"), ("目标2027年", "65%")]


def test_a_table_of_one_cell_or_of_long_texts_is_running_text() -> None:
    frame = f"<w:tbl><w:tr><w:tc>{paragraph('提高认识', '1')}{paragraph('要快。')}</w:tc></w:tr></w:tbl>"
    source = Docx().load(docx(frame))
    assert (source.text, source.rows) == ("一、提高认识\n要快。\n", ())


def test_a_title_row_is_no_header() -> None:
    source = Docx().load(
        docx(table((("附表",), ("指标", "2027年目标"), ("就诊率", "90%"), ("托位", "4.6个"))))
    )
    assert [[c.header for c in row.cells] for row in source.rows] == [
        [],
        ["指标", "2027年目标"],
        ["指标", "2027年目标"],
    ]


def test_a_heading_by_style_without_a_number_is_one() -> None:
    plain = (
        '<w:p><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>'
        + run("附则")
        + "</w:p>"
    )
    file = load(
        docx(
            paragraph("提高认识", "1") + paragraph("要快。") + plain + paragraph("本办法自印发之日起施行。")
        ),
        "a.docx",
    )
    assert [(h.text, h.level) for h in file.speeches[0].headings] == [("一、提高认识", 1), ("附则", 1)]


def test_marks_of_a_part_of_the_headings_do_not_nest_the_others() -> None:
    body = paragraph("提高认识", "1") + paragraph("要快。") + paragraph("二、抓好落实") + paragraph("要准。")
    file = load(docx(body), "a.docx")
    assert [(h.text, h.level) for h in file.speeches[0].headings] == [
        ("一、提高认识", 1),
        ("二、抓好落实", 1),
    ]


def test_a_document_with_other_names_for_its_parts_is_found_by_its_relations() -> None:
    relation = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
    body = '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body><w:p><w:r><w:t>要快。</w:t></w:r></w:p></w:body></w:document>'
    data = packed(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": f'<Relationships><Relationship Type="{relation}" Target="/word/document2.xml"/></Relationships>',
            "word/document2.xml": body,
        }
    )
    assert Docx().load(data).text == "要快。\n"


@pytest.mark.parametrize("inner", ['<!DOCTYPE w [<!ENTITY a "b">]>', '<!DOCTYPE w SYSTEM "http://x/y.dtd">'])
def test_a_document_type_is_refused(inner: str) -> None:
    data = packed({"[Content_Types].xml": "<Types/>", "word/document.xml": f"{inner}<w><body/></w>"})
    with pytest.raises(DamagedFile, match="part_unsafe"):
        load(data, "a.docx")


def test_a_torn_file_is_damaged() -> None:
    with pytest.raises(DamagedFile, match="cut"):
        load(docx(paragraph("要快。"))[:600], "a.docx")


def test_a_wrong_suffix_is_mentioned() -> None:
    file = load(docx(paragraph("要快。")), "讲话.doc.rtf")
    assert file.warnings == (Note.of("misnamed", suffix=".rtf", format="docx"),)
    assert load(docx(paragraph("要快。")), "讲话.2026").warnings == ()
