//! Letters that are taken in, by hand, in a terminal.

use super::session::Session;
use std::fs;

const LETTER: &str = "临江市水务局\n函字第18号（2026年）\n\n王禾代表：\n您提出的《关于治理清溪河的建议》（第2026057号）收悉，现答复如下：\n一、已开展的工作。今年以来，我局对清溪河沿岸的排污口逐一排查\n— 1 —\n整治，已完成四十二处。\n二、下一步打算。继续推进。\n专此答复。\n临江市水务局\n2026年6月12日\n（联系人：周舟，电话：0700-88000000）\n公开方式：主动公开\n抄送：市人大常委会选联工委、市政府办公室。\n";

#[test]
fn a_letter_is_taken_in_put_right_and_made_a_draft() {
    let mut session = Session::start(&["."], (120, 40));
    fs::create_dir(session.path("旧稿")).unwrap();
    let letter = LETTER.replace("2026057", "2026063");
    let (gb, _, _) = encoding_rs::GB18030.encode(&letter);
    fs::write(session.path("旧稿/清溪河.txt"), &gb).unwrap();
    session
        .wait_for("公交接驳")
        .keys("\x1b[20~")
        .wait_for("显示此处可用的按键")
        .keys("daoru\r")
        .wait_for("选文件或文件夹");
    session.keys("旧\r").wait_for("清溪河.txt").keys("\x1b[B\r").wait_for("处须核对").wait_for("GB18030");
    // The number is what is looked at first; it is typed, and the odd line above goes with it.
    session.keys("临水函〔2026〕18号").wait_for("已由人改定");
    session.keys("\x13").wait_until("the draft is open", |screen| screen.contains("提纲") && screen.contains("已存"));
    let text = fs::read_to_string(session.path("drafts/2026063.toml")).unwrap();
    assert!(text.contains("number = \"临水函〔2026〕18号\"") && text.contains("逐一排查整治"), "{text}");
    assert!(text.contains("disclosure = \"主动公开\"") && text.contains("date = 2026-06-12"), "{text}");
    assert!(!text.contains("函字第18号") && !text.contains("— 1 —"), "{text}");
}

#[test]
fn a_draft_of_the_same_number_is_asked_about() {
    let mut session = Session::start(&["."], (80, 24));
    fs::write(session.path("函.txt"), LETTER).unwrap();
    let before = fs::read(session.path("drafts/2026057.toml")).unwrap();
    session.wait_for("公交接驳").keys("\x15").wait_for("选文件或文件夹").keys("函").wait_for("函.txt").keys("\r");
    session
        .wait_for("处须核对")
        .keys("临水函〔2026〕18号")
        .wait_for("已由人改定")
        .keys("\x13")
        .wait_for("另存为 2026057-2.toml");
    session.keys("\r").wait_until("the draft is open", |screen| screen.contains("第57") || screen.contains("清溪河"));
    session.wait_for("已成稿");
    assert_eq!(fs::read(session.path("drafts/2026057.toml")).unwrap(), before);
    let text = fs::read_to_string(session.path("drafts/2026057-2.toml")).unwrap();
    assert!(text.contains("number = \"临水函〔2026〕18号\"") && text.contains("逐一排查整治"), "{text}");
    session.keys("\x1b[20~").wait_for("显示此处可用的按键").keys("drbg\r").wait_for("第7行“— 1 —”：页码");
}

#[test]
fn a_whole_letter_pasted_into_a_new_draft_fills_its_fields() {
    let mut session = Session::start(&["."], (120, 40));
    session.wait_for("公交接驳").keys("\x0e").wait_for("新建：建议的答复").keys("2026099\r关于路灯的建议\r\r");
    session.wait_for("提出的《关于").keys(&format!("\x1b[200~{LETTER}\x1b[201~")).wait_for("一整封答复函").keys("\r");
    session.wait_for("原文").wait_for("粘贴的文字").keys("\x13").wait_for("一次撤销").keys("\x13").wait_for("已保存");
    let text = fs::read_to_string(session.path("drafts/2026099.toml")).unwrap();
    assert!(text.contains("signature = \"临江市水务局\"") && text.contains("name = \"周舟\""), "{text}");
    assert!(text.contains("逐一排查整治") && !text.contains("— 1 —"), "{text}");
    session.keys("\x1a").wait_for("关于路灯的建议");
}

#[test]
fn a_folder_is_taken_in_and_what_cannot_be_read_says_why() {
    let mut session = Session::start(&["."], (120, 40));
    let folder = session.path("旧稿");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("一.txt"), LETTER).unwrap();
    fs::write(folder.join("二.txt"), "会议通知：请于周五前报送。").unwrap();
    fs::File::create(folder.join("三.txt")).unwrap().set_len(200 << 20).unwrap();
    session.wait_for("公交接驳").keys("\x15").wait_for("选文件或文件夹");
    session.keys(&format!(
        "\x1b[200~file://{}\x1b[201~",
        folder.display().to_string().replace("旧稿", "%E6%97%A7%E7%A8%BF")
    ));
    session.wait_for("导入整个文件夹（3 个文件）").keys("\r").wait_for("未能读取 2").wait_for("须核对 1");
    session.keys("\x1b[B\x1b[B\r").wait_for("200");
    session
        .keys("\x1b[A\x1b[A\r")
        .wait_for("原文")
        .keys("\x1b")
        .wait_until("the list is back", |screen| !screen.contains("原文"));
    session.keys("\x1b").wait_for("筛选");
}
