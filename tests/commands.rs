//! The commands as a user runs them: the built binary, real files, exit statuses, words.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use assert_cmd::Command;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// A workspace with the samples.
fn workspace() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(dafu(folder.path(), &["init"]).status, 0);
    folder
}

struct Ran {
    status: i32,
    out: String,
    err: String,
}

fn dafu(folder: &Path, arguments: &[&str]) -> Ran {
    let output = Command::cargo_bin("dafu").unwrap().current_dir(folder).args(arguments).output().unwrap();
    Ran {
        status: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

#[test]
fn a_sound_letter_is_checked_and_exported() {
    let folder = workspace();
    let checked = dafu(folder.path(), &["check", "drafts/2026042.toml", "--today", "2026-06-30"]);
    assert_eq!((checked.status, checked.err.as_str()), (0, ""));
    assert!(checked.out.contains("要素 12/12"), "{}", checked.out);
    let exported = dafu(folder.path(), &["export", "drafts/2026042.toml", "--today", "2026-06-30"]);
    assert_eq!(exported.status, 0, "{}", exported.err);
    let text = fs::read_to_string(folder.path().join("exports/2026042.txt")).unwrap();
    assert!(text.starts_with("临江市交通运输局\n\n临交函〔2026〕18号\n"), "{text}");
    assert!(text.ends_with("抄送：市人大常委会代表工作委员会、市政府办公室、各会办单位。\n"), "{text}");
}

#[test]
fn an_export_never_overwrites_in_silence() {
    let folder = workspace();
    let export = ["export", "drafts/2026042.toml", "--today", "2026-06-30"];
    assert_eq!(dafu(folder.path(), &export).status, 0);
    let path = folder.path().join("exports/2026042.txt");
    fs::write(&path, "别人的").unwrap();
    let again = dafu(folder.path(), &export);
    assert_eq!(again.status, 1);
    assert!(again.err.contains("已经存在，没有覆盖"), "{}", again.err);
    assert_eq!(fs::read_to_string(&path).unwrap(), "别人的");
    assert_eq!(dafu(folder.path(), &[&export[..], &["--force"]].concat()).status, 0);
    assert!(fs::read_to_string(&path).unwrap().starts_with("临江市"));
}

#[test]
fn an_unfinished_letter_is_refused_unless_a_reason_is_given() {
    let folder = workspace();
    let refused = dafu(folder.path(), &["export", "drafts/2026057.toml"]);
    assert_eq!(refused.status, 1);
    assert!(refused.err.contains("不能导出") && refused.err.contains("--override"), "{}", refused.err);
    assert!(!folder.path().join("exports").exists());
    let blank = dafu(folder.path(), &["export", "drafts/2026057.toml", "--override", "  "]);
    assert_eq!(blank.status, 1, "a blank reason is none");
    let forced = dafu(folder.path(), &["export", "drafts/2026057.toml", "--override", "局长要求先送审"]);
    assert_eq!(forced.status, 0, "{}", forced.err);
    let record = fs::read_to_string(folder.path().join("drafts/2026057.review.toml")).unwrap();
    assert!(record.contains("局长要求先送审") && record.contains("E04"), "{record}");
    let listed = dafu(folder.path(), &["list"]);
    assert!(listed.out.contains("强制导出1次"), "{}", listed.out);
}

#[test]
fn old_systems_get_their_encoding_and_line_ends() {
    let folder = workspace();
    let arguments =
        ["export", "drafts/2026108.toml", "--encoding", "gb18030", "--crlf", "-o", "送审.txt", "--today", "2026-06-30"];
    assert_eq!(dafu(folder.path(), &arguments).status, 0);
    let bytes = fs::read(folder.path().join("送审.txt")).unwrap();
    let (text, _, failed) = encoding_rs::GB18030.decode(&bytes);
    assert!(!failed && text.starts_with("临江市教育局\r\n\r\n"), "{text}");
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
}

#[test]
fn safe_fixes_change_only_what_they_mend() {
    let folder = workspace();
    let path = folder.path().join("drafts/2026057.toml");
    let before = fs::read_to_string(&path).unwrap();
    let fixed = dafu(folder.path(), &["check", "--fix", "drafts/2026057.toml", "--today", "2026-06-30"]);
    assert_eq!(fixed.status, 1, "what only a person can mend is left");
    let after = fs::read_to_string(&path).unwrap();
    assert!(after.contains("number = \"临水函〔2026〕27号\"") && after.contains("date = 2026-06-18"), "{after}");
    assert!(after.contains("（一）已完成的工作"), "{after}");
    assert!(after.starts_with(before.lines().next().unwrap()), "the comment at the top stays");
    let again = dafu(folder.path(), &["check", "--fix", "drafts/2026057.toml", "--today", "2026-06-30"]);
    assert!(again.out.contains("已自动修正 0 处"), "{}", again.out);
    assert_eq!(fs::read_to_string(&path).unwrap(), after);
}

#[test]
fn the_json_is_as_the_design_fixes_it() {
    let folder = workspace();
    let ran = dafu(folder.path(), &["check", "--format", "json", "--today", "2026-06-30"]);
    assert_eq!(ran.status, 1);
    let lines: Vec<serde_json::Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[0]["path"], "drafts/2026042.toml");
    assert_eq!((&lines[0]["ready"], &lines[1]["ready"]), (&true.into(), &false.into()));
    let finding = lines[1]["findings"].as_array().unwrap().iter().find(|finding| finding["rule"] == "E04").unwrap();
    let expected = serde_json::json!({
        "rule": "E04", "name": "document-number-brackets", "severity": "error", "field": "number",
        "start": 9, "end": 15, "line": 1, "column": 4, "excerpt": "[2026]",
        "message": "发文字号的年份应当用六角括号〔〕", "source": "GB/T 9704—2012 7.2.5",
        "fix": {"title": "改为〔2026〕", "applicability": "safe",
                "edits": [{"field": "number", "start": 9, "end": 15, "text": "〔2026〕"}]}
    });
    assert_eq!(*finding, expected);
    let item = &lines[1]["checklist"][3];
    assert_eq!(
        *item,
        serde_json::json!({"item": "addressees", "title": "主送", "state": "ok", "evidence": "顾远山代表："})
    );
    let states: Vec<&str> =
        lines[1]["checklist"].as_array().unwrap().iter().map(|item| item["state"].as_str().unwrap()).collect();
    assert!(["ok", "missing", "wrong", "human"].iter().all(|state| states.contains(state)), "{states:?}");
}

#[test]
fn every_place_in_the_json_is_a_place_in_the_file() {
    let folder = workspace();
    let ran = dafu(folder.path(), &["check", "--format", "json", "drafts/2026057.toml"]);
    let line: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let text = fs::read_to_string(folder.path().join("drafts/2026057.toml")).unwrap();
    let draft = dafu::letter::format::read(&text).unwrap().draft;
    for finding in line["findings"].as_array().unwrap() {
        let value = draft.text(finding["field"].as_str().unwrap().parse().unwrap()).into_owned();
        let place = |key: &str| finding[key].as_u64().unwrap() as usize;
        assert_eq!(value.get(place("start")..place("end")), finding["excerpt"].as_str(), "{finding}");
    }
}

#[test]
fn a_letter_is_checked_as_its_text_stands() {
    let folder = workspace();
    let exported = dafu(folder.path(), &["export", "drafts/2026042.toml", "-o", "来函.txt", "--today", "2026-06-30"]);
    assert_eq!(exported.status, 0, "{}", exported.err);
    let path = folder.path().join("来函.txt");
    let text = fs::read_to_string(&path).unwrap();
    let check = |text: &str| {
        fs::write(&path, text).unwrap();
        dafu(folder.path(), &["check", "来函.txt", "--today", "2026-06-30"]).out
    };
    let sound = check(&text);
    assert!(!sound.contains("S06") && !sound.contains("S08"), "{sound}");
    let hidden = check(&text.replacen("收悉", "收\u{200B}悉", 1));
    assert!(hidden.contains("S08 正文") && hidden.contains("不可见字符U+200B"), "{hidden}");
    let classed = check(&format!("机密★5年\n\n{text}"));
    assert!(classed.contains("文头标有“机密★5年”，涉密的文件不得主动公开"), "{classed}");
    let blank = check(&format!("类别：（　）\n\n{text}"));
    assert!(blank.contains("留了填类别的地方，却没有填写") && !sound.contains("留了填类别"), "{blank}");
    let unclosed = check(&text.replacen("公开方式：主动公开", "（此件主动公开", 1));
    assert!(!unclosed.contains("没有填写抄送") && !unclosed.contains("没有填写公开方式"), "{unclosed}");
}

#[test]
fn two_drafts_with_one_number_are_told() {
    let folder = workspace();
    let drafts = folder.path().join("drafts");
    let draft = fs::read_to_string(drafts.join("2026042.toml")).unwrap();
    fs::write(drafts.join("另一份.toml"), draft).unwrap();
    let out = dafu(folder.path(), &["check", "drafts", "--today", "2026-06-30"]).out;
    let told: Vec<&str> = out.lines().filter(|line| line.contains("一号一文")).collect();
    assert_eq!(told.len(), 1, "{out}");
    assert!(told[0].contains("发文字号与2026042.toml的相同"), "{}", told[0]);
}

#[test]
fn a_new_draft_takes_what_the_office_has_set() {
    let folder = workspace();
    fs::write(
        folder.path().join("dafu.toml"),
        "[office]\nissuer = \"临江市水务局\"\ncontact = \"吴桐\"\nphone = \"0700-8200000\"\n",
    )
    .unwrap();
    let ran = dafu(
        folder.path(),
        &["new", "--number", "2026099", "--title", "关于治水的建议", "--session", "市十七届人大一次会议"],
    );
    assert_eq!((ran.status, ran.out.trim()), (0, "已新建 drafts/2026099.toml"));
    let text = fs::read_to_string(folder.path().join("drafts/2026099.toml")).unwrap();
    assert!(text.contains("title = \"临江市水务局关于市十七届人大一次会议第2026099号代表建议答复的函\""), "{text}");
    assert!(text.contains("name = \"吴桐\""), "{text}");
    let second = dafu(folder.path(), &["new", "--number", "2026099"]);
    assert_eq!(second.out.trim(), "已新建 drafts/2026099-2.toml（已有同编号的稿件，另建一份）");
}

#[test]
fn a_list_of_assignments_becomes_drafts() {
    let folder = workspace();
    let list = "编号,题目,提案人,类别,交办日期,备注\n2026042,已有的,甲,建议,,\n2026201,关于养老的提案,白露、沈禾,提案,2026年3月25日,急\n";
    fs::write(folder.path().join("清单.csv"), list).unwrap();
    let ran = dafu(folder.path(), &["new", "--from", "清单.csv", "--session", "市政协十五届二次会议"]);
    assert_eq!(ran.out, "已新建 1 份；1 份已有同编号的稿件，没有改动（2026042）\n没有用到的列：备注\n", "{}", ran.err);
    let text = fs::read_to_string(folder.path().join("drafts/2026201.toml")).unwrap();
    assert!(text.contains("kind = \"提案\"") && text.contains("assigned = 2026-03-25"), "{text}");
    assert!(text.contains("addressees = [\"白露\", \"沈禾\"]"), "{text}");
    let none = dafu(folder.path(), &["new", "--from", "dafu.toml"]);
    assert_eq!(none.status, 2);
    assert!(none.err.contains("没有找到表头"), "{}", none.err);
}

#[test]
fn the_ledger_tells_what_is_late() {
    let folder = workspace();
    let ran = dafu(folder.path(), &["list", "--format", "json", "--today", "2026-06-25"]);
    let rows: Vec<serde_json::Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(rows[0]["due"], "2026-06-20");
    assert_eq!(rows[0]["days_left"], -5);
    assert_eq!(rows[2]["days_left"], 0);
    let csv = dafu(folder.path(), &["list", "--format", "csv"]).out;
    assert!(csv.starts_with("稿件,类别,编号,") && csv.lines().count() == 4, "{csv}");
    let late = dafu(folder.path(), &["list", "--today", "2026-06-25"]).out;
    assert!(late.contains("逾5天"), "{late}");
}

#[test]
fn bad_input_gets_one_clear_line_and_status_2() {
    let folder = workspace();
    let path = |name: &str| folder.path().join("drafts").join(name);
    let good = fs::read_to_string(path("2026042.toml")).unwrap();
    let on_line_12: String = good
        .lines()
        .enumerate()
        .map(|(index, line)| if index == 11 { "addressee_title = 3\n".to_owned() } else { format!("{line}\n") })
        .collect();
    fs::write(path("类型.toml"), on_line_12).unwrap();
    fs::write(path("空.toml"), "").unwrap();
    fs::write(path("乱.toml"), [0x7F, 0x45, 0x4C, 0x46, 0xFF, 0x00]).unwrap();
    fs::write(path("破.toml"), "format = 1\n[letter]\ntitle = \"没有收尾\n").unwrap();
    fs::File::create(path("大.toml")).unwrap().set_len(200 << 20).unwrap();
    for (name, expected) in [
        ("drafts/类型.toml", "第 12 行：letter.addressee_title 应为"),
        ("drafts/空.toml", "第 1 行：没有 format = 1"),
        ("drafts/乱.toml", "不是 UTF-8 文本"),
        ("drafts/破.toml", "第 3 行"),
        ("drafts/大.toml", "200 MB"),
        ("drafts/没有.toml", "没有这个文件或文件夹"),
        ("exports", "没有这个文件或文件夹"),
    ] {
        let ran = dafu(folder.path(), &["check", name]);
        assert_eq!(ran.status, 2, "{name}: {}", ran.out);
        assert!(ran.err.contains(expected) && ran.err.lines().count() <= 2, "{name}: {}", ran.err);
        assert!(ran.err.contains(name), "{}", ran.err);
    }
    let folder_for_file = dafu(folder.path(), &["export", "drafts"]);
    assert_eq!(folder_for_file.status, 2);
    assert!(folder_for_file.err.contains("这是文件夹"), "{}", folder_for_file.err);
}

#[test]
fn one_bad_file_does_not_hide_the_others() {
    let folder = workspace();
    fs::write(folder.path().join("drafts/0.toml"), "x").unwrap();
    let ran = dafu(folder.path(), &["check"]);
    assert_eq!(ran.status, 2);
    assert!(ran.out.contains("drafts/2026042.toml") && ran.out.contains("drafts/2026108.toml"), "{}", ran.out);
}

#[cfg(unix)]
#[test]
fn an_unwritable_folder_is_told_and_nothing_lost() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = workspace();
    let drafts = folder.path().join("drafts");
    let before = fs::read(drafts.join("2026057.toml")).unwrap();
    fs::set_permissions(&drafts, fs::Permissions::from_mode(0o555)).unwrap();
    let may_write_all_the_same = fs::write(drafts.join("试"), "").is_ok();
    let ran = dafu(folder.path(), &["check", "--fix", "drafts/2026057.toml"]);
    fs::set_permissions(&drafts, fs::Permissions::from_mode(0o755)).unwrap();
    // The superuser may write everywhere; elsewhere the refusal must be told.
    if !may_write_all_the_same {
        assert_eq!(ran.status, 2);
        assert!(ran.err.contains("没有权限"), "{}", ran.err);
        assert_eq!(fs::read(drafts.join("2026057.toml")).unwrap(), before);
    }
}

#[test]
fn a_wrong_command_line_is_answered_in_chinese() {
    let folder = tempfile::tempdir().unwrap();
    let ran = dafu(folder.path(), &["check", "--today", "31号"]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("不是日期") && ran.err.lines().count() == 1, "{}", ran.err);
    let none = dafu(folder.path(), &["check"]);
    assert_eq!(none.status, 2);
    assert!(none.err.contains("dafu init"), "{}", none.err);
    let rule = dafu(folder.path(), &["rules", "E99"]);
    assert_eq!(rule.status, 2);
}

#[test]
fn help_manual_and_completions_are_there() {
    let folder = tempfile::tempdir().unwrap();
    for command in [
        "init",
        "new",
        "import",
        "check",
        "export",
        "review",
        "history",
        "restore",
        "diff",
        "list",
        "rules",
        "completions",
        "man",
    ] {
        let ran = dafu(folder.path(), &[command, "--help"]);
        assert_eq!(ran.status, 0);
        assert!(ran.out.contains(&format!("用法：dafu {command}")), "{}", ran.out);
    }
    assert!(dafu(folder.path(), &["man"]).out.contains(".TH dafu"));
    assert!(dafu(folder.path(), &["completions", "bash"]).out.contains("_dafu"));
    assert!(dafu(folder.path(), &["--version"]).out.starts_with("dafu 0."));
}

#[test]
fn every_rule_has_a_page() {
    let folder = tempfile::tempdir().unwrap();
    let list = dafu(folder.path(), &["rules", "--quiet"]).out;
    for line in list.lines().filter(|line| line.starts_with("  ")) {
        let code = line.split_whitespace().next().unwrap();
        let page = dafu(folder.path(), &["rules", code]).out;
        for part in ["检查", "依据", "反例", "正例", "修正"] {
            assert!(page.contains(part), "{code}: {page}");
        }
    }
}

#[test]
fn colours_are_for_terminals_only() {
    let folder = workspace();
    let plain = dafu(folder.path(), &["check"]).out;
    assert!(!plain.contains('\u{1b}'));
    let coloured = dafu(folder.path(), &["check", "--color", "always"]).out;
    assert!(coloured.contains('\u{1b}'));
}

#[test]
fn a_draft_is_never_exported_over() {
    let folder = workspace();
    let before = fs::read(folder.path().join("drafts/2026042.toml")).unwrap();
    for target in ["drafts/2026042.toml", "drafts/2026057.review.toml", "别的.TOML"] {
        let arguments = ["export", "drafts/2026042.toml", "-o", target, "--force", "--today", "2026-06-30"];
        let ran = dafu(folder.path(), &arguments);
        assert_eq!(ran.status, 2, "{target}");
        assert!(ran.err.contains("是稿件的文件名"), "{}", ran.err);
    }
    assert_eq!(fs::read(folder.path().join("drafts/2026042.toml")).unwrap(), before);
}

#[test]
fn an_export_that_fails_leaves_no_record_of_an_override() {
    let folder = workspace();
    fs::write(folder.path().join("exports"), "是个文件").unwrap();
    let ran = dafu(folder.path(), &["export", "drafts/2026057.toml", "--override", "急"]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("这是文件，不是文件夹"), "{}", ran.err);
    let typo = dafu(folder.path(), &["export", "drafts/2026057.toml", "--override", "急", "-o", "没有/这个/夹.txt"]);
    assert_eq!(typo.status, 2);
    assert!(!folder.path().join("没有").exists());
    assert!(!folder.path().join("drafts/2026057.review.toml").exists());
}

#[test]
fn options_may_stand_before_the_command_and_slips_are_understood() {
    let folder = workspace();
    assert_eq!(dafu(folder.path(), &["-q", "--color", "never", "check", "drafts/2026042.toml"]).status, 0);
    let slip = dafu(folder.path(), &["chekc"]);
    assert_eq!(slip.status, 2);
    assert!(slip.err.contains("dafu check"), "{}", slip.err);
    let letter = dafu(folder.path(), &["export", "去年.docx"]);
    assert!(letter.err.contains("没有这个文件"), "{}", letter.err);
    fs::write(folder.path().join("去年.txt"), "您好").unwrap();
    for arguments in [&["export", "去年.txt"][..], &["去年.txt"]] {
        let ran = dafu(folder.path(), arguments);
        assert_eq!(ran.status, 2);
        assert!(ran.err.contains("请先用 dafu import 导入"), "{}", ran.err);
    }
}

#[test]
fn an_exported_letter_that_was_changed_since_says_so() {
    let folder = workspace();
    let stage = || {
        let out = dafu(folder.path(), &["list", "--format", "json", "--today", "2026-06-30"]).out;
        let row: serde_json::Value = serde_json::from_str(out.lines().next().unwrap()).unwrap();
        row["stage"].as_str().unwrap().to_owned()
    };
    assert_eq!(stage(), "可导出");
    let export = ["export", "drafts/2026042.toml", "--today", "2026-06-30", "--encoding", "gb18030", "--crlf"];
    assert_eq!(dafu(folder.path(), &export).status, 0);
    assert_eq!(stage(), "已导出");
    let path = folder.path().join("drafts/2026042.toml");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("配车6辆", "配车7辆")).unwrap();
    assert_eq!(stage(), "导出后有改动");
}

#[test]
fn sarif_and_profiles_are_printed() {
    let folder = workspace();
    let ran = dafu(folder.path(), &["check", "--format", "sarif", "--today", "2026-06-30"]);
    assert_eq!(ran.status, 1);
    let log: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(log["version"], "2.1.0");
    assert!(log["runs"][0]["results"].as_array().unwrap().len() > 5);
    let list = dafu(folder.path(), &["rules", "--profile", "list"]).out;
    for line in list.lines() {
        let name = line.split_whitespace().next().unwrap();
        let page = dafu(folder.path(), &["rules", "--profile", name]);
        assert!(page.status == 0 && page.out.contains("成文日期（缺少的为错误）"), "{name}: {}", page.err);
    }
    assert_eq!(dafu(folder.path(), &["rules", "--profile", "没有"]).status, 2);
}
