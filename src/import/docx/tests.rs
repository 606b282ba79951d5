use super::*;
use std::io::Write;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const NAMESPACES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="r" xmlns:mc="mc" xmlns:wps="wps""#;

/// A .docx file with these parts beside what every one has.
fn package(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let document = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"#
    );
    let mut relations = String::new();
    for (index, (name, _)) in parts.iter().enumerate() {
        let kind = name.trim_end_matches(|character: char| character.is_ascii_digit());
        relations.push_str(&format!(
            r#"<Relationship Id="r{index}" Type="http://x/relationships/{kind}" Target="{name}.xml"/>"#
        ));
    }
    let relations = format!("<Relationships>{relations}</Relationships>");
    let root = r#"<Relationships><Relationship Id="r1" Type="http://x/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;
    let mut files = vec![
        ("_rels/.rels".to_owned(), root.to_owned()),
        ("word/document.xml".to_owned(), document),
        ("word/_rels/document.xml.rels".to_owned(), relations),
    ];
    files.extend(parts.iter().map(|(name, xml)| (format!("word/{name}.xml"), (*xml).to_owned())));
    for (path, text) in files {
        zip.start_file(path, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn read(body: &str) -> String {
    text(&package(body, &[])).unwrap()
}

#[test]
fn runs_links_breaks_and_signs() {
    let body = r#"<w:p><w:r><w:t>您提出的</w:t></w:r><w:hyperlink r:id="x"><w:r><w:t>《关于某事的建议》</w:t></w:r></w:hyperlink>
        <w:r><w:t xml:space="preserve">收悉 &amp; 办理</w:t><w:br/><w:t>第</w:t><w:noBreakHyphen/><w:t>条</w:t><w:tab/><w:sym w:font="Wingdings" w:char="F0FE"/></w:r></w:p>
        <w:p><w:pPr><w:ind w:firstLineChars="200" w:firstLine="640"/></w:pPr><w:r><w:t>一段。</w:t></w:r></w:p>
        <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"#;
    assert_eq!(read(body), "您提出的《关于某事的建议》收悉 & 办理\n第-条\t☑\n　　一段。\n\n");
}

#[test]
fn changes_are_accepted_and_hidden_text_is_not_read() {
    let body = r#"<w:p><w:r><w:t>投入</w:t></w:r><w:del w:id="1"><w:r><w:delText>3</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>5</w:t></w:r></w:ins>
        <w:r><w:rPr><w:vanish/></w:rPr><w:t>内部</w:t></w:r><w:r><w:t>万元</w:t></w:r></w:p>
        <w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p><w:p><w:r><w:t>后半。</w:t></w:r></w:p>
        <w:p><w:pPr><w:rPr><w:ins w:id="4"/></w:rPr></w:pPr><w:moveFrom w:id="5"><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:moveTo w:id="6"><w:r><w:t>移来</w:t></w:r></w:moveTo></w:p>"#;
    assert_eq!(read(body), "投入5万元\n前半后半。\n移来\n");
}

#[test]
fn a_text_box_stands_before_its_paragraph_and_once() {
    let body = r#"<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent><w:p><w:r><w:t>临江市水务局</w:t></w:r></w:p></w:txbxContent></wps:txbx></mc:Choice>
        <mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>临江市水务局</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>临水函〔2026〕1号</w:t></w:r></w:p>"#;
    assert_eq!(read(body), "临江市水务局\n临水函〔2026〕1号\n");
}

#[test]
fn tables_by_row() {
    let cell = |text: &str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    let body = format!(
        "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}</w:tr></w:tbl>",
        cell("临江市水务局办公室"),
        cell("2026年6月12日印发"),
        "<w:tc><w:p><w:r><w:t>抄送：甲</w:t></w:r></w:p><w:p><w:r><w:t>联系人：乙</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc>"
    );
    assert_eq!(read(&body), "临江市水务局办公室\t2026年6月12日印发\n抄送：甲\n联系人：乙\n");
}

#[test]
fn numbers_are_written_out() {
    let numbering = r#"<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="7">
        <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
        <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum>
        <w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>"#;
    let styles = r#"<w:styles xmlns:w="w"><w:style w:styleId="base"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
        <w:style w:styleId="heading"><w:basedOn w:val="base"/></w:style></w:styles>"#;
    let body = r#"<w:p><w:pPr><w:pStyle w:val="heading"/></w:pPr><w:r><w:t>情况</w:t></w:r></w:p>
        <w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>投入。</w:t></w:r></w:p>
        <w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>成效。</w:t></w:r></w:p>
        <w:p><w:pPr><w:pStyle w:val="heading"/></w:pPr><w:r><w:t>打算</w:t></w:r></w:p>
        <w:p><w:pPr><w:pStyle w:val="heading"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr><w:r><w:t>无号</w:t></w:r></w:p>"#;
    let bytes = package(body, &[("numbering", numbering), ("styles", styles)]);
    assert_eq!(text(&bytes).unwrap(), "一、情况\n（一）投入。\n（二）成效。\n二、打算\n无号\n");
}

#[test]
fn the_red_head_in_the_header_of_the_first_page() {
    let header = format!("<w:hdr {NAMESPACES}><w:p><w:r><w:t>临江市水务局</w:t></w:r></w:p></w:hdr>");
    let body = r#"<w:p><w:r><w:t>临水函〔2026〕1号</w:t></w:r></w:p><w:sectPr><w:headerReference w:type="first" r:id="r0"/><w:titlePg/></w:sectPr>"#;
    assert_eq!(text(&package(body, &[("header1", &header)])).unwrap(), "临江市水务局\n临水函〔2026〕1号\n");
}

#[test]
fn what_is_no_document() {
    assert_eq!(text(b"PK\x03\x04"), Err(ReadError::Damaged(".docx")));
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("xl/workbook.xml", SimpleFileOptions::default()).unwrap();
    let bytes = zip.finish().unwrap().into_inner();
    assert_eq!(text(&bytes), Err(ReadError::NoWordDocument));
    let whole = package("<w:p><w:r><w:t>一段。</w:t></w:r></w:p>", &[]);
    for cut in (0..whole.len()).step_by(7) {
        assert!(text(&whole[..cut]).is_err(), "cut at {cut}");
    }
}

#[test]
fn what_stands_beside_the_text_comes_last_behind_its_label() {
    let part =
        |name: &str, text: &str| format!(r#"<w:{name} xmlns:w="w"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:{name}>"#);
    let notes = r#"<w:footnotes xmlns:w="w"><w:footnote w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id="1"><w:p><w:r><w:footnoteRef/><w:t>见附件。</w:t></w:r></w:p></w:footnote></w:footnotes>"#;
    let body = r#"<w:p><w:r><w:t>已印发。</w:t></w:r></w:p><w:sectPr><w:headerReference w:type="default" r:id="r0"/><w:headerReference w:type="first" r:id="r1"/><w:footerReference w:type="default" r:id="r2"/><w:titlePg/></w:sectPr>"#;
    let (later, first, footer) = (part("hdr", "内部"), part("hdr", "临江市水务局"), part("ftr", "— 2 —"));
    let comments = part("comments", "请核。");
    let parts = [
        ("header0", later.as_str()),
        ("header1", first.as_str()),
        ("footer2", footer.as_str()),
        ("footnotes", notes),
        ("comments", comments.as_str()),
    ];
    assert_eq!(
        text(&package(body, &parts)).unwrap(),
        "临江市水务局\n已印发。\n［页眉］内部\n［页脚］— 2 —\n［脚注］见附件。\n［批注］请核。\n"
    );
}
